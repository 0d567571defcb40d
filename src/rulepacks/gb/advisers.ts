import { roleOf } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';

/** Those who advise the customer on debts, by any of their names. */
export const ADVISERS: readonly string[] = ['debt_adviser', 'debt_advisor', 'adviser', 'advisor'];

/** Whether the attempt reaches for the customer's debt adviser. */
export function isAdviser(moment: EvaluationContext): boolean {
  return ADVISERS.includes(roleOf(moment.person));
}
