import type { PasskeyAnswer } from '#domain/workforce/passkeys.ts';
import { accountOf, type SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { passkeysOf } from '#storage/account/passkeys.ts';
import { secondFactorOf } from '#storage/account/second-factors.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { deleteSignIn, signInOfToken } from '#storage/account/sign-ins.ts';
import { type App, now } from '#usecases/app.ts';
import { signInFailed } from './sign-in.ts';
import { expectOwnWay } from './steps/expect-own-way.ts';
import { takeCode } from './steps/take-code.ts';
import { drawChallenge, takePasskey } from './steps/take-passkey.ts';
import { here } from './steps/try-places.ts';

/** By what somebody shows at the second step who they are. */
export type SecondProof = {
  readonly code?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
};

type Account = { readonly userId: string; readonly email: string };

/**
 * The second step of a sign-in whose password was right and whose cookie nobody has yet. Answers how
 * the person showed who they are; without a right code or passkey the sign-in is removed before it
 * began. Throws `second-factor-needed`, `wrong-code`, `wrong-passkey` or `too-many-tries`.
 */
export async function secondStep(
  app: App,
  token: string,
  email: string,
  proof: SecondProof,
): Promise<SignInMethod> {
  const signIn = await signInOfToken(app.db, token);
  assert(signIn !== undefined, 'a sign-in that begins is there');
  const { userId, id } = signIn;
  try {
    await expectOwnWay(app, userId);
    return await takeProof(app, { userId, email }, proof);
  } catch (refusal) {
    await deleteSignIn(app.db, userId, id);
    throw refusal;
  }
}

async function takeProof(
  app: App,
  account: Account,
  { code, passkey }: SecondProof,
): Promise<SignInMethod> {
  const secret = (await secondFactorOf(app.db, account.userId))?.secret ?? null;
  const passkeys = await passkeysOf(app.db, account.userId);
  if (secret === null && passkeys.length === 0) return 'password';
  if (passkey !== undefined && passkeys.length > 0) return signedStep(app, account, passkey);
  if (code !== undefined && secret !== null) {
    const method = await takeCode(app, account, secret, code);
    if (method === null) throw new Refusal('wrong-code', {});
    return method;
  }
  const step = { purpose: 'passkey-step', userId: account.userId } as const;
  const { requestOptions } = app.identity.passkeys;
  throw new Refusal('second-factor-needed', {
    app: secret !== null,
    passkey:
      passkeys.length > 0 ? await requestOptions(await drawChallenge(app, step), passkeys) : null,
  });
}

/** A passkey beside a password need not ask for a PIN: the device itself is the second factor. */
async function signedStep(
  app: App,
  { userId, email }: Account,
  answer: PasskeyAnswer,
): Promise<'passkey'> {
  const account = hashOfText(accountOf(email));
  const place = hashOfText('second step');
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  if ((await takePasskey(app, answer, { purpose: 'passkey-step', userId }, false)) === null) {
    await signInFailed(app, email, 'passkey');
    throw new Refusal('wrong-passkey', {});
  }
  await forgetTries(app.db, account, [place]);
  return 'passkey';
}
