import { passwordProblem } from '#domain/workforce/password-rules.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  countTry,
  forgetDevices,
  forgetTries,
  hashOfText,
} from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { signInFailed } from './sign-in.ts';
import { endOthers } from './steps/end-others.ts';
import { expectPerson, ownRow } from './steps/expect-person.ts';
import { accountOf, here } from './steps/try-places.ts';

/** Changes one's own password and ends all other sign-ins; a try at the present one counts. */
export async function changePassword(
  app: App,
  actor: Actor,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<{ ended: number }> {
  const person = expectPerson(actor);
  const user = await ownRow(app, person);
  const { userId, signInId } = person;
  const account = hashOfText(accountOf(user.email));
  const place = hashOfText(`sign-in ${signInId ?? userId}`);
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  if (!(await app.identity.isPassword(app.db, userId, present))) {
    await signInFailed(app, user.email, 'present-password');
    throw wrongField('present', 'password-wrong');
  }
  await forgetTries(app.db, account, [place]);
  const problem = passwordProblem(next, user, app.identity.commonPasswords());
  if (problem !== null) throw wrongField('next', problem);
  return app.db.transaction().execute(async (tx) => {
    await app.identity.setPassword(tx, userId, next);
    await logAdminEvent(app, tx, actor, 'user.password-changed', { userId });
    await forgetDevices(tx, userId, signInId ?? null);
    return { ended: await endOthers(app, tx, person, 'password-changed') };
  });
}

function wrongField(path: string, code: string): Refusal {
  return new Refusal('invalid-input', { problems: [{ path, message: code, code }] });
}
