import { howReserved } from '#domain/contact/contact-how.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { type ContactLock, keepSettlement } from '#storage/gate/keep-contact.ts';
import { overrideCovers } from '#storage/gate/overrides.ts';
import { lockReservation, type Reservation } from '#storage/gate/reservations.ts';
import { type HotTransaction, inHotTransaction, type Run } from '#storage/hot-path.ts';
import type { App } from '#usecases/app.ts';
import { type Evaluated, evaluateContact, keptDecision } from './evaluate-contact.ts';
import { failingClosed, raiseAlarms } from './gate-alarm.ts';
import { lockGateInputs } from './load-gate-inputs.ts';
import { contactEvent, refusalFacts, tokenHash } from './reserve-contact.ts';
import type { Wanted } from './wanted-contact.ts';

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
    inHotTransaction(app.db, (hot) => releaseIn(app, hot, wanted, attemptId, token)),
  );
  if (!released.released) await raiseAlarms(app, app.db, wanted, released.decision);
  return released;
}

async function releaseIn(
  app: App,
  hot: HotTransaction,
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  token: string,
): Promise<Released> {
  const looked = await lookAgain(app, hot, wanted, attemptId, {
    guarded: true,
    check: (found) => checkReservation(app, found, wanted, token),
  });
  if (!looked) throw new Refusal('not-found', { thing: 'attempt', id: 'unknown' });
  await settle(app, hot, looked, attemptId);
  const { evaluated, passes } = looked;
  if (!passes) return { released: false, decision: evaluated.decision };
  return { released: true, token: token as ReleasedToken };
}

/** A reserved attempt that was decided about again. */
export type LookedAgain = {
  readonly own: Wanted;
  readonly found: Reservation;
  readonly lock: ContactLock;
  readonly evaluated: Evaluated;
  /** Whether it may still go. */
  readonly passes: boolean;
};

/** How a reserved attempt is looked at. */
export type Look = {
  /** Whether the guard band before closing edges is kept. */
  readonly guarded: boolean;
  /** What must be so under the locks, for anything to be looked at. */
  readonly first?: (run: Run) => Promise<boolean>;
  /** Throws for what must not be looked at. */
  readonly check?: (found: Reservation) => void;
};

/**
 * Locks the person and the reservation and decides about it again; its override speaks to the same
 * rules only. Undefined when there is no such reservation or `first` was not so.
 */
export async function lookAgain(
  app: App,
  hot: HotTransaction,
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  { guarded, first = () => Promise.resolve(true), check = () => undefined }: Look,
): Promise<LookedAgain | undefined> {
  const { customerId } = wanted;
  const place = { ...wanted, exceptAttempt: attemptId };
  const { inputs, lock, also } = await lockGateInputs(app, hot, place, (run) =>
    Promise.all([lockReservation(run, customerId, attemptId), first(run)]),
  );
  const [found, goesOn] = also ?? [];
  if (!found || !goesOn) return undefined;
  check(found);
  const own = asReserved(wanted, attemptId, found);
  const rebuttalFactor = found.proposed.rebuttal_factor ?? null;
  const evaluated = evaluateContact(app, own, inputs, { guarded, rebuttalFactor });
  const passes = await passesNow(hot, own, attemptId, found, evaluated);
  return { own, found, lock, evaluated, passes };
}

async function passesNow(
  hot: HotTransaction,
  { customerId }: Wanted,
  attemptId: string,
  { overrideId }: Reservation,
  { decision: { permitted, reasons } }: Evaluated,
): Promise<boolean> {
  if (permitted !== 'presumed_violation') return permitted;
  if (overrideId === null) return false;
  const rules = reasons.map(({ rule }) => rule);
  return overrideCovers(hot.db, customerId, overrideId, attemptId, rules);
}

/** Keeps what was decided about a reserved attempt, and lets it go or not. */
export async function settle(
  app: App,
  hot: HotTransaction,
  { own, found, lock, evaluated, passes }: LookedAgain,
  attemptId: string,
): Promise<void> {
  const decision = keptDecision(app, own, evaluated, 'release', found.overrideId);
  const refusal = { attemptId, ...refusalFacts(evaluated, decision.id) };
  const event = passes
    ? contactEvent(app, own, 'contact.released', { attemptId })
    : contactEvent(app, own, 'contact.refused-at-release', refusal);
  const kept = { decision, event, lock, base: found.base };
  const state = passes ? 'released' : 'refused';
  await keepSettlement(hot.runAndCommit, kept, { attemptId, state });
}

/** The contact as it was reserved: nothing of it can be changed on the way out. */
function asReserved(
  wanted: Omit<Wanted, 'exceptAttempt' | 'how'>,
  attemptId: string,
  found: Reservation,
): Wanted {
  const { unsolicited, campaign } = found;
  const kept = { reference: found.purposeRef, unsolicited, campaign };
  return { ...wanted, exceptAttempt: attemptId, how: howReserved(found.proposed, kept) };
}

function checkReservation(
  app: App,
  found: Reservation,
  wanted: Pick<Wanted, 'caseId' | 'contactPointId'>,
  token: string,
): void {
  const late = found.tokenExpiresAt !== null && msOf(found.tokenExpiresAt) < app.clock();
  const { caseId, contactPointId } = found;
  const isOther = caseId !== wanted.caseId || contactPointId !== wanted.contactPointId;
  if (isOther || found.state !== 'reserved' || found.tokenHash !== tokenHash(token) || late) {
    throw new Refusal('conflict', { thing: 'attempt', reason: late ? 'too-late' : found.state });
  }
}
