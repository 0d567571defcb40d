import type { CaseState } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { type Advanced, advance } from '#domain/strategy/advance.ts';
import type { AgreedAction, CauseFacts } from '#domain/strategy/case-snapshot.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { App, Tx } from '#usecases/app.ts';
import { type CaseFile, openCaseFile, snapshotOf } from './case-file.ts';
import { actionAtOf, type BecauseOf, writeAdvanced } from './write-advanced.ts';

/** Something that happens to a case and may move it. */
export type CaseMove = {
  readonly on: Trigger;
  readonly actorId: string | null;
  /** What only the caller knows; the rest comes from the database. */
  readonly known?: CauseFacts;
  /** What stays agreed with the customer, whatever the process says. */
  readonly agreed?: AgreedAction | null;
  /** More for the event and for the tasks of its effects: ids and codes, nothing personal. */
  readonly because?: BecauseOf;
  /** The file, when the caller opened it in this transaction and changed nothing since. */
  readonly file?: CaseFile;
};

/** A move as it was made, with what is next; both null once the case is closed. */
export type Moved = {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly nextAction: NextAction | null;
  readonly nextActionAt: Instant | null;
};

/**
 * Moves a case by the engine: state, next action with its date, step, owner or queue, work item,
 * every effect and the event, under the row lock of the case. Throws `not-found`, or
 * `transition-not-allowed` with the guards that are missing.
 */
export async function applyTransition(
  app: App,
  tx: Tx,
  ref: CaseRef,
  move: CaseMove,
): Promise<Moved> {
  const file = move.file ?? (await openCaseFile(app, tx, ref));
  const advanced = advancedBy(file, move);
  const [refused] = advanced.refused;
  if (refused === undefined) return write(app, tx, file, move, advanced);
  const to = refused.missing.join(' ');
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
  const advanced = advancedBy(file, move);
  return advanced.refused.length > 0 ? null : write(app, tx, file, move, advanced);
}

function advancedBy(file: CaseFile, { on, known, agreed }: CaseMove): Advanced {
  return advance(snapshotOf(file), { on: [on], known, agreed }, file.policy, { today: file.today });
}

async function write(
  app: App,
  tx: Tx,
  file: CaseFile,
  { actorId, because }: CaseMove,
  advanced: Advanced,
): Promise<Moved> {
  await writeAdvanced(app, tx, file, advanced, { actorId, facts: because });
  return {
    from: file.row.state as CaseState,
    to: advanced.state,
    nextAction: advanced.nextAction?.action ?? null,
    nextActionAt: actionAtOf(file, advanced),
  };
}
