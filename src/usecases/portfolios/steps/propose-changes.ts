import type { portfolioKinds } from '#domain/approvals/approval-kinds.ts';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { App, Tx } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { logAdminEvent, policyProposed } from '#usecases/record-admin-event.ts';
import type { LoggedChanges } from './put-policy.ts';

/** Keeps what only a second person may put in force. Throws `conflict` while another change waits. */
export async function proposeChanges(
  app: App,
  tx: Tx,
  actor: Actor,
  wanted: {
    readonly kind: (typeof portfolioKinds)[number];
    readonly portfolioId: string;
    readonly changes: readonly SettingChange[];
    readonly reason: string;
  },
): Promise<void> {
  const { kind, portfolioId, changes, reason } = wanted;
  if (changes.length === 0) return;
  const proposalId = await askApproval(app, tx, actor, {
    ...{ kind, subject: `portfolio:${portfolioId}`, portfolioId, about: { changes }, reason },
  });
  const facts = { proposalId, changes: changes as LoggedChanges };
  await logAdminEvent(app, tx, actor, policyProposed, facts, portfolioId);
}
