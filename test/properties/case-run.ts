import { enters, findOverdue, leaves } from '#domain/cases/entry.ts';
import type { TransitionFacts } from '#domain/cases/guards.ts';
import { clockPaused, pausedSince, resumedOn, standingHolds } from '#domain/cases/holds.ts';
import { cancelNotices, restoreNotices } from '#domain/cases/notices.ts';
import { type CaseState, stateFacts } from '#domain/cases/states.ts';
import { transition } from '#domain/cases/transitions.ts';
import type { Effect, Trigger } from '#domain/cases/triggers.ts';
import { becomeOrdinary, solvedEvents } from '#domain/key-events/events.ts';
import { nextStep, refusedStep } from '#domain/strategy/treatment.ts';
import { factsOf, isOpen, policy, stepInput, type World } from './case-world.ts';

/** Plans the next step anew; called after everything that changes what the step looks at. */
export function plan(world: World): void {
  const { state } = world;
  world.next = state === null ? null : nextStep(stepInput(world, state));
}

/** Gives the case a trigger; carries out the effects when the table lets it move. */
export function give(world: World, trigger: Trigger, over: Partial<TransitionFacts> = {}): boolean {
  const { state } = world;
  if (state === null) return false;
  const facts = factsOf(world, over);
  const verdict = transition(state, trigger, facts);
  if (!verdict.ok) return false;
  const { notices, events, holds } = world;
  const { decision } = facts;
  const log = { notices, events, holds, decision };
  world.moves.push({ on: world.today, trigger, from: state, to: verdict.to, ...log });
  const closes = !stateFacts[verdict.to].open;
  for (const effect of verdict.effects) carryOut(world, effect, state, closes);
  if (verdict.to !== state && trigger !== 'payment-reversed') world.lastStep = null;
  if (decision !== null) world.decision = decision;
  if (verdict.to !== 'promised') world.promise = null;
  if (verdict.to !== 'service') world.serviceStepsFailed = 0;
  world.state = verdict.to;
  world.closeReason = verdict.closeReason;
  plan(world);
  return true;
}

function carryOut(world: World, effect: Effect, from: CaseState, closes: boolean): void {
  if (effect === 'become-ordinary') world.events = becomeOrdinary(world.events, world.today);
  if (effect === 'solve-events') {
    world.events = solvedEvents(world.events, world.today, closes);
  }
  if (effect === 'cancel-announced-dates') {
    world.notices = cancelNotices(world.notices, world.today);
  }
  if (effect === 'count-break') world.brokenPromises += 1;
  if (effect === 'remember-state') {
    world.remembered.push({
      paymentId: world.money.payments.length - 1,
      state: from,
      lastStep: world.lastStep,
      events: world.moves.at(-1)?.events ?? world.events,
      decision: world.decision,
      on: world.today,
    });
  }
}

/** Restores what the payment had ended, and records the reversal as an event of its own. */
export function restore(world: World, paymentId: number): void {
  const before = world.remembered.findLast((r) => r.paymentId === paymentId);
  if (before === undefined || world.remembered.at(-1) !== before) {
    plan(world);
    return;
  }
  world.remembered.pop();
  world.lastStep = before.lastStep;
  world.events = before.events.map((event) => ({ ...event }));
  world.notices = restoreNotices(world.notices, before.on, world.today);
  const ordinary = before.state !== 'service' && before.state !== 'event';
  world.events.push({
    eventId: `reversal-${world.moves.length}`,
    type: 'B',
    reason: 'payment-reversed',
    detail: null,
    fault: 'customer',
    recordedOn: world.today,
    methodValid: true,
    ordinarySince: ordinary ? world.today : null,
    correctedOn: null,
    code: null,
    solvedOn: null,
  });
  give(world, 'payment-reversed', { restores: before.state });
  world.decision = before.decision;
}

/** Lifts every hold and lets the announced dates run on with the days that were left. */
export function liftHolds(world: World): void {
  const pausedOn = pausedSince(world.holds);
  world.holds = world.holds.map((hold) => ({ ...hold, liftedOn: hold.liftedOn ?? world.today }));
  if (pausedOn === null) return;
  const clock = { pausedOn, resumedOn: world.today };
  world.notices = world.notices.map((notice) =>
    notice.cancelledOn === null && notice.promisedOn > pausedOn
      ? { ...notice, promisedOn: resumedOn(notice.promisedOn, clock) }
      : notice,
  );
}

const runLimit = 20;

/** The daily run of one customer: entry and exit, promises, and whatever comes due by itself. */
export function dailyRun(world: World): void {
  // What was written off stays so until someone pays.
  if (world.state === 'written-off') return;
  const find = findOverdue(world.money.items, policy, world.today);
  if (enters(find, policy)) {
    if (world.state === 'watch') give(world, 'event-recorded');
    if (!isOpen(world)) openCase(world);
    addUnpaidEvent(world);
  }
  if (!isOpen(world)) return;
  judgePromise(world);
  if (leaves(find, policy) && world.state !== 'service') give(world, 'debt-cleared');
  for (let i = 0; i < runLimit && runDue(world); i += 1);
}

export function openCase(world: World): void {
  world.state = 'event';
  world.closeReason = null;
  world.lastStep = null;
  world.firstContactOn = null;
  world.brokenPromises = 0;
  world.decision = null;
  world.remembered = [];
  world.holds = standingHolds(world.holds);
  world.notices = cancelNotices(world.notices, world.today);
  world.events = world.events.filter((event) => event.solvedOn === null);
  plan(world);
}

/** An overdue debt without any standing event is an unpaid invoice of unknown reason. */
function addUnpaidEvent(world: World): void {
  if (world.events.some((event) => event.solvedOn === null)) return;
  world.events.push({
    eventId: `unpaid-${world.moves.length}`,
    type: 'D',
    reason: 'unknown',
    detail: null,
    fault: 'customer',
    recordedOn: world.today,
    methodValid: null,
    ordinarySince: null,
    correctedOn: null,
    code: null,
    solvedOn: null,
  });
  plan(world);
}

function judgePromise(world: World): void {
  if (world.state !== 'promised' || world.promise === null) return;
  const kept = world.promise.paidMinor >= world.promise.minor;
  if (!kept && world.today < world.promise.dueOn) return;
  give(world, kept ? 'promise-kept' : 'promise-broken');
}

function runDue(world: World): boolean {
  const { next, state } = world;
  if (next === null || state === null || next.dueOn > world.today) return false;
  if (next.action === 're-present') {
    world.timesRepresented += 1;
    world.serviceStepsFailed += 1;
    plan(world);
    return true;
  }
  if (next.action !== 'wait') return false;
  if (next.fires === null) {
    world.lastStep = next.step;
    plan(world);
    return true;
  }
  if (give(world, next.fires)) return true;
  const missing = clockPaused(world.holds) ? ['no-hold'] : ['guard'];
  world.next = refusedStep(stepInput(world, state), missing);
  return false;
}
