import type { UserActor } from '#domain/workforce/rights.ts';
import type { SignOutReason } from '#domain/workforce/sign-in-rules.ts';
import { deleteOtherSignIns } from '#storage/account/sign-ins.ts';
import type { App, Tx } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** Ends all sign-ins of a person but the one they act by; answers how many. */
export async function endOthers(
  app: App,
  tx: Tx,
  actor: UserActor,
  how: SignOutReason,
): Promise<number> {
  const { userId } = actor;
  const ended = await deleteOtherSignIns(tx, userId, actor.signInId ?? null);
  for (const signInId of ended) {
    await logAdminEvent(app, tx, actor, 'user.signed-out', { userId, signInId, how });
  }
  return ended.length;
}
