import type { TransitionFacts } from '#domain/cases/guards.ts';
import { cancelNotices } from '#domain/cases/notices.ts';
import { type CaseState, type CloseReason, stateFacts } from '#domain/cases/states.ts';
import { transition } from '#domain/cases/transitions.ts';
import type { Effect, Trigger } from '#domain/cases/triggers.ts';
import { becomeOrdinary, solvedByPayment } from '#domain/key-events/events.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { laneOf } from './lane.ts';
import { type NextStep, nextStep, refusedStep, type StepInput } from './treatment.ts';

/** A case on the move: what its next step and its moves between states are decided from. */
export type Moving = {
  readonly input: StepInput;
  readonly facts: TransitionFacts;
  /** The lane step that was planned last. */
  readonly step: string;
  readonly stepCount: number;
  readonly action: string | null;
  /** The day of the planned action. */
  readonly actionOn: LocalDate | null;
  /** What happened, in order; each is tried against the table of moves. */
  readonly triggers: readonly Trigger[];
  /** The planned step is done; a wait that is over counts as done by itself. */
  readonly stepDone: boolean;
  /** A payment presented again is on its way until this day: nobody is asked meanwhile. */
  readonly inTransitUntil: LocalDate | null;
  /** What was wrong is mended: the day to collect the missed amount again, by itself. */
  readonly collectAgainOn: LocalDate | null;
};

/** One move between states as it was made. */
export type Move = { readonly from: CaseState; readonly to: CaseState; readonly on: Trigger };

/** Where a case comes to rest. `plan` is null when it is closed. */
export type Advanced = {
  readonly state: CaseState;
  readonly moves: readonly Move[];
  readonly effects: readonly Effect[];
  readonly closeReason: CloseReason | null;
  readonly plan:
    | (Pick<NextStep, 'action' | 'queue' | 'tone' | 'reasonWords'> & Partial<NextStep>)
    | null;
  /** The day of the plan. */
  readonly on: LocalDate | null;
  /** The lane step the case stands at; unchanged while something interrupts the road. */
  readonly step: string;
  readonly stepCount: number;
};

/** No case makes more moves in one go; a process that would is broken, and a person looks. */
const moveLimit = 8;

/**
 * Moves a case on until it has something to wait for: what happened is tried against the table of
 * moves, steps that are due and do nothing but fire are fired, and the next step is planned. Pure:
 * cases that look alike are decided once.
 */
export function advance(start: Moving): Advanced {
  const road = makeRoad(start);
  for (const trigger of start.triggers) fire(road, trigger);
  if (road.moves.length === 0 && !road.isOver) takeStep(road, start);
  return rest(road, start);
}

type Road = {
  input: StepInput;
  facts: TransitionFacts;
  step: string;
  stepCount: number;
  /** The step done last on the present road; null at its start. */
  last: string | null;
  closeReason: CloseReason | null;
  isOver: boolean;
  /** A step was left behind, so the same step planned again begins anew. */
  isLeft: boolean;
  refused: readonly string[] | null;
  readonly moves: Move[];
  readonly effects: Set<Effect>;
};

function makeRoad(start: Moving): Road {
  const { input, facts, step, stepCount } = start;
  return {
    input,
    facts,
    step,
    stepCount,
    last: stepBefore(input, step),
    closeReason: null,
    isOver: !stateFacts[input.state].open,
    isLeft: false,
    refused: null,
    moves: [],
    effects: new Set(),
  };
}

/** The lane step before a step: a case that keeps its place is planned from there. */
export function stepBefore(input: StepInput, step: string): string | null {
  const names = laneNames(input);
  return names[names.indexOf(step) - 1] ?? null;
}

function laneNames(input: StepInput): readonly string[] {
  return input.shape.lanes[laneOf(input)].map((own) => own.step);
}

/** Gives a trigger to the table; a refused one changes nothing and says which guards it missed. */
function fire(road: Road, on: Trigger): readonly string[] | null {
  const from = road.input.state;
  const verdict = transition(from, on, road.facts);
  if (!verdict.ok) return verdict.missing.length > 0 ? verdict.missing : [verdict.reason];
  const { to, effects } = verdict;
  const { today } = road.input;
  let { events, notices, brokenPromises } = road.input;
  if (effects.includes('solve-events')) events = solvedByPayment(events, today);
  if (effects.includes('become-ordinary')) events = becomeOrdinary(events, today);
  if (effects.includes('cancel-announced-dates')) notices = cancelNotices(notices, today);
  if (effects.includes('count-break')) brokenPromises += 1;
  road.input = { ...road.input, state: to, events, notices, brokenPromises };
  road.facts = { ...road.facts, events, notices };
  road.moves.push({ from, to, on });
  for (const effect of effects) road.effects.add(effect);
  road.closeReason = verdict.closeReason;
  road.isOver = !stateFacts[to].open;
  // A reversed payment takes the case back to the step it had reached.
  const isRestored = on === 'payment-reversed';
  road.last = isRestored ? stepBefore(road.input, road.step) : null;
  if (!isRestored) road.stepCount = 0;
  return null;
}

