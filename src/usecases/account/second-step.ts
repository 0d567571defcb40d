import type { SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { secondFactorOf } from '#storage/account/second-factors.ts';
import { deleteSignIn, signInOfToken } from '#storage/account/sign-ins.ts';
import type { App } from '#usecases/app.ts';
import { takeCode } from './steps/take-code.ts';

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
    const method = await takeCode(app, { userId, email }, secret, code);
    if (method === null) throw new Refusal('wrong-code', {});
    return method;
  } catch (refusal) {
    await deleteSignIn(app.db, userId, id);
    throw refusal;
  }
}
