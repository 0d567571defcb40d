import type { UserActor } from '#domain/workforce/rights.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { ownRow } from './expect-person.ts';
import { here } from './try-places.ts';

/** Whoever sits at a sign-in names the present password; a try counts, and a wrong one is on record. Answers their row. */
export async function expectPassword(app: App, person: UserActor, present: string) {
  const user = await ownRow(app, person);
  const { userId, signInId } = person;
  const account = hashOfText(accountOf(user.email));
  const place = hashOfText(`sign-in ${signInId ?? userId}`);
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  if (!(await app.identity.isPassword(app.db, userId, present))) {
    await app.db
      .transaction()
      .execute((tx) => logAdminEvent(app, tx, person, 'user.password-mistaken', { userId }));
    throw wrongField('present', 'password-wrong');
  }
  await forgetTries(app.db, account, [place]);
  return user;
}

/** A refusal that names one field and what is wrong with it. */
export function wrongField(path: string, code: string): Refusal {
  return new Refusal('invalid-input', { problems: [{ path, message: code, code }] });
}
