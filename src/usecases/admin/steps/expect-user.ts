import type { RoleHeld } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockUser } from '#storage/admin/users.ts';
import type { App, Tx } from '#usecases/app.ts';

/** A user of this installation under its row lock. */
export async function expectUser(
  app: App,
  tx: Tx,
  userId: string,
): Promise<{ readonly active: boolean; readonly roles: readonly RoleHeld[] }> {
  const user = await lockUser(tx, app.tenantId, userId);
  if (!user) throw new Refusal('not-found', { thing: 'user', id: userId });
  return user;
}
