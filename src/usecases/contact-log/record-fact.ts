import type { ScriptParts } from '#domain/contact/call-script.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { boundFrom, FACT_KINDS, RETURNABLE } from '#domain/gate/facts/fact-kinds.ts';
import { occasionOf } from '#domain/obligations/obligations.ts';
import { factContact } from '#domain/strategy/notice-contact.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { setPointState } from '#storage/calls/people.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import {
  debtsAmong,
  debtsOn,
  type EarlierFact,
  earlierFact,
  type FactTimes,
  inBookSince,
  insertFact,
  ownerOfPoint,
} from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { holdByFact } from '#usecases/cases/steps/fact-holds.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import {
  createObligations,
  meetBy,
  reopenMetBy,
} from '#usecases/obligations/steps/create-obligations.ts';
import {
  type GivenNotice,
  giveNotice,
  noticeFor,
} from '#usecases/obligations/steps/give-notice.ts';
import { factEvent } from '#usecases/record-event.ts';

/** A fact somebody records on a case. Details are those of its kind, as `FACT_KINDS` lists them. */
export type FactInput = SaidTimes & {
  readonly caseId: string;
  readonly kind: EventWord;
  readonly details: Readonly<Record<string, unknown>>;
  /** Who or what told it. */
  readonly source: string;
  /** Where the proof is kept. */
  readonly evidenceRef: string | null;
  /** Whether a later collector is bound by it too. */
  readonly transferable: boolean;
  /** An earlier fact that this one withdraws, or a notice that came back undelivered. */
  readonly about: { readonly factId: string; readonly as: 'withdrawn' | 'returned' } | null;
};

/** The case a fact is recorded on. */
type Place = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
};

/**
 * Keeps a raw fact about a person: in force with the commit, from the instant from which its kind
 * binds. Decisions made since that instant are looked at again. A notice of ours passes the gate and
 * counts as an attempt. Throws `contact-refused`, `not-found` for a case that is
 * not there, `invalid-input` with the path of what cannot be.
 */
export async function recordFact(app: App, actor: Actor, input: FactInput) {
  const place = await caseRefOf(app.db, input.caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'fact.record', place.portfolioId);
  const kept = await failingClosed(app, { caseId: null, portfolio: null }, () =>
    keep(app, actor, input, place),
  );
  if (kept.refused) throw contactRefused(kept.refused);
  return { factId: kept.factId };
}

type Kept = { readonly refused: null; readonly factId: string } | { readonly refused: Decision };

function keep(app: App, actor: Actor, input: FactInput, place: Place): Promise<Kept> {
  const times = factTimes(app, input);
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, place.customerId);
    const earlier = await earlierOf(tx, actor, people, input, times);
    const since = sinceOf(earlier, input, times);
    const details = await detailsOf(tx, place, people, input, times);
    const refused = await refusalOf(app, tx, actor, place, input, details, times);
    if (refused) return { refused };
    const factId = app.newId();
    await insertFact(tx, {
      id: factId,
      tenantId: app.tenantId,
      ...place,
      ...times,
      kind: input.kind,
      details,
      recordedBy: actor.userId,
      source: input.source,
      evidenceRef: input.evidenceRef,
      withdraws: input.about?.factId ?? null,
      transferable: input.transferable,
    });
    await markWrong(tx, people, input, (earlier ?? { details }).details);
    const facts = { factId, fact: input.kind, as: input.about?.as ?? null };
    const about = { ...place, userId: actor.userId };
    await append(tx, [factEvent(app, about, 'fact.recorded', times, facts)]);
    await obligationsOf(app, tx, place, people, factId, input, times, actor);
    await holdByFact(app, tx, actor.userId, {
      customerId: place.customerId,
      kind: input.kind,
      source: input.source,
      debts: ((earlier ?? { details }).details['debts'] as readonly string[] | undefined) ?? null,
      isWithdrawn: input.about?.as === 'withdrawn',
    });
    await recheckDecisions(app, tx, { people }, since, { kind: 'fact', id: factId });
    return { refused: null, factId };
  });
}

/** How a notice goes out, by the medium that is told of it; by post when none is. */
const ways: Readonly<Record<string, GivenNotice['way']>> = {
  email: 'email',
  electronic: 'email',
  sms: 'sms',
  phone_call: 'phone_call',
  chat: 'other',
  messaging: 'other',
  all: 'other',
};

/**
 * What the gate has against a notice of ours that a fact tells of; null when it went, or was sent before
 * the account came to this book: that is history and no contact of ours.
 */
