import { debtTypeOf } from '#domain/debts/debt-types.ts';
import type { ObligationKind, Occasion } from '#domain/gate/duties.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import {
  endOfDate,
  type Obligation,
  obligationsMetBy,
  obligationsOn,
} from '#domain/obligations/obligations.ts';
import { hearersOf } from '#domain/parties/party-roles.ts';
import { type Instant, instantOf } from '#kernel/time.ts';
import { isFirstConversation, obligationsOfAttempt } from '#storage/obligations/after-contact.ts';
import {
  meetObligations,
  openObligation,
  reopenObligations,
  standsOpen,
} from '#storage/obligations/obligations.ts';
import { debtProducts, whereAbouts } from '#storage/obligations/person-place.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** The case on which an obligation arises or is met. */
export type ObligationPlace = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
};

/**
 * Opens what an occasion obliges to, in the caller's transaction; the same source opens nothing
 * twice. `atMs` is when it happened, now unless told.
 */
export async function createObligations(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  occasion: Occasion,
  sourceKey: string,
  atMs: number = app.clock(),
): Promise<void> {
  const person = await whereAbouts(tx, place.customerId);
  if (!person) return;
  const packs = packsCovering(app.gate.packs, regionsOf(person));
  const { zone } = person;
  const debtTypes = occasion === 'credit_transferred' ? await typesOfDebt(tx, place) : [];
  for (const obligation of obligationsOn(occasion, { packs, zone, atMs, debtTypes })) {
    await open(app, tx, place, obligation, sourceKey);
  }
}

/** The types of the debts of a case, in the words of the gate. */
async function typesOfDebt(tx: Tx, { customerId, portfolioId }: ObligationPlace) {
  const debts = await debtProducts(tx, customerId, portfolioId);
  return debts.map(({ debtType, product }) => debtType ?? debtTypeOf(product));
}

/**
 * Opens what the decision behind an attempt said would be due once it reached the person, each with
 * the date the decision worked out. A conversation that they began without one counts when it was the
 * first.
 */
export async function createObligationsAfterContact(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  attemptId: string,
): Promise<void> {
  const made = await obligationsOfAttempt(tx, place.customerId, attemptId);
  if (!made) {
    // No decision: they called us.
    const hearers = await hearersAt(app, tx, place.customerId);
    if (!(await isFirstConversation(tx, { ...place, attemptId, hearers }))) return;
    return createObligations(app, tx, place, 'first_communication', `attempt:${attemptId}`);
  }
  const { facts, zone } = made;
  const packs = app.gate.packs.filter(({ id }) => facts.packs.includes(id));
  const { proposed } = facts;
  // Decided with the limited-content message that a machine would have got, which obliges to nothing.
  const due = proposed.voicemail_plan
    ? app.gate.decide({ ...facts, proposed: { ...proposed, voicemail_plan: null } }).obligations
    : made.obligations;
  const obligations = obligationsOn('first_communication', { packs, zone, atMs: app.clock() });
  for (const obligation of obligations) {
    const told = due.find(({ rule }) => rule === obligation.rule);
    // One notice answers for the case, however many talks come before it is sent.
    if (!told || (await standsOpen(tx, place, obligation.kind))) continue;
    const dueMs = typeof told.due === 'string' ? endOfDate(zone, told.due) : obligation.dueMs;
    await open(app, tx, place, { ...obligation, dueMs }, `attempt:${attemptId}`);
  }
}

/** Whom telling of a debt is telling the customer where they live. */
async function hearersAt(app: App, tx: Tx, customerId: string): Promise<readonly string[]> {
  const person = await whereAbouts(tx, customerId);
  const packs = person ? packsCovering(app.gate.packs, regionsOf(person)) : [];
  return hearersOf(packs.flatMap(({ countsAsCustomer = [] }) => countsAsCustomer));
}

/**
 * Opens the notice of a first communication again that one met which was taken back or came back, as
 * of `atMs`, unless it stands open: the words that obliged to it were said all the same.
 */
