import { passwordProblem } from '#domain/workforce/password-rules.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { forgetDevices } from '#storage/account/sign-in-tries.ts';
import { notePasswordDrawn } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { endOthers } from './steps/end-others.ts';
import { expectPassword, wrongField } from './steps/expect-password.ts';
import { expectPerson } from './steps/expect-person.ts';

/** Changes one's own password and ends all other sign-ins; a try at the present one counts. */
export async function changePassword(
  app: App,
  actor: Actor,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<{ ended: number }> {
  const person = expectPerson(actor);
  const user = await expectPassword(app, person, present);
  const { userId, signInId } = person;
  const problem = passwordProblem(next, user, app.identity.commonPasswords());
  if (problem !== null) throw wrongField('next', problem);
  return app.db.transaction().execute(async (tx) => {
    await app.identity.setPassword(tx, userId, next);
    await notePasswordDrawn(tx, userId, null);
    await logAdminEvent(app, tx, actor, 'user.password-changed', { userId });
    await forgetDevices(tx, userId, signInId ?? null);
    return { ended: await endOthers(app, tx, person, 'password-changed') };
  });
}
