import type { Actor } from '#domain/workforce/rights.ts';
import { activeUserKept } from '#storage/workforce/users.ts';
import type { App, Tx } from '#usecases/app.ts';

/** Whoever asked, with the roles held now, which stay until the transaction ends; null: nobody who works here. */
export async function askerNow(app: App, tx: Tx, userId: string): Promise<Actor | null> {
  const user = await activeUserKept(tx, app.tenantId, userId);
  return user ? { kind: 'user', userId, name: user.name, roles: user.roles } : null;
}
