import type { EvaluationContext } from '../evaluation-context.ts';

/** The reason of 12 CFR 1006.10(c) for which somebody may be asked twice where the person is. */
const ANSWER_WRONG = 'earlier_response_believed_erroneous_now_correct';

/** Whether the earlier answer is thought wrong and whoever gave it is thought to know better now. */
export function believesAnswerWrong({ facts }: EvaluationContext): boolean {
  return facts.proposed.reason === ANSWER_WRONG;
}
