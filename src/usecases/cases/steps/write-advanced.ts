import { nextReviewOn } from '#domain/cases/holds.ts';
import { stateFacts } from '#domain/cases/states.ts';
import { type EventFrame, event, type LoggedEvent } from '#domain/events/event.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import { becomeOrdinary, isProtected, solvedEvents } from '#domain/key-events/events.ts';
import type { Advanced } from '#domain/strategy/advance.ts';
import type { CaseEvent } from '#domain/strategy/case-events.ts';
import { callableFrom, holderOf } from '#domain/strategy/place.ts';
import { dateIn, type Instant, instantAt, instantOf, msOf } from '#kernel/time.ts';
import { type Around, openCaseTask, writeAround, writeCasePlace } from '#storage/cases/move.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { CaseFile } from './case-file.ts';

/** The rows that a move is made because of, for its event and for the tasks of its effects. */
export type BecauseOf = Pick<
  FactsOf<'case.moved'>,
  'conversationId' | 'holdId' | 'holdKind' | 'promiseId' | 'planId' | 'decidedBy'
>;

/** Who set a move off, and what more its event and its tasks say: ids and codes, nothing personal. */
export type Because = {
  readonly actorId: string | null;
  readonly facts?: BecauseOf | undefined;
  /** The caller logs what happened, with the next action, in an event of its own. */
  readonly isLogged?: boolean | undefined;
};

/**
 * Writes what the engine decided for one case, in the caller's transaction and under the row lock of
 * the case: rows around it, its place with its clock, tasks, and the event.
 */
export async function writeAdvanced(
  app: App,
  tx: Tx,
  file: CaseFile,
  advanced: Advanced,
  because: Because,
): Promise<void> {
  if (!advanced.changed) return;
  const { row, ref, today } = file;
  const { marks, nextAction } = advanced;
  const at = now(app);
  const isMoved = advanced.moves.length > 0;
  if (isMoved) await writeAround(tx, ref, aroundOf(file, advanced), at, today);
  const actionAt = actionAtOf(file, advanced);
  const place = {
    state: advanced.state,
    stateBefore: marks.stateBefore,
    step: advanced.step,
    stepOn: isMoved || advanced.step !== row.step ? today : row.stepOn,
    stepCount: advanced.stepCount,
    tone: nextAction?.tone ?? 'neutral',
    ...holderOf(row.ownerId, nextAction?.queue ?? null),
    nextAction: nextAction?.action ?? null,
    nextActionAt: actionAt,
    nextActionWhy: nextAction?.reasonWords[0] ?? {},
    holdReviewOn: nextAction === null ? null : nextReviewOn(file.holds),
    priorityTier: row.priorityTier || marks.isUpper,
    brokenPromises: row.brokenPromises + marks.breaks,
    closeReason: advanced.closeReason,
    judgedOn: today,
    callableAt: callableFrom(nextAction?.action ?? null, actionAt),
    zone: row.zone,
  };
  await writeCasePlace(tx, ref, place, app.newId(), at);
  await openTasks(app, tx, file, advanced, because);
  await logEvents(app, tx, file, advanced, because);
}

function aroundOf(file: CaseFile, { marks, moves, state, nextAction }: Advanced): Around {
  const open = file.events.filter(({ solvedOn }) => solvedOn === null);
  const ended = marks.becomesOrdinary ? becomeOrdinary(open, file.today) : open;
  const closes = !stateFacts[state].open;
  const solved = marks.solves
    ? solvedEvents(ended, file.today, closes).filter(({ solvedOn }) => solvedOn !== null)
    : [];
  const ordinary = marks.becomesOrdinary ? open.filter(isProtected) : [];
  return {
    solvedEvents: solved.map(({ eventId }) => eventId),
    resolution: moves.at(-1)?.on ?? '',
    ordinaryEvents: ordinary.map(({ eventId }) => eventId),
    cancelNotices: marks.cancelsNotices,
    endCallbacks: marks.endsCallbacks,
    leaveCollection: nextAction === null,
    endStepTasks: true,
    endTasks: marks.endsTasks,
  };
}

/** When the next action is due; one that stays on its day keeps the time of day it had. */
export function actionAtOf({ row }: CaseFile, { nextAction }: Advanced): Instant | null {
  if (nextAction === null) return null;
  const { zone } = row.portfolio;
  const kept = row.nextActionAt;
  const isKept = kept !== null && dateIn(zone, msOf(kept)) === nextAction.on;
  const start = instantOf(instantAt(zone, nextAction.on, '00:00'));
  return nextAction.at ?? (isKept ? kept : start);
}

async function openTasks(
  app: App,
  tx: Tx,
  { row, ref }: CaseFile,
  { marks }: Advanced,
  because: Because,
): Promise<void> {
  for (const { details, ...task } of marks.tasks) {
    const isOffice = 'effect' in details;
    await openCaseTask(tx, {
      ...ref,
      ...task,
      details: isOffice ? { ...details, ...because.facts } : details,
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: row.portfolio.id,
      openedAt: now(app),
    });
  }
}

async function logEvents(
  app: App,
  tx: Tx,
  { row, ref }: CaseFile,
  { events }: Advanced,
  because: Because,
): Promise<void> {
  const at = now(app);
  const told = events.filter(({ kind }) => kind === 'case.moved' || because.isLogged !== true);
  const frame = {
    ...{ tenantId: app.tenantId, portfolioId: row.portfolio.id, ...ref },
    ...{ occurredAt: at, recordedAt: at, actorId: because.actorId },
  };
  await append(
    tx,
    told.map((one) => caseEvent(one, { ...frame, id: app.newId() }, because.facts)),
  );
}

/** An event of the engine as it is logged, with the rows that it was made because of. */
export function caseEvent(told: CaseEvent, frame: EventFrame, rows: BecauseOf = {}): LoggedEvent {
  return told.kind === 'case.moved'
    ? event(told.kind, frame, { ...rows, ...told.facts })
    : event(told.kind, frame, { ...rows, ...told.facts });
}
