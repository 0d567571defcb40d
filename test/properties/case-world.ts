import { type EntryPolicy, findOverdue } from '#domain/cases/entry.ts';
import { bareFacts, type PersonDecision, type TransitionFacts } from '#domain/cases/guards.ts';
import { freeOfHolds, type Hold } from '#domain/cases/holds.ts';
import type { CaseSnapshot } from '#domain/cases/next-action.ts';
import type { Notice } from '#domain/cases/notices.ts';
import { type CaseState, type CloseReason, stateFacts } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { defaultReturnCodes, representOn, returnCodeOf } from '#domain/key-events/return-codes.ts';
import type { ProcessShape } from '#domain/strategy/process-step.ts';
import type { NextStep, StepInput } from '#domain/strategy/treatment.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type MoneyWorld, newMoney } from './money-world.ts';

export const policy: EntryPolicy = {
  minMinor: 1_000n,
  graceDays: 2,
  debtClasses: null,
  exitMinor: 100n,
};

type Remembered = {
  paymentId: number;
  state: CaseState;
  lastStep: string | null;
  events: readonly KeyEvent[];
  decision: PersonDecision | null;
  on: LocalDate;
};

export type Moved = {
  on: LocalDate;
  trigger: Trigger;
  from: CaseState;
  to: CaseState;
  decision: PersonDecision | null;
  notices: readonly Notice[];
  events: readonly KeyEvent[];
  holds: readonly Hold[];
};

export type Contacted = {
  on: LocalDate;
  step: NextStep;
  permitted: boolean;
  rule: string | null;
  verified: boolean;
  debtSaid: boolean;
  holds: readonly Hold[];
  events: readonly KeyEvent[];
  freeMinor: bigint;
  coveredMinor: bigint;
};

/** One customer with at most one open case, driven by the real rules over the least of ledgers. */
export type World = {
  today: LocalDate;
  readonly shape: ProcessShape;
  money: MoneyWorld;
  state: CaseState | null;
  lastStep: string | null;
  next: NextStep | null;
  holds: Hold[];
  notices: Notice[];
  events: KeyEvent[];
  closeReason: CloseReason | null;
  decision: PersonDecision | null;
  remembered: Remembered[];
  firstContactOn: LocalDate | null;
  brokenPromises: number;
  serviceStepsFailed: number;
  timesRepresented: number;
  promise: { minor: bigint; dueOn: LocalDate; paidMinor: bigint } | null;
  moves: Moved[];
  contacts: Contacted[];
};

export function newWorld(shape: ProcessShape, today: LocalDate): World {
  return {
    today,
    shape,
    money: newMoney(),
    state: null,
    lastStep: null,
    next: null,
    holds: [],
    notices: [],
    events: [],
    closeReason: null,
    decision: null,
    remembered: [],
    firstContactOn: null,
    brokenPromises: 0,
    serviceStepsFailed: 0,
    timesRepresented: 0,
    promise: null,
    moves: [],
    contacts: [],
  };
}

export function isOpen(world: World): boolean {
  return world.state !== null && stateFacts[world.state].open;
}

export function overdue(world: World): bigint {
  return findOverdue(world.money.items, policy, world.today).overdueMinor;
}

export function freeMinor(world: World): bigint {
  const { itemIds } = findOverdue(world.money.items, policy, world.today);
  const items = world.money.items
    .filter((item) => itemIds.includes(item.itemId))
    .map((item) => ({ ...item, accountId: 'one' }));
  return freeOfHolds(items, world.holds);
}

export function coveredMinor(world: World): bigint {
  return world.promise === null ? 0n : world.promise.minor - world.promise.paidMinor;
}

export function snapshot(world: World): CaseSnapshot {
  return {
    state: world.state ?? 'closed',
    owner: null,
    queue: world.next?.queue ?? null,
    action: world.next?.action ?? null,
    actionOn: world.next?.dueOn ?? null,
    holds: world.holds,
    notices: world.notices,
    events: world.events,
    closeReason: world.closeReason,
    decision: world.decision,
  };
}

export function factsOf(world: World, over: Partial<TransitionFacts>): TransitionFacts {
  return {
    ...bareFacts(world.today),
    events: world.events,
    holds: world.holds,
    notices: world.notices,
    stages: world.shape.stages,
    overdueMinor: overdue(world),
    exitMinor: policy.exitMinor,
    keepWatching: world.money.items.some((i) => i.openMinor > 0n && i.dueOn > world.today),
    outbound: true,
    firstContactOn: world.firstContactOn,
    serviceStepsFailed: world.serviceStepsFailed,
    serviceStepsNeeded: world.shape.serviceStepsNeeded,
    withinAuthority: true,
    exempt: false,
    kitComplete: true,
    moneyReconciled: true,
    evidence: true,
    approvalsComplete: true,
    ...over,
  };
}

export function stepInput(world: World, state: CaseState): StepInput {
  const refused = world.events.findLast((e) => e.type === 'B' && e.methodValid === true);
  const rule = returnCodeOf(defaultReturnCodes, 'sepa', 'AM04')?.represent ?? null;
  return {
    shape: world.shape,
    state,
    lastStep: world.lastStep,
    events: world.events,
    holds: world.holds,
    notices: world.notices,
    today: world.today,
    calendar: plainCalendar,
    outbound: true,
    exempt: false,
    firstContactOn: world.firstContactOn,
    brokenPromises: world.brokenPromises,
    agreementDueOn: world.promise?.dueOn ?? null,
    freeMinor: freeMinor(world),
    coveredMinor: coveredMinor(world),
    paidInHand: false,
    representing: refused
      ? representOn(rule, {
          firstRefusedOn: refused.recordedOn,
          lastRefusedOn: refused.recordedOn,
          timesSoFar: world.timesRepresented,
          payDay: 25,
          correctedOn: null,
          costsMore: false,
          submissionDays: 0,
          today: world.today,
          calendar: plainCalendar,
        })
      : null,
  };
}
