import { restartedDueOn } from '#domain/cases/entry.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { event } from '#domain/events/event.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { decisionsOf, outcomesOf, type TaskOutcome } from '#domain/strategy/decisions.ts';
import { needsAnswer } from '#domain/strategy/hold-letters.ts';
import { needsReason } from '#domain/strategy/office-work.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { putOffReview, refreshHoldReview } from '#storage/cases/holds.ts';
import { addEvidence, openEventsOf, restartItem } from '#storage/key-events/key-events.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { taskFacts } from '#storage/tasks/task-facts.ts';
import { endTasks, insertNotices, lockTask, missingInvoices } from '#storage/tasks/tasks.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { endHoldOf } from '#usecases/cases/steps/end-hold.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { type AlarmPlace, failingClosed, raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { askLeftOut } from './steps/ask-left-out.ts';
import { askLegalStep, carriedStepOf } from './steps/ask-legal-step.ts';
import { recordCarriedOut } from './steps/carried-out.ts';
import { decideReview } from './steps/decide-review.ts';
import { checkAnswer, recordHoldLetter } from './steps/hold-letter.ts';
import { checkSentOn, noticeOf } from './steps/notice-of.ts';
import { sendByOffice } from './steps/send-by-office.ts';
import {
  detailsOf,
  keepReason,
  logNotices,
  logTasks,
  type TaskToFinish,
} from './steps/task-details.ts';

/** What a person says of a task. */
export type TaskResult = {
  readonly taskId: string;
  /** One of `outcomesOf` the task: the usual end, or a decision. */
  readonly outcome: TaskOutcome;
  /** When something was sent: the day it went out; today unless given. */
  readonly sentOn: LocalDate | null;
  readonly how: string | null;
  /** The language of words of the operator's own, ISO 639-1; left out where nobody told. */
  readonly language?: string | null;
  /** The reason of a decision; needed for `outcomesWithReason`. */
  readonly why: string | null;
  /** The next review of a hold that is put off. */
  readonly reviewOn: LocalDate | null;
};

/** Tasks that correct a mistake of the organisation: a case that ends by one counts as cured. */
const correctingKinds = ['resend-invoice', 'correct-data'];

/**
 * Finishes a task: what it did is recorded (a notice with its date, corrected data, an invoice sent
 * again, a decision with a name and a reason), and the case goes on from there in the same
 * transaction. What it sends and the legal step it takes pass the gate first; refused, the task stays
 * and waits for its next day. Throws `contact-refused`, `not-found`, `not-allowed`, `already-done`, `step-missing`,
 * `invalid-input`.
 */
export async function finishTask(
  app: App,
  actor: Actor,
  result: TaskResult,
): Promise<{ readonly done: true }> {
  const nowhere = { caseId: null, portfolio: null };
  const ended = await failingClosed(app, nowhere, () => finishOne(app, actor, result));
  if (ended.refused) {
    await raiseAlarms(app, app.db, ended.at, ended.refused);
    throw contactRefused(app, ended.refused);
  }
  return { done: true };
}

type Ended = { readonly refused: null } | { readonly refused: Decision; readonly at: AlarmPlace };

function finishOne(app: App, actor: Actor, result: TaskResult): Promise<Ended> {
  return inRetriedTransaction(app.db, async (tx) => {
    const task = await lockTask(tx, result.taskId);
    if (!task) throw new Refusal('not-found', { thing: 'task', id: result.taskId });
    allow(actor, 'task.work', task.portfolioId);
    if (task.doneAt) throw new Refusal('already-done', { thing: 'task', id: task.id });
    if (task.kind === holdTerms.vulnerable.task) {
      allow(actor, 'vulnerable.review', task.portfolioId);
    }
    checkDecider(actor, task, result);
    const { effect = null, holdId = null } = detailsOf(task);
    const { outcome } = result;
    if (
      !outcomesOf({ kind: task.kind, action: null, holdId }).includes(outcome) &&
      outcome === 'letter-sent'
    ) {
      throw new Refusal('step-missing', { needs: 'decision' });
    }
    const needsWords = needsReason(effect, outcome) || needsAnswer(task.kind, outcome);
    if (needsWords && !result.why?.trim()) {
      throw new Refusal('step-missing', { needs: 'reason' });
    }
    const place = await placeOf(app, tx, task.portfolioId);
    const decision = triggerOf(task, result);
    const refused = await refusalOf(app, tx, place, actor, task, result, decision);
    if (refused) return { refused, at: { caseId: task.caseId, portfolio: place.portfolio } };
    if (decision) await decideReview(app, tx, place, actor, task, decision, result);
    const happened = decision ? [] : await carryOut(app, tx, place, actor, task, result);
    if (result.outcome !== 'put-off') {
      await endTasks(tx, [task], now(app), actor.userId, result.outcome);
    }
    // A hold that is lifted keeps its reason itself.
    const noteId =
      result.outcome === 'lift' ? null : await keepReason(app, tx, actor, task, result.why);
    await logTasks(app, tx, actor, [task], result.outcome, noteId);
    await settleCases(app, tx, place, [task.customerId], {
      actorId: actor.userId,
      happened,
      ...(correctingKinds.includes(task.kind) ? { clearedBy: 'cured' } : {}),
    });
    return { refused: null };
  });
}

