import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { endAllSignIns } from './steps/end-all-sign-ins.ts';
import { expectUser } from './steps/expect-user.ts';
import { takePasskeys, takeSecondFactor } from './steps/take-factors.ts';

/**
 * Takes the authenticator app away from somebody else who lost it, and ends all their sign-ins. One's
 * own is replaced by a code of it.
 */
export async function resetSecondFactor(
  app: App,
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<{ done: true }> {
  return takeFromOther(app, actor, userId, async (tx) => {
    if (!(await takeSecondFactor(app, tx, actor, userId))) {
      throw new Refusal('not-found', { thing: 'second-factor', id: userId });
    }
  });
}

/**
 * Takes all passkeys away from somebody else who lost one, and ends all their sign-ins. One's own are
 * removed under one's account.
 */
export async function removePasskeys(
  app: App,
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<{ done: true }> {
  return takeFromOther(app, actor, userId, async (tx) => {
    if (!(await takePasskeys(app, tx, actor, userId))) {
      throw new Refusal('not-found', { thing: 'passkey', id: userId });
    }
  });
}

/** Takes something from the sign-in of another person and ends all their sign-ins, or does neither. */
async function takeFromOther(
  app: App,
  actor: Actor,
  userId: string,
  take: (tx: Tx) => Promise<void>,
): Promise<{ done: true }> {
  allow(actor, 'user.manage');
  if (actor.kind === 'user' && actor.userId === userId) {
    throw new Refusal('step-missing', { needs: 'another-administrator' });
  }
  await app.db.transaction().execute(async (tx) => {
    await expectUser(app, tx, userId);
    await endAllSignIns(app, tx, actor, userId);
    await take(tx);
  });
  return { done: true };
}
