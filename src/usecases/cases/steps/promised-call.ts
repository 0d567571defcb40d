import type { Hold } from '#domain/cases/holds.ts';
import { endsPromisedCall } from '#domain/contact/promised-calls.ts';
import type { AgreedAction, CaseSnapshot } from '#domain/strategy/case-snapshot.ts';
import { dateIn, msOf } from '#kernel/time.ts';
import { endPromisedCall, openToSpecialists, promisedCall } from '#storage/desk/callbacks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import type { CaseFile } from './case-file.ts';

/** A hold as it was just laid. */
type Laid = {
  readonly holdId: string;
  readonly taskId: string;
  readonly hold: Hold;
  readonly userId: string | null;
};

/**
 * What becomes of a call that was promised before a hold was laid. One that the hold forbids is not
 * made, and whoever looks at the hold is told of it; one that it leaves open stays what comes next,
 * for somebody trained where the person is vulnerable. Answers what stays agreed.
 */
export async function settlePromisedCall(
  app: App,
  tx: Tx,
  { row, ref }: CaseFile,
  { freeMinor }: CaseSnapshot,
  { holdId, taskId, hold, userId }: Laid,
): Promise<AgreedAction | null> {
  const promised = await promisedCall(tx, ref);
  if (!promised) return null;
  const { id: callbackId, dueAt } = promised;
  if (endsPromisedCall(hold, freeMinor)) {
    await endPromisedCall(tx, ref, { ...promised, at: now(app), taskId });
    const told = { callbackId, dueAt, because: 'hold', holdId, taskId } as const;
    await logOnCase(app, tx, { ...ref, portfolio: row.portfolio }, userId, 'callback.ended', told);
    return null;
  }
  if (hold.kind === 'vulnerable') await openToSpecialists(tx, ref);
  if (row.nextAction !== 'callback') return null;
  const on = dateIn(row.portfolio.zone, msOf(dueAt));
  return { action: 'callback', on, at: dueAt, why: { code: 'callback', facts: { date: on } } };
}
