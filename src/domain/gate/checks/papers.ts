import type { EvaluationContext } from '../evaluation-context.ts';

/** A card that everybody may read on its way. */
export function isPostcard({ channel, content }: EvaluationContext): boolean {
  return channel === 'letter' && content?.format === 'postcard';
}

/** Words on the outside of a letter that tell of collecting. */
const TRADE = /debt|collect|past due|overdue|arrears/i;

/** Whether the outside of a letter tells of the debt or the trade. */
export function showsTrade({ channel, content }: EvaluationContext): boolean {
  if (channel !== 'letter') return false;
  return content?.envelope_reveals_debt === true || TRADE.test(content?.envelope_text ?? '');
}
