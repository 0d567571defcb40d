import { recoveryText, sealedFor } from '#domain/workforce/recovery-codes.ts';
import type { SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { secondFactorOf, takeRecoveryCode, takeStep } from '#storage/account/second-factors.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { deleteSignIn, signInOfToken } from '#storage/account/sign-ins.ts';
import { type App, now } from '#usecases/app.ts';
import { signInFailed } from './sign-in.ts';
import { accountOf, here } from './steps/try-places.ts';

/**
 * The second step of a sign-in whose password was right and whose cookie nobody has yet. Answers how
 * the person showed who they are; without a right code the sign-in is removed before it began.
 * Throws `second-factor-needed`, `wrong-code` or `too-many-tries`.
 */
export async function secondStep(
  app: App,
  token: string,
  email: string,
  code: string | undefined,
): Promise<SignInMethod> {
  const signIn = await signInOfToken(app.db, token);
  assert(signIn !== undefined, 'a sign-in that begins is there');
  const { userId, id } = signIn;
  const secret = (await secondFactorOf(app.db, userId))?.secret ?? null;
  if (secret === null) return 'password';
  try {
    if (code === undefined) throw new Refusal('second-factor-needed', {});
    return await methodOfCode(app, userId, email, secret, code);
  } catch (refusal) {
    await deleteSignIn(app.db, userId, id);
    throw refusal;
  }
}

/** Codes are counted for the account as a whole: only who has the password comes so far. */
async function methodOfCode(
  app: App,
  userId: string,
  email: string,
  sealed: string,
  code: string,
): Promise<SignInMethod> {
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
    throw new Refusal('wrong-code', {});
  }
  await forgetTries(app.db, account, [place]);
  return method;
}
