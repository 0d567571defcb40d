import { roleOf } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';

/** Whoever advises the customer on debts. */
export const ADVISER = 'debt_adviser';

/** Whether the attempt reaches for the customer's debt adviser. */
export function isAdviser(moment: EvaluationContext): boolean {
  return roleOf(moment.person) === ADVISER;
}
