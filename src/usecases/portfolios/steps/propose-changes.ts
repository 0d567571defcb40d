import type { SettingChange } from '#domain/policy/settings-checks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { insertProposal } from '#storage/portfolios/policy-proposals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logAdminEvent, policyProposed } from '#usecases/record-admin-event.ts';
import type { LoggedChanges } from './put-policy.ts';

/** Keeps what only a second person may put in force. Throws `conflict` while another change waits. */
export async function proposeChanges(
  app: App,
  tx: Tx,
  actor: Actor,
  wanted: {
    readonly portfolioId: string;
    readonly changes: readonly SettingChange[];
    readonly reason: string;
  },
): Promise<void> {
  const { portfolioId, changes } = wanted;
  if (changes.length === 0) return;
  assert(actor.userId, 'only people propose');
  const { tenantId } = app;
  const proposalId = app.newId();
  const by = { proposedBy: actor.userId, proposedAt: now(app) };
  if (!(await insertProposal(tx, { ...wanted, ...by, id: proposalId, tenantId }))) {
    throw new Refusal('conflict', { thing: 'policy-proposal', reason: 'proposed-already' });
  }
  const facts = { proposalId, changes: changes as LoggedChanges };
  await logAdminEvent(app, tx, actor, policyProposed, facts, portfolioId);
}