async function refusalOf(
  app: App,
  tx: Tx,
  actor: Actor,
  place: Place,
  { kind, about, evidenceRef }: FactInput,
  details: Readonly<Record<string, unknown>>,
  { occurredAt }: FactTimes,
): Promise<Decision | null> {
  if (about !== null) return null;
  const make = (parts: ScriptParts) => factContact(kind, parts, evidenceRef);
  const notice = await noticeFor(app, tx, place, make);
  if (!notice) return null;
  const since = await inBookSince(tx, place.customerId, place.portfolioId);
  if (since === null || msOf(occurredAt) < msOf(since)) return null;
  const { medium, address } = details;
  const given = await giveNotice(app, tx, actor, place, notice, {
    way: ownValue(ways, String(medium)) ?? 'post',
    at: occurredAt,
    campaign: `fact:${kind}`,
    contactPointId: typeof address === 'string' ? address : null,
  });
  return given.refused;
}

/** A fact lays an obligation on us or meets one; what came back or never was meets none. */
async function obligationsOf(
  app: App,
  tx: Tx,
  place: Place,
  people: readonly string[],
  factId: string,
  { kind, about, evidenceRef }: FactInput,
  { occurredAt }: FactTimes,
  actor: Actor,
): Promise<void> {
  if (about?.as === 'withdrawn') {
    const fact = { id: about.factId, takenBackBy: actor.userId };
    return reopenMetBy(app, tx, place, people, fact);
  }
  if (about?.as === 'returned') {
    if (kind !== 'validation_notice') return;
    return createObligations(app, tx, place, 'first_communication', `returned:${factId}`);
  }
  const occasion = occasionOf(kind);
  if (occasion)
    await createObligations(app, tx, place, occasion, `fact:${factId}`, msOf(occurredAt));
  const reference = evidenceRef ?? factId;
  const fulfilment = { how: 'other', metAt: occurredAt, reference, factId } as const;
  const met = { by: actor.userId, fulfilment, doneAt: occurredAt };
  await meetBy(app, tx, place, kind, met);
}

const wrong = (path: string, message: string) =>
  new Refusal('invalid-input', { problems: [{ path, message }] });

/**
 * The fact that this one speaks of; null when it speaks of none. Throws when it cannot: nobody takes
 * back what was recorded on a portfolio that is not theirs.
 */
async function earlierOf(
  tx: Tx,
  actor: Actor,
  people: readonly string[],
  { about, kind }: FactInput,
  times: FactTimes,
): Promise<EarlierFact | null> {
  if (about === null) return null;
  const earlier = await earlierFact(tx, people, about.factId);
  const isTheirs = earlier && may(actor, 'fact.record', earlier.portfolioId ?? undefined);
  if (!isTheirs || earlier.withdraws !== null) throw wrong('about.factId', 'unknown');
  if (earlier.kind !== kind) throw wrong('kind', 'not-as-before');
  if (earlier.answered) throw new Refusal('already-done', { thing: 'fact', id: earlier.id });
  if (msOf(times.occurredAt) < msOf(earlier.occurredAt)) {
    throw wrong('occurredAt', 'before-what-it-is-about');
  }
  if (about.as === 'returned' && !RETURNABLE.includes(kind)) {
    throw wrong('about.as', 'not-a-notice');
  }
  return earlier;
}

/** From when a fact changes what is true: what is withdrawn never held. */
function sinceOf(earlier: EarlierFact | null, input: FactInput, times: FactTimes): Instant {
  if (earlier === null) return boundFrom({ kind: input.kind, ...times });
  return input.about?.as === 'withdrawn' ? boundFrom(earlier) : times.occurredAt;
}

/** The details with what they mean by default; ids in them must be the person's own. */
async function detailsOf(
  tx: Tx,
  place: Place,
  people: readonly string[],
  { kind, details, about }: FactInput,
  times: FactTimes,
): Promise<Readonly<Record<string, unknown>>> {
  if (about?.as === 'returned') return { undelivered_notice_at: times.occurredAt };
  if (about !== null) return {};
  const address = details['address'];
  if (typeof address === 'string' && !(await ownerOfPoint(tx, people, address))) {
    throw wrong('details.address', 'unknown');
  }
  const debts = details['debts'] as readonly string[] | undefined;
  if (!debts && FACT_KINDS[kind].about !== 'debts') return details;
  if (!debts) return { ...details, debts: await debtsOn(tx, place.customerId, place.portfolioId) };
  const known = await debtsAmong(tx, people, debts);
  const stray = debts.findIndex((id) => !known.has(id));
  if (stray >= 0) throw wrong(`details.debts.${stray}`, 'unknown');
  return details;
}

/** A number learned to be somebody else's is never used again; taking that back opens it. */
async function markWrong(
  tx: Tx,
  people: readonly string[],
  { kind, about }: FactInput,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (kind !== 'wrong_party') return;
  const pointId = String(details['address']);
  const owner = await ownerOfPoint(tx, people, pointId);
  if (owner) await setPointState(tx, owner, pointId, about ? 'unverified' : 'wrong_person');
}
