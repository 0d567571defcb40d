import type { PersonDecision, TransitionFacts } from '#domain/cases/guards.ts';
import type { Hold } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { CaseState, CloseReason } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import type { BusinessCalendar } from '#kernel/business-days.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { ShapeName } from './process-step.ts';
import { processShapes } from './shapes.ts';
import type { ReasonWords, StepInput } from './treatment.ts';

/**
 * A case as it stands: everything the engine decides from, and nothing else. Every writer makes one
 * from its own rows. Amounts are minor units; of a profile that many cases share only their order
 * matters: to the exit amount, to nothing, and of covered to free.
 */
export type CaseSnapshot = {
  readonly state: CaseState;
  /** The state a reversed payment would restore. */
  readonly stateBefore: CaseState | null;
  readonly shape: ShapeName;
  /** The lane step that was planned last. */
  readonly step: string;
  readonly stepCount: number;
  readonly action: string | null;
  /** The day of the planned action; one that is past counts as today. */
  readonly actionOn: LocalDate | null;
  readonly events: readonly KeyEvent[];
  readonly holds: readonly Hold[];
  readonly notices: readonly Notice[];
  readonly overdueMinor: bigint;
  /** The overdue part that no hold on a part covers. */
  readonly freeMinor: bigint;
  /** The overdue part that live promises and plans cover. */
  readonly coveredMinor: bigint;
  /** Money in hand pays what no hold and no agreement covers. */
  readonly paidInHand: boolean | 'likely';
  /** The day the live promise or next instalment is judged; null without one. */
  readonly agreementDueOn: LocalDate | null;
  readonly brokenPromises: number;
  readonly firstContactOn: LocalDate | null;
  /** Protected from restriction. */
  readonly exempt: boolean;
  /** Day of the month on which the customer is paid; null when unknown. */
  readonly payDay: number | null;
  /** How often and when the refused payment was presented again; null when never. */
  readonly presented: { readonly times: number; readonly on: LocalDate } | null;
  /** What is open to collect is no more than one more reject would cost. */
  readonly costsMore: boolean;
};

/** What was agreed instead of the process's own next step. */
export type AgreedAction = {
  readonly action: 'call' | 'callback' | 'task' | 'wait' | 'review';
  readonly on: LocalDate;
  readonly at: Instant;
  readonly why: ReasonWords;
  /** The actions of the process it stands for; without it it stands for any. */
  readonly insteadOf?: readonly string[];
};

/** What only the cause of a move knows; all fails closed. */
export type CauseFacts = {
  /** How the overdue debt went, when not by payment. */
  readonly clearedBy?: CloseReason | undefined;
  /** The terms were checked against the authority of whoever agreed them. */
  readonly withinAuthority?: boolean | undefined;
  /** The reason for being late was asked in the very talk that is the cause. */
  readonly reasonAsked?: boolean | undefined;
  /** A person with a name and a reason decided this. */
  readonly decision?: PersonDecision | null | undefined;
  readonly newHold?: Hold | null | undefined;
  readonly kitComplete?: boolean | undefined;
  readonly moneyReconciled?: boolean | undefined;
  readonly evidence?: boolean | undefined;
  readonly approvalsComplete?: boolean | undefined;
};

/** What happened to a case: triggers in order, a step that is done, an agreement on what is next. */
export type Cause = {
  readonly on: readonly Trigger[];
  readonly stepDone?: boolean | undefined;
  readonly agreed?: AgreedAction | null | undefined;
  readonly known?: CauseFacts | undefined;
};

/** What a portfolio decides about the moves of its cases. */
export type EnginePolicy = {
  readonly calendar: BusinessCalendar;
  /** The portfolio calls out by plan. */
  readonly outbound: boolean;
  /** Customers stay under preventive watch when nothing is overdue any more. */
  readonly keepWatching: boolean;
  readonly entry: { readonly exitMinor: bigint };
  /** Business days a charge is handed in before its day, and until it is surely paid or refused after it. */
  readonly charging: { readonly submissionDays: number; readonly settlementDays: number };
};

/** What time it is where the portfolio works. */
export type EngineClock = { readonly today: LocalDate };

/** What the table of moves may look at. Written out in full: a guard fact without a source is an error. */
export function transitionFacts(
  file: CaseSnapshot,
  known: CauseFacts,
  policy: EnginePolicy,
  { today }: EngineClock,
): TransitionFacts {
  const { stages, serviceStepsNeeded } = processShapes[file.shape];
  return {
    today,
    events: file.events,
    holds: file.holds,
    notices: file.notices,
    stages,
    overdueMinor: file.overdueMinor,
    exitMinor: policy.entry.exitMinor,
    clearedBy: known.clearedBy ?? 'paid',
    keepWatching: policy.keepWatching,
    outbound: policy.outbound,
    firstContactOn: known.reasonAsked === true ? null : file.firstContactOn,
    serviceStepsFailed: file.state === 'service' ? file.stepCount : 0,
    serviceStepsNeeded,
    withinAuthority: known.withinAuthority === true,
    decision: known.decision ?? null,
    exempt: file.exempt,
    kitComplete: known.kitComplete === true,
    moneyReconciled: known.moneyReconciled === true,
    evidence: known.evidence === true,
    approvalsComplete: known.approvalsComplete === true,
    restores: file.stateBefore,
    newHold: known.newHold ?? null,
  };
}

/** What the next step is chosen from, after `lastStep` was done; null at the start of a road. */
export function stepInput(
  file: CaseSnapshot,
  policy: Pick<EnginePolicy, 'calendar' | 'outbound'>,
  { today }: EngineClock,
  lastStep: string | null,
  representing: StepInput['representing'] = null,
): StepInput {
  return {
    shape: processShapes[file.shape],
    state: file.state,
    lastStep,
    events: file.events,
    holds: file.holds,
    notices: file.notices,
    today,
    calendar: policy.calendar,
    outbound: policy.outbound,
    exempt: file.exempt,
    firstContactOn: file.firstContactOn,
    brokenPromises: file.brokenPromises,
    agreementDueOn: file.agreementDueOn,
    freeMinor: file.freeMinor,
    coveredMinor: file.coveredMinor,
    paidInHand: file.paidInHand,
    representing,
  };
}
