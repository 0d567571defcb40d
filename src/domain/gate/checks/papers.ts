import { tellsOfDebt } from '../debt-words.ts';
import type { EvaluationContext } from '../evaluation-context.ts';

/** A card that everybody may read on its way. */
export function isPostcard({ channel, content }: EvaluationContext): boolean {
  return channel === 'letter' && content?.format === 'postcard';
}

/** Whether the outside of a letter tells of the debt or the trade, in whatever language. */
export function showsTrade({ channel, content }: EvaluationContext): boolean {
  if (channel !== 'letter') return false;
  return content?.envelope_reveals_debt === true || tellsOfDebt(content?.envelope_text ?? '');
}
