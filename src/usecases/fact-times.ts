import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { type App, now } from './app.ts';

/** Nothing that bears on contact today happened before. */
const earliestMs = Date.UTC(1990, 0, 1);

/** What a person says of when something happened; a time left out is now. */
export type SaidTimes = {
  readonly occurredAt?: Instant | null | undefined;
  readonly receivedAt?: Instant | null | undefined;
};

/**
 * The three times of a fact: it happened, then reached us, then is written down now. Throws
 * `invalid-input` with the path of the time that cannot be.
 */
export function factTimes(app: App, said: SaidTimes): FactTimes {
  const recordedAt = now(app);
  const receivedAt = instantOf(msOf(said.receivedAt ?? recordedAt));
  const occurredAt = instantOf(msOf(said.occurredAt ?? receivedAt));
  const problems = [
    ...(msOf(occurredAt) < earliestMs ? [{ path: 'occurredAt', message: 'date-past' }] : []),
    ...(msOf(receivedAt) > msOf(recordedAt) ? [{ path: 'receivedAt', message: 'date-ahead' }] : []),
    ...(msOf(occurredAt) > msOf(receivedAt)
      ? [{ path: 'occurredAt', message: 'after-received' }]
      : []),
  ];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  return { occurredAt, receivedAt, recordedAt };
}
