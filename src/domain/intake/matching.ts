import type { LocalDate } from '#kernel/time.ts';
import { compact, sameName, tokensOf } from './names.ts';

/** A payment as a bank or a file tells it, before anyone knows whose it is. */
export type BankPayment = {
  readonly amountMinor: bigint;
  readonly currency: string;
  /** References given as such: end-to-end id, creditor reference, invoice number. */
  readonly references: readonly string[];
  /** Free text of the payer and the bank. */
  readonly texts: readonly string[];
  readonly payerName: string | null;
};

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
    | 'amount-same'
    | 'amount-below-balance'
    | 'amount-above-balance'
    | 'several-items'
    | 'several-accounts'
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
/** A shorter reference is believed only where a reference belongs, not amid free text. */
const minInText = 4;
/** A reference as long as this may be parted by blanks in the text. */
const minParted = 7;

/**
 * Finds the item or account of a payment among candidates: by references first, then by amount and
 * name together. An amount alone or a name alone never matches: it may be anyone's.
 */
export function matchPayment(payment: BankPayment, all: readonly MatchCandidate[]): Match {
  const candidates = all.filter(({ currency }) => currency === payment.currency);
  const mentions = mentionFinder(payment);
  const byItem = candidates.filter(({ itemReference }) => mentions(itemReference));
  if (byItem.length > 0) return matchItems(payment, byItem);
  const byAccount = candidates.filter(({ accountReference }) => mentions(accountReference));
  if (byAccount.length > 0) return matchAccount(payment, byAccount, 'account');
  const byCustomer = candidates.filter(({ customerReference }) => mentions(customerReference));
  if (byCustomer.length > 0) return matchAccount(payment, byCustomer, 'customer');
  if (candidates.length < all.length) {
    const other = all.find(
      (each) => each.currency !== payment.currency && mentions(each.itemReference),
    );
    if (other) return unsure([other], [{ code: 'currency-differs', about: other.itemReference }]);
  }
  return matchAmountAndName(payment, candidates);
}

function matchItems(payment: BankPayment, found: readonly MatchCandidate[]): Match {
  const [first] = found;
  const accounts = new Set(found.map(({ accountId }) => accountId));
  const reasons: MatchReason[] = found.map(({ itemReference }) => ({
    code: 'item-reference-found',
    about: itemReference,
  }));
  if (first === undefined || accounts.size > 1) {
    return unsure(found, [...reasons, { code: 'several-accounts', about: null }]);
  }
  const total = found.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
  reasons.push(amountReason(payment.amountMinor, total));
  const exact = total === payment.amountMinor;
  return {
    kind: 'matched',
    how: found.length === 1 ? 'item-reference' : 'item-references',
    accountId: first.accountId,
    itemIds: found.map(({ itemId }) => itemId),
    confidence: exact ? 1 : payment.amountMinor < total ? 0.95 : 0.9,
    reasons,
  };
}

function matchAccount(
  payment: BankPayment,
  found: readonly MatchCandidate[],
  by: 'account' | 'customer',
): Match {
  const reference = found[0]?.[`${by}Reference`] ?? null;
  const reasons: MatchReason[] = [{ code: `${by}-reference-found`, about: reference }];
  const exact = found.filter(({ balanceMinor }) => balanceMinor === payment.amountMinor);
  const [only] = exact;
  const accounts = new Set(found.map(({ accountId }) => accountId));
  const how = `${by}-reference` as const;
  if (only !== undefined && exact.length === 1) {
    const because = [...reasons, { code: 'amount-same', about: only.itemReference } as const];
    const { accountId, itemId } = only;
    return {
      kind: 'matched',
      how,
      accountId,
      itemIds: [itemId],
      confidence: 0.97,
      reasons: because,
    };
  }
  const [accountId] = accounts;
  if (accountId === undefined || accounts.size > 1) {
    return unsure(found, [...reasons, { code: 'several-accounts', about: null }]);
  }
  const total = found.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
  reasons.push(amountReason(payment.amountMinor, total));
  return { kind: 'matched', how, accountId, itemIds: [], confidence: 0.9, reasons };
}

