import { nextReviewOn } from '#domain/cases/holds.ts';
import type { CloseReason } from '#domain/cases/states.ts';
import { laneOf } from '#domain/strategy/lane.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import { processShapes } from '#domain/strategy/shapes.ts';
import { type NextStep, nextStep } from '#domain/strategy/treatment.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { type Instant, instantAt, instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import { type CasePlace, openStepTask, writeCasePlace } from '#storage/cases/move.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { type CaseFile, stepInput } from './case-file.ts';

/** What somebody agreed with the customer instead of the process's own next step. */
export type AgreedAction = {
  readonly action: 'call' | 'callback' | 'task' | 'wait' | 'review';
  readonly at: Instant;
  readonly why: { readonly code: string; readonly facts: Readonly<Record<string, string>> };
};

/** What was agreed, or what to make of the process's own next step when it is known. */
export type Agreed = AgreedAction | null | ((next: NextStep) => AgreedAction | null);

/** How the step of a case goes on: `entered` starts the state's road, `stay` keeps the place. */
export type GoOn = 'entered' | 'step-done' | 'stay';

/** A promised callback may be late by so much before it is everybody's. */
const callbackToleranceMs = 30 * 60_000;

/** What is planned next on a case; null for one that is closed. */
export type Planned = {
  readonly action: NextAction;
  readonly at: Instant;
  /** The instant that was agreed; null where only a day is known. */
  readonly exactly: Instant | null;
  readonly step: string;
  readonly next: NextStep;
} | null;

type Marks = {
  readonly closeReason: CloseReason | null;
  readonly stateBefore: string | null;
  readonly brokenPromises: number;
  readonly upperGroup: boolean;
};

/** The marks of a case that a move leaves alone. */
export function sameMarks(file: CaseFile): Marks {
  const { brokenPromises, upperGroup } = file.row;
  return { closeReason: null, stateBefore: null, brokenPromises, upperGroup };
}

/**
 * Writes the place of a case as the file says it now is, with the next action of its process, or
 * with what was agreed instead. The caller holds the row lock.
 */
export async function writePlan(
  app: App,
  tx: Tx,
  file: CaseFile,
  how: { readonly goOn: GoOn; readonly agreed?: Agreed; readonly marks: Marks },
): Promise<Planned> {
  const { row } = file;
  const next = nextStep(stepInput(file, lastStepFor(file, how.goOn)));
  const agreed = agreedOn(how.agreed ?? null, next);
  const at = now(app);
  const action = next === null ? null : (agreed?.action ?? next.action);
  const actionAt = next === null ? null : (agreed?.at ?? startOf(file, next.dueOn));
  const place: CasePlace = {
    state: row.state,
    stateBefore: how.marks.stateBefore,
    ...stepPlace(file, how.goOn, next, agreed !== null),
    tone: next?.tone ?? 'neutral',
    ...holderOf(file, next, action),
    nextAction: action,
    nextActionAt: actionAt,
    nextActionWhy: agreed?.why ?? next?.reasonWords[0] ?? {},
    holdReviewOn: next === null ? null : nextReviewOn(file.holds),
    upperGroup: how.marks.upperGroup,
    brokenPromises: how.marks.brokenPromises,
    closeReason: how.marks.closeReason,
    callableAt: callableFrom(action, actionAt),
    zone: row.zone,
  };
  await writeCasePlace(tx, file.ref, place, app.newId(), at);
  if (next !== null) await handOver(app, tx, file, place, next, agreed);
  if (next === null || action === null || actionAt === null) return null;
  return { action, at: actionAt, exactly: agreed?.at ?? null, step: place.step, next };
}

function agreedOn(agreed: Agreed, next: NextStep | null): AgreedAction | null {
  if (typeof agreed !== 'function') return agreed;
  return next === null ? null : agreed(next);
}

/** Business days within which work handed over is to be done. */
const taskBusinessDays = 2;

const handedOver: readonly string[] = ['task', 'review', 're-present'];

/** Work for the office or a supervisor that is due now gets its task; holds bring their own. */
async function handOver(
  app: App,
  tx: Tx,
  file: CaseFile,
  place: CasePlace,
  next: NextStep,
  agreed: AgreedAction | null,
): Promise<void> {
  const { row, ref, today } = file;
  const isDue = agreed !== null || next.dueOn <= today;
  if (!handedOver.includes(place.nextAction ?? '') || !isDue || next.step === 'held') return;
  // A supervisor request brings what it asks for to the floor by itself.
  if (agreed?.action === 'review') return;
  const { step, fires, announces, reasonWords } = next;
  await openStepTask(tx, {
    ...ref,
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: row.portfolio.id,
    kind: agreed?.why.code ?? step,
    queue: place.queue === null || place.queue === 'system' ? 'back-office' : place.queue,
    dueOn: addBusinessDays(today, taskBusinessDays, file.policy.calendar),
    openedAt: now(app),
    details:
      agreed === null
        ? { step: place.step, action: next.action, fires, announces, why: reasonWords }
        : { why: [agreed.why] },
  });
}

/**
 * From when anybody may be offered the case: a callback is handed out by its own list first, and
 * comes to the common queue only when it was missed.
 */
function callableFrom(action: string | null, at: Instant | null): Instant | null {
  if (at === null) return null;
  if (action === 'callback') return instantOf(msOf(at) + callbackToleranceMs);
  return action === 'call' ? at : null;
}

/** The start of a day where the portfolio works: from then on a step of that day may be done. */
function startOf(file: CaseFile, on: LocalDate): Instant {
  return instantOf(instantAt(file.row.portfolio.zone, on, '00:00'));
}

function laneSteps(file: CaseFile): readonly string[] {
  const lane = laneOf(stepInput(file, null));
  return processShapes[file.row.shape].lanes[lane].map(({ step }) => step);
}

/** The step done last; a case that keeps its place is planned from the step before its own. */
function lastStepFor(file: CaseFile, goOn: GoOn): string | null {
  if (goOn === 'entered') return null;
  if (goOn === 'step-done') return file.row.step;
  const steps = laneSteps(file);
  return steps[steps.indexOf(file.row.step) - 1] ?? null;
}

function stepPlace(file: CaseFile, goOn: GoOn, next: NextStep | null, isAgreed: boolean) {
  const { row, today } = file;
  const stepCount = goOn === 'entered' ? 0 : row.stepCount + (goOn === 'step-done' ? 1 : 0);
  // A hold or an agreement interrupts the road: its place is kept for the day it goes on.
  const onRoad = next !== null && laneSteps(file).includes(next.step);
  const keeps = goOn === 'stay' ? isAgreed || !onRoad : goOn === 'step-done' && !onRoad;
  if (next === null || keeps) {
    return { step: row.step, stepOn: row.stepOn, stepCount };
  }
  return { step: next.step, stepOn: today, stepCount };
}

/** Queues of actions that were agreed, where the process itself says nothing of them. */
const queueOfAction: Readonly<Record<string, string>> = {
  call: 'agents',
  callback: 'agents',
  task: 'back-office',
  review: 'supervisors',
};

/**
 * A person or a queue, never both: owners keep what agents do, other work goes to its queue. Nobody
 * holds a case that is closed.
 */
function holderOf({ row }: CaseFile, next: NextStep | null, action: string | null) {
  if (next === null) return { queue: null, ownerId: null };
  const own = action === next.action ? next.queue : queueOfAction[action ?? ''];
  const queue = own ?? next.queue;
  if (row.ownerId !== null && (queue === 'agents' || queue === 'system')) {
    return { queue: null, ownerId: row.ownerId };
  }
  return { queue, ownerId: null };
}
