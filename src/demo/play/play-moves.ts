import type { Notice } from '#domain/cases/notices.ts';
import { stateFacts } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { isProtected, type KeyEvent, solvedEvents } from '#domain/key-events/events.ts';
import { keyEventFrom } from '#domain/key-events/kept-event.ts';
import { type Advanced, advance } from '#domain/strategy/advance.ts';
import type { CaseEvent } from '#domain/strategy/case-events.ts';
import type { AgreedAction, CaseSnapshot, CauseFacts } from '#domain/strategy/case-snapshot.ts';
import { type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import type { BecauseOf } from '#usecases/cases/steps/write-advanced.ts';
import type { Book } from '../book/book.ts';
import { handOver } from '../play-tasks.ts';
import { endTask, evidenceOf, holdOf, log, overdueItems, overdueOf, type Play } from './play.ts';
import { dropObligations } from './play-obligations.ts';

type Rows = Book['rows'];

/** What only the caller of a move knows. */
export type MoveMore = {
  readonly known?: CauseFacts;
  readonly stepDone?: boolean;
  readonly actorId?: string | null;
  readonly because?: BecauseOf;
  /** What was agreed, when the process has no say. */
  readonly agreed?: AgreedAction;
};

/** Moves the case by the engine of the product, and writes what it decided as the product does. */
export function move(
  play: Play,
  today: LocalDate,
  triggers: readonly Trigger[],
  more: MoveMore = {},
): Advanced {
  const { stepDone, known, agreed } = more;
  const cause = { on: triggers, stepDone, known, agreed };
  const advanced = advance(snapshotOf(play, today), cause, play.portfolio.rules, { today });
  if (advanced.changed) apply(play, today, advanced, more);
  return advanced;
}

function apply(play: Play, today: LocalDate, advanced: Advanced, more: MoveMore): void {
  const { moves, marks, nextAction } = advanced;
  const at = instantOf(play.ms);
  if (moves.length > 0) play.stateSince = at;
  if (moves.length > 0 || advanced.step !== play.step) play.stepOn = today;
  if (marks.stateBefore !== null) play.stateBefore = marks.stateBefore;
  play.broken += marks.breaks;
  play.upper ||= marks.isUpper;
  play.state = advanced.state;
  play.step = advanced.step;
  play.stepCount = advanced.stepCount;
  play.plan = nextAction;
  play.action = nextAction?.action ?? null;
  play.actionOn = nextAction?.on ?? null;
  play.agreedAt = nextAction?.at ?? null;
  if (marks.becomesOrdinary) makeOrdinary(play, today);
  if (marks.solves) solve(play, today, at, moves.at(-1)?.on ?? 'debt-cleared');
  if (marks.cancelsNotices) for (const notice of play.notices) notice.cancelledAt ??= at;
  if (marks.endsCallbacks) endCallbacks(play, at);
  if (moves.length > 0 && play.task) endTask(play, at, 'overtaken', null);
  handOver(play, today, marks, more.because);
  if (advanced.closeReason !== null) close(play, today, at, advanced.closeReason);
  for (const told of advanced.events) logMove(play, told, more);
}

function logMove(play: Play, told: CaseEvent, { because, actorId = null }: MoveMore): void {
  if (told.kind === 'case.moved') log(play, told.kind, { ...because, ...told.facts }, actorId);
  else log(play, told.kind, { ...because, ...told.facts }, actorId);
}

function close(play: Play, today: LocalDate, at: Instant, reason: string): void {
  play.closeReason = reason;
  play.closedAt = at;
  for (const item of play.account.items) {
    if (item.caseId === play.caseId) item.leftCollectionOn = today;
  }
  dropObligations(play, at);
}

function endCallbacks(play: Play, at: Instant): void {
  for (const callback of play.callbacks.filter(({ doneAt }) => !doneAt)) {
    Object.assign(callback, { doneAt: at, outcome: 'not-needed' });
  }
}

function makeOrdinary(play: Play, on: LocalDate): void {
  const ordinary = new Set(
    play.events.map(keyEventOf).flatMap((e) => (isProtected(e) ? e.eventId : [])),
  );
  for (const event of play.events.filter(({ id }) => ordinary.has(id))) {
    event.evidence = { ...evidenceOf(event), ordinarySince: on };
  }
}

function solve(play: Play, on: LocalDate, at: Instant, resolution: string): void {
  const closes = !stateFacts[play.state].open;
  const solved = solvedEvents(play.events.map(keyEventOf), on, closes);
  for (const [i, event] of play.events.entries()) {
    if (event.resolvedAt || solved[i]?.solvedOn === null) continue;
    Object.assign(event, { resolvedAt: at, resolution });
  }
}

function keyEventOf(event: Rows['keyEvents'][number]): KeyEvent {
  return keyEventFrom({
    eventId: event.id,
    type: event.type as KeyEvent['type'],
    reason: event.subReason,
    fault: event.fault,
    recordedOn: event.happenedOn,
    code: event.reasonCode ?? null,
    solvedOn: event.resolvedAt ? event.resolvedAt.slice(0, 10) : null,
    evidence: evidenceOf(event),
  });
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

function snapshotOf(play: Play, today: LocalDate): CaseSnapshot {
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
  const { actionOn } = play;
  return {
    state: play.state,
    stateBefore: play.stateBefore,
    shape: play.portfolio.rules.shape,
    step: play.step,
    stepCount: play.stepCount,
    action: play.action,
    actionOn: actionOn === null || actionOn > today ? actionOn : today,
    events: play.events.map(keyEventOf).filter(({ solvedOn }) => solvedOn === null),
    holds: play.holds.map(holdOf),
    notices: play.notices.map(noticeOf),
    overdueMinor: overdueOf(play),
    freeMinor: free,
    coveredMinor: promised + planned,
    paidInHand: false,
    agreementDueOn: [...open, ...parts].map(({ dueOn }) => dueOn).sort()[0] ?? null,
    brokenPromises: play.broken,
    firstContactOn: play.lastConversationMs === null ? null : today,
    exempt: play.debtor.vulnerable,
    payDay: (play.account.method.state === 'valid' && play.account.method.chargingDay) || null,
    presented: play.presented,
    costsMore: false,
  };
}
