import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { removePasskeys as deletePasskeys } from '#storage/account/passkeys.ts';
import { removeRecoveryCodes, removeSecondFactor } from '#storage/account/second-factors.ts';
import { type App, allow } from '#usecases/app.ts';
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
  expectOther(actor, userId);
  await app.db.transaction().execute(async (tx) => {
    await expectUser(app, tx, userId);
    if (!(await removeSecondFactor(tx, userId))) {
      throw new Refusal('not-found', { thing: 'second-factor', id: userId });
    }
    await removeRecoveryCodes(tx, userId);
    await app.identity.endSessions(tx, userId);
    await logAdminEvent(app, tx, actor, 'user.second-factor-reset', { userId });
  });
  return { done: true };
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
  expectOther(actor, userId);
  await app.db.transaction().execute(async (tx) => {
    await expectUser(app, tx, userId);
    const removed = await deletePasskeys(tx, userId, null);
    if (removed.length === 0) throw new Refusal('not-found', { thing: 'passkey', id: userId });
    await app.identity.endSessions(tx, userId);
    for (const passkeyId of removed) {
      await logAdminEvent(app, tx, actor, 'user.passkey-removed', { userId, passkeyId });
    }
  });
  return { done: true };
}

function expectOther(actor: Actor, userId: string): void {
  allow(actor, 'user.manage');
  if (actor.kind === 'user' && actor.userId === userId) {
    throw new Refusal('step-missing', { needs: 'another-administrator' });
  }
}
