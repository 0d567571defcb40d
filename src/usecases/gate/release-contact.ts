import type { Decision } from '#domain/gate/decision.ts';
import { Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { overrideCovers } from '#storage/gate/overrides.ts';
import {
  lockReservation,
  type Reservation,
  settleReservation,
} from '#storage/gate/reservations.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { App, Tx } from '#usecases/app.ts';
import { howReserved, type Wanted } from './contact-order.ts';
import { failingClosed, raiseAlarms } from './gate-alarm.ts';
import { contactEvent, refusalFacts, tokenHash } from './reserve-contact.ts';
import { readGround, recordDecision, type Weighed, weighContact } from './weigh-contact.ts';

/** The last look before the dial: a token an adapter accepts, or why not any more. */
export type Released =
  | { readonly released: true; readonly token: ReleasedToken }
  | { readonly released: false; readonly decision: Decision };

/**
 * Decides once more under the person's lock, with what has happened since the reservation, and lets
 * the attempt go, as it was reserved. A hold, opt-out or payment set in between refuses it, and the
 * attempt no longer counts. Throws `conflict` for a token that is wrong, used, too old or of another
 * attempt, `gate-unavailable` when the log is unreadable.
 */
export async function releaseContact(
  app: App,
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  token: string,
): Promise<Released> {
  const released = await failingClosed(app, wanted, () =>
    inRetriedTransaction(app.db, (tx) => releaseIn(app, tx, wanted, attemptId, token)),
  );
  if (!released.released) await raiseAlarms(app, app.db, wanted, released.decision);
  return released;
}

async function releaseIn(
  app: App,
  tx: Tx,
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  token: string,
): Promise<Released> {
  await lockPeople(tx, wanted.customerId);
  const found = await lockReservation(tx, wanted.customerId, attemptId);
  checkReservation(app, found, wanted, token);
  const own = asReserved(wanted, attemptId, found);
  const { weighed, passes } = await weighAgain(app, tx, own, attemptId, found, true);
  const { overrideId } = found;
  const decisionId = await recordDecision(app, tx, own, weighed, 'release', overrideId);
  if (!passes) {
    await refuseNow(app, tx, own, attemptId, weighed, decisionId);
    return { released: false, decision: weighed.decision };
  }
  await settleReservation(tx, attemptId, 'released', weighed.at);
  await append(tx, [contactEvent(app, own, 'contact.released', { attemptId })]);
  return { released: true, token: token as ReleasedToken };
}

/** The contact as it was reserved: nothing of it can be changed on the way out. */
export function asReserved(
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  found: Reservation,
): Wanted {
  const { unsolicited, campaign } = found;
  const kept = { reference: found.purposeRef, unsolicited, campaign };
  return { ...wanted, exceptAttempt: attemptId, how: howReserved(found.proposed, kept) };
}

/** Decides again about an attempt that is reserved; its override speaks to the same rules only. */
export async function weighAgain(
  app: App,
  tx: Tx,
  own: Wanted,
  attemptId: string,
  found: Reservation,
  guarded: boolean,
): Promise<{ readonly weighed: Weighed; readonly passes: boolean }> {
  const rebuttalFactor = found.proposed.rebuttal_factor ?? null;
  const ground = await readGround(app, tx, own);
  const weighed = weighContact(app, own, ground, { guarded, rebuttalFactor });
  const { permitted, reasons } = weighed.decision;
  if (permitted !== 'presumed_violation') return { weighed, passes: permitted };
  if (found.overrideId === null) return { weighed, passes: false };
  const rules = reasons.map(({ rule }) => rule);
  const { customerId } = own;
  const passes = await overrideCovers(tx, customerId, found.overrideId, attemptId, rules);
  return { weighed, passes };
}

/** Settles an attempt that something has stopped since it was reserved. */
export async function refuseNow(
  app: App,
  tx: Tx,
  own: Wanted,
  attemptId: string,
  weighed: Weighed,
  decisionId: string,
): Promise<void> {
  await settleReservation(tx, attemptId, 'refused', weighed.at);
  const facts = { attemptId, ...refusalFacts(weighed, decisionId) };
  await append(tx, [contactEvent(app, own, 'contact.refused-at-release', facts)]);
}

function checkReservation(
  app: App,
  found: Reservation | undefined,
  wanted: Pick<Wanted, 'caseId' | 'contactPointId'>,
  token: string,
): asserts found is Reservation {
  if (!found) throw new Refusal('not-found', { thing: 'attempt', id: 'unknown' });
  const late = found.tokenExpiresAt !== null && msOf(found.tokenExpiresAt) < app.clock();
  const { caseId, contactPointId } = found;
  const isOther = caseId !== wanted.caseId || contactPointId !== wanted.contactPointId;
  if (isOther || found.state !== 'reserved' || found.tokenHash !== tokenHash(token) || late) {
    throw new Refusal('conflict', { thing: 'attempt', reason: late ? 'too-late' : found.state });
  }
}
