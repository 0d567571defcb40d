import { CONSENT_KINDS, type ConsentKind } from '#domain/gate/facts/consent-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import {
  consentOf,
  endConsent,
  insertConsent,
  pointKindOf,
} from '#storage/contact-log/consents.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { collectorOf } from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';
import { endDuplicates } from './steps/end-duplicates.ts';
import { strayDebt } from './steps/named-debts.ts';

/** A consent somebody writes down. Details are those of its kind, as `CONSENT_KINDS` lists them. */
export type ConsentInput = SaidTimes & {
  readonly caseId: string;
  readonly kind: ConsentKind;
  readonly contactPointId: string | null;
  /** None means every debt of the portfolio. */
  readonly debts: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Null means given to who collects the portfolio. */
  readonly givenTo: string | null;
  readonly source: string;
  readonly evidenceRef: string | null;
};

async function placeOf(app: App, actor: Actor, caseId: string) {
  const place = await caseRefOf(app.db, caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'fact.record', place.portfolioId);
  return place;
}

/**
 * Keeps a consent, in force from its receipt. Decisions made since then are looked at again. Throws
 * `not-found` for a case that is not there, `invalid-input` with the path of what cannot be.
 */
export async function recordConsent(app: App, actor: Actor, input: ConsentInput) {
  const place = await placeOf(app, actor, input.caseId);
  const { customerId, portfolioId } = place;
  const times = factTimes(app, input);
  const { kind, contactPointId, debts, source, evidenceRef } = input;
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, customerId);
    await checkPlaces(tx, actor, people, input);
    const consentId = app.newId();
    const givenTo = input.givenTo ?? (await collectorOf(tx, portfolioId)) ?? app.tenantId;
    await insertConsent(tx, {
      ...{ id: consentId, tenantId: app.tenantId, customerId },
      ...{ kind, portfolioId, contactPointId, debts, givenTo, source, evidenceRef, ...times },
      details: asTheGateReads(input.details),
      conversationId: null,
      recordedBy: actor.userId,
    });
    const about = { ...place, userId: actor.userId };
    const facts = { consentId, consent: kind };
    await append(tx, [factEvent(app, about, 'consent.recorded', times, facts)]);
    const cause = { kind: 'fact', id: consentId } as const;
    await recheckDecisions(app, tx, { people }, times.receivedAt, cause);
    return { consentId };
  });
}

const wrong = (path: string, message: string) =>
  new Refusal('invalid-input', { problems: [{ path, message }] });

/** The address and debts have to be the person's own, and the address of a kind that fits. */
async function checkPlaces(
  tx: Tx,
  actor: Actor,
  people: readonly string[],
  { kind, contactPointId, debts }: ConsentInput,
): Promise<void> {
  if (contactPointId !== null) {
    const pointKind = await pointKindOf(tx, people, contactPointId);
    const fitting: readonly string[] = CONSENT_KINDS[kind].points;
    if (!pointKind) throw wrong('contactPointId', 'unknown');
    if (!fitting.includes(pointKind)) throw wrong('contactPointId', 'does-not-fit');
  }
  const stray = await strayDebt(tx, actor, people, debts);
  if (stray >= 0) throw wrong(`debts.${stray}`, 'unknown');
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekdays are numbers at the door and names in what the gate reads. */
function asTheGateReads(details: ConsentInput['details']) {
  const days = details['weekdays'] as readonly number[] | undefined;
  if (!days) return details;
  return { ...details, weekdays: days.flatMap((day) => dayNames[day - 1] ?? []) };
}

/** The end of a consent as somebody told it. */
export type RevocationInput = {
  readonly caseId: string;
  readonly consentId: string;
  readonly receivedAt?: Instant | null | undefined;
  readonly source: string;
};

/**
 * Ends a consent from the time at which its revocation reached us, with every older one for the same
 * on any record of the person; decisions since are looked at again. Throws `not-found`, `already-done`, and `invalid-input` for a time before it was given.
 */
export async function revokeConsent(app: App, actor: Actor, input: RevocationInput) {
  const place = await placeOf(app, actor, input.caseId);
  const { consentId, source } = input;
  const times = factTimes(app, { receivedAt: input.receivedAt });
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, place.customerId);
    const kept = await consentOf(tx, people, consentId);
    if (!kept || (await strayDebt(tx, actor, people, kept.debts)) >= 0)
      throw new Refusal('not-found', { thing: 'consent', id: consentId });
    const revokedAt = times.receivedAt;
    if (kept.revokedAt !== null && msOf(kept.revokedAt) <= msOf(revokedAt))
      throw new Refusal('already-done', { thing: 'consent', id: consentId });
    if (msOf(revokedAt) < msOf(kept.receivedAt)) {
      throw wrong('receivedAt', 'before-what-it-is-about');
    }
    await endConsent(tx, kept, {
      ...{ revokedAt, revocationSource: source, revokedBy: actor.userId },
      revocationRecordedAt: times.recordedAt,
    });
    const ofThem = { people, portfolioId: place.portfolioId, userId: actor.userId };
    await endDuplicates(app, tx, ofThem, [{ id: consentId, at: revokedAt, source }]);
    const about = { ...place, userId: actor.userId };
    const facts = { consentId, consent: kept.kind as ConsentKind };
    const event = factEvent(app, about, 'consent.revoked', times, facts);
    await append(tx, [event]);
    const cause = { kind: 'fact', id: event.id } as const;
    await recheckDecisions(app, tx, { people }, revokedAt, cause);
    return { done: true as const };
  });
}
