import { type LawChange, lawChange, type PortfolioTraits } from '#domain/policy/portfolio-law.ts';
import { traitsAmong, withChanges } from '#domain/policy/second-person.ts';
import { changesBetween, type SettingChange } from '#domain/policy/settings-checks.ts';
import { transferAmong } from '#domain/policy/transfer-proposal.ts';
import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { dateIn } from '#kernel/time.ts';
import { lockPortfolio } from '#storage/portfolios/policy.ts';
import {
  answerProposal as keepAnswer,
  lockProposal,
  type ProposalOutcome,
  policyProposals,
  portfolioOfProposal,
  waitingProposal,
} from '#storage/portfolios/policy-proposals.ts';
import {
  allPortfolios,
  type CollectorTraits,
  type PortfolioRow,
} from '#storage/portfolios/portfolio-rows.ts';
import { collectorOf } from '#storage/portfolios/portfolio-transfers.ts';
import { updatePortfolio } from '#storage/portfolios/portfolios.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import {
  type LoggedChanges,
  putPolicy,
  storedSettings,
} from '#usecases/portfolios/steps/put-policy.ts';
import { logAdminEvent, policyRejected, portfolioChanged } from '#usecases/record-admin-event.ts';
import { askTransfer } from './steps/ask-transfer.ts';
import { carryOutTransfer } from './steps/carry-out-transfer.ts';

/** Changes of policies that wait for a second person or waited, on the portfolios of the actor. */
export async function readProposals(app: App, actor: Actor) {
  allow(actor, 'policy.confirm');
  const mine = portfoliosWith(actor, 'policy.confirm');
  const ids = mine === 'all' ? null : mine;
  const rows = await policyProposals(app.db, app.tenantId, ids);
  const portfolios = await allPortfolios(app.db, app.tenantId);
  const of = new Map(portfolios.map((portfolio) => [portfolio.id, portfolio]));
  return {
    proposals: rows.map((row) => ({
      ...row,
      changes: [...row.changes],
      law: row.outcome === null ? lawOf(app, of.get(row.portfolioId), row.changes) : null,
    })),
  };
}

/** What proposed changes of a portfolio's traits or collector change in law; null for others. */
function lawOf(
  app: App,
  portfolio: (PortfolioRow & CollectorTraits) | undefined,
  changes: readonly SettingChange[],
): LawChange | null {
  const traits = traitsAmong(changes) as Partial<PortfolioTraits>;
  const collectorRole = transferAmong(changes)?.role ?? portfolio?.collectorRole;
  if (!portfolio || !collectorRole) return null;
  const after = { ...portfolio, ...traits, collectorRole };
  const isSame = collectorRole === portfolio.collectorRole && Object.keys(traits).length === 0;
  const today = dateIn(portfolio.zone, app.clock());
  return isSame ? null : lawChange(app.gate.packs, portfolio, after, today);
}

/**
 * Confirms or rejects a proposed change of a policy; a confirmed one is the next version and works at
 * once. Whoever proposed it may only withdraw it. Throws `second-person-needed` for their own
 * confirmation and `already-done` when it was answered.
 */
export async function answerProposal(
  app: App,
  actor: Actor,
  { proposalId, confirmed }: { readonly proposalId: string; readonly confirmed: boolean },
): Promise<{ done: true }> {
  const portfolioId = await portfolioOfProposal(app.db, app.tenantId, proposalId);
  if (portfolioId === undefined) {
    throw new Refusal('not-found', { thing: 'policy-proposal', id: proposalId });
  }
  const { userId: answeredBy } = actor;
  if (!may(actor, 'policy.confirm', portfolioId)) {
    throw new Refusal('not-allowed', { right: 'policy.confirm' });
  }
  assert(answeredBy, 'only people answer');
  const transfer = confirmed ? await askedTransfer(app, actor, portfolioId, proposalId) : null;
  await inRetriedTransaction(app.db, async (tx) => {
    await lockPortfolio(tx, portfolioId);
    const open = await lockProposal(tx, app.tenantId, proposalId);
    if (open.answeredAt) {
      throw new Refusal('already-done', { thing: 'policy-proposal', id: proposalId });
    }
    const isOwn = open.proposedBy === answeredBy;
    if (confirmed && isOwn) throw new Refusal('second-person-needed', { thing: 'policy-proposal' });
    const outcome: ProposalOutcome = confirmed ? 'confirmed' : isOwn ? 'withdrawn' : 'rejected';
    await keepAnswer(tx, proposalId, { answeredBy, answeredAt: now(app), outcome });
    if (outcome !== 'confirmed') {
      const facts = { proposalId, outcome };
      await logAdminEvent(app, tx, actor, policyRejected, facts, portfolioId);
      return;
    }
    if (transfer) {
      const { reason } = open;
      await carryOutTransfer(app, tx, actor, { ...transfer, portfolioId, proposalId, reason });
      return;
    }
    if (await putTraits(app, tx, actor, portfolioId, open.changes)) return;
    const { policyVersion } = await portfolioOf(app, portfolioId, tx);
    const before = await storedSettings(tx, portfolioId, policyVersion);
    const settings = withChanges(before, open.changes);
    const changes = changesBetween(before, settings);
    const { reason, proposedBy: madeBy } = open;
    const version = policyVersion + 1;
    await putPolicy(app, tx, actor, {
      ...{ portfolioId, version, settings, changes, reason, madeBy, proposalId },
    });
  });
  return { done: true };
}

/**
 * The transfer that a proposal is about, with the cases that the gate bars from it now; null for other
 * proposals, and for one's own, which one does not confirm.
 */
async function askedTransfer(app: App, actor: Actor, portfolioId: string, proposalId: string) {
  const waiting = await waitingProposal(app.db, app.tenantId, proposalId);
  const transfer = waiting ? transferAmong(waiting.changes) : null;
  if (transfer === null || waiting?.proposedBy === actor.userId) return null;
  const portfolio = await portfolioOf(app, portfolioId);
  const collector = (await collectorOf(app.db, portfolioId)) ?? app.tenantId;
  const from = { collector, role: portfolio.collectorRole };
  return { ...transfer, barred: await askTransfer(app, actor, portfolio, from, transfer) };
}

/** Puts confirmed traits of a portfolio in force; false when the proposal was about its policy. */
async function putTraits(
  app: App,
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  changes: readonly SettingChange[],
): Promise<boolean> {
  const traits = traitsAmong(changes) as Parameters<typeof updatePortfolio>[2];
  if (Object.keys(traits).length === 0) return false;
  await updatePortfolio(tx, portfolioId, traits);
  const facts = { changes: changes as LoggedChanges };
  await logAdminEvent(app, tx, actor, portfolioChanged, facts, portfolioId);
  return true;
}
