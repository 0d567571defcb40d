import { bareFacts, type TransitionFacts } from '#domain/cases/guards.ts';
import type { Hold, HoldKind } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { CaseState } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { type Happening, happening } from '#domain/events/event.ts';
import type { Fault, KeyEvent, SubReason } from '#domain/key-events/events.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { type Advanced, advance } from '#domain/strategy/advance.ts';
import { processShapes } from '#domain/strategy/shapes.ts';
import type { StepInput } from '#domain/strategy/treatment.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Decided } from '#storage/cases/case-decisions.ts';
import type { ProfileRow } from '#storage/cases/case-profiles.ts';
import { presenting } from './present-again.ts';

/** Business days within which an opened task is to be done. */
const taskBusinessDays = 2;

/** What becomes of the cases with this profile; null when nothing changes. Pure. */
export function decideProfile(
  text: string,
  policy: PortfolioPolicy,
  today: LocalDate,
): Decided | null {
  const profile = JSON.parse(text) as ProfileRow;
  const input = inputOf(profile, policy, today);
  const refusal = presenting(profile, policy, today);
  const advanced = advance({
    input: { ...input, representing: refusal.verdict },
    facts: factsOf(profile, input, policy),
    step: profile.step,
    stepCount: profile.count,
    action: profile.action ?? null,
    actionOn: profile.action ? (profile.on ?? today) : null,
    triggers: triggersOf(profile, policy),
    stepDone: profile.stepDone === true,
    inTransitUntil: refusal.inTransitUntil,
    collectAgainOn: refusal.collectAgainOn,
  });
  return keepsCallback(profile, advanced) || isSame(profile, advanced, today)
    ? null
    : decidedOf(text, profile, advanced, policy, today);
}

function triggersOf(profile: ProfileRow, policy: PortfolioPolicy): Trigger[] {
  const given = (profile.triggers ?? []) as Trigger[];
  if (profile.figure === 'debt' || (profile.state === 'watch' && policy.keepWatching)) return given;
  return [...given, 'debt-cleared'];
}

function inputOf(profile: ProfileRow, policy: PortfolioPolicy, today: LocalDate): StepInput {
  return {
    shape: processShapes[profile.shape],
    state: profile.state as CaseState,
    lastStep: null,
    events: standingEvents(profile).map(eventOf),
    holds: (profile.holds ?? []).map(holdOf),
    notices: (profile.notices ?? []).map(noticeOf),
    today,
    calendar: policy.calendar,
    outbound: policy.outbound,
    exempt: profile.exempt === true,
    firstContactOn: profile.contacted ? today : null,
    brokenPromises: profile.broken,
    agreementDueOn: profile.agreement ?? null,
    // The profile says which of the two is larger; that is all the next step asks of them.
    freeMinor: profile.free ? 1n : 0n,
    coveredMinor: profile.covered ? 1n : 0n,
    representing: null,
  };
}

function factsOf(profile: ProfileRow, input: StepInput, policy: PortfolioPolicy): TransitionFacts {
  const { exitMinor } = policy.entry;
  const overdueMinor = { none: 0n, small: 1n, debt: exitMinor + 1n }[profile.figure];
  return {
    ...bareFacts(input.today),
    events: input.events,
    holds: input.holds,
    notices: input.notices,
    stages: input.shape.stages,
    overdueMinor,
    exitMinor,
    clearedBy: profile.clearedBy ?? 'paid',
    decision: profile.decided ? { by: 'person', reason: 'recorded' } : null,
    keepWatching: policy.keepWatching,
    rulesKnown: true,
    outbound: policy.outbound,
    firstContactOn: input.firstContactOn,
    serviceStepsFailed: profile.state === 'service' ? profile.count : 0,
    serviceStepsNeeded: input.shape.serviceStepsNeeded,
    graceOver: true,
    exempt: input.exempt,
    qualifyingPayment: profile.figure !== 'debt',
    restores: (profile.before as CaseState | undefined) ?? null,
  };
}

/**
 * A callback is promised for a time the customer chose: while the case only stands where it stood,
 * the process does not call earlier.
 */
function keepsCallback(profile: ProfileRow, { moves, plan, step }: Advanced): boolean {
  return (
    profile.action === 'callback' &&
    moves.length === 0 &&
    profile.stepDone !== true &&
    step === profile.step &&
    plan?.step === profile.step
  );
}

function isSame(profile: ProfileRow, advanced: Advanced, today: LocalDate): boolean {
  const { plan } = advanced;
  const opens = opensNow(advanced, today);
  return (
    advanced.moves.length === 0 &&
    profile.stepDone !== true &&
    plan !== null &&
    !opens &&
    advanced.step === profile.step &&
    plan.action === profile.action &&
    advanced.on === (profile.on ?? today)
  );
}

