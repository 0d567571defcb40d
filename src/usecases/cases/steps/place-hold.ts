import { type Hold, type HoldKind, holdPart } from '#domain/cases/holds.ts';
import { type HoldTerms, holdTerms, reviewOnFor } from '#domain/contact/hold-terms.ts';
import type { ContactResult } from '#domain/contact/results.ts';
import { occasionOf } from '#domain/obligations/obligations.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { insertHold, leastBusy } from '#storage/cases/set-holds.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { createObligations } from '#usecases/obligations/steps/create-obligations.ts';
import { holdWords } from '#usecases/privacy/steps/sealed-words.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { applyTransition } from './apply-transition.ts';
import { openCaseFile, snapshotOf } from './case-file.ts';
import { settlePromisedCall } from './promised-call.ts';

/** A hold somebody wants to lay over a case. */
export type WantedHold = {
  readonly kind: HoldKind;
  readonly words: string;
  /** The account it covers alone. */
  readonly accountId?: string | null;
  readonly itemId?: string | null;
  readonly amountMinor?: bigint | null;
  readonly reviewOn?: LocalDate | null;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly conversationId: string | null;
  /** The result of the contact that the hold stands for, when it has one. */
  readonly as: ContactResult | null;
  /** It comes from a fact on record, which laid its obligations itself. */
  readonly fromFact?: true;
  /** Who wrote down what it comes from: it is theirs when nobody else can look at it. */
  readonly recordedBy?: string | null;
};

/** Roles that look at a hold, by the queue of its task. */
const lookers = {
  'back-office': ['back_office', 'supervisor'],
  supervisors: ['supervisor', 'manager'],
  specialists: ['specialist'],
} as const;

/** Who looks at a hold that came by itself where none of the lookers is there. */
const leaders = ['supervisor', 'manager', 'compliance', 'administrator'] as const;

/**
 * Places a hold on a case: the hold with an owner and a review date, its task, the case's clock and
 * work item by the table of moves. In force with the commit, so before the next dial is released.
 */
export async function placeHold(
  app: App,
  tx: Tx,
  ref: CaseRef,
  userId: string | null,
  wanted: WantedHold,
): Promise<{ holdId: string; reviewOn: LocalDate }> {
  const before = await openCaseFile(app, tx, ref);
  if (before.row.closedAt !== null)
    throw new Refusal('already-done', { thing: 'case', id: ref.caseId });
  const laid = await layHold(app, tx, ref, before, userId, wanted);
  const { holdId, taskId, ownerId, reviewOn } = laid;
  const { accountId = null, itemId = null, amountMinor = null, conversationId, kind } = wanted;
  const newHold: Hold = {
    kind,
    setOn: before.today,
    reviewOn,
    owner: ownerId,
    part: holdPart({ accountId, itemId, amount: amountMinor }),
    liftedOn: null,
  };
  const because = { holdId, holdKind: kind, conversationId };
  const occasion = occasionOf(kind === 'coerced-debt' ? 'coerced_debt_notice' : kind);
  if (occasion && !wanted.fromFact)
    await createObligations(
      app,
      tx,
      { ...ref, portfolioId: before.row.portfolio.id },
      occasion,
      `hold:${holdId}`,
    );
  const file = await openCaseFile(app, tx, ref);
  const told = { holdId, taskId, hold: newHold, userId };
  const agreed = await settlePromisedCall(app, tx, file, snapshotOf(file), told);
  await applyTransition(app, tx, ref, {
    ...{ on: 'hold-set', actorId: userId, file, known: { newHold }, agreed, because },
  });
  return { holdId, reviewOn };
}

/**
 * Places a hold on a case that is over, with an owner, a review date and a task: it moves nothing now
 * and stands when the case is opened again.
 */
export async function holdAtRest(
  app: App,
  tx: Tx,
  ref: CaseRef,
  userId: string | null,
  wanted: WantedHold,
): Promise<void> {
  await layHold(app, tx, ref, await openCaseFile(app, tx, ref), userId, wanted);
}

type CaseFile = Awaited<ReturnType<typeof openCaseFile>>;

/** Writes a hold with its task and its event. */
async function layHold(
  app: App,
  tx: Tx,
  ref: CaseRef,
  before: CaseFile,
  userId: string | null,
  wanted: WantedHold,
) {
  const terms = holdTerms[wanted.kind];
  const reviewOn = reviewOnFor(wanted.kind, before.today, wanted.reviewOn);
  if (reviewOn < before.today) {
    throw new Refusal('invalid-input', { problems: [{ path: 'reviewOn', message: 'date-past' }] });
  }
  const portfolioId = before.row.portfolio.id;
  const ownerId = await holdOwner(tx, terms, portfolioId, userId ?? wanted.recordedBy ?? null);
  if (ownerId === null)
    throw new Refusal('conflict', { thing: 'hold', reason: 'nobody-to-own-it' });
  const [holdId, taskId] = [app.newId(), app.newId()];
  const { accountId = null, itemId = null, amountMinor = null } = wanted;
  const { customerId, caseId } = ref;
  await insertHold(tx, {
    customerId,
    caseId,
    id: holdId,
    taskId,
    tenantId: app.tenantId,
    portfolioId,
    kind: wanted.kind,
    accountId,
    itemId,
    amountMinor,
    reason: holdWords(app, customerId, wanted.kind, wanted.words),
    details: {
      ...wanted.details,
      conversationId: wanted.conversationId,
      ...(wanted.fromFact ? { fromFact: true } : {}),
    },
    ownerId,
    reviewOn,
    setAt: now(app),
    setBy: userId,
    task: terms.task,
    queue: terms.queue,
  });
  const { conversationId, as, kind } = wanted;
  const facts = { holdId, kind, reviewOn, conversationId, as };
  await logOnCase(app, tx, { ...ref, portfolio: before.row.portfolio }, userId, 'hold.set', facts);
  return { holdId, taskId, ownerId, reviewOn };
}

/**
 * Who looks at a hold; without a specialist a supervisor, never an agent without the training. Null
 * where nobody can.
 */
export async function holdOwner(
  tx: Tx,
  { queue }: HoldTerms,
  portfolioId: string,
  userId: string | null,
): Promise<string | null> {
  const instead =
    queue === 'specialists'
      ? () => leastBusy(tx, lookers.supervisors, portfolioId)
      : () => undefined;
  const ownerId =
    (await leastBusy(tx, lookers[queue], portfolioId)) ??
    (await instead()) ??
    userId ??
    (await leastBusy(tx, leaders, portfolioId));
  return ownerId ?? null;
}
