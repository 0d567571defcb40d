import { advance } from '#domain/strategy/advance.ts';
import type { AgreedAction } from '#domain/strategy/case-snapshot.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import { dateIn, type Instant, msOf } from '#kernel/time.ts';
import type { App, Tx } from '#usecases/app.ts';
import { type CaseFile, snapshotOf } from './case-file.ts';
import { actionAtOf, writeAdvanced } from './write-advanced.ts';

/** What is planned next on a case; both null for one that is closed. */
export type CaseClock = {
  readonly nextAction: NextAction | null;
  readonly nextActionAt: Instant | null;
};

/**
 * Plans a case anew by the engine, with what was agreed with the customer instead of the process's own
 * next step. The caller holds the row lock and logs what was agreed.
 */
export async function planNext(
  app: App,
  tx: Tx,
  file: CaseFile,
  how: {
    readonly actorId: string | null;
    readonly stepDone?: boolean;
    readonly agreed?: Omit<AgreedAction, 'on'>;
  },
): Promise<CaseClock> {
  const { actorId, stepDone, agreed } = how;
  const { zone } = file.row.portfolio;
  const cause = {
    on: [],
    stepDone,
    agreed: agreed ? { ...agreed, on: dateIn(zone, msOf(agreed.at)) } : null,
  };
  const advanced = advance(snapshotOf(file), cause, file.policy, { today: file.today });
  await writeAdvanced(app, tx, file, advanced, { actorId, isLogged: true });
  const nextAction = advanced.nextAction?.action ?? null;
  return { nextAction, nextActionAt: actionAtOf(file, advanced) };
}
