import type { PasskeyAnswer } from '#domain/workforce/passkeys.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { PasskeyOptions } from '#ports/passkeys.ts';
import { passkeyOf } from '#storage/account/passkeys.ts';
import { userById } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';
import { expectTry } from './expect-try.ts';
import { isOpenAccount, signInFailed } from './sign-in.ts';
import { expectOwnWay } from './steps/expect-own-way.ts';
import { drawChallenge, takePasskey } from './steps/take-passkey.ts';
import type { TriedFrom } from './steps/try-places.ts';

const step = { purpose: 'passkey-sign-in', userId: null } as const;

/** What a browser needs to have any passkey sign that somebody has for us. */
export async function beginPasskeySignIn(app: App): Promise<PasskeyOptions> {
  return app.identity.passkeys.requestOptions(await drawChallenge(app, step), null);
}

/**
 * Who signed in with a passkey alone, the device having asked for a finger, a face or a PIN. Throws
 * `wrong-passkey` alike whatever was wrong, or `too-many-tries`.
 */
export async function passkeySignIn(
  app: App,
  answer: PasskeyAnswer,
  from: TriedFrom,
): Promise<string> {
  const named = await passkeyOf(app.db, answer.id);
  const email = named ? ((await userById(app.db, named.userId))?.email ?? '') : '';
  // Keys that nobody has are counted together.
  await expectTry(app, email, from);
  const passkey = await takePasskey(app, answer, step, true);
  if (passkey !== null && (await isOpenAccount(app, email))) {
    await expectOwnWay(app, passkey.userId);
    return passkey.userId;
  }
  await signInFailed(app, email, 'passkey');
  throw new Refusal('wrong-passkey', {});
}
