import { event as eventOf } from '#domain/events/event.ts';
import type { EventType, Fault, KeyEvent, SubReason } from '#domain/key-events/events.ts';
import { isSubReason, usualFault } from '#domain/key-events/events.ts';
import { methodEvidence } from '#domain/key-events/kept-event.ts';
import { isReject } from '#domain/key-events/reject-cost.ts';
import { namedReturnCode } from '#domain/key-events/return-codes.ts';
import { openingTaskOf } from '#domain/strategy/protection.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import { insertKeyEvent } from '#storage/key-events/key-events.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { openTask } from '#storage/tasks/tasks.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { costOfReject } from '#usecases/cases/steps/cost-of-reject.ts';
import { holdByCode } from '#usecases/cases/steps/hold-by-code.ts';
import { takeInEvents } from '#usecases/cases/steps/take-in-events.ts';
import { findDebtor } from '#usecases/ledger/steps/find-debtor.ts';
import { notInFuture } from '#usecases/ledger/steps/not-in-future.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A key event somebody records. A return code of a bank decides type, reason and fault by itself. */
export type KeyEventToRecord = {
  readonly portfolioId: string;
  readonly accountReference: string | null;
  readonly itemReference: string | null;
  readonly type: EventType;
  readonly subReason: string;
  /** `AM04`, or with its list `sepa:AM04`; null without one. */
  readonly reasonCode: string | null;
  /** Null takes the usual one for the reason. */
  readonly fault: Fault | null;
  readonly detail: string | null;
  /** Type B: whether the payment method is still good; null lets the code say. */
  readonly methodValid: boolean | null;
  readonly happenedOn: LocalDate;
  readonly note: string | null;
};

/**
 * Records a key event: it opens a case or joins the open one, and its treatment begins at once.
 * Throws `not-allowed`, `not-found`, or `invalid-input` for a reason that is none of its type.
 */
export async function recordKeyEvent(
  app: App,
  actor: Actor,
  input: KeyEventToRecord,
): Promise<{ readonly eventId: string; readonly caseId: string | null }> {
  allow(actor, 'task.work', input.portfolioId);
  const place = await placeOf(app, app.db, input.portfolioId);
  notInFuture(app, place, input.happenedOn, 'happenedOn');
  const judged = judgedBy(input);
  const eventId = app.newId();
  return inRetriedTransaction(app.db, async (tx) => {
    const debtor = await findDebtor(app, tx, { ...input, customerReference: null });
    const { customerId, accountId } = debtor;
    const { reasonCode } = input;
    const cost = isReject(judged.type, reasonCode !== null)
      ? await costOfReject(tx, place, { customerId, accountId, reasonCode, charged: null })
      : null;
    await insertKeyEvent(tx, {
      ...debtor,
      id: eventId,
      tenantId: app.tenantId,
      portfolioId: input.portfolioId,
      caseId: null,
      type: judged.type,
      subReason: judged.reason,
      fault: judged.fault,
      reasonCode: input.reasonCode,
      source: 'office',
      evidence: evidenceOf(input, judged),
      happenedOn: input.happenedOn,
      recordedAt: now(app),
      cost,
    });
    await takeInEvents(app, tx, place, [customerId], actor.userId);
    const caseId = (await openCasesOf(tx, input.portfolioId, [customerId])).get(customerId) ?? null;
    await logEvent(app, tx, actor, { ...input, customerId, caseId, eventId, judged });
    await openWork(app, tx, place, { customerId, caseId, judged });
    if (judged.sets && caseId) {
      const ref = { customerId, caseId };
      await holdByCode(app, tx, place, ref, judged.sets, input.reasonCode, actor.userId);
    }
    return { eventId, caseId };
  });
}

type Judged = {
  readonly type: EventType;
  readonly reason: SubReason;
  readonly fault: Fault;
  readonly methodValid: boolean | null;
  readonly sets: 'deceased' | null;
};

function judgedBy(input: KeyEventToRecord): Judged {
  const code = input.reasonCode === null ? null : namedReturnCode(input.reasonCode);
  if (code) {
    const { type, reason, fault, methodValid, sets } = code;
    return { type, reason, fault: input.fault ?? fault, methodValid, sets };
  }
  if (!isSubReason(input.type, input.subReason)) {
    throw new Refusal('invalid-input', {
      problems: [{ path: 'subReason', message: 'not-a-reason-of-this-type' }],
    });
  }
  const reason: SubReason = input.subReason;
  const fault = input.fault ?? usualFault(input.type, reason);
  return { type: input.type, reason, fault, methodValid: methodValidOf(input, reason), sets: null };
}

/** Reasons after which a payment method is still good, when nobody says otherwise. */
const methodSurvives: readonly SubReason[] = [
  'insufficient-funds',
  'limit-exceeded',
  'declined-by-bank',
];

function methodValidOf(input: KeyEventToRecord, reason: SubReason): boolean | null {
  if (input.type !== 'B') return null;
  return input.methodValid ?? methodSurvives.includes(reason);
}

function evidenceOf(input: KeyEventToRecord, judged: Judged): Record<string, unknown> {
  return {
    ...methodEvidence(judged.type, judged.methodValid),
    ...(input.detail ? { detail: input.detail } : {}),
    ...(input.note ? { note: input.note } : {}),
  };
}

async function logEvent(
  app: App,
  tx: Tx,
  actor: Actor,
  event: KeyEventToRecord & {
    readonly customerId: string;
    readonly caseId: string | null;
    readonly eventId: string;
    readonly judged: Judged;
  },
): Promise<void> {
  const at = now(app);
  const { type, reason, fault } = event.judged;
  await append(tx, [
    eventOf(
      'key-event.recorded',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: event.portfolioId,
        customerId: event.customerId,
        caseId: event.caseId,
        occurredAt: at,
        recordedAt: at,
        actorId: actor.userId,
      },
      { eventId: event.eventId, type, reason, fault, happenedOn: event.happenedOn },
    ),
  ]);
}

/** The work an event opens beside its lane: those of a lane come with their step. */
async function openWork(
  app: App,
  tx: Tx,
  place: Place,
  event: { readonly customerId: string; readonly caseId: string | null; readonly judged: Judged },
): Promise<void> {
  const today = dateIn(place.portfolio.zone, app.clock());
  const { type, reason, fault, methodValid } = event.judged;
  const rest = {
    eventId: '',
    detail: null,
    ordinarySince: null,
    correctedOn: null,
    code: null,
    solvedOn: null,
  };
  const whole: KeyEvent = { ...rest, type, reason, fault, methodValid, recordedOn: today };
  const opening = openingTaskOf(whole);
  if (!opening || type !== 'D' || reason === 'not-received') return;
  await openTask(tx, {
    customerId: event.customerId,
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: place.portfolio.id,
    caseId: event.caseId,
    kind: opening.task,
    queue: opening.queue,
    details: {},
    dueOn: addBusinessDays(today, opening.dueInBusinessDays, place.policy.calendar),
    openedAt: now(app),
    openedBy: null,
  });
}
