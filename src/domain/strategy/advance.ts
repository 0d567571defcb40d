import { blocked } from '#domain/cases/holds.ts';
import type { CaseState, CloseReason } from '#domain/cases/states.ts';
import type { Effect, Trigger } from '#domain/cases/triggers.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type CaseEvent, caseMoved, casePlanned, type Move } from './case-events.ts';
import type { CaseSnapshot, Cause, EngineClock, EnginePolicy } from './case-snapshot.ts';
import type { Marks } from './effects.ts';
import { type PlannedNext, stepTask } from './hand-over.ts';
import { fire, makeRoad, type Road, rest, takeStep } from './road.ts';

/** Where a case comes to rest, and all that the writer must write. */
export type Advanced = {
  readonly state: CaseState;
  readonly moves: readonly Move[];
  /** Triggers the table refused, each with the guards that were missing. */
  readonly refused: readonly { readonly on: Trigger; readonly missing: readonly string[] }[];
  readonly effects: readonly Effect[];
  readonly closeReason: CloseReason | null;
  /** Null when the case is closed. */
  readonly nextAction: PlannedNext | null;
  /** The lane step the case stands at; unchanged while something interrupts the road. */
  readonly step: string;
  readonly stepCount: number;
  /** False when the case stands exactly as it stood: there is nothing to write. */
  readonly changed: boolean;
  readonly marks: Marks;
  readonly events: readonly CaseEvent[];
};

/**
 * Moves a case on until it has something to wait for: what happened is tried against the table of
 * moves, steps that are due and do nothing but fire are fired, and the next step is planned. The one
 * place where this is decided: for one case, for many that look alike, and for the example book.
 */
export function advance(
  file: CaseSnapshot,
  cause: Cause,
  policy: EnginePolicy,
  clock: EngineClock,
): Advanced {
  const road = makeRoad(file, cause, policy, clock);
  for (const trigger of triggersOf(file, cause, policy)) {
    const missing = fire(road, trigger);
    if (missing !== null) road.tried.push({ on: trigger, missing });
  }
  if (road.moves.length === 0 && !road.isOver) takeStep(road);
  return finished(road, rest(road));
}

/** With nothing overdue any more the debt is cleared, whatever else happened. */
function triggersOf(file: CaseSnapshot, cause: Cause, policy: EnginePolicy): readonly Trigger[] {
  const isOwed = file.overdueMinor > policy.entry.exitMinor;
  if (isOwed || (file.state === 'watch' && policy.keepWatching)) return cause.on;
  return cause.on.includes('debt-cleared') ? cause.on : [...cause.on, 'debt-cleared'];
}

function finished(road: Road, next: PlannedNext | null): Advanced {
  const { file, start, moves, cause, clock, policy } = road;
  const { state, step, stepCount } = file;
  const agreed = next?.at !== null && next !== null;
  const task = next === null ? null : stepTask(next, step, agreed, { ...clock, ...policy });
  const tasks = task === null ? road.marks.tasks : [task, ...road.marks.tasks];
  const isSame =
    moves.length === 0 &&
    road.overlay === null &&
    cause.stepDone !== true &&
    !agreed &&
    next !== null &&
    step === start.step &&
    (keepsCallback(road, next) ||
      (task === null && next.action === start.action && next.on === dayOf(start, clock)));
  const closeReason = next === null ? (road.closeReason ?? 'paid') : null;
  return {
    state,
    moves,
    refused: road.tried.filter(({ on }) => cause.on.includes(on)),
    effects: [...road.effects],
    closeReason,
    nextAction: next,
    step,
    stepCount,
    changed: !isSame,
    marks: { ...road.marks, tasks, endsCallbacks: road.marks.endsCallbacks || next === null },
    events: isSame ? [] : [eventOf(road, next, closeReason)],
  };
}

function dayOf({ actionOn }: CaseSnapshot, { today }: EngineClock): LocalDate | null {
  return actionOn === null || actionOn > today ? actionOn : today;
}

/**
 * A callback is promised for a time the customer chose: while the case only stands where it stood,
 * the process does not call earlier. A hold that leaves such calls open leaves it what comes next.
 */
function keepsCallback({ start }: Road, next: PlannedNext): boolean {
  if (start.action !== 'callback') return false;
  const isHeld = next.reasonWords[0]?.code === 'held';
  return isHeld
    ? !blocked(start.holds, 'service-call', start.freeMinor).blocked
    : next.step === start.step;
}

function eventOf(road: Road, next: PlannedNext | null, closeReason: CloseReason | null): CaseEvent {
  const { step } = road.file;
  const [first, ...more] = road.moves;
  const told = {
    nextAction: next?.action ?? null,
    nextActionOn: next?.on ?? null,
    nextActionAt: next?.at ?? null,
  };
  if (first === undefined) return casePlanned({ step, on: road.overlay, ...told });
  const stepBefore = road.start.step;
  return caseMoved([first, ...more], { closeReason, stepBefore, ...told });
}