/** What the gate says against what the task sends, decides or carries out; null for nothing. */
async function refusalOf(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  result: TaskResult,
  decides: Trigger | null,
): Promise<Decision | null> {
  if (decides) return askLegalStep(app, tx, place, actor, task, decides, true);
  if (result.outcome === 'lift') return askLeftOut(app, tx, place, actor.userId, task);
  if (!['done', 'letter-sent'].includes(result.outcome)) return null;
  if (result.sentOn !== null) checkSentOn(app, place, task, result.sentOn);
  const facts = (await taskFacts(tx, [task])).get(task.id);
  if (facts && result.outcome === 'letter-sent') checkAnswer(app, task, facts, result.why);
  const unsent = await sendByOffice(app, tx, place, actor, task, result, facts);
  return unsent ?? askLegalStep(app, tx, place, actor, task, carriedStepOf(task), false);
}

/** The move that the outcome of a review decides; null when it decides none. */
function triggerOf(task: TaskToFinish, { outcome }: TaskResult): Trigger | null {
  return task.caseId === null
    ? null
    : (ownValue(ownValue(decisionsOf, task.kind) ?? {}, outcome) ?? null);
}

/** A review of the department is decided by name and with a reason, and not by everybody. */
function checkDecider(actor: Actor, task: TaskToFinish, { outcome }: TaskResult): void {
  const details = detailsOf(task);
  if (details.action !== 'review' || details.holdId) return;
  allow(actor, 'plan.approve', task.portfolioId);
  if (outcome === 'done') throw new Refusal('step-missing', { needs: 'decision' });
}

/** What the task did, and what that means for the next move of its case. */
async function carryOut(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  result: TaskResult,
): Promise<readonly Happened[]> {
  const { caseId } = task;
  if (caseId === null) return [];
  const details = detailsOf(task);
  if (details.holdId) return decideHold(app, tx, place, actor, task, details.holdId, result);
  const stepDone: Happened = { caseId, on: [], stepDone: true };
  if (details.effect) {
    await recordCarriedOut(app, tx, place, task, details.effect, result);
    return [];
  }
  if (result.outcome === 'not-possible') return [stepDone];
  if (task.kind === 'correct-data') return correctData(app, tx, place, task, caseId);
  if (task.kind === 'resend-invoice') {
    await restartInvoices(app, tx, place, actor, { ...task, caseId }, result);
    return [stepDone];
  }
  if (details.announces) {
    const sentOn = result.sentOn ?? dateIn(place.portfolio.zone, app.clock());
    const notice = await noticeOf(app, tx, place, actor, task, sentOn, result.how ?? 'post');
    await insertNotices(tx, [notice]);
    await logNotices(app, tx, actor, [{ notice, task }]);
    return [stepDone];
  }
  return ended(task.kind, details, stepDone);
}

/** An ordinary end: the step is done, unless the task was none of the process. */
function ended(
  kind: string,
  details: ReturnType<typeof detailsOf>,
  stepDone: Happened,
): readonly Happened[] {
  // A payment presented again is on its way; a refused move is tried anew; others are no step.
  const isStep = details.step === kind && details.action !== 're-present';
  return isStep ? [stepDone] : [];
}

async function decideHold(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  holdId: string,
  result: TaskResult,
): Promise<readonly Happened[]> {
  const caseId = task.caseId ?? '';
  const { customerId } = task;
  if (result.outcome === 'lift') {
    const why = result.why ?? '';
    await endHoldOf(app, tx, place, actor.userId, { customerId, caseId, holdId, why });
    return [];
  }
  if (result.outcome === 'letter-sent') {
    await recordHoldLetter(app, tx, place, actor.userId, { ...task, caseId }, holdId, result);
    return [];
  }
  const today = dateIn(place.portfolio.zone, app.clock());
  if (result.outcome !== 'put-off' || result.reviewOn === null) {
    throw new Refusal('step-missing', { needs: 'lift-or-next-review' });
  }
  if (result.reviewOn <= today) {
    const problem = { path: 'reviewOn', message: 'in-the-past' };
    throw new Refusal('invalid-input', { problems: [problem] });
  }
  await putOffReview(tx, customerId, holdId, result.reviewOn);
  await refreshHoldReview(tx, customerId, caseId);
  return [];
}

/** Mended collection data: the missed amount is collected again before anyone is asked for it. */
async function correctData(
  app: App,
  tx: Tx,
  place: Place,
  task: TaskToFinish,
  caseId: string,
): Promise<readonly Happened[]> {
  const correctedOn = dateIn(place.portfolio.zone, app.clock());
  const events = await openEventsOf(tx, task.customerId, caseId, 'C');
  await addEvidence(tx, task.customerId, events, { correctedOn });
  return [];
}

/** The terms of an invoice that never arrived run again from the day it was sent anew. */
async function restartInvoices(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish & { readonly caseId: string },
  result: TaskResult,
): Promise<void> {
  const sentOn = result.sentOn ?? dateIn(place.portfolio.zone, app.clock());
  checkSentOn(app, place, task, sentOn);
  const items = await missingInvoices(tx, task.customerId, task.caseId);
  const at = now(app);
  const lost = [];
  for (const item of items) {
    const { dueOn, lostDays } = restartedDueOn(item, sentOn);
    await restartItem(tx, task.customerId, item.id, dueOn, sentOn);
    lost.push({ itemId: item.id, dueOn, lostDays });
  }
  await appendMany(tx, [
    event(
      'invoice.resent',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: task.portfolioId,
        customerId: task.customerId,
        caseId: task.caseId,
        occurredAt: at,
        recordedAt: at,
        actorId: actor.userId,
      },
      // The delay is the organisation's, so that it counts against nobody else.
      { sentOn, items: lost, fault: 'organisation' },
    ),
  ]);
}
