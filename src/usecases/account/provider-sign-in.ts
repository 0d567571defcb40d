import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import type { ProviderClaims, ProviderSecrets } from '#ports/identity-provider.ts';
import { keepChallenge, passkeysOf, takeChallenge } from '#storage/account/passkeys.ts';
import { isLinked, linkUser, userLinkedTo } from '#storage/account/provider-links.ts';
import { secondFactorOf } from '#storage/account/second-factors.ts';
import { hashOfText } from '#storage/account/sign-in-tries.ts';
import { userById, userIdOfEmail } from '#storage/workforce/users.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { signInFailed } from './sign-in.ts';

const step = { purpose: 'provider', userId: null } as const;
/** As long as somebody may take at the provider. */
const wayMs = 10 * 60_000;

/** Why nobody was let in, in a word that the sign-in screen has a sentence for. */
type Refused = {
  readonly refused: 'failed' | 'unknown' | 'unverified' | 'one-factor' | 'other-link';
  /** What did not hold, for the operator. */
  readonly why: string;
};

/** Where the browser goes to sign in by the identity provider, and what it keeps meanwhile. */
export async function beginProviderSignIn(app: App) {
  const { provider } = app.identity;
  if (provider === null) throw new Refusal('not-found', { thing: 'provider', id: 'oidc' });
  const begun = await provider.begin().catch(() => null);
  if (begun === null) throw new Refusal('provider-away', {});
  const expiresAt = instantOf(app.clock() + wayMs);
  const row = { challengeHash: hashOfText(begun.kept.state), ...step, expiresAt };
  await keepChallenge(app.db, row, now(app));
  return begun;
}

/**
 * Who came back from the identity provider: found by its own id for them once linked, by a verified
 * e-mail address the first time. Nobody gets an account by it. `kept` is what their browser kept.
 */
export async function finishProviderSignIn(
  app: App,
  { cameTo, kept }: { readonly cameTo: string; readonly kept: ProviderSecrets | null },
): Promise<{ readonly userId: string; readonly factors: number } | Refused> {
  const claims = await claimsOf(app, cameTo, kept);
  const found = 'wrong' in claims ? refuse('failed', claims.wrong) : await userOf(app, claims);
  if (!('refused' in found)) return found;
  const email = 'wrong' in claims ? '' : (claims.verifiedEmail ?? '');
  await signInFailed(app, email, 'oidc');
  return found;
}

async function claimsOf(
  app: App,
  cameTo: string,
  kept: ProviderSecrets | null,
): Promise<ProviderClaims | { readonly wrong: string }> {
  const { provider } = app.identity;
  if (provider === null || kept === null) return { wrong: 'not-begun-here' };
  const isTaken = await takeChallenge(app.db, hashOfText(kept.state), step, now(app));
  return isTaken ? provider.finish(cameTo, kept) : { wrong: 'taken-or-expired' };
}

async function userOf(app: App, { subject, verifiedEmail, hasTwoFactors }: ProviderClaims) {
  const issuer = app.identity.provider?.issuer ?? '';
  const linked = await userLinkedTo(app.db, { issuer, subject });
  if (linked === undefined && verifiedEmail === null) return refuse('unverified', 'unverified');
  const userId = linked ?? (await userIdOfEmail(app.db, accountOf(verifiedEmail ?? '')));
  const user = userId === undefined ? undefined : await userById(app.db, userId);
  if (!user?.active) return refuse('unknown', 'no-open-account');
  if (!hasTwoFactors && (await owesTwoFactors(app, user))) return refuse('one-factor', 'no-mfa');
  if (linked === undefined) {
    if (await isLinked(app.db, user.id, issuer)) return refuse('other-link', 'other-subject');
    await app.db.transaction().execute(async (tx) => {
      const link = { id: app.newId(), userId: user.id, issuer, subject };
      await linkUser(tx, link, now(app));
      await logAdminEvent(app, tx, systemActor, 'user.provider-linked', { userId: user.id });
    });
  }
  return { userId: user.id, factors: hasTwoFactors ? 2 : 1 };
}

/** Whose role demands a second factor, or who set one up, does not get in by one at the provider. */
async function owesTwoFactors(
  app: App,
  { id, roles }: { readonly id: string; readonly roles: readonly { readonly role: string }[] },
): Promise<boolean> {
  const demanded: readonly string[] = app.identity.rules.secondFactorRoles;
  if (roles.some(({ role }) => demanded.includes(role))) return true;
  if ((await passkeysOf(app.db, id)).length > 0) return true;
  return ((await secondFactorOf(app.db, id))?.secret ?? null) !== null;
}

function refuse(refused: Refused['refused'], why: string): Refused {
  return { refused, why };
}
