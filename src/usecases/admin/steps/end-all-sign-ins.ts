import type { Actor } from '#domain/workforce/rights.ts';
import { deleteOtherSignIns } from '#storage/account/sign-ins.ts';
import type { App, Tx } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** Ends every sign-in of a user for whom an administrator does something, each with its event. */
export async function endAllSignIns(app: App, tx: Tx, actor: Actor, userId: string): Promise<void> {
  for (const signInId of await deleteOtherSignIns(tx, userId, null)) {
    const facts = { userId, signInId, how: 'by-administrator' } as const;
    await logAdminEvent(app, tx, actor, 'user.signed-out', facts);
  }
}
