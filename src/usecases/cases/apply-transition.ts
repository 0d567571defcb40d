import type { TransitionFacts } from '#domain/cases/guards.ts';
import { cancelNotices } from '#domain/cases/notices.ts';
import { type CaseState, type CloseReason, stateFacts } from '#domain/cases/states.ts';
import { type TransitionVerdict, transition } from '#domain/cases/transitions.ts';
import type { Effect, Trigger } from '#domain/cases/triggers.ts';
import { event, type LoggedEvent } from '#domain/events/event.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import { becomeOrdinary, isProtected, solvedByPayment } from '#domain/key-events/events.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, msOf } from '#kernel/time.ts';
import { type Around, writeAround } from '#storage/cases/move.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { type CaseFile, openCaseFile, transitionFacts } from './case-file.ts';
import { type AgreedAction, type GoOn, type Planned, sameMarks, writePlan } from './plan-next.ts';

/** The rows that a move is made because of, for its event. */
export type Because = Pick<
  FactsOf<'case.moved'>,
  'conversationId' | 'holdId' | 'holdKind' | 'promiseId' | 'planId' | 'decidedBy'
>;

/** Something that happens to a case and may move it. */
export type CaseMove = {
  readonly on: Trigger;
  readonly actorId: string | null;
  /** What only the caller knows; the rest comes from the database. */
  readonly facts?: Partial<TransitionFacts>;
  /** The next action that was agreed instead of the process's own. */
  readonly agreed?: AgreedAction | null;
  /** More for the event `case.moved`: ids and codes, nothing personal. */
  readonly because?: Because;
  /** The file, when the caller opened it in this transaction and changed nothing since. */
  readonly file?: CaseFile;
};

/** A move as it was made. Effects named here were carried out, save those in `left`. */
export type Moved = {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly effects: readonly Effect[];
  /** Effects that are the caller's: letters, tasks, confirmations, outside parties. */
  readonly left: readonly Effect[];
  readonly closeReason: CloseReason | null;
  readonly planned: Planned;
};

/** Effects carried out here, in the same transaction. */
const ownEffects: ReadonlySet<Effect> = new Set([
  'solve-events',
  'become-ordinary',
  'cancel-announced-dates',
  'cancel-pending',
  'remember-state',
  'count-break',
  'upper-group',
  'lock-service-tone',
  'no-mark',
  'pause-clocks',
  'resume-clocks',
]);

/**
 * Moves a case by the one table of the domain: state, next action with its date, step, owner or
 * queue, work item, and the event `case.moved`, under the row lock of the case. Throws `not-found`, or
 * `transition-not-allowed` with the guards that are missing.
 */
export async function applyTransition(
  app: App,
  tx: Tx,
  ref: CaseRef,
  move: CaseMove,
): Promise<Moved> {
  const file = move.file ?? (await openCaseFile(app, tx, ref));
  const verdict = verdictOn(file, move);
  if (verdict.ok) return carryOut(app, tx, file, move, verdict);
  const to = verdict.missing.join(' ') || verdict.reason;
  throw new Refusal('transition-not-allowed', { from: file.row.state, to, on: move.on });
}

/** As `applyTransition`, but a move that the table does not allow changes nothing and is null. */
export async function applyIfAllowed(
  app: App,
  tx: Tx,
  ref: CaseRef,
  move: CaseMove,
): Promise<Moved | null> {
  const file = move.file ?? (await openCaseFile(app, tx, ref));
  const verdict = verdictOn(file, move);
  return verdict.ok ? carryOut(app, tx, file, move, verdict) : null;
}

function verdictOn(file: CaseFile, move: CaseMove): TransitionVerdict {
  const facts = { ...transitionFacts(file), ...move.facts };
  return transition(file.row.state as CaseState, move.on, facts);
}

