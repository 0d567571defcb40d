import type { Actor, RoleHeld } from '#domain/workforce/rights.ts';
import { isAdministration } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockAdministration, lockUser } from '#storage/admin/users.ts';
import { type App, allow } from '#usecases/app.ts';
import { addsTo, changeRoles, checkRoles, expectOtherAdministrator } from './steps/change-roles.ts';

/**
 * Sets the roles of a user as a whole; the last administrator keeps the role. Nobody gives themselves
 * one: throws `step-missing`.
 */
export async function setRoles(
  app: App,
  actor: Actor,
  { userId, roles }: { readonly userId: string; readonly roles: readonly RoleHeld[] },
): Promise<{ readonly granted: number; readonly revoked: number }> {
  allow(actor, 'user.manage');
  return app.db.transaction().execute(async (tx) => {
    await lockAdministration(tx, app.tenantId);
    const user = await lockUser(tx, app.tenantId, userId);
    if (!user) throw new Refusal('not-found', { thing: 'user', id: userId });
    await checkRoles(app, tx, roles);
    const losesIt = user.roles.some(isAdministration) && !roles.some(isAdministration);
    if (losesIt && user.active) await expectOtherAdministrator(app, tx, userId);
    const isOwn = actor.userId === userId;
    if (isOwn && addsTo(user.roles, roles)) {
      throw new Refusal('step-missing', { needs: 'role-by-another' });
    }
    return changeRoles(app, tx, actor, userId, { held: user.roles, wanted: roles });
  });
}
