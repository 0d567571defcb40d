import type { Actor } from '#domain/workforce/rights.ts';
import type { SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { accountOf, isLapsed, owedBy, whyOver } from '#domain/workforce/sign-in-rules.ts';
import { assert } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import {
  hashOfText,
  keepDevice,
  sweepDevices,
  sweepTries,
} from '#storage/account/sign-in-tries.ts';
import { markProvider, markUsed, signInById, signInOfToken } from '#storage/account/sign-ins.ts';
import { userById, userIdOfEmail } from '#storage/workforce/users.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { endSignIn } from './end-sign-in.ts';
import { forgiveTries, knownDevice, networkPlace, type TriedFrom } from './steps/try-places.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A device that nobody signed in from for so long is a stranger again. */
const deviceDays = 365;

/** Whether an account is there and open; the sign-in of any other one fails as a wrong password does. */
export async function isOpenAccount(app: App, email: string): Promise<boolean> {
  const userId = await userIdOfEmail(app.db, accountOf(email));
  const user = userId === undefined ? undefined : await userById(app.db, userId);
  return user?.active === true && !isLapsed(user.passwordDrawnAt, app.clock());
}

/**
 * Logs a sign-in that began, and forgives the failures before it. Answers the secret by which the
 * device is known from now on: its own one only if this account has signed in by it before, since
 * anybody can plant a cookie.
 */
export async function signInBegan(
  app: App,
  token: string,
  method: SignInMethod,
  from: TriedFrom & { readonly newDevice: string; readonly providerFactors: number | null },
): Promise<string> {
  const signIn = await signInOfToken(app.db, token);
  assert(signIn !== undefined, 'a sign-in that began is there');
  const user = await userById(app.db, signIn.userId);
  assert(user !== undefined, 'who signed in is there');
  const actor: Actor = { kind: 'user', userId: user.id, name: user.name, roles: user.roles };
  const device = (await knownDevice(app, user.id, from)) ?? from.newDevice;
  await app.db.transaction().execute(async (tx) => {
    if (from.providerFactors !== null) await markProvider(tx, signIn.id, from.providerFactors);
    await forgiveTries(app, tx, user.email, from);
    for (const place of [hashOfText(device), networkPlace(from)]) {
      await keepDevice(tx, user.id, place, signIn.begunAt);
    }
    await sweepTries(tx, instantOf(app.clock() - dayMs));
    await sweepDevices(tx, instantOf(app.clock() - deviceDays * dayMs));
    const facts = { userId: user.id, signInId: signIn.id, method };
    await logAdminEvent(app, tx, actor, 'user.signed-in', facts);
  });
  return device;
}

/** Logs that somebody failed to show who they are; never what was typed. */
export async function signInFailed(app: App, email: string, step: SignInMethod): Promise<void> {
  const userId = (await userIdOfEmail(app.db, accountOf(email))) ?? null;
  await app.db
    .transaction()
    .execute((tx) => logAdminEvent(app, tx, systemActor, 'user.sign-in-failed', { userId, step }));
}

/**
 * Who a sign-in stands for; null when it is over, which ends it. `isAttended` tells that a person is
 * at the screen: only then it counts as used.
 */
export async function actorOfSignIn(
  app: App,
  signInId: string,
  isAttended: boolean,
): Promise<Actor | null> {
  const signIn = await signInById(app.db, signInId);
  if (!signIn?.active) return null;
  const how = whyOver(signIn, app.identity.rules, app.clock());
  if (how !== null) {
    await endSignIn(app, systemActor, { userId: signIn.userId, signInId }, how);
    return null;
  }
  if (isAttended && app.clock() - Date.parse(signIn.usedAt) >= minuteMs) {
    await markUsed(app.db, signInId, now(app));
  }
  const { userId, name, roles } = signIn;
  const owes = owedBy(signIn, app.identity.rules);
  // Without a role nothing opens but what is everybody's: the account itself.
  if (owes !== null) return { kind: 'user', userId, name, roles: [], signInId, owes };
  return { kind: 'user', userId, name, roles, signInId };
}