export async function oweNoticeAgain(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  word: string,
  { key, atMs }: { readonly key: string; readonly atMs: number },
): Promise<void> {
  const person = await whereAbouts(tx, place.customerId);
  if (!person) return;
  const packs = packsCovering(app.gate.packs, regionsOf(person));
  const kinds = obligationsMetBy(packs, word);
  const owed = obligationsOn('first_communication', { packs, zone: person.zone, atMs });
  for (const obligation of owed.filter(({ kind }) => kinds.includes(kind))) {
    if (!(await standsOpen(tx, place, obligation.kind))) {
      await open(app, tx, place, obligation, key);
    }
  }
}

async function open(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  obligation: Obligation,
  sourceKey: string,
): Promise<void> {
  const id = app.newId();
  const dueAt = instantOf(obligation.dueMs);
  const opened = await openObligation(tx, {
    ...place,
    id,
    tenantId: app.tenantId,
    kind: obligation.kind,
    rule: obligation.rule,
    sourceKey,
    details: {},
    dueAt,
    escalatesAt: instantOf(obligation.escalatesMs),
    queue: obligation.queue,
    openedAt: now(app),
  });
  if (!opened) return;
  const facts = { obligationId: id, kind: obligation.kind, rule: obligation.rule, dueAt };
  await logOnCase(app, tx, eventPlace(place), null, 'obligation.opened', facts);
}

/** How an obligation was met. */
export type Fulfilment = {
  readonly how: 'letter' | 'email' | 'sms' | 'phone_call' | 'chat' | 'other';
  /** Now unless told. */
  readonly metAt?: Instant;
  /** Where the proof is; it may be somebody's own words, so that the log leaves it out. */
  readonly reference?: string;
  /** The parts that stood in a notice, by key. */
  readonly parts?: readonly string[];
  readonly inTime?: boolean;
  /** The language it was written in, ISO 639-1. */
  readonly language?: string;
  readonly factId?: string;
  readonly messageId?: string;
  /** The contact by which it was met. */
  readonly attemptId?: string;
};

/** Who met an obligation, how, and when where that is told; which one where only one is meant. */
export type Met = {
  readonly by: string | null;
  readonly fulfilment: Fulfilment;
  readonly doneAt?: Instant | null;
  readonly obligationId?: string | null;
};

/** Meets the open obligations that a notice sent or an answer given meets. */
export function meetBy(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  word: string,
  how: Met,
  except: string | null = null,
): Promise<void> {
  const kinds = obligationsMetBy(app.gate.packs, word).filter((kind) => kind !== except);
  return meetKinds(app, tx, place, kinds, how);
}

/** Meets the open obligations of some kinds on a case, or the one that is meant, and logs each. */
export async function meetKinds(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  kinds: readonly ObligationKind[],
  { by, fulfilment, doneAt = null, obligationId = null }: Met,
): Promise<void> {
  const { customerId, caseId } = place;
  const told = { customerId, caseId, kinds, obligationId, doneAt, at: now(app), by, fulfilment };
  const met = await meetObligations(tx, told);
  for (const { id, kind } of met) {
    const facts = {
      ...{ obligationId: id, kind: kind as ObligationKind, how: fulfilment.how },
      metAt: fulfilment.metAt ?? now(app),
      factId: fulfilment.factId ?? null,
      messageId: fulfilment.messageId ?? null,
    };
    await logOnCase(app, tx, eventPlace(place), by, 'obligation.met', facts);
  }
}

/** Opens again what a fact met that turned out never to have held: late or not, it is still owed. */
export async function reopenMetBy(
  app: App,
  tx: Tx,
  place: ObligationPlace,
  people: readonly string[],
  fact: { readonly id: string; readonly takenBackBy: string | null },
): Promise<void> {
  for (const { id, kind, rule, dueAt } of await reopenObligations(tx, people, fact.id)) {
    const facts = { obligationId: id, kind: kind as ObligationKind, rule, dueAt };
    const by = fact.takenBackBy;
    await logOnCase(app, tx, eventPlace(place), by, 'obligation.opened', facts);
  }
}

const eventPlace = ({ customerId, caseId, portfolioId }: ObligationPlace) => ({
  customerId,
  caseId,
  portfolio: { id: portfolioId },
});
