import type { EvaluationContext } from '../evaluation-context.ts';
import { ANSWER_BELIEVED_WRONG } from '../facts/words.ts';

/** Whether the earlier answer is thought wrong and whoever gave it is thought to know better now. */
export function believesAnswerWrong({ facts }: EvaluationContext): boolean {
  return facts.proposed.reason === ANSWER_BELIEVED_WRONG;
}
