import {
  type ChallengePurpose,
  challengeMinutes,
  type NewPasskeyAnswer,
  type Passkey,
  type PasskeyAnswer,
} from '#domain/workforce/passkeys.ts';
import { instantOf } from '#kernel/time.ts';
import { keepChallenge, markSigned, passkeyOf, takeChallenge } from '#storage/account/passkeys.ts';
import { hashOfText } from '#storage/account/sign-in-tries.ts';
import { type App, now } from '#usecases/app.ts';

const minuteMs = 60_000;

/** Whose step a challenge is for; nobody's where nobody has said who they are. */
type Step = { readonly purpose: ChallengePurpose; readonly userId: string | null };

/** Draws a challenge, which is answered once and within a few minutes. */
export async function drawChallenge(app: App, step: Step): Promise<string> {
  const challenge = app.identity.passkeys.newChallenge();
  const expiresAt = instantOf(app.clock() + challengeMinutes * minuteMs);
  const row = { challengeHash: hashOfText(challenge), ...step, expiresAt };
  await keepChallenge(app.db, row, now(app));
  return challenge;
}

/** The challenge that an answer is for, taken; null when it was not drawn for this step, or is over. */
export async function answeredChallenge(
  app: App,
  answer: PasskeyAnswer | NewPasskeyAnswer,
  step: Step,
): Promise<string | null> {
  const challenge = app.identity.passkeys.challengeOf(answer);
  if (challenge === null) return null;
  const isTaken = await takeChallenge(app.db, hashOfText(challenge), step, now(app));
  return isTaken ? challenge : null;
}

/**
 * The passkey that signed for a step, whose counter goes up by it; null when none did. `mustVerify`:
 * the device asked for a finger, a face or a PIN, so that the passkey counts as two factors.
 */
export async function takePasskey(
  app: App,
  answer: PasskeyAnswer,
  step: Step,
  mustVerify: boolean,
): Promise<Passkey | null> {
  const challenge = await answeredChallenge(app, answer, step);
  const passkey = await passkeyOf(app.db, answer.id);
  if (challenge === null || passkey === undefined) return null;
  if (step.userId !== null && step.userId !== passkey.userId) return null;
  const { checkAnswer } = app.identity.passkeys;
  const counter = await checkAnswer(answer, challenge, passkey, mustVerify);
  if (counter === null || !(await markSigned(app.db, passkey, counter, now(app)))) return null;
  return passkey;
}
