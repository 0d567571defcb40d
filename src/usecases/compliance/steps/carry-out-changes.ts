import { traitsAmong, withChanges } from '#domain/policy/second-person.ts';
import { changesBetween, type SettingChange } from '#domain/policy/settings-checks.ts';
import { transferAmong } from '#domain/policy/transfer-proposal.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { collectorOf } from '#storage/portfolios/portfolio-transfers.ts';
import { updatePortfolio } from '#storage/portfolios/portfolios.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import {
  type LoggedChanges,
  putPolicy,
  storedSettings,
} from '#usecases/portfolios/steps/put-policy.ts';
import { logAdminEvent, policyRejected, portfolioChanged } from '#usecases/record-admin-event.ts';
import { askTransfer } from './ask-transfer.ts';

/** What an approval of a portfolio's change holds. */
type ChangesAsked = Pick<Answered, 'id' | 'portfolioId' | 'about' | 'askedBy' | 'reason'>;

const changesOf = ({ about }: Pick<Answered, 'about'>) =>
  about['changes'] as readonly SettingChange[];

/** Puts an approved change of a policy in force as the next version: it works at once. */
export async function carryOutPolicy(
  app: App,
  tx: Tx,
  actor: Actor,
  asked: ChangesAsked,
): Promise<void> {
  const { id: proposalId, reason, askedBy: madeBy } = asked;
  const portfolioId = asked.portfolioId ?? '';
  const { policyVersion } = await portfolioOf(app, portfolioId, tx);
  const before = await storedSettings(tx, portfolioId, policyVersion);
  const settings = withChanges(before, changesOf(asked));
  const changes = changesBetween(before, settings);
  await putPolicy(app, tx, actor, {
    ...{ portfolioId, version: policyVersion + 1, settings, changes, reason, madeBy, proposalId },
  });
}

/** Puts approved traits of a portfolio in force. */
export async function carryOutTraits(
  app: App,
  tx: Tx,
  actor: Actor,
  asked: ChangesAsked,
): Promise<void> {
  const portfolioId = asked.portfolioId ?? '';
  const traits = traitsAmong(changesOf(asked)) as Parameters<typeof updatePortfolio>[2];
  await updatePortfolio(tx, portfolioId, traits);
  const facts = { changes: changesOf(asked) as LoggedChanges };
  await logAdminEvent(app, tx, actor, portfolioChanged, facts, portfolioId);
}

/** Says of a change of a portfolio that was refused or withdrawn that it came to nothing. */
export async function dropChanges(
  app: App,
  tx: Tx,
  actor: Actor,
  { id: proposalId, portfolioId, state }: Answered,
): Promise<void> {
  const outcome = state === 'withdrawn' ? 'withdrawn' : 'rejected';
  await logAdminEvent(app, tx, actor, policyRejected, { proposalId, outcome }, portfolioId);
}

/**
 * The transfer that is to be approved, with the cases that the gate bars from it now: asked before the
 * transaction that carries it out, as it may be of many customers.
 */
export async function askedTransfer(
  app: App,
  actor: Actor,
  asked: Pick<Answered, 'portfolioId' | 'about'>,
) {
  const transfer = transferAmong(changesOf(asked));
  if (transfer === null)
    throw new Refusal('conflict', { thing: 'approval', reason: 'no-transfer' });
  const portfolioId = asked.portfolioId ?? '';
  const portfolio = await portfolioOf(app, portfolioId);
  const collector = (await collectorOf(app.db, portfolioId)) ?? app.tenantId;
  const from = { collector, role: portfolio.collectorRole };
  return { ...transfer, barred: await askTransfer(app, actor, portfolio, from, transfer) };
}
