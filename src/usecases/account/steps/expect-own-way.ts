import { Refusal } from '#kernel/refusal.ts';
import { userById } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';
import { signInFailed } from '../sign-in.ts';

/** Who has a role that the identity provider is demanded of comes in by it only. */
export async function expectOwnWay(app: App, userId: string): Promise<void> {
  const demandedOf = app.identity.provider?.demandedOf ?? [];
  if (demandedOf.length === 0) return;
  const user = await userById(app.db, userId);
  if (!user?.roles.some(({ role }) => demandedOf.includes(role))) return;
  await signInFailed(app, user.email, 'oidc');
  throw new Refusal('provider-needed', {});
}
