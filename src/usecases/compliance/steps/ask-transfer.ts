import { holdBlocks, holdKinds } from '#domain/cases/holds.ts';
import { caseAtRest, withCaseBars } from '#domain/contact/case-bars.ts';
import { dutiesBefore } from '#domain/contact/legal-steps.ts';
import { discreetReasons } from '#domain/gate/discretion.ts';
import { type Collector, transferPurpose } from '#domain/policy/transfer-proposal.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type OwingCase, owingCases } from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';
import { evaluateLegalStep, recordDecision } from '#usecases/gate/steps/evaluate-contact.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';

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
  const how = { channel: 'debt_transfer', mode: 'manual', campaign: 'transfer', purpose } as const;
  const asked = { customerId, caseId, portfolio, userId, exceptAttempt: null, how };
  return failingClosed(app, { caseId, portfolio }, () =>
    inRetriedTransaction(app.db, async (tx) => {
      const inputs = await loadGateInputs(app, tx, asked);
      const evaluated = evaluateLegalStep(app, asked, 'debt_transfer', inputs);
      const heldBy = holdOn(inputs.rows.holds, caseId);
      const point = { pointState: 'valid', tellsThirdParty: false };
      const decision = withCaseBars(evaluated.decision, { ...caseAtRest, ...point, heldBy });
      const wanted = { ...asked, contactPointId: null };
      await recordDecision(app, tx, wanted, { ...evaluated, decision }, 'ask');
      if (decision.permitted === true) return null;
      return [...discreetReasons(decision).map(({ rule }) => rule), ...dutiesBefore(decision)];
    }),
  );
}

/** The hold on a case under which nothing of it is handed over. */
function holdOn(
  holds: readonly { readonly caseId: string; readonly kind: string }[],
  caseId: string,
) {
  const standing = holds.filter((hold) => hold.caseId === caseId);
  const bars = holdKinds.filter((kind) => holdBlocks[kind].includes('place'));
  return bars.find((kind) => standing.some((hold) => hold.kind === kind)) ?? null;
}