/** Whether the plan is work to hand over today. The review of a hold has a task of its own. */
function opensNow({ plan, on }: Advanced, today: LocalDate): boolean {
  if (plan === null || on === null || on > today) return false;
  if (plan.reasonWords[0]?.code === 'held') return false;
  return ['task', 'review', 're-present'].includes(plan.action);
}

function decidedOf(
  text: string,
  profile: ProfileRow,
  advanced: Advanced,
  policy: PortfolioPolicy,
  today: LocalDate,
): Decided {
  const { plan, moves, effects, closeReason } = advanced;
  const isMoved = moves.length > 0;
  const has = (effect: (typeof effects)[number]) => effects.includes(effect);
  return {
    profile: text,
    state: advanced.state,
    moved: isMoved,
    close_reason: plan === null ? (closeReason ?? 'paid') : null,
    before: has('remember-state') ? profile.state : null,
    step: advanced.step,
    step_count: advanced.stepCount,
    action: plan?.action ?? null,
    action_on: advanced.on,
    why: plan?.reasonWords[0] ?? {},
    tone: plan?.tone ?? 'neutral',
    queue: plan?.queue ?? null,
    broken: has('count-break') ? 1 : 0,
    upper: has('upper-group'),
    solve: has('solve-events'),
    ordinary: has('become-ordinary'),
    cancel_notices: has('cancel-announced-dates'),
    cancel_pending: has('cancel-pending') || plan === null,
    ...taskOf(advanced, policy, today),
    ...happenedTo(profile, advanced),
  };
}

function happenedTo(profile: ProfileRow, advanced: Advanced): Happening {
  const { moves, step, state: to, closeReason } = advanced;
  const next = { nextAction: advanced.plan?.action ?? null, nextActionOn: advanced.on };
  const last = moves.at(-1);
  if (!last) return happening('case.planned', { step, ...next });
  const from = profile.state as CaseState;
  const stepBefore = profile.step;
  const facts = { from, to, on: last.on, moves, closeReason, stepBefore, ...next };
  return happening('case.moved', facts);
}

function taskOf(
  advanced: Advanced,
  policy: PortfolioPolicy,
  today: LocalDate,
): Pick<Decided, 'task' | 'task_details'> {
  const { plan, step } = advanced;
  if (plan === null || !opensNow(advanced, today)) return { task: null, task_details: null };
  const name = plan.step ?? plan.reasonWords[0]?.code ?? step;
  return {
    task: {
      kind: plan.action === 're-present' ? 're-present' : name,
      queue: plan.queue === 'system' ? 'back-office' : plan.queue,
      due_on: addBusinessDays(today, taskBusinessDays, policy.calendar),
    },
    task_details: {
      step,
      action: plan.action,
      fires: plan.fires ?? null,
      announces: plan.announces ?? null,
      why: plan.reasonWords,
    },
  };
}

/** A technical return that was mended is over when the money came. */
function standingEvents({ events = [], figure }: ProfileRow): readonly EventRow[] {
  return figure === 'debt' ? events : events.filter(({ evidence }) => !evidence?.['correctedOn']);
}

type EventRow = NonNullable<ProfileRow['events']>[number];

function eventOf(event: EventRow): KeyEvent {
  const { evidence = {} } = event;
  return {
    eventId: '',
    type: event.type,
    reason: event.reason as SubReason,
    detail: (evidence['detail'] as string | undefined) ?? null,
    fault: event.fault as Fault,
    recordedOn: event.on,
    methodValid: (evidence['methodValid'] as boolean | undefined) ?? null,
    ordinarySince: (evidence['ordinarySince'] as string | undefined) ?? null,
    solvedOn: null,
  };
}

function holdOf(hold: NonNullable<ProfileRow['holds']>[number]): Hold {
  return {
    kind: hold.kind as HoldKind,
    setOn: hold.setOn,
    reviewOn: hold.reviewOn,
    owner: hold.owned ? 'person' : 'back-office',
    part: hold.part ? { kind: 'amount', minor: 1n } : null,
    liftedOn: null,
  };
}

function noticeOf(notice: NonNullable<ProfileRow['notices']>[number]): Notice {
  return {
    stage: notice.stage as Notice['stage'],
    announces: notice.announces as Notice['announces'],
    promisedOn: notice.promisedOn,
    sentOn: notice.sentOn,
    recordedBy: notice.proven ? 'recorded' : null,
    cancelledOn: null,
  };
}
