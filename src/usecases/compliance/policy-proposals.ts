import { portfolioKinds } from '#domain/approvals/approval-kinds.ts';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { listedApprovals } from '#storage/approvals/approvals.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { lawsOfChanges } from './steps/law-of-changes.ts';

const outcomes = {
  waiting: null,
  approved: 'confirmed',
  refused: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
} as const;

/** Changes of policies that wait for a second person or waited, on the portfolios of the actor. */
export async function readProposals(app: App, actor: Actor) {
  allow(actor, 'policy.confirm');
  const mine = portfoliosWith(actor, 'policy.confirm');
  const portfolioIds = mine === 'all' ? null : mine;
  const reach = portfolioKinds.map((kind) => ({ kind, portfolioIds }));
  const reader = { userId: null, reach };
  const listed = await listedApprovals(app.db, app.tenantId, reader, now(app), portfolioKinds);
  const lawOf = await lawsOfChanges(app);
  return {
    proposals: listed.map((one) => {
      const changes = one.about['changes'] as readonly SettingChange[];
      return {
        ...{ id: one.id, portfolioId: one.portfolioId ?? '', reason: one.reason },
        portfolioName: one.portfolioName ?? '',
        changes: [...changes],
        ...{ proposedById: one.askedBy, proposedBy: one.askedByName, proposedAt: one.askedAt },
        ...{ answeredBy: one.decidedBy, answeredAt: one.decidedAt, outcome: outcomes[one.state] },
        law: one.state === 'waiting' ? lawOf(one.portfolioId, changes) : null,
      };
    }),
  };
}
