import type { Actor } from '#domain/workforce/rights.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { unlinkUser } from '#storage/account/provider-links.ts';
import { forgetDevices, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { notePasswordDrawn, userById } from '#storage/workforce/users.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { endAllSignIns } from './end-all-sign-ins.ts';

/** Draws a new password for a user in place of a lost one, ends all their sign-ins and logs it. */
export async function drawPassword(
  app: App,
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<string> {
  const password = app.identity.newPassword();
  await app.identity.setPassword(tx, userId, password);
  await unlinkUser(tx, userId);
  await notePasswordDrawn(tx, userId, now(app));
  await endAllSignIns(app, tx, actor, userId);
  // The way back in for somebody whom wrong passwords have shut out.
  const email = (await userById(tx, userId))?.email ?? '';
  await forgetTries(tx, hashOfText(accountOf(email)));
  await forgetDevices(tx, userId, null);
  await logAdminEvent(app, tx, actor, 'user.password-reset', { userId });
  return password;
}
