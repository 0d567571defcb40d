import {
  type ActionKind,
  blocked,
  clockPaused,
  type Hold,
  nextReviewOn,
} from '#domain/cases/holds.ts';
import { type Notice, promisedDateOf } from '#domain/cases/notices.ts';
import type { AnnouncedStage, CaseState } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import type { RepresentingVerdict } from '#domain/key-events/return-codes.ts';
import { addBusinessDays, type BusinessCalendar, businessDayFrom } from '#kernel/business-days.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { laneOf } from './lane.ts';
import { objectiveOf } from './objective.ts';
import {
  asksForMoney,
  nextStageAfter,
  type Objective,
  type ProcessShape,
  type ProcessStep,
  representStep,
  type StepAction,
  type StepQueue,
  type Tone,
} from './process-step.ts';
import { protection } from './protection.ts';

/** Something screens put into words: a code of their catalogue and what fills its gaps. */
export type ReasonWords = {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** What `nextStep` looks at; all of it is known when a step ended or a state was entered. */
export type StepInput = {
  readonly shape: ProcessShape;
  readonly state: CaseState;
  /** The step that was done last; null when the state was just entered. */
  readonly lastStep: string | null;
  readonly events: readonly KeyEvent[];
  readonly holds: readonly Hold[];
  readonly notices: readonly Notice[];
  readonly today: LocalDate;
  readonly calendar: BusinessCalendar;
  readonly outbound: boolean;
  /** Protected from restriction. */
  readonly exempt: boolean;
  readonly firstContactOn: LocalDate | null;
  readonly brokenPromises: number;
  /** The day the live promise or next instalment is judged; null without one. */
  readonly agreementDueOn: LocalDate | null;
  /** Overdue minor units that no hold on a part covers (`freeOfHolds`). */
  readonly freeMinor: bigint;
  /** Overdue minor units that live promises and plans cover. */
  readonly coveredMinor: bigint;
  /** Money in hand pays what no hold and no agreement covers (`isPaidInHand`). */
  readonly paidInHand: boolean | 'likely';
  /** `representOn` of the refused payment; null when there is none. */
  readonly representing: RepresentingVerdict | null;
};

/**
 * What a step tells the customer: the notice of stage `by` announces `stage`, which may follow on
 * `promisedOn` at the earliest when the notice goes out on the due day.
 */
export type Announcement = {
  readonly by: Notice['stage'];
  readonly stage: AnnouncedStage;
  readonly promisedOn: LocalDate;
};

/**
 * The next step of a case: what, by whom, when and in which tone. `fires` is the
 * trigger to give `transition` when the step comes due, on a review when the person approves.
 */
export type NextStep = {
  readonly step: string;
  readonly action: StepAction;
  readonly kind: ActionKind;
  readonly queue: StepQueue;
  readonly dueInBusinessDays: number;
  readonly dueOn: LocalDate;
  readonly tone: Tone;
  readonly objective: Objective;
  readonly announces: Announcement | null;
  readonly fires: Trigger | null;
  readonly reasonWords: readonly ReasonWords[];
};

/**
 * The step that follows: holds first, then protection, then agreements, then the lane of the
 * process. Null only for a case that is closed or written off. A due date is a business day.
 */
export function nextStep(input: StepInput): NextStep | null {
  if (input.state === 'closed' || input.state === 'written-off') return null;
  const guard = protection(input.events);
  const climbing = ['requested', 'working', 'warned', 'final'].includes(input.state);
  if (guard.protected && climbing) return fire(input, 'protect', 'protected-event');
  if (!guard.protected && input.state === 'service') {
    return fire(input, 'service-done', 'service-solved');
  }
  const lane = laneOf(input);
  const represent = lane === 'service-b' && input.representing?.ok ? representStep : null;
  const step = represent ?? stepAfter(input, input.shape.lanes[lane]);
  if (step === undefined) return reviewed(input, 'lane-without-steps', {});
  const hold = blocked(input.holds, step.kind, input.freeMinor);
  if (hold.blocked) return held(input, hold.by.join(' '));
  if (guard.forbids.includes(step.kind) && step.fires !== 'service-used-up') {
    return reviewed(input, 'protected', { types: guard.by.join(' ') });
  }
  if (step.kind === 'chase-call' && isCovered(input)) return covered(input);
  if (input.paidInHand && asksForMoney(step)) return paidInHand(input);
  return planned(input, step, lane);
}

/** The first step after the last one done, without notices that still stand; the last repeats. */
function stepAfter(input: StepInput, steps: readonly ProcessStep[]): ProcessStep | undefined {
  const done = steps.findIndex((step) => step.step === input.lastStep);
  return steps.find((step, i) => i > done && !isToldAlready(input, step)) ?? steps.at(-1);
}

function isToldAlready(input: StepInput, step: ProcessStep): boolean {
  const stage = announcedStageOf(input, step);
  return input.notices.some(
    (notice) =>
      notice.stage === step.noticeStage &&
      notice.announces === stage &&
      notice.sentOn !== null &&
      notice.cancelledOn === null,
  );
}

function isCovered(input: StepInput): boolean {
  return input.coveredMinor > 0n && input.coveredMinor >= input.freeMinor;
}

function planned(input: StepInput, step: ProcessStep, lane: string): NextStep {
  const { today, calendar, representing } = input;
  let dueOn = addBusinessDays(today, step.afterBusinessDays, calendar);
  if (step.action === 're-present' && representing?.ok) dueOn = representing.submitOn;
  if (step.objective === 'keep-agreement' && input.agreementDueOn !== null) {
    dueOn = later(input.agreementDueOn, today);
  }
  const promised = promisedFor(input, step);
  if (promised !== null) dueOn = businessDayFrom(later(promised, dueOn), calendar);
  return {
    step: step.step,
    action: step.action,
    kind: step.kind,
    queue: step.queue,
    dueInBusinessDays: step.afterBusinessDays,
    dueOn,
    tone: protection(input.events).protected ? 'service' : step.tone,
    objective: objectiveOf(input.events, step),
    announces: announced(input, step, dueOn),
    fires: step.fires,
    reasonWords: [
      ...costWords(input, step, lane),
      { code: `step-${step.objective}`, facts: { step: step.step, lane } },
      ...eventWords(input.events),
      ...(promised === null ? [] : [{ code: 'announced-for', facts: { date: promised } }]),
    ],
  };
}

const moves: Partial<Record<Trigger, AnnouncedStage>> = {
  'service-used-up': 'requested',
  'attempts-used-up': 'warned',
  'announced-date-reached': 'restricted',
};

const deadlines: Partial<Record<CaseState, AnnouncedStage>> = {
  requested: 'warned',
  warned: 'final',
  restricted: 'final',
  final: 'review',
};

/** The announced day that a step must wait for: of its move, or of the stage its notice opens. */
function promisedFor(input: StepInput, step: ProcessStep): LocalDate | null {
  if (step.noticeStage !== null && step.noticeStage !== 'service') {
    return promisedDateOf(input.notices, step.noticeStage);
  }
  if (step.fires === null) return null;
  const stage = step.fires === 'deadline-passed' ? deadlines[input.state] : moves[step.fires];
  return stage === undefined ? null : promisedDateOf(input.notices, stage);
}

function announcedStageOf(input: StepInput, step: ProcessStep): AnnouncedStage | null {
  const skips = step.announces === 'restricted' && input.exempt;
  return skips ? nextStageAfter(input.shape, 'restricted') : step.announces;
}

function announced(input: StepInput, step: ProcessStep, dueOn: LocalDate): Announcement | null {
  const stage = announcedStageOf(input, step);
  if (stage === null || step.noticeStage === null) return null;
  const waited = addBusinessDays(dueOn, step.noticeDays, input.calendar);
  const least = addDays(dueOn, input.shape.minWaitDays);
  const promisedOn = businessDayFrom(later(waited, least), input.calendar);
  return { by: step.noticeStage, stage, promisedOn };
}

/** Why a refused payment is not collected again by itself, when its cost is what speaks against it. */
function costWords(
  { representing }: StepInput,
  { step }: ProcessStep,
  lane: string,
): ReasonWords[] {
  const costsMore = lane === 'service-b' && representing?.ok === false;
  if (!costsMore || representing.reason !== 'costs-more') return [];
  return [{ code: 'reject-costs-more', facts: { step, lane } }];
}

function eventWords(events: readonly KeyEvent[]): ReasonWords[] {
  return events
    .filter((event) => event.solvedOn === null)
    .map(({ type, reason, fault, recordedOn }) => ({
      code: `event-${type.toLowerCase()}`,
      facts: { reason, fault, date: recordedOn },
    }));
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function simple(
  input: StepInput,
  step: Pick<NextStep, 'step' | 'action' | 'queue' | 'objective'>,
  dueOn: LocalDate,
  reason: ReasonWords,
  fires: Trigger | null = null,
): NextStep {
  const tone: Tone = protection(input.events).protected ? 'service' : 'neutral';
  const rest = { kind: 'task', dueInBusinessDays: 0, announces: null } as const;
  return { ...step, ...rest, dueOn, tone, fires, reasonWords: [reason] };
}

function fire(input: StepInput, step: string, fires: Trigger): NextStep {
  const types = protection(input.events).by.join(' ');
  const own = { step, action: 'wait', queue: 'system', objective: 'classify' } as const;
  return simple(input, own, input.today, { code: step, facts: { types } }, fires);
}

function held(input: StepInput, by: string): NextStep {
  const dueOn = later(nextReviewOn(input.holds) ?? input.today, input.today);
  const step = {
    step: 'held',
    action: 'review',
    queue: 'supervisors',
    objective: 'decide',
  } as const;
  return simple(input, step, dueOn, { code: 'held', facts: { by, date: dueOn } });
}

const coveredStep = { step: 'covered', objective: 'keep-agreement' } as const;
const covered = (input: StepInput) =>
  waits(input, coveredStep, 'covered-by-agreement', input.agreementDueOn);

/** Nothing is asked for that waiting money pays: it is applied next, or the office finds its owner. */
function paidInHand(input: StepInput): NextStep {
  const code = input.paidInHand === 'likely' ? 'payment-to-match' : 'money-in-hand';
  return waits(input, { step: 'money-in-hand', objective: 'classify' }, code, null);
}

function waits(
  input: StepInput,
  own: Pick<NextStep, 'step' | 'objective'>,
  code: string,
  until: LocalDate | null,
): NextStep {
  const { today, calendar } = input;
  const dueOn = later(until ?? addBusinessDays(today, 1, calendar), today);
  const step = { ...own, action: 'wait', queue: 'system' } as const;
  return simple(input, step, dueOn, { code, facts: { date: dueOn } });
}

function reviewed(input: StepInput, code: string, facts: ReasonWords['facts']): NextStep {
  const dueOn = addBusinessDays(input.today, 1, input.calendar);
  const step = { step: code, action: 'review', queue: 'supervisors', objective: 'decide' } as const;
  return simple(input, step, dueOn, { code, facts });
}

/**
 * The step of a case whose due move was refused by a guard: a person looks, and sees which guards
 * are missing. Under a hold it is the hold's review.
 */
export function refusedStep(input: StepInput, missing: readonly string[]): NextStep {
  if (clockPaused(input.holds)) {
    return held(input, blocked(input.holds, 'escalate').by.join(' '));
  }
  return reviewed(input, 'move-refused', { missing: missing.join(' ') });
}
