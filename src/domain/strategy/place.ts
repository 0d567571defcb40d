import { type Instant, instantOf, msOf } from '#kernel/time.ts';

/** A promised callback may be late by so much before it is everybody's. */
const callbackToleranceMs = 30 * 60_000;

/**
 * From when anybody may be offered a case; null when nobody is to call. A callback is handed out by
 * its own list first, and comes to the common queue only when it was missed.
 */
export function callableFrom(action: string | null, at: Instant | null): Instant | null {
  if (at === null) return null;
  if (action === 'callback') return instantOf(msOf(at) + callbackToleranceMs);
  return action === 'call' ? at : null;
}

/**
 * Who holds a case: a person or a queue, never both. Owners keep what agents and the process do, other
 * work goes to its queue. Nobody holds a case that is closed.
 */
export function holderOf(
  ownerId: string | null,
  queue: string | null,
): { readonly queue: string | null; readonly ownerId: string | null } {
  const keeps = ownerId !== null && (queue === 'agents' || queue === 'system');
  return keeps ? { queue: null, ownerId } : { queue, ownerId: null };
}
