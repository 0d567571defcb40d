import type { Known } from '../evaluation-context.ts';
import { isSpoken } from './written-notices.ts';

/** Asked for in a conversation: no notice in writing, but the telephone is closed by it. */
export function isOralCease({ event }: Known): boolean {
  return isSpoken(event);
}

/**
 * A notice that contact is to stop or that the debt will not be paid, on paper or by an electronic
 * channel through which the collector takes notices; it binds from its arrival, not its posting.
 * 12 CFR 1006.6(c)(1) and comment 6(c)(1)-1.
 */
export function isWrittenCease(known: Known): boolean {
  const { event } = known;
  if (isOralCease(known) || event.accepted_channel === false) return false;
  return !(event.mailed_at && !event.received_at);
}
