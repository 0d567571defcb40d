import { type FactTimes, insertFact } from '#storage/contact-log/contact-facts.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import type { App, Tx } from '#usecases/app.ts';
import { holdByFact } from '#usecases/cases/steps/fact-holds.ts';

/** Where a claim says which words it was read from. */
export const evidenceOf = (refusalId: string) => `refusal:${refusalId}`;

/** Whose words make a claim. */
export type ClaimPlace = {
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly source: 'message' | 'note' | 'call';
  readonly recordedBy: string | null;
};

/** What words claim, and the refusal that they were read into. */
export type ReadClaim = {
  readonly kind: 'cease' | 'deceased' | 'vulnerable';
  readonly details: Readonly<Record<string, unknown>>;
  readonly debts: readonly string[] | null;
  readonly refusalId: string;
};

/** What the words claim is kept as a fact: it binds, and its hold waits for whoever confirms it. */
export async function keepClaim(
  app: App,
  tx: Tx,
  from: ClaimPlace,
  claim: ReadClaim,
  times: FactTimes,
): Promise<void> {
  const { customerId, caseId, portfolioId, source, recordedBy } = from;
  const { kind, details, debts, refusalId } = claim;
  await insertFact(tx, {
    ...{ id: app.newId(), tenantId: app.tenantId, customerId },
    ...{ ...times, caseId, portfolioId, kind, details, recordedBy, source },
    ...{ evidenceRef: evidenceOf(refusalId), withdraws: null, transferable: true },
  });
  const fact = { kind, source, debts, isWithdrawn: false, mayLift: () => false };
  await holdByFact(app, tx, recordedBy, { ...fact, people: await groupOf(tx, customerId) });
}
