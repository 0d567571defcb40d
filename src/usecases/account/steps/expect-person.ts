import type { Actor, UserActor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { userById } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';

/** The person who acts: an account is always one's own. Throws `not-signed-in` for anybody else. */
export function expectPerson(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new Refusal('not-signed-in', {});
  return actor;
}

/** The name and the address of the person who acts. */
export async function ownRow(app: App, { userId }: UserActor) {
  const user = await userById(app.db, userId);
  if (!user) throw new Refusal('not-signed-in', {});
  return user;
}
