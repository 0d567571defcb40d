import type { ScriptParts } from '#domain/contact/call-script.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { boundFrom, RETURNABLE } from '#domain/gate/facts/fact-kinds.ts';
import { factContact } from '#domain/strategy/notice-contact.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { setPointState } from '#storage/calls/people.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import {
  type EarlierFact,
  earlierFact,
  type FactTimes,
  inBookSince,
  ownerOfPoint,
} from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import {
  checkLanguage,
  type GivenNotice,
  giveNotice,
  type NoticeGiven,
  noticeFor,
} from '#usecases/obligations/steps/give-notice.ts';
import { expectNotOwed } from '#usecases/obligations/steps/notice-parts.ts';
import { keepFact, withDebts } from './steps/keep-fact.ts';
import { strayDebt } from './steps/named-debts.ts';
import {
  askVulnerableReview,
  endsVulnerability,
  mayEndVulnerability,
} from './steps/vulnerability-ended.ts';

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
  /** The language in which a notice of ours was written, ISO 639-1; left out where nobody told. */
  readonly language?: string | null;
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
 * counts as an attempt. That somebody is vulnerable no longer is put before whoever may decide it, and
 * then throws `step-missing`. Throws `contact-refused`, `not-found` for a case that is
 * not there, `step-missing` for a prescribed notice that is owed on the case, `invalid-input` with the
 * path of what cannot be.
 */
export async function recordFact(app: App, actor: Actor, input: FactInput) {
  const place = await caseRefOf(app.db, input.caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'fact.record', place.portfolioId);
  const kept = await failingClosed(app, { caseId: null, portfolio: null }, () =>
    keep(app, actor, input, place),
  );
  if (kept.refused) throw contactRefused(app, kept.refused);
  if (kept.factId === null) throw new Refusal('step-missing', { needs: 'vulnerable-review' });
  return { factId: kept.factId };
}

/** Without an id it was put before whoever may decide it. */
type Kept =
  | { readonly refused: null; readonly factId: string | null }
  | { readonly refused: Decision };

function keep(app: App, actor: Actor, input: FactInput, place: Place): Promise<Kept> {
  const times = factTimes(app, input);
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, place.customerId);
    const earlier = await earlierOf(tx, actor, people, input, times);
    if (input.about === null) {
      await expectNotOwed(app, tx, place, { word: input.kind, sentAt: times.occurredAt });
    }
    const isEnd = endsVulnerability(input);
    if (isEnd && !mayEndVulnerability(actor, place.portfolioId)) {
      await askVulnerableReview(app, tx, actor, place, input.source);
      return { refused: null, factId: null };
    }
    const since = sinceOf(earlier, input, times);
    const details = await detailsOf(tx, actor, place, people, input, times);
    const given = await givenAs(app, tx, actor, place, input, details, times);
    if (given?.refused) return { refused: given.refused };
    const factId = app.newId();
    const { kind, source, evidenceRef, transferable, about } = input;
    await keepFact(app, tx, actor.userId, place, people, {
      ...{ id: factId, kind, details, times, source, evidenceRef, transferable },
      attemptId: given?.attemptId ?? null,
      about: earlier && about ? { fact: earlier, as: about.as } : null,
      how: 'other',
      mayLift: (id) => may(actor, 'fact.record', id) && (!isEnd || mayEndVulnerability(actor, id)),
    });
    await markWrong(tx, people, input, (earlier ?? { details }).details);
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
 * The contact that a notice of ours was, or what the gate has against it; null for what is no notice,
 * and for one that was sent before the account came to this book: that is history and no contact of
 * ours.
 */
async function givenAs(
  app: App,
  tx: Tx,
  actor: Actor,
  place: Place,
  { kind, about, evidenceRef, language = null }: FactInput,
  details: Readonly<Record<string, unknown>>,
  { occurredAt }: FactTimes,
): Promise<NoticeGiven | null> {
  const { medium, address } = details;
  const way = ownValue(ways, String(medium)) ?? 'post';
  if (about !== null) return noWords(language);
  const make = (parts: ScriptParts) => factContact(kind, parts, evidenceRef);
  const notice = await noticeFor(app, tx, place, make, language);
  if (!notice) return noWords(language);
  const since = await inBookSince(tx, place.customerId, place.portfolioId);
  if (since === null || msOf(occurredAt) < msOf(since)) return noWords(language);
  checkLanguage(language, way !== 'phone_call');
  return giveNotice(app, tx, actor, place, notice, {
    way,
    at: occurredAt,
    campaign: `fact:${kind}`,
    contactPointId: typeof address === 'string' ? address : null,
  });
}

/** Nothing went out from here: there are no words whose language could be kept. */
function noWords(language: string | null): null {
  checkLanguage(language, false);
  return null;
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
  const debts = (earlier.details['debts'] as readonly string[] | undefined) ?? [];
  if ((await strayDebt(tx, actor, people, debts)) >= 0) throw wrong('about.factId', 'unknown');
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
  actor: Actor,
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
  if (!debts) return withDebts(tx, place, kind, details);
  const stray = await strayDebt(tx, actor, people, debts);
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
