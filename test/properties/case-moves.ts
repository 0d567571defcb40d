import type { Hold, HoldKind } from '#domain/cases/holds.ts';
import type { KeyEvent, SubReason } from '#domain/key-events/events.ts';
import { addDays } from '#kernel/time.ts';
import type { EventKind, Move } from './case-history.ts';
import * as run from './case-run.ts';
import * as world from './case-world.ts';
import { addItem, owed, reverseLast, takePayment } from './money-world.ts';

type World = world.World;

function eventOf(w: World, kind: EventKind): KeyEvent {
  const [type, reason, methodValid] = (
    {
      A: ['A', 'card-lost', null],
      'B-valid': ['B', 'insufficient-funds', true],
      'B-ended': ['B', 'account-closed', false],
      C: ['C', 'wrong-account', null],
      'D-missing': ['D', 'not-received', null],
      'D-unable': ['D', 'unable-to-pay', null],
      'D-unknown': ['D', 'unknown', null],
    } satisfies Record<EventKind, [KeyEvent['type'], SubReason, boolean | null]>
  )[kind];
  return {
    eventId: `event-${w.moves.length}-${w.events.length}`,
    type,
    reason,
    detail: null,
    fault: 'customer',
    recordedOn: w.today,
    methodValid,
    ordinarySince: null,
    correctedOn: null,
    code: null,
    solvedOn: null,
  };
}

function record(w: World, kind: EventKind): void {
  if (w.state === 'written-off') return;
  if (!world.isOpen(w)) run.openCase(w);
  else if (w.state === 'watch') run.give(w, 'event-recorded');
  w.events = [...w.events, eventOf(w, kind)];
  if (kind === 'B-valid') w.timesRepresented = 0;
  run.plan(w);
  const pressed = w.state === 'warned' || w.state === 'final';
  if (pressed && w.next?.fires === 'protected-event') run.give(w, 'protected-event');
}

function setHold(w: World, kind: HoldKind, part: boolean): void {
  const newHold: Hold = {
    kind,
    setOn: w.today,
    reviewOn: addDays(w.today, 14),
    owner: 'care-team',
    part: part ? { kind: 'amount', minor: 700n } : null,
    liftedOn: null,
  };
  if (!world.isOpen(w)) return;
  if (!run.give(w, 'hold-set', { newHold })) throw new Error('a sound hold was refused');
  w.holds = [...w.holds, newHold];
  run.plan(w);
}

/**
 * Does the planned step when it is due: an agent calls through the gate, the back office acts. An
 * eager back office writes its notices before they are due.
 */
function work(w: World, verified: boolean, gate: boolean, early: boolean): void {
  const { next } = w;
  if (next === null) return;
  if (next.dueOn > w.today && !(early && next.action === 'task')) return;
  if (next.action === 'call') {
    const { holds, events } = w;
    w.contacts.push({
      on: w.today,
      step: next,
      permitted: gate,
      rule: gate ? null : 'test/closed-hours',
      verified: gate && verified,
      debtSaid: gate && verified,
      holds,
      events,
      freeMinor: world.freeMinor(w),
      coveredMinor: world.coveredMinor(w),
    });
    if (!gate) return;
    if (verified) w.firstContactOn ??= w.today;
    if (w.state === 'service') w.serviceStepsFailed += 1;
  } else if (next.action !== 'task') return;
  if (next.announces) {
    const { by, stage, promisedOn } = next.announces;
    const shift = { sentOn: w.today, recordedBy: 'Ines Roth', cancelledOn: null };
    const least = addDays(w.today, w.shape.minWaitDays);
    const promised = [promisedOn, least].sort().at(-1) ?? least;
    w.notices = [...w.notices, { stage: by, announces: stage, promisedOn: promised, ...shift }];
  }
  w.lastStep = next.step;
  run.plan(w);
}

function pay(w: World, part: number): void {
  const taken = takePayment(w.money, (owed(w.money) * BigInt(part)) / 100n, w.today);
  if (w.promise) w.promise = { ...w.promise, paidMinor: w.promise.paidMinor + taken };
  if (world.isOpen(w) && taken > 0n && world.overdue(w) <= world.policy.exitMinor) {
    run.give(w, 'debt-cleared');
  }
  if (world.isOpen(w)) run.plan(w);
}

function solve(w: World): void {
  w.events = w.events.map((e) => ({ ...e, solvedOn: e.solvedOn ?? w.today }));
  if (world.isOpen(w)) run.plan(w);
}

function promise(w: World, part: number, days: number): void {
  const minor = (world.overdue(w) * BigInt(part)) / 100n;
  if (minor === 0n || !run.give(w, 'promise-made')) return;
  w.promise = { minor, dueOn: addDays(w.today, days), paidMinor: 0n };
  run.plan(w);
}

function person(named: boolean) {
  return { by: named ? 'Rana Aziz' : '', reason: 'announced and not answered' };
}

function approve(w: World, named: boolean): void {
  const decision = person(named);
  const choices = [
    'placed-with-agency',
    'exhausted',
    'kept-in-house',
    'placed-with-lawyer',
  ] as const;
  if (w.state === 'review') {
    const choice = choices[w.moves.length % choices.length] ?? 'kept-in-house';
    run.give(w, choice, { decision });
  } else if (w.state === 'woff-proposed') run.give(w, 'write-off-approved', { decision });
  else if (w.next?.action === 'review' && w.next.fires && w.next.dueOn <= w.today) {
    run.give(w, w.next.fires, { decision });
  }
}

/** Applies one move to the world. */
export function happen(w: World, move: Move): void {
  if (move.do === 'item')
    addItem(w.money, BigInt(move.minor), addDays(w.today, move.dueInDays), w.today);
  if (move.do === 'event') record(w, move.kind);
  if (move.do === 'solve') solve(w);
  if (move.do === 'days') w.today = addDays(w.today, move.days);
  if (move.do === 'pay') pay(w, move.percent);
  if (move.do === 'reverse') {
    const paymentId = reverseLast(w.money, w.today);
    if (paymentId !== null) run.restore(w, paymentId);
  }
  if (move.do === 'hold') setHold(w, move.kind, move.part);
  if (move.do === 'lift') {
    run.liftHolds(w);
    if (world.isOpen(w)) run.plan(w);
  }
  if (move.do === 'work') work(w, move.verified, move.gate, move.early);
  if (move.do === 'promise') promise(w, move.percent, move.days);
  if (move.do === 'plan' && world.overdue(w) > 0n) run.give(w, 'plan-made');
  if (move.do === 'approve') approve(w, move.named);
  if (move.do === 'try') run.give(w, move.trigger, { decision: person(move.named) });
  if (move.do === 'say-reason') {
    w.events = w.events.map((e) =>
      e.reason === 'unknown' ? { ...e, reason: 'unable-to-pay' } : e,
    );
    if (world.isOpen(w)) run.plan(w);
  }
  if (move.do === 'reply') run.give(w, 'replied');
  if (move.do === 'days') run.dailyRun(w);
}
