import type { LocalDate } from '#kernel/time.ts';
import { amountReason, type Evidence, evidenceOf } from './match-evidence.ts';
import type { BankPayment } from './named-references.ts';

/** An open item that a payment could be for. Those of other portfolios are not offered. */
export type MatchCandidate = {
  readonly itemId: string;
  readonly accountId: string;
  readonly customerId: string;
  readonly itemReference: string;
  readonly accountReference: string;
  readonly customerReference: string;
  readonly customerName: string;
  readonly balanceMinor: bigint;
  readonly currency: string;
  readonly dueOn: LocalDate;
};

/** How a payment was recognised. */
export type MatchHow =
  | 'item-reference'
  | 'item-references'
  | 'account-reference'
  | 'customer-reference'
  | 'amount+name';

/** One thing that spoke for or against: a code and what it is about. */
export type MatchReason = {
  readonly code:
    | 'item-reference-found'
    | 'account-reference-found'
    | 'customer-reference-found'
    | 'name-same'
    | 'name-differs'
    | 'name-of-another'
    | 'amount-same'
    | 'amount-below-balance'
    | 'amount-above-balance'
    | 'several-items'
    | 'several-accounts'
    | 'references-differ'
    | 'other-item-named'
    | 'number-not-sure'
    | 'name-alone'
    | 'amount-alone'
    | 'currency-differs'
    | 'nothing-found';
  readonly about: string | null;
};

/**
 * Whose a payment is. `matched` without items is for the account as a whole, to be allocated by
 * policy, oldest first. `ambiguous` lists what it could be; a person decides (M-141).
 */
export type Match =
  | {
      readonly kind: 'matched';
      readonly how: MatchHow;
      readonly accountId: string;
      readonly itemIds: readonly string[];
      /** 0 to 1. */
      readonly confidence: number;
      readonly reasons: readonly MatchReason[];
    }
  | {
      readonly kind: 'ambiguous';
      readonly candidates: readonly MatchCandidate[];
      readonly reasons: readonly MatchReason[];
    }
  | { readonly kind: 'unmatched'; readonly reasons: readonly MatchReason[] };

/** Candidates shown to the person who decides. */
const maxShown = 20;
/** Items named together of which every sum is tried. */
const maxSummed = 12;

/**
 * Finds the items or the account of a payment among candidates. What the payment names comes first:
 * the item, then the account, then the customer; then the exact amount together with the name. What
 * is known must agree: a number that contradicts the payer's name, two references of different people,
 * or a named item that is not in the book wait for a person, as does an amount or a name alone.
 */
export function matchPayment(payment: BankPayment, all: readonly MatchCandidate[]): Match {
  const seen = evidenceOf(payment, all);
  const named = seen.named('item', 'strong');
  if (named.length > 0) return matchItems(seen, named);
  const owners = (['account', 'customer'] as const).flatMap((level) => {
    const found = seen.named(level, 'strong');
    return found.length > 0 ? [{ level, found }] : [];
  });
  const [owner] = owners;
  const numbers = seen.named('item', 'weak');
  if (owner !== undefined) {
    const customers = customersOf(owner.found);
    const own = numbers.filter(({ customerId }) => customers.has(customerId));
    return own.length > 0 ? matchItems(seen, own) : matchAccount(seen, owner.found, owner.level);
  }
  const agreeing = seen.agreeing(numbers);
  if (agreeing.length > 0) return matchItems(seen, agreeing);
  for (const level of ['account', 'customer'] as const) {
    const found = seen.named(level, 'weak').filter((each) => seen.name(each) === 'same');
    if (found.length > 0) return matchAccount(seen, found, level);
  }
  const other = seen.inOtherCurrency();
  if (other) return unsure([other], [{ code: 'currency-differs', about: other.itemReference }]);
  return matchAmountAndName(seen, numbers);
}

const customersOf = (found: readonly MatchCandidate[]) =>
  new Set(found.map(({ customerId }) => customerId));
const sumOf = (found: readonly MatchCandidate[]) =>
  found.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);

function matchItems(seen: Evidence, named: readonly MatchCandidate[]): Match {
  const { amountMinor } = seen.payment;
  const said = withImplied(seen, named);
  const sum = withRest(seen, said);
  const found = sum ?? said;
  const [first] = found;
  const reasons: MatchReason[] = found.map(({ itemReference }) => ({
    code: 'item-reference-found',
    about: itemReference,
  }));
  if (first === undefined || customersOf(found).size > 1) {
    return unsure(found, [...reasons, { code: 'several-accounts', about: null }]);
  }
  const total = sumOf(found);
  const exact = total === amountMinor;
  reasons.push(amountReason(amountMinor, total));
  const accounts = new Set(found.map(({ accountId }) => accountId));
  const against =
    seen.contradiction(found, sumOf(said) === amountMinor) ??
    (accounts.size > 1 && !exact ? ({ code: 'several-accounts', about: null } as const) : null) ??
    (sum === null || isOneOfSeveralSums(found, amountMinor)
      ? ({ code: 'several-items', about: null } as const)
      : null);
  if (against) return unsure([...found, ...seen.payersOwn()], [...reasons, against]);
  return {
    kind: 'matched',
    how: found.length === 1 ? 'item-reference' : 'item-references',
    accountId: first.accountId,
    itemIds: found.map(({ itemId }) => itemId),
    confidence: exact ? 1 : amountMinor < total ? 0.95 : 0.9,
    reasons,
  };
}

