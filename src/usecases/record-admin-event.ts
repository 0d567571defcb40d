import type { Actor } from '#domain/workforce/rights.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from './app.ts';

/** What happens to users; their facts hold ids and roles, never a name or an address. */
export const userEventKinds = [
  'user.created',
  'user.role-granted',
  'user.role-revoked',
  'user.password-reset',
  'user.deactivated',
  'user.reactivated',
] as const;

/** The kind of a change of a portfolio's policy: `facts.changes` are setting, old and new. */
export const policyChanged = 'portfolio.policy-changed';

/** Appends an event that belongs to no case, in the caller's transaction. */
export async function logAdminEvent(
  app: App,
  tx: Tx,
  actor: Actor,
  kind: (typeof userEventKinds)[number] | typeof policyChanged,
  facts: Readonly<Record<string, unknown>>,
  portfolioId: string | null = null,
): Promise<void> {
  const at = now(app);
  await append(tx, [
    {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId,
      customerId: null,
      caseId: null,
      kind,
      occurredAt: at,
      recordedAt: at,
      actorId: actor.userId,
      facts,
    },
  ]);
}
