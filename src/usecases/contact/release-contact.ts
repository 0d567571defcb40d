import type { Decision } from '#domain/compliance/decision.ts';
import { Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { append } from '#storage/event-log.ts';
import { lockPerson, lockReservation, type Reservation, settleReservation } from '#storage/gate.ts';
import type { App, Tx } from '../app.ts';
import { contactEvent, refusalFacts, tokenHash } from './reserve-contact.ts';
import { recordDecision, type Wanted, weighContact } from './weigh-contact.ts';

/** The last look before the dial: a token an adapter accepts, or why not any more. */
export type Released =
  | { readonly released: true; readonly token: ReleasedToken }
  | { readonly released: false; readonly decision: Decision };

/**
 * Decides once more under the person's lock, with what has happened since the reservation, and lets
 * the attempt go. A hold, opt-out or payment set in between refuses it, and the attempt no longer
 * counts. Throws `conflict` for a token that is wrong, used or too old.
 */
export async function releaseContact(
  app: App,
  wanted: Omit<Wanted, 'exceptAttempt'>,
  attemptId: string,
  token: string,
): Promise<Released> {
  return app.db.transaction().execute(async (tx) => {
    await lockPerson(tx, wanted.customerId);
    checkReservation(app, await lockReservation(tx, attemptId), token);
    const own: Wanted = { ...wanted, exceptAttempt: attemptId };
    const weighed = await weighContact(app, tx, own);
    const decisionId = await recordDecision(app, tx, own, weighed, 'release');
    if (weighed.decision.permitted !== true) {
      await settleReservation(tx, attemptId, 'refused', weighed.at);
      const facts = { attemptId, ...refusalFacts(weighed, decisionId) };
      await append(tx, [contactEvent(app, own, 'contact.refused-at-release', facts)]);
      return { released: false, decision: weighed.decision };
    }
    await letGo(app, tx, own, attemptId, weighed.at);
    return { released: true, token: token as ReleasedToken };
  });
}

async function letGo(app: App, tx: Tx, wanted: Wanted, attemptId: string, at: string) {
  await settleReservation(tx, attemptId, 'released', at);
  await append(tx, [contactEvent(app, wanted, 'contact.released', { attemptId })]);
}

function checkReservation(app: App, found: Reservation | undefined, token: string): void {
  if (!found) throw new Refusal('not-found', { thing: 'attempt', id: 'unknown' });
  const late = found.tokenExpiresAt !== null && msOf(found.tokenExpiresAt) < app.clock();
  if (found.state !== 'reserved' || found.tokenHash !== tokenHash(token) || late) {
    throw new Refusal('conflict', { thing: 'attempt', reason: late ? 'too-late' : found.state });
  }
}
