import { holdBlocks, holdKinds } from '#domain/cases/holds.ts';
import { caseAtRest, withCaseBars } from '#domain/contact/case-bars.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { leftOut } from '#storage/cases/left-out.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { evaluateLegalStep, recordDecision } from './evaluate-contact.ts';
import { loadGateInputs } from './load-gate-inputs.ts';

/**
 * Asks the gate whether what is owed on a case may pass to another collector, and keeps the answer. A
 * hold under which nothing is handed over bars it too, but for the one that is to be `lifted`.
 */
export async function askDebtTransfer(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  of: CaseRef & { readonly userId: string | null; readonly purpose: string | null },
  lifted: typeof leftOut | null = null,
): Promise<Decision> {
  const { customerId, caseId, userId, purpose } = of;
  const how = { channel: 'debt_transfer', mode: 'manual', campaign: 'transfer', purpose } as const;
  const asked = { customerId, caseId, portfolio, userId, exceptAttempt: null, how };
  const inputs = await loadGateInputs(app, tx, asked);
  const evaluated = evaluateLegalStep(app, asked, 'debt_transfer', inputs);
  const standing = inputs.rows.holds.filter((hold) => hold.caseId === caseId);
  const bars = holdKinds.filter((kind) => kind !== lifted && holdBlocks[kind].includes('place'));
  const heldBy = bars.find((kind) => standing.some((hold) => hold.kind === kind)) ?? null;
  const point = { pointState: 'valid', tellsThirdParty: false };
  const decision = withCaseBars(evaluated.decision, { ...caseAtRest, ...point, heldBy });
  await recordDecision(
    app,
    tx,
    { ...asked, contactPointId: null },
    { ...evaluated, decision },
    'ask',
  );
  return decision;
}
