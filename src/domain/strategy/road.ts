import { type CloseReason, stateFacts } from '#domain/cases/states.ts';
import { transition } from '#domain/cases/transitions.ts';
import type { Effect, Trigger } from '#domain/cases/triggers.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Move } from './case-events.ts';
import {
  type AgreedAction,
  type CaseSnapshot,
  type Cause,
  type CauseFacts,
  type EngineClock,
  type EnginePolicy,
  stepInput,
  transitionFacts,
} from './case-snapshot.ts';
import { effectHandlers, type Marks, noMarks } from './effects.ts';
import type { PlannedNext } from './hand-over.ts';
import { laneOf } from './lane.ts';
import { type Presenting, presenting } from './presenting.ts';
import { type NextStep, nextStep, refusedStep, type StepInput } from './treatment.ts';

/** A case on the move: where it is now, and what its moves did so far. */
export type Road = {
  readonly start: CaseSnapshot;
  readonly cause: Cause;
  readonly known: CauseFacts;
  readonly policy: EnginePolicy;
  readonly clock: EngineClock;
  readonly money: Presenting;
  file: CaseSnapshot;
  marks: Marks;
  /** The step done last on the present road; null at its start. */
  last: string | null;
  closeReason: CloseReason | null;
  isOver: boolean;
  /** A step was left behind, so the same step planned again begins anew. */
  isLeft: boolean;
  stop: readonly string[] | null;
  /** A hold was set or lifted: the case stays where it is, and what comes next may be another. */
  overlay: Trigger | null;
  readonly tried: { on: Trigger; missing: readonly string[] }[];
  readonly moves: Move[];
  readonly effects: Set<Effect>;
};

/** A case before anything happened to it. */
export function makeRoad(
  start: CaseSnapshot,
  cause: Cause,
  policy: EnginePolicy,
  clock: EngineClock,
): Road {
  const road: Road = {
    start,
    cause,
    known: cause.known ?? {},
    policy,
    clock,
    money: presenting(start, policy, clock),
    file: start,
    marks: noMarks,
    last: null,
    closeReason: null,
    isOver: !stateFacts[start.state].open,
    isLeft: false,
    stop: null,
    overlay: null,
    tried: [],
    moves: [],
    effects: new Set(),
  };
  road.last = stepBefore(road, start.step);
  return road;
}

function inputOf(road: Road, last: string | null = road.last): StepInput {
  return stepInput(road.file, road.policy, road.clock, last, road.money.verdict);
}

/** The lane step before a step: a case that keeps its place is planned from there. */
function stepBefore(road: Road, step: string): string | null {
  const names = laneNames(road);
  return names[names.indexOf(step) - 1] ?? null;
}

function laneNames(road: Road): readonly string[] {
  const input = inputOf(road, null);
  return input.shape.lanes[laneOf(input)].map(({ step }) => step);
}

/** Gives a trigger to the table; a refused one changes nothing and says which guards it missed. */
export function fire(road: Road, on: Trigger): readonly string[] | null {
  const { state: from } = road.file;
  const facts = transitionFacts(road.file, road.known, road.policy, road.clock);
  const verdict = transition(from, on, facts);
  if (!verdict.ok) return verdict.missing.length > 0 ? verdict.missing : [verdict.reason];
  if (on === 'hold-set' || on === 'hold-lifted') {
    // A hold only lies over the state: the case keeps its place on the road.
    road.overlay = on;
    return null;
  }
  const { to, effects } = verdict;
  let changed = { file: { ...road.file, state: to }, marks: road.marks };
  const { start, policy, clock } = road;
  for (const effect of effects) {
    changed = effectHandlers[effect](changed, { start: start.state, to, on, policy, clock });
    road.effects.add(effect);
  }
  // A reversed payment takes the case back to the step it had reached.
  const isRestored = on === 'payment-reversed';
  road.marks = changed.marks;
  road.file = isRestored ? changed.file : { ...changed.file, stepCount: 0 };
  road.moves.push({ from, to, on });
  road.closeReason = verdict.closeReason;
  road.isOver = !stateFacts[to].open;
  road.last = isRestored ? stepBefore(road, road.file.step) : null;
  return null;
}

/** A done step is left behind; a wait that is over is done by itself or fires its move. */
export function takeStep(road: Road): void {
  const { today } = road.clock;
  const { action, actionOn, step } = road.start;
  if (road.cause.stepDone === true) {
    leaveStep(road, step);
    return;
  }
  if (action !== 'wait' || actionOn === null || actionOn > today || isAgreed(road)) return;
  const planned = nextStep(inputOf(road));
  if (planned?.step !== step || planned.action !== 'wait') return;
  if (planned.fires === null) {
    leaveStep(road, step);
    return;
  }
  // The announcement may have moved to a later day since the wait was planned.
  if ((announcedDay(planned) ?? today) <= today) road.stop = fire(road, planned.fires);
}

