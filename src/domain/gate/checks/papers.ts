import type { EvaluationContext } from '../evaluation-context.ts';

/** A card that everybody may read on its way. */
export function isPostcard({ channel, content }: EvaluationContext): boolean {
  return channel === 'letter' && content?.format === 'postcard';
}
