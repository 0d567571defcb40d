import type { NewPasskeyAnswer, PasskeyAnswer } from '#domain/workforce/passkeys.ts';
import { mostPasskeys } from '#domain/workforce/passkeys.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  insertPasskey,
  passkeyLines,
  passkeysOf,
  removePasskeys,
} from '#storage/account/passkeys.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { expectPassword, wrongField } from './steps/expect-password.ts';
import { expectPerson } from './steps/expect-person.ts';
import { expectAllFactors, expectPasskey, type Proof } from './steps/expect-proof.ts';
import { answeredChallenge, drawChallenge } from './steps/take-passkey.ts';

/** One's own passkeys, and whether any can be added at the address of this installation. */
export async function listPasskeys(app: App, actor: Actor) {
  const { userId } = expectPerson(actor);
  const { isPossible } = app.identity.passkeys;
  return { possible: isPossible, passkeys: await passkeyLines(app.db, userId) };
}

/** What a browser needs to have one of one's own passkeys sign. */
export async function beginPasskeyProof(app: App, actor: Actor) {
  const { userId } = expectPerson(actor);
  const own = await passkeysOf(app.db, userId);
  if (own.length === 0) throw new Refusal('not-found', { thing: 'passkey', id: userId });
  const challenge = await drawChallenge(app, { purpose: 'passkey-own', userId });
  const options = await app.identity.passkeys.requestOptions(challenge, own);
  return { options: { ...options, userVerification: 'required' } };
}

/** What a browser needs to have a passkey made; whoever asks shows all factors they have. */
export async function beginPasskey(app: App, actor: Actor, proof: Proof) {
  const person = expectPerson(actor);
  const { email, name } = await expectAllFactors(app, person, proof);
  const { userId } = person;
  const own = await passkeysOf(app.db, userId);
  if (own.length >= mostPasskeys) throw new Refusal('too-large', { limit: String(mostPasskeys) });
  const challenge = await drawChallenge(app, { purpose: 'passkey-add', userId });
  const { creationOptions } = app.identity.passkeys;
  return { options: await creationOptions(challenge, { userId, email, name }, own) };
}

/** Keeps the passkey that a browser made. */
export async function addPasskey(
  app: App,
  actor: Actor,
  { name, answer }: { readonly name: string; readonly answer: NewPasskeyAnswer },
): Promise<{ done: true }> {
  const { userId } = expectPerson(actor);
  const challenge = await answeredChallenge(app, answer, { purpose: 'passkey-add', userId });
  const made =
    challenge === null ? null : await app.identity.passkeys.checkCreation(answer, challenge);
  if (made === null) throw new Refusal('wrong-passkey', {});
  const passkeyId = app.newId();
  await app.db.transaction().execute(async (tx) => {
    if (!(await insertPasskey(tx, { ...made, id: passkeyId, userId, name }, now(app)))) {
      throw new Refusal('already-done', { thing: 'passkey', id: passkeyId });
    }
    await logAdminEvent(app, tx, actor, 'user.passkey-added', { userId, passkeyId });
  });
  return { done: true };
}

/** Removes one of one's own passkeys by the present password or a passkey. */
export async function removePasskey(
  app: App,
  actor: Actor,
  {
    passkeyId,
    present,
    passkey,
  }: {
    readonly passkeyId: string;
    readonly present: string | null;
    readonly passkey: PasskeyAnswer | null;
  },
): Promise<{ done: true }> {
  const person = expectPerson(actor);
  if (passkey !== null) await expectPasskey(app, person, passkey);
  else if (present !== null) await expectPassword(app, person, present);
  else throw wrongField('present', 'missing');
  const { userId } = person;
  await app.db.transaction().execute(async (tx) => {
    const [removed] = await removePasskeys(tx, userId, passkeyId);
    if (removed === undefined) throw new Refusal('not-found', { thing: 'passkey', id: passkeyId });
    await logAdminEvent(app, tx, actor, 'user.passkey-removed', { userId, passkeyId });
  });
  return { done: true };
}
