import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { countTry, hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { accountOf, placesOf, type TriedFrom } from './steps/try-places.ts';

/**
 * Counts a try of a secret of an account before it is looked at. A device that signed in before is
 * counted by itself, so that nobody elsewhere can shut out the people of an office. Throws
 * `too-many-tries` with the instant from which the next one is looked at.
 */
export async function expectTry(app: App, email: string, from: TriedFrom): Promise<void> {
  const account = hashOfText(accountOf(email));
  for (const { place, waits } of await placesOf(app, email, from)) {
    const until = await countTry(app.db, account, place, now(app), waits);
    if (until !== null) throw new Refusal('too-many-tries', { until: toFullSecond(app, until) });
  }
}

/** The end of a wait, to the full second behind it. */
function toFullSecond(app: App, until: string): string {
  const secondMs = 1000;
  const leftMs = Date.parse(until) - app.clock();
  return instantOf(app.clock() + Math.ceil(leftMs / secondMs) * secondMs);
}
