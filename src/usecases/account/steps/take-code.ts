import { recoveryText, sealedFor } from '#domain/workforce/recovery-codes.ts';
import type { SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { takeRecoveryCode, takeStep } from '#storage/account/second-factors.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { signInFailed } from '../sign-in.ts';
import { here } from './try-places.ts';

/**
 * Uses up a code of the authenticator app, or a recovery code, of somebody who has shown the password.
 * Tries are counted for the account as a whole: only who has the password comes so far. Answers by
 * what they showed who they are, null when the code is wrong; throws `too-many-tries`.
 *
 * @param sealed the secret of the app as it is kept
 */
export async function takeCode(
  app: App,
  { userId, email }: { readonly userId: string; readonly email: string },
  sealed: string,
  code: string,
): Promise<Exclude<SignInMethod, 'password'> | null> {
  const account = hashOfText(accountOf(email));
  const place = hashOfText('second step');
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  const plain = code.replace(/\s/g, '');
  const method = /^\d+$/.test(plain) ? 'totp' : 'backup-code';
  const secret = app.vault.open(sealed, sealedFor(userId));
  const step = secret === null ? null : app.identity.stepOfCode(secret, plain);
  const isRight =
    method === 'totp'
      ? step !== null && (await takeStep(app.db, userId, step))
      : await takeRecoveryCode(app.db, userId, hashOfText(recoveryText(code)));
  if (!isRight) {
    await signInFailed(app, email, method);
    return null;
  }
  await forgetTries(app.db, account, [place]);
  return method;
}
