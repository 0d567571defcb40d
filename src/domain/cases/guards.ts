import {
  isProtected,
  type KeyEvent,
  lacksReason,
  outlivesPayment,
} from '#domain/key-events/events.ts';
import type { LocalDate } from '#kernel/time.ts';
import { blocked, type Hold, holdProblems } from './holds.ts';
import { isAnnounced, isNoticeSent, type Notice } from './notices.ts';
import {
  type AnnouncedStage,
  announcedStages,
  type CaseState,
  type CloseReason,
} from './states.ts';

/** A decision that only a person may take: it is worth nothing without a name and a reason. */
export type PersonDecision = { readonly by: string; readonly reason: string };

/** What `transition` may look at. Start from `bareFacts` and set what is known. */
export type TransitionFacts = {
  readonly today: LocalDate;
  readonly events: readonly KeyEvent[];
  readonly holds: readonly Hold[];
  readonly notices: readonly Notice[];
  /** The announced stages the portfolio's process really has (`ProcessShape.stages`). */
  readonly stages: readonly AnnouncedStage[];
  readonly overdueMinor: bigint;
  readonly exitMinor: bigint;
  /** How the overdue debt went; names the close reason of a cleared case. */
  readonly clearedBy: CloseReason;
  /** The customer stays under preventive watch when nothing is overdue. */
  readonly keepWatching: boolean;
  /** The portfolio calls out by plan; false for inbound-only, where a reply is needed. */
  readonly outbound: boolean;
  /** First right-party contact about the standing events; null when there was none. */
  readonly firstContactOn: LocalDate | null;
  readonly serviceStepsFailed: number;
  readonly serviceStepsNeeded: number;
  readonly withinAuthority: boolean;
  readonly decision: PersonDecision | null;
  /** Protected customers and services are exempt from restriction. */
  readonly exempt: boolean;
  readonly kitComplete: boolean;
  readonly moneyReconciled: boolean;
  readonly evidence: boolean;
  readonly approvalsComplete: boolean;
  /** The state a reversed payment had ended; null when the payment ended none. */
  readonly restores: CaseState | null;
  /** The hold being set. */
  readonly newHold: Hold | null;
};

/** Facts that fail closed: with nothing known, nothing that needs a guard goes through. */
export function bareFacts(today: LocalDate): TransitionFacts {
  return {
    today,
    events: [],
    holds: [],
    notices: [],
    stages: [],
    overdueMinor: 0n,
    exitMinor: 0n,
    clearedBy: 'paid',
    keepWatching: false,
    outbound: false,
    firstContactOn: null,
    serviceStepsFailed: 0,
    serviceStepsNeeded: 1,
    withinAuthority: false,
    decision: null,
    exempt: true,
    kitComplete: false,
    moneyReconciled: false,
    evidence: false,
    approvalsComplete: false,
    restores: null,
    newHold: null,
  };
}

type Check = (facts: TransitionFacts, to: CaseState) => boolean;

function isStage(state: CaseState): state is AnnouncedStage {
  return (announcedStages as readonly string[]).includes(state);
}

function isCleared(facts: TransitionFacts): boolean {
  return facts.overdueMinor <= facts.exitMinor;
}

function isStageNoticeSent(facts: TransitionFacts, stage: CaseState): boolean {
  if (!isStage(stage)) return false;
  const configured = facts.notices.filter((notice) => facts.stages.includes(notice.announces));
  return isNoticeSent(configured, stage, facts.today);
}

/** Every guard by its name. A guard looks at the facts and at the state that would be entered. */
export const guards = {
  protected: (facts) => facts.events.some(isProtected),
  ordinary: (facts) => !facts.events.some(isProtected),
  'no-technical-event': (facts) => !facts.events.some((e) => isProtected(e) && e.type === 'C'),
  'service-outlives-payment': (facts) => facts.events.some(outlivesPayment),
  'nothing-outlives-payment': (facts) => !facts.events.some(outlivesPayment),
  cleared: isCleared,
  'debt-remains': (facts) => !isCleared(facts),
  'keep-watching': (facts) => facts.keepWatching,
  'watch-over': (facts) => !facts.keepWatching,
  'service-steps-failed': (facts) => facts.serviceStepsFailed >= facts.serviceStepsNeeded,
  announced: (facts, to) => isStage(to) && isAnnounced(facts.notices, to, facts.today),
  'stage-configured': (facts, to) => isStage(to) && facts.stages.includes(to),
  'notice-sent': isStageNoticeSent,
  'earlier-notices-proven': (facts) =>
    isStageNoticeSent(facts, 'requested') && isStageNoticeSent(facts, 'warned'),
  'no-hold': (facts) => !blocked(facts.holds, 'escalate').blocked,
  'placement-not-held': (facts) => !blocked(facts.holds, 'place').blocked,
  'write-off-not-held': (facts) => !blocked(facts.holds, 'write-off').blocked,
  'late-reason-known': (facts) => facts.firstContactOn === null || !facts.events.some(lacksReason),
  outbound: (facts) => facts.outbound,
  'within-authority': (facts) => facts.withinAuthority,
  'person-decided': ({ decision }) =>
    decision !== null && decision.by.trim() !== '' && decision.reason.trim() !== '',
  'not-exempt': (facts) => !facts.exempt,
  'kit-complete': (facts) => facts.kitComplete,
  'money-reconciled': (facts) => facts.moneyReconciled,
  evidence: (facts) => facts.evidence,
  'approvals-complete': (facts) => facts.approvalsComplete,
  'state-to-restore': (facts) => facts.restores !== null,
  'hold-has-owner-and-review': ({ newHold }) =>
    newHold !== null && holdProblems(newHold).length === 0,
} as const satisfies Readonly<Record<string, Check>>;

/** The name of a guard. */
export type Guard = keyof typeof guards;

/** Whether a guard lets the case pass into `to`. */
export function passes(guard: Guard, facts: TransitionFacts, to: CaseState): boolean {
  return guards[guard](facts, to);
}
