import { titlesOf } from '#domain/contact/cited-rules.ts';
import { event } from '#domain/events/event.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { type ObligationKind, obligationKinds } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { factOfDuty } from '#domain/obligations/duty-facts.ts';
import { dutyContact } from '#domain/strategy/notice-contact.ts';
import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { escalateObligations } from '#storage/obligations/escalate.ts';
import {
  cancelObligation,
  listedObligations,
  lockObligation,
  type ObligationRow,
  obligationById,
  obligationCounts,
  obligationsAPage,
  ownObligation,
} from '#storage/obligations/obligations.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { keepFact, withDebts } from '#usecases/contact-log/steps/keep-fact.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { failingClosed, raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { meetKinds } from './steps/create-obligations.ts';
import { giveNotice, noticeFor } from './steps/give-notice.ts';

/** Obligations raised in one turn of the clockwork. */
const raisedAtOnce = 500;

const done = { done: true as const };

/**
 * Open obligations by due time, or ended ones, with counts by kind: those of the actor's
 * portfolios.
 */
export async function listObligations(
  app: App,
  actor: Actor,
  input: { open: boolean; kind?: string | undefined; page: number },
) {
  allow(actor, 'obligation.work');
  const portfolios = portfoliosWith(actor, 'obligation.work');
  const { tenantId } = app;
  const rows = await listedObligations(app.db, {
    tenantId,
    portfolios,
    open: input.open,
    kind: input.kind ?? null,
    page: input.page,
  });
  const nowMs = app.clock();
  return {
    titles: titlesOf(
      app.gate.packs,
      rows.map(({ rule }) => rule),
    ),
    counts: await obligationCounts(app.db, tenantId, portfolios, now(app)),
    obligations: rows.slice(0, obligationsAPage).map((row) => ({
      ...row,
      late: row.fulfilledAt === null && row.cancelledAt === null && msOf(row.dueAt) < nowMs,
      mine: row.ownerId !== null && row.ownerId === actor.userId,
    })),
    more: rows.length > obligationsAPage,
  };
}

/**
 * Changes one open obligation under its lock and that of the person. What `run` answers is kept with
 * what it did. Throws `not-found`, `already-done`.
 */
async function change<Answer>(
  app: App,
  actor: Actor,
  obligationId: string,
  run: (tx: Tx, obligation: ObligationRow) => Promise<Answer>,
): Promise<Answer> {
  allow(actor, 'obligation.work');
  const notFound = new Refusal('not-found', { thing: 'obligation', id: obligationId });
  return inRetriedTransaction(app.db, async (tx) => {
    const found = await obligationById(tx, obligationId);
    if (!found || !may(actor, 'obligation.work', found.portfolioId)) throw notFound;
    await lockPeople(tx, found.customerId);
    const obligation = await lockObligation(tx, obligationId);
    if (!obligation) throw notFound;
    if (obligation.fulfilledAt !== null || obligation.cancelledAt !== null) {
      throw new Refusal('already-done', { thing: 'obligation', id: obligationId });
    }
    return run(tx, obligation);
  });
}

const placeOf = ({ customerId, caseId, portfolioId }: ObligationRow) => ({
  customerId,
  caseId,
  portfolioId,
  portfolio: { id: portfolioId },
});

/** Takes an obligation, or gives it back. Throws `taken-by-another` for somebody else's. */
export async function claimObligation(
  app: App,
  actor: Actor,
  { obligationId, release }: { obligationId: string; release: boolean },
) {
  await change(app, actor, obligationId, async (tx, obligation) => {
    if (obligation.ownerId !== null && obligation.ownerId !== actor.userId) {
      throw new Refusal('taken-by-another', {
        thing: 'obligation',
        by: obligation.ownerName ?? '',
      });
    }
    await ownObligation(tx, obligation, release ? null : actor.userId);
    const kind = release ? 'obligation.released' : 'obligation.claimed';
    await logOnCase(app, tx, placeOf(obligation), actor.userId, kind, {
      obligationId,
      kind: obligation.kind as ObligationKind,
    });
  });
  return done;
}

/** How an obligation was met outside the product: sent by post, said on the phone. */
export type FulfilInput = {
  readonly obligationId: string;
  readonly how: 'letter' | 'email' | 'sms' | 'phone_call' | 'other';
  readonly metAt: Instant;
  /** Where the proof is: a posting number, a file. */
  readonly reference: string;
};

/** The ways of a fulfilment as the gate is asked about them. */
const ways = {
  letter: 'post',
  email: 'email',
  sms: 'sms',
  phone_call: 'phone_call',
  other: 'other',
} as const;

/**
 * Says that an obligation was met, when and with what proof. What goes to the person passes the gate
 * first and counts; what was said on the telephone is the call on record. Throws `invalid-input` for a
 * time to come, `contact-refused`, `step-missing` without an address or without the call.
 */
