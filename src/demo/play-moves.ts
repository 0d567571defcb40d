import { bareFacts, type TransitionFacts } from '#domain/cases/guards.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { CaseState } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { Fault, KeyEvent, SubReason } from '#domain/key-events/events.ts';
import { type Advanced, advance } from '#domain/strategy/advance.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import { processShapes } from '#domain/strategy/shapes.ts';
import type { StepInput } from '#domain/strategy/treatment.ts';
import { type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import type { Because } from '#usecases/cases/apply-transition.ts';
import type { Book } from './book.ts';
import { endTask, evidenceOf, holdOf, log, overdueItems, overdueOf, type Play } from './play.ts';
import { dropDuties } from './play-duties.ts';
import { presenting } from './presenting.ts';

type Rows = Book['rows'];

/** What only the caller of a move knows. */
export type MoveMore = {
  readonly facts?: Partial<TransitionFacts>;
  readonly stepDone?: boolean;
  readonly actorId?: string | null;
  readonly because?: Because;
  /** The next day that was agreed, when the process has no say. */
  readonly nextOn?: LocalDate;
};

/** Moves the case by the domain's own table and process, and logs what came of it. */
export function move(
  play: Play,
  today: LocalDate,
  triggers: readonly Trigger[],
  more: MoveMore = {},
): Advanced {
  const input = inputOf(play, today);
  const money = presenting(play, today);
  const cleared = overdueOf(play) === 0n && play.state !== 'watch';
  const advanced = advance({
    input: { ...input, representing: money.verdict },
    facts: { ...factsOf(play, input), ...more.facts },
    step: play.step,
    stepCount: play.stepCount,
    action: play.action,
    actionOn: play.actionOn,
    triggers: cleared ? [...triggers, 'debt-cleared'] : triggers,
    stepDone: more.stepDone === true,
    inTransitUntil: money.inTransitUntil,
    collectAgainOn: null,
  });
  apply(play, today, advanced, more);
  return advanced;
}

function apply(play: Play, today: LocalDate, advanced: Advanced, more: MoveMore): void {
  const { moves, effects } = advanced;
  const from = play.state;
  const stepBefore = play.step;
  const at = instantOf(play.ms);
  const has = (effect: (typeof effects)[number]) => effects.includes(effect);
  if (moves.length > 0) play.stateSince = at;
  if (has('remember-state')) play.stateBefore = from;
  if (has('count-break')) play.broken += 1;
  if (has('upper-group')) play.upper = true;
  if (moves.length > 0 || advanced.step !== play.step) play.stepOn = today;
  play.state = advanced.state;
  play.step = advanced.step;
  play.stepCount = advanced.stepCount;
  play.plan = advanced.plan;
  play.action = advanced.plan?.action ?? null;
  play.actionOn = advanced.plan ? (more.nextOn ?? advanced.on) : null;
  play.agreedAt = null;
  if (has('become-ordinary')) becomeOrdinary(play, today);
  if (has('solve-events')) solveEvents(play, at, moves.at(-1)?.on ?? 'debt-cleared');
  if (has('cancel-announced-dates')) {
    for (const notice of play.notices) notice.cancelledAt ??= at;
  }
  if (has('cancel-pending') || advanced.plan === null) endCallbacks(play, at);
  if (moves.length > 0 && play.task) endTask(play, at, 'overtaken', null);
  if (advanced.plan === null) close(play, today, at, advanced.closeReason ?? 'paid');
  logMove(play, { from, stepBefore }, advanced, more);
}

function logMove(
  play: Play,
  { from, stepBefore }: { readonly from: CaseState; readonly stepBefore: string },
  advanced: Advanced,
  more: MoveMore,
): void {
  const next = { nextAction: play.action as NextAction | null, nextActionOn: play.actionOn };
  const actorId = more.actorId ?? null;
  const { moves, state, closeReason, step } = advanced;
  const last = moves.at(-1);
  if (last) {
    const moved = { ...more.because, from, to: state, on: last.on, moves, closeReason, stepBefore };
    log(play, 'case.moved', { ...moved, ...next }, actorId);
  } else if (more.stepDone) log(play, 'case.planned', { step, ...next }, actorId);
}

function close(play: Play, today: LocalDate, at: Instant, reason: string): void {
  play.closeReason = reason;
  play.closedAt = at;
  for (const item of play.account.items) {
    if (item.caseId === play.caseId) item.leftCollectionOn = today;
  }
  dropDuties(play, at);
  for (const event of play.events) {
    event.resolvedAt ??= at;
    event.resolution ??= 'debt-cleared';
  }
}

function endCallbacks(play: Play, at: Instant): void {
  for (const callback of play.callbacks.filter(({ doneAt }) => !doneAt)) {
    Object.assign(callback, { doneAt: at, outcome: 'not-needed' });
  }
}

function becomeOrdinary(play: Play, on: LocalDate): void {
  for (const event of play.events.filter(({ resolvedAt }) => !resolvedAt)) {
    event.evidence = { ...evidenceOf(event), ordinarySince: on };
  }
}

function solveEvents(play: Play, at: Instant, resolution: string): void {
  for (const event of play.events) {
    const outlives = ['A', 'C'].includes(event.type) && !evidenceOf(event)['ordinarySince'];
    if (event.resolvedAt || outlives) continue;
    Object.assign(event, { resolvedAt: at, resolution });
  }
}

function keyEventOf(event: Rows['keyEvents'][number]): KeyEvent {
  const evidence = evidenceOf(event);
  return {
    eventId: event.id,
    type: event.type as KeyEvent['type'],
    reason: event.subReason as SubReason,
    detail: (evidence['detail'] as string | undefined) ?? null,
    fault: event.fault as Fault,
    recordedOn: event.happenedOn,
    methodValid: (evidence['methodValid'] as boolean | undefined) ?? null,
    ordinarySince: (evidence['ordinarySince'] as string | undefined) ?? null,
    solvedOn: event.resolvedAt ? event.resolvedAt.slice(0, 10) : null,
  };
}

function noticeOf(notice: Rows['notices'][number]): Notice {
  return {
    stage: notice.stage as Notice['stage'],
    announces: notice.announces as Notice['announces'],
    promisedOn: notice.promisedOn,
    sentOn: notice.sentOn,
    recordedBy: notice.recordedBy ?? null,
    cancelledOn: notice.cancelledAt ? notice.cancelledAt.slice(0, 10) : null,
  };
}

function inputOf(play: Play, today: LocalDate): StepInput {
  const { portfolio, state } = play;
  const { rules } = portfolio;
  const open = play.promises.filter((promise) => promise.state === 'open');
  const parts = play.plans
    .filter(({ row }) => ['active', 'late'].includes(row.state))
    .flatMap((plan) => plan.parts.filter((part) => ['open', 'late'].includes(part.state)));
  const held = play.holds.filter((hold) => hold.itemId && !hold.liftedAt);
  const free = overdueItems(play)
    .filter(({ id }) => !held.some(({ itemId }) => itemId === id))
    .reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
  const promised = open.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const planned = parts.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  return {
    shape: processShapes[rules.shape],
    state,
    lastStep: null,
    events: play.events.map(keyEventOf),
    holds: play.holds.map(holdOf),
    notices: play.notices.map(noticeOf),
    today,
    calendar: rules.calendar,
    outbound: rules.outbound,
    exempt: play.debtor.vulnerable,
    firstContactOn: play.lastTalkMs === null ? null : today,
    brokenPromises: play.broken,
    agreementDueOn: [...open, ...parts].map(({ dueOn }) => dueOn).sort()[0] ?? null,
    freeMinor: free,
    coveredMinor: promised + planned,
    representing: null,
  };
}

function factsOf(play: Play, input: StepInput): TransitionFacts {
  const { rules } = play.portfolio;
  const { events, holds, notices, shape, today } = input;
  return {
    ...bareFacts(today),
    events,
    holds,
    notices,
    stages: shape.stages,
    overdueMinor: overdueOf(play),
    exitMinor: rules.entry.exitMinor,
    keepWatching: rules.keepWatching,
    rulesKnown: true,
    outbound: rules.outbound,
    firstContactOn: input.firstContactOn,
    serviceStepsFailed: play.state === 'service' ? play.stepCount : 0,
    serviceStepsNeeded: shape.serviceStepsNeeded,
    graceOver: true,
    exempt: input.exempt,
    qualifyingPayment: overdueOf(play) === 0n,
    restores: play.stateBefore,
  };
}