function matchAmountAndName(payment: BankPayment, candidates: readonly MatchCandidate[]): Match {
  const { payerName } = payment;
  const named =
    payerName === null
      ? []
      : candidates.filter(({ customerName }) => sameName(customerName, payerName));
  const exact = named.filter(({ balanceMinor }) => balanceMinor === payment.amountMinor);
  const customers = new Set(exact.map(({ customerId }) => customerId));
  // Of several like instalments of one customer the oldest is the one that is paid.
  const [oldest] = exact.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const sameNamed = new Set(named.map(({ customerId }) => customerId)).size;
  if (oldest !== undefined && customers.size === 1 && sameNamed === 1) {
    const reasons: MatchReason[] = [
      { code: 'name-same', about: oldest.customerName },
      { code: 'amount-same', about: oldest.itemReference },
    ];
    if (exact.length > 1) reasons.push({ code: 'several-items', about: null });
    const { accountId, itemId } = oldest;
    const confidence = exact.length === 1 ? 0.85 : 0.75;
    return {
      kind: 'matched',
      how: 'amount+name',
      accountId,
      itemIds: [itemId],
      confidence,
      reasons,
    };
  }
  if (named.length > 0) return unsure(named, [{ code: 'name-alone', about: payerName }]);
  const like = candidates.filter(({ balanceMinor }) => balanceMinor === payment.amountMinor);
  if (like.length > 0) return unsure(like, [{ code: 'amount-alone', about: null }]);
  return { kind: 'unmatched', reasons: [{ code: 'nothing-found', about: null }] };
}

function unsure(found: readonly MatchCandidate[], reasons: readonly MatchReason[]): Match {
  return { kind: 'ambiguous', candidates: found.slice(0, maxShown), reasons };
}

function amountReason(paid: bigint, owed: bigint): MatchReason {
  const code =
    paid === owed ? 'amount-same' : paid < owed ? 'amount-below-balance' : 'amount-above-balance';
  return { code, about: null };
}

/** Keys looked up for one payment at most; a longer text is searched by its first words. */
const maxKeys = 500;
/** Words of a text that may make one reference together: `INV 2026 001`. */
const maxParts = 4;

/**
 * Every reference that the payment could name, as `compact` writes it: what to look up among the
 * compact references of a large book, so that only its hits are offered to `matchPayment`.
 */
export function referenceKeys(payment: BankPayment): string[] {
  const keys = new Set(payment.references.flatMap((each) => [compact(each), creditorPart(each)]));
  for (const text of [...payment.references, ...payment.texts]) {
    const words = text
      .split(/[\s,;:()]+/)
      .map(compact)
      .filter((word) => word !== '');
    for (let from = 0; from < words.length && keys.size < maxKeys; from += 1) {
      for (let parts = 1; parts <= maxParts; parts += 1) {
        const key = words.slice(from, from + parts).join('');
        if (key.length >= minInText && /\d/.test(key)) keys.add(key);
      }
    }
    for (const word of tokensOf(text)) {
      if (word.length >= minInText && /\d/.test(word) && keys.size < maxKeys) keys.add(word);
    }
  }
  keys.delete('');
  return [...keys];
}

/** Whether the payment names a reference; blanks, dashes and case do not matter. */
function mentionFinder(payment: BankPayment): (reference: string) => boolean {
  const given = new Set(payment.references.flatMap((each) => [compact(each), creditorPart(each)]));
  const texts = [...payment.texts, ...payment.references];
  const words = new Set(texts.flatMap(tokensOf));
  const runs = texts.map(compact);
  return (reference) => {
    const plain = compact(reference);
    if (plain === '') return false;
    if (given.has(plain)) return true;
    // Letters alone are words of a language, not a reference, wherever they may stand.
    if (plain.length < minInText || !/\d/.test(plain)) return false;
    if (words.has(plain) || words.has(reference.toUpperCase())) return true;
    return plain.length >= minParted && runs.some((run) => standsIn(run, plain));
  };
}

/** Whether a run of letters and digits holds the reference, not as part of a longer number. */
function standsIn(run: string, reference: string): boolean {
  const at = run.indexOf(reference);
  if (at === -1) return false;
  const before = run[at - 1] ?? '';
  const after = run[at + reference.length] ?? '';
  const joins = (edge: string, own: string | undefined) => /\d/.test(edge) && /\d/.test(own ?? '');
  return !joins(before, reference[0]) && !joins(after, reference.at(-1));
}

/** The own part of an ISO 11649 creditor reference: `RF18 5390 0754` is `53900754`. */
function creditorPart(reference: string): string {
  const plain = compact(reference);
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(plain) ? plain.slice(4) : plain;
}
