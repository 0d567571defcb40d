import type { Actor } from '#domain/workforce/rights.ts';
import type { SignOutReason } from '#domain/workforce/sign-in-rules.ts';
import { deleteSignIn } from '#storage/account/sign-ins.ts';
import type { App } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** Ends the sign-in whose cookie a new one of the same browser takes the place of. */
export async function endReplaced(app: App, before: Actor): Promise<void> {
  if (before.kind !== 'user' || before.signInId === undefined) return;
  const { userId, signInId } = before;
  await endSignIn(app, before, { userId, signInId }, 'replaced');
}

/** Ends a sign-in and logs why; false when it had ended before. Its live streams end with it. */
export async function endSignIn(
  app: App,
  actor: Actor,
  signIn: { readonly userId: string; readonly signInId: string },
  how: SignOutReason,
): Promise<boolean> {
  return app.db.transaction().execute(async (tx) => {
    if (!(await deleteSignIn(tx, signIn.userId, signIn.signInId))) return false;
    await logAdminEvent(app, tx, actor, 'user.signed-out', { ...signIn, how });
    return true;
  });
}
