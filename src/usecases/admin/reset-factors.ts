import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { removePasskeys as deletePasskeys } from '#storage/account/passkeys.ts';
import { removeRecoveryCodes, removeSecondFactor } from '#storage/account/second-factors.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { expectUser } from './steps/expect-user.ts';

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
    if (!(await removeSecondFactor(tx, userId))) {
      throw new Refusal('not-found', { thing: 'second-factor', id: userId });
    }
    await removeRecoveryCodes(tx, userId);
    await logAdminEvent(app, tx, actor, 'user.second-factor-reset', { userId });
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
    const removed = await deletePasskeys(tx, userId, null);
    if (removed.length === 0) throw new Refusal('not-found', { thing: 'passkey', id: userId });
    for (const passkeyId of removed) {
      await logAdminEvent(app, tx, actor, 'user.passkey-removed', { userId, passkeyId });
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
    await take(tx);
    await app.identity.endSessions(tx, userId);
  });
  return { done: true };
}
