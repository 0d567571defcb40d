import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { countTry, hashOfText, waitAt } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { placesOf, type TriedFrom } from './steps/try-places.ts';

/**
 * Counts a try of a secret of an account before it is looked at. A device that signed in before is
 * counted by itself, and a network by itself, so that nobody elsewhere can shut out an office. Throws
 * `too-many-tries` with the instant from which the next one is looked at.
 */
export async function expectTry(app: App, email: string, from: TriedFrom): Promise<void> {
  const account = hashOfText(accountOf(email));
  const places = await placesOf(app, email, from);
  const expectNow = (until: string | null) => {
    if (until !== null) throw new Refusal('too-many-tries', { until: toFullSecond(app, until) });
  };
  // First without counting: who waits for strangers is not made to wait for it at home as well.
  for (const { place } of places) expectNow(await waitAt(app.db, account, place, now(app)));
  for (const { place, waits } of places) {
    expectNow(await countTry(app.db, account, place, now(app), waits));
  }
}

/** The end of a wait, to the full second behind it. */
function toFullSecond(app: App, until: string): string {
  const secondMs = 1000;
  const leftMs = Date.parse(until) - app.clock();
  return instantOf(app.clock() + Math.ceil(leftMs / secondMs) * secondMs);
}