async function carryOut(
  app: App,
  tx: Tx,
  file: CaseFile,
  move: CaseMove,
  verdict: TransitionVerdict & { ok: true },
): Promise<Moved> {
  const { to, effects, closeReason } = verdict;
  const from = file.row.state as CaseState;
  const after = fileAfter(file, to, effects);
  const isOpen = stateFacts[to].open;
  await writeAround(
    tx,
    file.ref,
    aroundOf(file, after, move.on, effects, isOpen),
    now(app),
    file.today,
  );
  const has = (effect: Effect) => effects.includes(effect);
  const same = sameMarks(file);
  const planned = await writePlan(app, tx, after, {
    goOn: goOnAfter(from, to, move.on),
    agreed: move.agreed ?? null,
    marks: {
      closeReason: isOpen ? null : (closeReason ?? 'paid'),
      stateBefore: has('remember-state') ? from : null,
      brokenPromises: same.brokenPromises + (has('count-break') ? 1 : 0),
      upperGroup: same.upperGroup || has('upper-group'),
    },
  });
  await append(tx, [moveEvent(app, file, move, verdict, planned)]);
  return {
    from,
    to,
    effects,
    left: effects.filter((e) => !ownEffects.has(e)),
    closeReason,
    planned,
  };
}

function moveEvent(
  app: App,
  { row, ref }: CaseFile,
  { on, actorId, because }: CaseMove,
  { to, closeReason }: TransitionVerdict & { ok: true },
  planned: Planned,
): LoggedEvent {
  const from = row.state as CaseState;
  const at = now(app);
  const frame = {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: row.portfolio.id, ...ref },
    ...{ occurredAt: at, recordedAt: at, actorId },
  };
  const next = {
    nextAction: planned?.action ?? null,
    nextActionOn: planned && dateIn(row.portfolio.zone, msOf(planned.at)),
    nextActionAt: planned?.exactly ?? null,
  };
  // A hold over the same state is no step on the board; its own event says it was set.
  if (from === to && isOverlay(on)) {
    return event('case.planned', frame, {
      ...because,
      step: planned?.step ?? row.step,
      on,
      ...next,
    });
  }
  return event('case.moved', frame, {
    ...because,
    ...{ from, to, on, moves: [{ from, to, on }], stepBefore: row.step },
    closeReason: stateFacts[to].open ? null : closeReason,
    ...next,
  });
}

function isOverlay(on: Trigger): boolean {
  return on === 'hold-set' || on === 'hold-lifted';
}

/** A new agreement in the same state starts its road anew; a hold only lies over the place. */
function goOnAfter(from: CaseState, to: CaseState, on: Trigger): GoOn {
  return from === to && isOverlay(on) ? 'stay' : 'entered';
}

function fileAfter(file: CaseFile, to: CaseState, effects: readonly Effect[]): CaseFile {
  let { events, notices } = file;
  if (effects.includes('become-ordinary')) events = becomeOrdinary(events, file.today);
  if (effects.includes('solve-events')) events = solvedByPayment(events, file.today);
  if (effects.includes('cancel-announced-dates')) notices = cancelNotices(notices, file.today);
  const brokenPromises = file.row.brokenPromises + (effects.includes('count-break') ? 1 : 0);
  return { ...file, events, notices, row: { ...file.row, state: to, brokenPromises } };
}

function aroundOf(
  before: CaseFile,
  after: CaseFile,
  on: Trigger,
  effects: readonly Effect[],
  isOpen: boolean,
): Around {
  const wasOpen = new Set(before.events.filter((e) => e.solvedOn === null).map((e) => e.eventId));
  const solved = after.events.filter((e) => e.solvedOn !== null && wasOpen.has(e.eventId));
  const ordinary = effects.includes('become-ordinary') ? before.events.filter(isProtected) : [];
  return {
    solvedEvents: solved.map(({ eventId }) => eventId),
    resolution: on,
    ordinaryEvents: ordinary.map(({ eventId }) => eventId),
    cancelNotices: effects.includes('cancel-announced-dates'),
    endCallbacks: effects.includes('cancel-pending') || !isOpen,
    leaveCollection: !isOpen,
    endStepTasks: before.row.state !== after.row.state,
  };
}
