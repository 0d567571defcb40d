import { lockHolds } from '#storage/cases/holds.ts';
import { openCasesWith } from '#storage/cases/read-file.ts';
import { debtsClaimed } from '#storage/contact-log/contact-facts.ts';
import type { App, Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { endHoldOf } from './end-hold.ts';
import { placeHold } from './place-hold.ts';

/** A fact about a claim of coerced debt, as it was recorded or taken back. */
export type ClaimFact = {
  readonly customerId: string;
  readonly kind: string;
  /** Who or what told it. */
  readonly source: string;
  /** The accounts that it names; for what is taken back, any. */
  readonly debts: readonly string[];
  readonly isWithdrawn: boolean;
};

const kinds: readonly string[] = ['coerced_debt', 'coerced_debt_notice', 'coerced_debt_ended'];

type Standing = Awaited<ReturnType<typeof lockHolds>>[number];
type OpenCase = Awaited<ReturnType<typeof openCasesWith>>[number];

/**
 * Keeps the holds of the open cases of a person in step with what is recorded of a claim of coerced
 * debt. A claim, whether or not it came with papers, holds the accounts it names, on whichever case
 * they are; the decision that was told to the person, or taking the claim back, lifts what no other
 * claim holds.
 */
export async function holdAsClaimed(
  app: App,
  tx: Tx,
  userId: string | null,
  fact: ClaimFact,
): Promise<void> {
  if (!kinds.includes(fact.kind)) return;
  const { customerId } = fact;
  // An answer that is taken back leaves the claim standing again.
  const isClaim = (fact.kind === 'coerced_debt_ended') === fact.isWithdrawn;
  const claimed = await debtsClaimed(tx, customerId, ['coerced_debt', 'coerced_debt_notice']);
  for (const one of await openCasesWith(tx, customerId)) {
    const holds = await lockHolds(tx, customerId, one.caseId);
    const standing = holds.filter((hold) => hold.kind === 'coerced-debt' && !hold.liftedAt);
    const debts = fact.debts.filter((id) => claimed.has(id));
    if (isClaim) await holdAccounts(app, tx, userId, { ...fact, debts }, one, standing);
    else await liftUnclaimed(app, tx, userId, fact, one, standing, claimed);
  }
}

/** One hold on all of the case where the claim names all of its accounts, else one on each. */
async function holdAccounts(
  app: App,
  tx: Tx,
  userId: string | null,
  { customerId, source, debts }: ClaimFact,
  { caseId, accountIds }: OpenCase,
  standing: readonly Standing[],
): Promise<void> {
  const named = accountIds.filter((id) => debts.includes(id));
  const isWhole = named.length === accountIds.length;
  const covered = new Set(standing.map(({ accountId }) => accountId));
  if (named.length === 0 || covered.has(null)) return;
  const wanted = isWhole && covered.size === 0 ? [null] : named.filter((id) => !covered.has(id));
  for (const accountId of wanted) {
    await placeHold(app, tx, { customerId, caseId }, userId, {
      kind: 'coerced-debt',
      accountId,
      words: source,
      conversationId: null,
      as: null,
      fromFact: true,
    });
  }
}

async function liftUnclaimed(
  app: App,
  tx: Tx,
  userId: string | null,
  { customerId, source, debts, kind }: ClaimFact,
  { caseId, portfolioId, accountIds }: OpenCase,
  standing: readonly Standing[],
  claimed: ReadonlySet<string>,
): Promise<void> {
  for (const { id: holdId, accountId, details } of standing) {
    const covered = accountId === null ? accountIds : [accountId];
    const isMeant = covered.some((id) => debts.includes(id));
    // Taking a claim back says nothing of a hold that somebody laid for another reason.
    const isTheirs = kind === 'coerced_debt_ended' || isFromFact(details);
    if (!isMeant || !isTheirs || covered.some((id) => claimed.has(id))) continue;
    const place = await placeOf(app, tx, portfolioId);
    await endHoldOf(app, tx, place, userId, { customerId, caseId, holdId, why: source });
  }
}

const isFromFact = (details: unknown) =>
  (details as { readonly fromFact?: boolean } | null)?.fromFact === true;
