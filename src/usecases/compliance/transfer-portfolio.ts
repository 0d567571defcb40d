import { titlesOf } from '#domain/contact/cited-rules.ts';
import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import { transferChanges } from '#domain/policy/transfer-proposal.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import { lockPortfolio } from '#storage/portfolios/policy.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { proposeChanges } from '#usecases/portfolios/steps/propose-changes.ts';
import { askTransfer } from './steps/ask-transfer.ts';
import { collectorBefore } from './steps/carry-out-transfer.ts';

/** A portfolio that is to be collected in another's name from an instant on. */
export type TransferInput = {
  readonly portfolioId: string;
  /** The new collector, by the name under which consents are given to it. */
  readonly collector: string;
  readonly role: CollectorRole;
  /** Null: when a second person confirms. */
  readonly occurredAt: Instant | null;
  readonly reason: string;
  /** What the gate bars from the transfer is left out of it; else it bars all. */
  readonly leaveOut: boolean;
};

/** Most barred cases that one answer names. */
const casesNamed = 100;

/**
 * Proposes that a portfolio passes to another collector: a second person confirms it, and only then are
 * counts begun anew and consents left behind. The gate is asked of each debt first; where it bars some,
 * nothing is proposed unless those are to be left out. Throws `not-found`, `conflict` when nothing would
 * change or another proposal waits, `invalid-input`.
 */
export async function transferPortfolio(app: App, actor: Actor, input: TransferInput) {
  const { portfolioId, collector, role, occurredAt: since, reason, leaveOut } = input;
  allow(actor, 'portfolio.configure', portfolioId);
  const to = { collector, role, since, leavesOut: leaveOut };
  const portfolio = await portfolioOf(app, portfolioId);
  const from = await inRetriedTransaction(app.db, (tx) =>
    collectorBefore(app, tx, portfolioId, to),
  );
  const barred = await askTransfer(app, actor, portfolio, from, to);
  const proposed = barred.length === 0 || leaveOut;
  if (proposed) {
    await app.db.transaction().execute(async (tx) => {
      await lockPortfolio(tx, portfolioId);
      await collectorBefore(app, tx, portfolioId, to);
      const named = from.collector === app.tenantId ? null : from.collector;
      const changes = transferChanges({ ...from, collector: named }, to);
      await proposeChanges(app, tx, actor, { kind: 'transfer', portfolioId, changes, reason });
    });
  }
  const named = barred.slice(0, casesNamed);
  return {
    proposed,
    barred: barred.length,
    titles: titlesOf(
      app.gate.packs,
      named.flatMap(({ rules }) => rules),
    ),
    cases: named.map(({ caseId, customerName, rules }) => ({
      ...{ caseId, customerName, rules: [...rules] },
    })),
  };
}
