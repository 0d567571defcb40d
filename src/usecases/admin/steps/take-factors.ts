import type { Actor } from '#domain/workforce/rights.ts';
import { removePasskeys } from '#storage/account/passkeys.ts';
import { removeRecoveryCodes, removeSecondFactor } from '#storage/account/second-factors.ts';
import type { App, Tx } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** Takes the authenticator app of a user away; false when there is none. */
export async function takeSecondFactor(
  app: App,
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<boolean> {
  if (!(await removeSecondFactor(tx, userId))) return false;
  await removeRecoveryCodes(tx, userId);
  await logAdminEvent(app, tx, actor, 'user.second-factor-reset', { userId });
  return true;
}

/** Takes all passkeys of a user away; false when there is none. */
export async function takePasskeys(
  app: App,
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<boolean> {
  const removed = await removePasskeys(tx, userId, null);
  for (const passkeyId of removed) {
    await logAdminEvent(app, tx, actor, 'user.passkey-removed', { userId, passkeyId });
  }
  return removed.length > 0;
}