/** A done step is left behind; a wait that is over is done by itself or fires its move. */
function takeStep(road: Road, start: Moving): void {
  const { today } = road.input;
  if (start.stepDone) {
    leaveStep(road, start.step);
    return;
  }
  if (start.action !== 'wait' || start.actionOn === null || start.actionOn > today) return;
  const planned = nextStep({ ...road.input, lastStep: road.last });
  if (planned?.step !== road.step || planned.action !== 'wait') return;
  if (planned.fires === null) {
    leaveStep(road, road.step);
    return;
  }
  // The announcement may have moved to a later day since the wait was planned.
  if ((announcedDay(planned) ?? today) <= today) road.refused = fire(road, planned.fires);
}

function announcedDay(plan: NextStep): LocalDate | null {
  const date = plan.reasonWords.find(({ code }) => code === 'announced-for')?.facts['date'];
  return typeof date === 'string' ? date : null;
}

function leaveStep(road: Road, step: string): void {
  road.last = step;
  road.stepCount += 1;
  road.isLeft = true;
}

function rest(road: Road, start: Moving): Advanced {
  for (let count = 0; count < moveLimit; count += 1) {
    if (road.isOver) return closed(road);
    const { today } = road.input;
    const input = { ...road.input, lastStep: road.last };
    if (road.refused !== null) return stopped(road, refusedStep(input, road.refused));
    if (start.inTransitUntil !== null && road.input.state === 'service') {
      return stopped(road, transitStep(start.inTransitUntil));
    }
    if (start.collectAgainOn !== null && road.input.state === 'service') {
      return stopped(road, againStep(start.collectAgainOn));
    }
    const plan = nextStep(input);
    if (plan === null) return closed(road);
    const fires = plan.action === 'wait' && plan.fires !== null && plan.dueOn <= today;
    if (!fires || plan.fires === null) return planned(road, start, plan);
    road.refused = fire(road, plan.fires);
    if (road.refused === null) continue;
    if (laneNames(input).includes(plan.step)) road.step = plan.step;
  }
  return stopped(road, refusedStep(road.input, ['too-many-moves']));
}

function transitStep(until: LocalDate) {
  const reasonWords = [{ code: 'money-in-transit', facts: { date: until } }];
  return { action: 'wait', queue: 'system', tone: 'service', reasonWords, dueOn: until } as const;
}

function againStep(on: LocalDate) {
  const reasonWords = [{ code: 'collect-again', facts: { date: on } }];
  return {
    action: 're-present',
    queue: 'system',
    tone: 'service',
    reasonWords,
    dueOn: on,
  } as const;
}

function closed(road: Road): Advanced {
  return { ...standing(road), closeReason: road.closeReason, plan: null, on: null };
}

function standing(road: Road) {
  const { step, stepCount, moves } = road;
  return { state: road.input.state, moves, effects: [...road.effects], step, stepCount };
}

/** A case that entered a state and is stopped there at once stands at the state's first step. */
function onRoad(road: Road) {
  const names = laneNames(road.input);
  const isStranger = road.moves.length > 0 && !names.includes(road.step);
  if (isStranger && road.step !== 're-present') road.step = names[0] ?? road.step;
  return standing(road);
}

/** Something interrupts the road; its place is kept. */
function stopped(
  road: Road,
  plan: Pick<NextStep, 'action' | 'queue' | 'tone' | 'reasonWords' | 'dueOn'>,
): Advanced {
  return { ...onRoad(road), closeReason: null, plan, on: plan.dueOn };
}

function planned(road: Road, start: Moving, plan: NextStep): Advanced {
  const { today, calendar } = road.input;
  const keeps = road.moves.length === 0 && !road.isLeft && plan.step === road.step;
  let on = plan.dueOn;
  if (keeps && start.actionOn !== null && plan.action === start.action) {
    // The same step stays on its day: waiting does not begin anew because somebody looked.
    const promised = announcedDay(plan) ?? start.actionOn;
    on = [promised, start.actionOn].sort().at(-1) ?? promised;
  }
  if (plan.action === 'wait' && on <= today) on = addBusinessDays(today, 1, calendar);
  const isLaneStep = laneNames(road.input).includes(plan.step);
  if (isLaneStep || plan.action === 're-present') road.step = plan.step;
  return { ...onRoad(road), closeReason: null, plan, on };
}
