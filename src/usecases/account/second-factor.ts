import { recoveryText, sealedFor } from '#domain/workforce/recovery-codes.ts';
import type { Actor, RoleHeld } from '#domain/workforce/rights.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { passkeysOf } from '#storage/account/passkeys.ts';
import {
  dropPending,
  enrol,
  insertRecoveryCodes,
  keepPending,
  recoveryCodesLeft,
  removeRecoveryCodes,
  secondFactorOf,
} from '#storage/account/second-factors.ts';
import { countTry, forgetTries, hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { wrongField } from './steps/expect-password.ts';
import { expectPerson, ownRow } from './steps/expect-person.ts';
import { expectAllFactors, type Proof } from './steps/expect-proof.ts';
import { here } from './steps/try-places.ts';

const codesDrawn = 8;

/** Whether a role of a person demands a second factor. */
const isDemanded = (app: App, roles: readonly RoleHeld[]) =>
  roles.some(({ role }) => app.identity.rules.secondFactorRoles.includes(role));

/** How it stands with one's own second factor. */
export async function readSecondFactor(app: App, actor: Actor) {
  const person = expectPerson(actor);
  const [user, factor, codesLeft, passkeys] = await Promise.all([
    ownRow(app, person),
    secondFactorOf(app.db, person.userId),
    recoveryCodesLeft(app.db, person.userId),
    passkeysOf(app.db, person.userId),
  ]);
  return {
    enrolledAt: factor?.enrolledAt ?? null,
    codesLeft,
    passkeys: passkeys.length,
    demanded: isDemanded(app, user.roles),
  };
}

/**
 * Draws a secret for an authenticator app; the one before stays in force until a code of the new. Who
 * has a second factor already shows it too: the password alone adds and replaces none.
 */
export async function beginSecondFactor(app: App, actor: Actor, proof: Proof) {
  const person = expectPerson(actor);
  const { email } = await expectAllFactors(app, person, proof);
  const secret = app.identity.newTotpSecret();
  await keepPending(app.db, person.userId, app.vault.seal(secret, sealedFor(person.userId)));
  const label = encodeURIComponent(`Dunlin:${email}`);
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Dunlin` };
}

/** Drops a secret that was drawn and not put in force; the app before it stays. */
export async function cancelSecondFactor(app: App, actor: Actor): Promise<{ done: true }> {
  await dropPending(app.db, expectPerson(actor).userId);
  return { done: true };
}

/** Puts the secret in force by a first code of the app; answers the recovery codes, once. */
export async function confirmSecondFactor(
  app: App,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ recoveryCodes: string[] }> {
  const person = expectPerson(actor);
  const { userId } = person;
  const { email } = await ownRow(app, person);
  const account = hashOfText(accountOf(email));
  const place = hashOfText(`enrol ${userId}`);
  const until = await countTry(app.db, account, place, now(app), here);
  if (until !== null) throw new Refusal('too-many-tries', { until });
  const pending = (await secondFactorOf(app.db, userId))?.pendingSecret ?? null;
  if (pending === null) throw new Refusal('step-missing', { needs: 'second-factor-secret' });
  const secret = app.vault.open(pending, sealedFor(userId));
  const step = secret === null ? null : app.identity.stepOfCode(secret, code);
  if (step === null) throw wrongField('code', 'code-wrong');
  await forgetTries(app.db, account, [place]);
  const recoveryCodes = Array.from({ length: codesDrawn }, () => app.identity.newRecoveryCode());
  await app.db.transaction().execute(async (tx) => {
    if (!(await enrol(tx, userId, pending, step, now(app)))) {
      throw new Refusal('step-missing', { needs: 'second-factor-secret' });
    }
    await removeRecoveryCodes(tx, userId);
    await insertRecoveryCodes(
      tx,
      userId,
      recoveryCodes.map((one) => hashOfText(recoveryText(one))),
    );
    await logAdminEvent(app, tx, actor, 'user.second-factor-set', { userId });
  });
  return { recoveryCodes };
}