/** Items that a list or range names with their last digits only, when the amount says so too. */
function withImplied(seen: Evidence, named: readonly MatchCandidate[]): readonly MatchCandidate[] {
  const customers = customersOf(named);
  const ids = new Set(named.map(({ itemId }) => itemId));
  const more = [...seen.named('item', 'implied'), ...seen.named('item', 'weak')].filter(
    ({ customerId, itemId }) => customers.has(customerId) && !ids.has(itemId),
  );
  const both = [...named, ...new Set(more)].toSorted(byDueDate);
  return sumOf(named) < seen.payment.amountMinor ? both : named;
}

/**
 * Beside the named items others of the customer that make up the rest of the money exactly; null when
 * several could.
 */
function withRest(
  seen: Evidence,
  named: readonly MatchCandidate[],
): readonly MatchCandidate[] | null {
  const rest = seen.payment.amountMinor - sumOf(named);
  const customers = customersOf(named);
  const others = seen.candidates.filter(
    (each) => customers.has(each.customerId) && !named.includes(each),
  );
  if (rest <= 0n || customers.size > 1 || others.length > maxSummed) return named;
  let sums: readonly (readonly MatchCandidate[])[] = [[]];
  for (const each of others) sums = [...sums, ...sums.map((some) => [...some, each])];
  const [fit, ...more] = sums.filter((some) => sumOf(some) === rest);
  if (fit === undefined) return named;
  return more.length > 0 ? null : [...named, ...fit].toSorted(byDueDate);
}

/** Whether the money is the sum of some of the named items, so that the payer left some out. */
function isOneOfSeveralSums(found: readonly MatchCandidate[], amountMinor: bigint): boolean {
  if (found.length < 2 || found.length > maxSummed || sumOf(found) <= amountMinor) return false;
  let sums = new Set<bigint>([0n]);
  for (const { balanceMinor } of found) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + balanceMinor)]);
  }
  return sums.has(amountMinor);
}

function matchAccount(
  seen: Evidence,
  found: readonly MatchCandidate[],
  by: 'account' | 'customer',
): Match {
  const { amountMinor } = seen.payment;
  const reference = found[0]?.[`${by}Reference`] ?? null;
  const reasons: MatchReason[] = [{ code: `${by}-reference-found`, about: reference }];
  const exact = found.filter(({ balanceMinor }) => balanceMinor === amountMinor);
  const accounts = new Set(found.map(({ accountId }) => accountId));
  const [only] = exact;
  const against =
    customersOf(found).size > 1
      ? ({ code: 'several-accounts', about: null } as const)
      : seen.contradiction(found, exact.length > 0 || sumOf(found) === amountMinor);
  if (against) return unsure([...found, ...seen.payersOwn()], [...reasons, against]);
  const how = `${by}-reference` as const;
  if (only !== undefined && exact.length === 1) {
    const because = [...reasons, { code: 'amount-same', about: only.itemReference } as const];
    const { accountId, itemId } = only;
    const itemIds = [itemId];
    return { kind: 'matched', how, accountId, itemIds, confidence: 0.97, reasons: because };
  }
  const [accountId] = accounts;
  if (accountId === undefined || accounts.size > 1) {
    return unsure(found, [...reasons, { code: 'several-accounts', about: null }]);
  }
  reasons.push(amountReason(amountMinor, sumOf(found)));
  return { kind: 'matched', how, accountId, itemIds: [], confidence: 0.9, reasons };
}

function matchAmountAndName(seen: Evidence, numbers: readonly MatchCandidate[]): Match {
  const { payerName, amountMinor } = seen.payment;
  const named = seen.payersOwn();
  const whose = customersOf(named);
  const exact = named.filter(({ balanceMinor }) => balanceMinor === amountMinor);
  // Of several like instalments of one customer the oldest is the one that is paid.
  const oldest = exact.toSorted(byDueDate).slice(0, 1);
  const isAll = named.length > 1 && sumOf(named) === amountMinor;
  const paid = oldest.length > 0 ? oldest : isAll ? named.toSorted(byDueDate) : [];
  const [first] = paid;
  if (first !== undefined && whose.size === 1 && (oldest.length > 0 || isOneAccount(named))) {
    const about = paid.length === 1 ? first.itemReference : null;
    const reasons: MatchReason[] = [
      { code: 'name-same', about: first.customerName },
      { code: 'amount-same', about },
    ];
    if (exact.length > 1 || paid.length > 1) reasons.push({ code: 'several-items', about: null });
    const against = seen.unknownItem(named);
    if (against) return unsure(named, [...reasons, against]);
    return {
      kind: 'matched',
      how: 'amount+name',
      accountId: first.accountId,
      itemIds: paid.map(({ itemId }) => itemId),
      confidence: exact.length === 1 ? 0.85 : 0.75,
      reasons,
    };
  }
  if (numbers.length > 0) {
    const notSure = numbers.map(({ itemReference }) => itemReference).join(', ');
    const reasons = [{ code: 'number-not-sure', about: notSure } as const];
    return unsure([...new Set([...named, ...numbers])], reasons);
  }
  if (named.length > 0) return unsure(named, [{ code: 'name-alone', about: payerName }]);
  const like = seen.candidates.filter(({ balanceMinor }) => balanceMinor === amountMinor);
  if (like.length > 0) return unsure(like, [{ code: 'amount-alone', about: null }]);
  return { kind: 'unmatched', reasons: [{ code: 'nothing-found', about: null }] };
}

const isOneAccount = (found: readonly MatchCandidate[]) =>
  new Set(found.map(({ accountId }) => accountId)).size === 1;

const byDueDate = (a: MatchCandidate, b: MatchCandidate) =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;

function unsure(found: readonly MatchCandidate[], reasons: readonly MatchReason[]): Match {
  return { kind: 'ambiguous', candidates: [...new Set(found)].slice(0, maxShown), reasons };
}
