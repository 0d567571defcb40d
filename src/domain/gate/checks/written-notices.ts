import type { CaseEvent } from '../facts/history-facts.ts';

/** Ways to say something that leave nothing in writing. */
const SPOKEN = ['oral', 'phone_call', 'visit'];

/** Whether something was said and not written; what nobody told of either was written. */
export function isSpoken({
  in_writing,
  medium,
}: Pick<CaseEvent, 'in_writing' | 'medium'>): boolean {
  return in_writing === false || (in_writing !== true && SPOKEN.includes(medium ?? ''));
}

/** Whether it came in writing by a channel through which such notices are taken. */
export function isWrittenNotice(event: CaseEvent): boolean {
  return !isSpoken(event) && event.accepted_channel !== false;
}
