import type { HoldKind } from '#domain/cases/holds.ts';
import { factsLaying, holdFactOf, holdsEndedBy } from '#domain/contact/hold-facts.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { lockHolds } from '#storage/cases/holds.ts';
import { type CaseWithAccounts, casesWith } from '#storage/cases/read-file.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { type StandingClaim, standingClaims } from '#storage/contact-log/standing-claims.ts';
import type { App, Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { disputeItems } from './dispute-items.ts';
import { endHoldOf } from './end-hold.ts';
import { holdOwner, placeHold } from './place-hold.ts';

/** A fact as it was recorded or taken back. */
export type ClaimFact = {
  /** All records of the person that it is about, under their locks. */
  readonly people: readonly string[];
  readonly kind: string;
  /** Who or what told it. */
  readonly source: string;
  /** The accounts that it names; null for a fact about the person. */
  readonly debts: readonly string[] | null;
  readonly isWithdrawn: boolean;
  /** Whether whoever tells it may end holds on a portfolio; without it they stand until somebody looks. */
  readonly mayLift: (portfolioId: string) => boolean;
};

type Standing = Awaited<ReturnType<typeof lockHolds>>[number];

/**
 * Keeps the holds of the open cases of a person in step with the facts on record, by whichever door they
 * came. A fact that lays a hold holds the accounts it names, on whichever case they are, or all where
 * it is about the person; what ends it, or taking it back, lifts what no other fact holds.
 */
export async function holdByFact(
  app: App,
  tx: Tx,
  userId: string | null,
  fact: ClaimFact,
): Promise<void> {
  const lays = holdFactOf(fact.kind)?.hold;
  const ends = holdsEndedBy(fact.kind);
  const kinds = new Set([...(lays ? [lays] : []), ...ends]);
  if (kinds.size === 0) return;
  const claims = await standingClaims(tx, fact.people);
  const cases: CaseWithAccounts[] = [];
  for (const customerId of fact.people) cases.push(...(await openCases(tx, customerId)));
  for (const kind of kinds) {
    const own = claims.filter((claim) => factsLaying(kind).some((word) => word === claim.kind));
    for (const one of cases) {
      // An answer that is taken back leaves the claim standing again.
      await layHolds(app, tx, userId, kind, own, one);
      await liftUnclaimed(app, tx, userId, fact, kind, own, one);
    }
  }
}

/**
 * Lays on the open cases of a customer what the facts on record hold and no hold covers yet: those on
 * any record of the person.
 */
export async function holdAsOnRecord(app: App, tx: Tx, customerId: string): Promise<void> {
  const claims = await standingClaims(tx, await groupOf(tx, customerId));
  const kinds = new Set(claims.flatMap(({ kind }) => holdFactOf(kind)?.hold ?? []));
  for (const one of await openCases(tx, customerId)) {
    for (const kind of kinds) {
      const own = claims.filter((claim) => holdFactOf(claim.kind)?.hold === kind);
      await layHolds(app, tx, null, kind, own, one);
    }
  }
}

/** The open cases of a customer, with their accounts. */
export const openCases = async (tx: Tx, customerId: string) =>
  (await casesWith(tx, customerId)).filter(({ isOpen }) => isOpen);

const covers = ({ debts }: StandingClaim, accountId: string) =>
  debts === null || debts.includes(accountId);

/** One hold on all of the case where the facts hold all of its accounts, else one on each. */
async function layHolds(
  app: App,
  tx: Tx,
  userId: string | null,
  kind: HoldKind,
  claims: readonly StandingClaim[],
  { customerId, caseId, portfolioId, accountIds }: CaseWithAccounts,
): Promise<void> {
  const named = accountIds.filter((id) => claims.some((claim) => covers(claim, id)));
  const isPerson = claims.some(({ debts }) => debts === null);
  if (named.length === 0 && !isPerson) return;
  const standing = await standingOf(tx, customerId, caseId, kind);
  const covered = new Set(standing.map(({ accountId }) => accountId));
  if (covered.has(null)) return;
  const isWhole = isPerson || (named.length === accountIds.length && covered.size === 0);
  const wanted = isWhole ? [null] : named.filter((id) => !covered.has(id));
  for (const accountId of wanted) {
    const claim = claims.find((one) => accountId === null || covers(one, accountId));
    const recordedBy = claim?.recordedBy ?? null;
    // What comes by itself where nobody could look at it is stopped by the gate alone.
    const owner = await holdOwner(tx, holdTerms[kind], portfolioId, userId ?? recordedBy);
    if (owner === null) return;
    const details =
      kind === 'dispute' ? await disputeItems(app, tx, customerId, caseId, accountId) : {};
    await placeHold(app, tx, { customerId, caseId }, userId, {
      ...{ kind, accountId, details, words: claim?.source ?? '' },
      ...{ conversationId: null, as: null, fromFact: true },
      recordedBy,
    });
  }
}

async function liftUnclaimed(
  app: App,
  tx: Tx,
  userId: string | null,
  { source, debts, kind: word, isWithdrawn, mayLift }: ClaimFact,
  kind: HoldKind,
  claims: readonly StandingClaim[],
  { customerId, caseId, portfolioId, accountIds }: CaseWithAccounts,
): Promise<void> {
  if (!mayLift(portfolioId)) return;
  const isAnswer = holdsEndedBy(word).includes(kind) && !isWithdrawn;
  const isTakenBack = holdFactOf(word)?.hold === kind && isWithdrawn;
  if (!isAnswer && !isTakenBack) return;
  if (claims.some((claim) => claim.debts === null)) return;
  for (const hold of await standingOf(tx, customerId, caseId, kind)) {
    const { id: holdId, accountId, details } = hold;
    const covered = accountId === null ? accountIds : [accountId];
    const isMeant = debts === null || covered.some((id) => debts.includes(id));
    // A fact says nothing of a hold that somebody laid for another reason; the decision on a claim
    // of coerced debt ends whatever waited for it.
    const isTheirs = isFromFact(details) || (isAnswer && kind === 'coerced-debt');
    const isHeld = covered.some((id) => claims.some((claim) => covers(claim, id)));
    if (!isMeant || !isTheirs || isHeld) continue;
    const place = await placeOf(app, tx, portfolioId);
    await endHoldOf(app, tx, place, userId, { customerId, caseId, holdId, why: source });
  }
}

/** The standing holds of a kind that cover an account or all of a case, not a part of an account. */
async function standingOf(
  tx: Tx,
  customerId: string,
  caseId: string,
  kind: HoldKind,
): Promise<readonly Standing[]> {
  const holds = await lockHolds(tx, customerId, caseId);
  return holds.filter(
    (hold) =>
      hold.kind === kind && !hold.liftedAt && hold.itemId === null && hold.amountMinor === null,
  );
}

/** Whether a hold was laid by a fact on record. */
export const isFromFact = (details: unknown) =>
  (details as { readonly fromFact?: boolean } | null)?.fromFact === true;