/** Something was agreed whatever the process says. */
function isAgreed({ cause }: Road): boolean {
  return Boolean(cause.agreed) && cause.agreed?.insteadOf === undefined;
}

function announcedDay(plan: NextStep): LocalDate | null {
  const date = plan.reasonWords.find(({ code }) => code === 'announced-for')?.facts['date'];
  return typeof date === 'string' ? date : null;
}

function leaveStep(road: Road, step: string): void {
  road.last = step;
  road.file = { ...road.file, stepCount: road.file.stepCount + 1 };
  road.isLeft = true;
}

/** No case makes more moves in one go; a process that would is broken, and a person looks. */
const moveLimit = 8;

/** Fires what is due until the case has something to wait for; null when it is closed. */
export function rest(road: Road): PlannedNext | null {
  for (let count = 0; count < moveLimit; count += 1) {
    if (road.isOver) return null;
    const { money, file, clock } = road;
    const input = inputOf(road);
    if (road.stop !== null) return stopped(road, refusedStep(input, road.stop));
    if (money.inTransitUntil !== null && file.state === 'service') {
      return stopped(road, transitStep(money.inTransitUntil));
    }
    if (money.collectAgainOn !== null && file.state === 'service') {
      return stopped(road, againStep(money.collectAgainOn));
    }
    const plan = nextStep(input);
    if (plan === null) return null;
    const fires = plan.action === 'wait' && plan.dueOn <= clock.today ? plan.fires : null;
    if (fires === null || isAgreed(road)) return planned(road, plan);
    const names = laneNames(road);
    road.stop = fire(road, fires);
    if (road.stop !== null && names.includes(plan.step)) stepTo(road, plan.step);
  }
  return stopped(road, refusedStep(inputOf(road), ['too-many-moves']));
}

type Plan = Pick<NextStep, 'action' | 'queue' | 'tone' | 'reasonWords' | 'dueOn'> &
  Partial<Pick<NextStep, 'step' | 'fires' | 'announces' | 'objective'>>;

function transitStep(until: LocalDate): Plan {
  const reasonWords = [{ code: 'money-in-transit', facts: { date: until } }];
  return { action: 'wait', queue: 'system', tone: 'service', reasonWords, dueOn: until };
}

function againStep(on: LocalDate): Plan {
  const reasonWords = [{ code: 'collect-again', facts: { date: on } }];
  return { action: 're-present', queue: 'system', tone: 'service', reasonWords, dueOn: on };
}

function stepTo(road: Road, step: string): void {
  road.file = { ...road.file, step };
}

/** Something interrupts the road; its place is kept. */
function stopped(road: Road, plan: Plan): PlannedNext {
  return actionOf(road, plan, plan.dueOn);
}

function planned(road: Road, plan: NextStep): PlannedNext {
  const { today } = road.clock;
  const { start, file } = road;
  const keeps = road.moves.length === 0 && !road.isLeft && plan.step === file.step;
  let on = plan.dueOn;
  if (keeps && start.actionOn !== null && plan.action === start.action) {
    // The same step stays on its day: waiting does not begin anew because somebody looked.
    const promised = announcedDay(plan) ?? start.actionOn;
    on = [promised, start.actionOn].sort().at(-1) ?? promised;
  }
  if (plan.action === 'wait' && on <= today) on = addBusinessDays(today, 1, road.policy.calendar);
  const isLaneStep = laneNames(road).includes(plan.step);
  const keepsPlace = road.moves.length === 0 && !road.isLeft && agreedFor(road, plan) !== null;
  if ((isLaneStep || plan.action === 're-present') && !keepsPlace) stepTo(road, plan.step);
  return actionOf(road, plan, on);
}

/** What was agreed, where it stands for this step of the process. */
function agreedFor({ cause }: Road, plan: Plan): AgreedAction | null {
  const { agreed = null } = cause;
  if (agreed === null) return null;
  return agreed.insteadOf === undefined || agreed.insteadOf.includes(plan.action) ? agreed : null;
}

/** Queues of actions that were agreed, where the process itself says nothing of them. */
const queueOfAction: Partial<Record<AgreedAction['action'], NextStep['queue']>> = {
  call: 'agents',
  callback: 'agents',
  task: 'back-office',
  review: 'supervisors',
};

function actionOf(road: Road, plan: Plan, on: LocalDate): PlannedNext {
  // A case that entered a state and is stopped there at once stands at the state's first step.
  const names = laneNames(road);
  const { step } = road.file;
  if (road.moves.length > 0 && !names.includes(step) && step !== 're-present') {
    stepTo(road, names[0] ?? step);
  }
  const { dueOn: _, ...rest } = plan;
  const agreed = agreedFor(road, plan);
  if (agreed === null) return { ...rest, on, at: null };
  const queue = agreed.action === plan.action ? plan.queue : queueOfAction[agreed.action];
  return {
    action: agreed.action,
    on: agreed.on,
    at: agreed.at,
    queue: queue ?? plan.queue,
    tone: plan.tone,
    reasonWords: [agreed.why],
  };
}
