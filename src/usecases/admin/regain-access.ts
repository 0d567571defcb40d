import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { userIdOfEmail } from '#storage/workforce/users.ts';
import { type App, systemActor } from '#usecases/app.ts';
import { drawPassword } from './steps/draw-password.ts';
import { expectUser } from './steps/expect-user.ts';
import { takePasskeys, takeSecondFactor } from './steps/take-factors.ts';

/**
 * Lets somebody in again by the command of the machine's owner, who needs no right of the product and
 * is no user of it: draws a password, takes authenticator app and passkeys away and ends all sign-ins,
 * each with its event of the product itself. `isActive` false: an administrator has deactivated them.
 *
 * @throws Refusal `not-found` when nobody has that address.
 */
export async function regainAccess(
  app: App,
  email: string,
): Promise<{ readonly password: string; readonly isActive: boolean }> {
  return app.db.transaction().execute(async (tx) => {
    const userId = await userIdOfEmail(tx, accountOf(email));
    if (userId === undefined) throw new Refusal('not-found', { thing: 'user', id: 'of-e-mail' });
    const { active } = await expectUser(app, tx, userId);
    const password = await drawPassword(app, tx, systemActor, userId);
    await takeSecondFactor(app, tx, systemActor, userId);
    await takePasskeys(app, tx, systemActor, userId);
    return { password, isActive: active };
  });
}
