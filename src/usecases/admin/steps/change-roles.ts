import type { Actor, RoleHeld } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { grantRole, otherAdministrators, revokeRole } from '#storage/admin/users.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { lapseRequests } from '#usecases/approvals/steps/lapse-requests.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** Throws `step-missing` unless another active administrator stays. Under the lock of administration. */
export async function expectOtherAdministrator(app: App, tx: Tx, userId: string): Promise<void> {
  if ((await otherAdministrators(tx, app.tenantId, userId)) === 0) {
    throw new Refusal('step-missing', { needs: 'another-administrator' });
  }
}

/** Throws `invalid-input` on a portfolio there is not, and on an administrator of one portfolio. */
export async function checkRoles(app: App, tx: Tx, wanted: readonly RoleHeld[]): Promise<void> {
  const known = new Set((await allPortfolios(tx, app.tenantId)).map(({ id }) => id));
  const problems = wanted.flatMap(({ role, portfolioId }, index) => {
    if (portfolioId === null) return [];
    const path = `roles.${index}`;
    if (role === 'administrator') return [{ path, message: 'is held on all portfolios' }];
    return known.has(portfolioId) ? [] : [{ path, message: 'is on a portfolio there is not' }];
  });
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
}

/** Brings the roles of a user to those wanted, each change with its event. */
export async function changeRoles(
  app: App,
  tx: Tx,
  actor: Actor,
  userId: string,
  { held, wanted }: { readonly held: readonly RoleHeld[]; readonly wanted: readonly RoleHeld[] },
): Promise<{ readonly granted: number; readonly revoked: number }> {
  const at = now(app);
  const heldKeys = new Set(held.map(keyOf));
  const wantedByKey = new Map(wanted.map((role) => [keyOf(role), role]));
  const gone = held.filter((role) => !wantedByKey.has(keyOf(role)));
  const fresh = [...wantedByKey.values()].filter((role) => !heldKeys.has(keyOf(role)));
  for (const role of gone) {
    await revokeRole(tx, userId, role);
    await logAdminEvent(app, tx, actor, 'user.role-revoked', { userId, ...role });
  }
  for (const role of fresh) {
    await grantRole(tx, app.newId(), userId, role, { at, by: actor.userId });
    await logAdminEvent(app, tx, actor, 'user.role-granted', { userId, ...role });
  }
  if (gone.length > 0) await lapseRequests(app, tx, actor, userId);
  return { granted: fresh.length, revoked: gone.length };
}

/** Whether some role that is wanted is not held yet. */
export function addsTo(held: readonly RoleHeld[], wanted: readonly RoleHeld[]): boolean {
  const keys = new Set(held.map(keyOf));
  return wanted.some((role) => !keys.has(keyOf(role)));
}

function keyOf({ role, portfolioId }: RoleHeld): string {
  return `${role}|${portfolioId ?? ''}`;
}
