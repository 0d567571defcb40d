import { roleOf } from '#domain/gate/checks/third-parties.ts';
import type { Moment } from '#domain/gate/moment.ts';

/** Those who advise the customer on debts, by any of their names. */
export const ADVISERS: readonly string[] = ['debt_adviser', 'debt_advisor', 'adviser', 'advisor'];

/** Whether the attempt reaches for the customer's debt adviser. */
export function isAdviser(moment: Moment): boolean {
  return ADVISERS.includes(roleOf(moment.person));
}