export async function fulfilObligation(app: App, actor: Actor, input: FulfilInput) {
  const nowhere = { caseId: null, portfolio: null };
  const refused = await failingClosed(app, nowhere, () => fulfil(app, actor, input));
  if (refused) {
    await raiseAlarms(app, app.db, nowhere, refused);
    throw contactRefused(refused);
  }
  return done;
}

/** Null when it was met, else what the gate has against it. */
function fulfil(app: App, actor: Actor, input: FulfilInput): Promise<Decision | null> {
  const { obligationId, how, metAt, reference } = input;
  return change(app, actor, obligationId, async (tx, obligation) => {
    const isLater = msOf(metAt) > app.clock();
    const isBefore = msOf(metAt) < msOf(obligation.openedAt) - dayMs;
    if (isLater || isBefore) {
      const message = isLater ? 'date-future' : 'before-it-arose';
      throw new Refusal('invalid-input', { problems: [{ path: 'metAt', message }] });
    }
    const kind = obligationKinds.find(
      (known): known is ObligationKind => known === obligation.kind,
    );
    if (!kind) throw new Refusal('not-found', { thing: 'obligation', id: obligationId });
    const notice = await noticeFor(app, tx, obligation, (parts) => dutyContact(kind, parts));
    const sent = { way: ways[how], at: metAt, campaign: `obligation:${kind}` };
    const given = notice && (await giveNotice(app, tx, actor, obligation, notice, sent));
    if (given?.refused) return given.refused;
    const attempt = given ? { attemptId: given.attemptId } : {};
    const inTime = msOf(metAt) <= msOf(obligation.dueAt);
    const word = factOfDuty(kind);
    const fact = word && { id: app.newId(), kind: word };
    await meetKinds(app, tx, placeOf(obligation), [kind], {
      ...{ by: actor.userId, obligationId },
      fulfilment: { how, metAt, reference, inTime, ...attempt, ...(fact && { factId: fact.id }) },
    });
    if (fact) await recordDone(app, tx, actor, obligation, fact, input, given?.attemptId ?? null);
    return null;
  });
}

/**
 * Puts what was done into the log of contact, so that the gate knows of it: that the notice was given,
 * that the answer was sent. Decisions made since are looked at again.
 */
async function recordDone(
  app: App,
  tx: Tx,
  actor: Actor,
  obligation: ObligationRow,
  { id, kind }: { readonly id: string; readonly kind: EventWord },
  { how, metAt, reference }: FulfilInput,
  attemptId: string | null,
): Promise<void> {
  const people = await lockPeople(tx, obligation.customerId);
  const place = placeOf(obligation);
  const medium = FACT_KINDS[kind].fields.includes('medium') ? mediumOf[how] : null;
  const details = await withDebts(tx, place, kind, medium === null ? {} : { medium });
  await keepFact(app, tx, actor.userId, place, people, {
    ...{ id, kind, details, times: factTimes(app, { occurredAt: metAt }), attemptId, how },
    ...{ source: `obligation:${obligation.kind}`, evidenceRef: reference },
    ...{ transferable: true, about: null },
  });
  await recheckDecisions(app, tx, { people }, metAt, { kind: 'fact', id });
}

/** The medium of a notice as its fact tells it: what was said was received at once. */
const mediumOf = { letter: 'letter', email: 'email', sms: 'sms', phone_call: 'oral', other: null };

/** A notice may have left on the day before what caused it was written down. */
const dayMs = 86_400_000;

/** Ends an obligation that need not be met: paid before, sent by the creditor. The reason is kept. */
export async function dropObligation(
  app: App,
  actor: Actor,
  { obligationId, reason }: { obligationId: string; reason: string },
) {
  await change(app, actor, obligationId, async (tx, obligation) => {
    await cancelObligation(tx, obligation, now(app), reason);
    const facts = { obligationId, kind: obligation.kind as ObligationKind };
    await logOnCase(app, tx, placeOf(obligation), actor.userId, 'obligation.cancelled', facts);
  });
  return done;
}

/** Raises obligations whose time runs short or is over; the clockwork calls it. Answers how many. */
export async function raiseObligations(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const at = now(app);
    const raised = await escalateObligations(tx, at, raisedAtOnce);
    const inOrder = raised.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
    await append(
      tx,
      inOrder.map(({ id, kind, escalation, ...place }) =>
        event(
          escalation === 2 ? 'obligation.overdue' : 'obligation.escalated',
          {
            id: app.newId(),
            tenantId: app.tenantId,
            ...place,
            occurredAt: at,
            recordedAt: at,
            actorId: null,
          },
          { obligationId: id, kind: kind as ObligationKind },
        ),
      ),
    );
    return raised.length;
  });
}
