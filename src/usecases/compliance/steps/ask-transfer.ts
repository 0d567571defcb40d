import { dutiesBefore } from '#domain/contact/legal-steps.ts';
import { discreetReasons } from '#domain/gate/discretion.ts';
import { type Collector, transferPurpose } from '#domain/policy/transfer-proposal.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type OwingCase, owingCases } from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';
import { askDebtTransfer } from '#usecases/gate/steps/ask-debt-transfer.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';

/** A case whose debt may not be transferred, and the rules that say so. */
export type BarredCase = OwingCase & { readonly rules: readonly string[] };

/** Cases asked about at the same time. */
const atOnce = 4;

/**
 * Asks the gate of each customer who owes something on a portfolio whether the debt may pass to another
 * collector, and keeps each answer. A hold under which nothing is handed over bars it too. Answers
 * those that may not.
 */
export async function askTransfer(
  app: App,
  actor: Actor,
  portfolio: PortfolioRow,
  from: Collector,
  to: Collector,
): Promise<readonly BarredCase[]> {
  const purpose = transferPurpose(from, to);
  const owing = await owingCases(app.db, portfolio.id);
  const barred: BarredCase[] = [];
  for (let begin = 0; begin < owing.length; begin += atOnce) {
    const some = owing.slice(begin, begin + atOnce);
    const rules = await Promise.all(some.map((one) => askOf(app, actor, portfolio, one, purpose)));
    barred.push(
      ...some.flatMap((one, i) => {
        const against = rules[i];
        return against ? [{ ...one, rules: against }] : [];
      }),
    );
  }
  return barred;
}

/** The rules against the transfer of what one customer owes; null when it may pass. */
async function askOf(
  app: App,
  { userId }: Actor,
  portfolio: PortfolioRow,
  { customerId, caseId }: OwingCase,
  purpose: string | null,
): Promise<readonly string[] | null> {
  const of = { customerId, caseId, userId, purpose };
  return failingClosed(app, { caseId, portfolio }, () =>
    inRetriedTransaction(app.db, async (tx) => {
      const decision = await askDebtTransfer(app, tx, portfolio, of);
      if (decision.permitted === true) return null;
      return [...discreetReasons(decision).map(({ rule }) => rule), ...dutiesBefore(decision)];
    }),
  );
}
