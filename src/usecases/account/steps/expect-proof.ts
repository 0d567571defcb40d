import type { PasskeyAnswer } from '#domain/workforce/passkeys.ts';
import type { UserActor } from '#domain/workforce/rights.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { passkeysOf } from '#storage/account/passkeys.ts';
import { secondFactorOf } from '#storage/account/second-factors.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { signInFailed } from '../sign-in.ts';
import { expectPassword, wrongField } from './expect-password.ts';
import { ownRow } from './expect-person.ts';
import { takeCode } from './take-code.ts';
import { takePasskey } from './take-passkey.ts';
import { here } from './try-places.ts';

/** By what somebody who is signed in shows again who they are. */
export type Proof = {
  readonly present: string | null;
  readonly code: string | null;
  readonly passkey: PasskeyAnswer | null;
};

/** A passkey of one's own, the device having asked for a finger, a face or a PIN; a try counts. */
export async function expectPasskey(
  app: App,
  person: UserActor,
  answer: PasskeyAnswer,
): Promise<{ readonly email: string; readonly name: string }> {
  const user = await ownRow(app, person);
  const account = hashOfText(accountOf(user.email));
  const place = hashOfText(`passkey ${person.userId}`);
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  const step = { purpose: 'passkey-own', userId: person.userId } as const;
  if ((await takePasskey(app, answer, step, true)) === null) {
    await signInFailed(app, user.email, 'passkey');
    throw new Refusal('wrong-passkey', {});
  }
  await forgetTries(app.db, account, [place]);
  return user;
}

/**
 * Whoever adds another factor shows all that a sign-in would ask: a passkey, or the present password
 * with a code where an app is set up. Where only passkeys are, the password is not enough.
 */
export async function expectAllFactors(app: App, person: UserActor, proof: Proof) {
  const { present, code, passkey } = proof;
  if (passkey !== null) return expectPasskey(app, person, passkey);
  if (present === null) throw wrongField('present', 'missing');
  const user = await expectPassword(app, person, present);
  const { userId } = person;
  const secret = (await secondFactorOf(app.db, userId))?.secret ?? null;
  if (secret !== null) {
    if (!code) throw wrongField('code', 'missing');
    const method = await takeCode(app, { userId, email: user.email }, secret, code);
    if (method === null) throw wrongField('code', 'code-wrong');
  } else if ((await passkeysOf(app.db, userId)).length > 0) {
    throw new Refusal('step-missing', { needs: 'own-passkey' });
  }
  return user;
}
