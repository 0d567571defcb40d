import type { MatchCandidate, MatchReason } from './matching.ts';
import {
  type BankPayment,
  type NamedReferences,
  type Naming,
  namedBy,
} from './named-references.ts';
import { compact, type NameAgreement, nameAgreement } from './names.ts';

/** Which reference of a candidate is meant. */
type Level = 'item' | 'account' | 'customer';

/** What speaks for and against the candidates of one payment. */
export type Evidence = {
  readonly payment: BankPayment;
  /** Those in the currency of the payment. */
  readonly candidates: readonly MatchCandidate[];
  /** Candidates whose reference the payment names so; as written before as it may be meant. */
  named(level: Level, how: Naming): readonly MatchCandidate[];
  name(candidate: MatchCandidate): NameAgreement;
  /** Of items named by a short number those that the name or the amount confirms. */
  agreeing(numbers: readonly MatchCandidate[]): readonly MatchCandidate[];
  /** Candidates of customers who are named as the payer is. */
  payersOwn(): readonly MatchCandidate[];
  /** What contradicts that the payment is for these candidates of one customer, or null. */
  contradiction(found: readonly MatchCandidate[], exact: boolean): MatchReason | null;
  /** A reference in the text that looks like these items' and is none of the book, or null. */
  unknownItem(found: readonly MatchCandidate[]): MatchReason | null;
  inOtherCurrency(): MatchCandidate | undefined;
};

/** Gathers what a payment says about candidates. */
export function evidenceOf(payment: BankPayment, all: readonly MatchCandidate[]): Evidence {
  const names = namedBy(payment);
  const candidates = all.filter(({ currency }) => currency === payment.currency);
  const agreements = new Map<string, NameAgreement>();
  const name = (candidate: MatchCandidate) => {
    const { customerId, customerName, customerReference } = candidate;
    const known = agreements.get(customerId);
    if (known !== undefined) return known;
    // A book without names has the number for it.
    const isName = compact(customerName) !== compact(customerReference);
    const agreement = isName ? nameAgreement(payment.payerName, customerName) : 'unknown';
    agreements.set(customerId, agreement);
    return agreement;
  };
  const namings = new Map<Level, readonly Hit[]>();
  const named = (level: Level, how: Naming) => {
    const hits = namings.get(level) ?? hitsOf(names, candidates, level);
    namings.set(level, hits);
    return bestNamed(hits, how);
  };
  const payersOwn = () => candidates.filter((each) => name(each) === 'same');
  const unknownItem = (found: readonly MatchCandidate[]) => otherItem(names, candidates, found);
  return {
    ...{ payment, candidates, name, named, payersOwn, unknownItem },
    agreeing: (numbers) => confirmed(payment, numbers, name),
    contradiction: (found, exact) => {
      const [first] = found;
      if (first === undefined) return null;
      const { customerId } = first;
      const isOther = (each: MatchCandidate) => each.customerId !== customerId;
      const other = (['item', 'account', 'customer'] as const).flatMap((level) =>
        named(level, 'strong')
          .filter(isOther)
          .map((each) => each[`${level}Reference`]),
      )[0];
      if (other !== undefined) return { code: 'references-differ', about: other };
      const agreement = name(first);
      const namesakes = payersOwn().filter(isOther);
      const ownerNamed = (['account', 'customer'] as const).some((level) =>
        named(level, 'strong').some((each) => each.customerId === customerId),
      );
      if (agreement === 'differs' || agreement === 'near') {
        // Of the same family, and no other customer is named so and owes as much.
        const isSure = exact && agreement === 'near' && !owesIt(namesakes, payment.amountMinor);
        if (namesakes.length > 0 && !isSure) {
          return { code: 'name-of-another', about: payment.payerName };
        }
        const itemNamed = named('item', 'strong').length > 0;
        if (agreement === 'differs' && !exact && !(ownerNamed && itemNamed)) {
          return { code: 'name-differs', about: payment.payerName };
        }
      }
      return exact ? null : unknownItem(found);
    },
    inOtherCurrency: () =>
      all.find(
        (each) =>
          each.currency !== payment.currency && names.of(each.itemReference)?.how === 'strong',
      ),
  };
}

/** Whether one of the customers owes so much, in one item or in all that is open. */
function owesIt(found: readonly MatchCandidate[], amountMinor: bigint): boolean {
  const each = [...Map.groupBy(found, ({ customerId }) => customerId).values()];
  return each.some(
    (items) =>
      items.some(({ balanceMinor }) => balanceMinor === amountMinor) ||
      items.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n) === amountMinor,
  );
}

/** A candidate that a payment names, and how. */
type Hit = { readonly each: MatchCandidate; readonly how: Naming; readonly exact: boolean };

function hitsOf(
  names: NamedReferences,
  candidates: readonly MatchCandidate[],
  level: Level,
): readonly Hit[] {
  return candidates.flatMap((each) => {
    const reference = each[`${level}Reference`];
    const naming = names.of(reference) ?? (level === 'item' ? digitsNamed(names, reference) : null);
    return naming ? [{ each, ...naming }] : [];
  });
}

/** `Rechnung 7702` may mean RE-7702: its last digits alone are a short number like any. */
function digitsNamed(names: NamedReferences, reference: string) {
  const digits = lastDigits(reference);
  return digits !== null && names.of(digits) ? ({ how: 'weak', exact: false } as const) : null;
}

function lastDigits(reference: string): string | null {
  return /\d{4,}$/.exec(compact(reference))?.[0] ?? null;
}

function bestNamed(all: readonly Hit[], how: Naming): readonly MatchCandidate[] {
  const hits = all.filter((hit) => hit.how === how);
  const exact = hits.filter((hit) => hit.exact);
  const certain = exact.length > 0 && how === 'strong' ? exact : hits;
  return certain.map(({ each }) => each);
}

/**
 * A short number counts when the payer's name is the customer's, or when the amount is exactly what is
 * owed, by itself or with the other numbers, and no name speaks against it.
 */
function confirmed(
  { amountMinor }: BankPayment,
  numbers: readonly MatchCandidate[],
  name: (candidate: MatchCandidate) => NameAgreement,
): readonly MatchCandidate[] {
  const own = numbers.filter((each) => name(each) === 'same');
  if (own.length > 0) return own;
  const possible = numbers.filter((each) => name(each) !== 'differs');
  const exact = possible.filter(({ balanceMinor }) => balanceMinor === amountMinor);
  if (exact.length > 0) return exact;
  const groups = [...Map.groupBy(possible, ({ customerId }) => customerId).values()];
  const sum = (group: readonly MatchCandidate[]) =>
    group.reduce((total, { balanceMinor }) => total + balanceMinor, 0n);
  return groups.filter((group) => sum(group) === amountMinor).flat();
}

function otherItem(
  names: NamedReferences,
  candidates: readonly MatchCandidate[],
  found: readonly MatchCandidate[],
): MatchReason | null {
  const shapes = new Set(found.map(({ itemReference }) => shapeOf(itemReference)));
  const known = new Set(
    candidates.flatMap((each) =>
      [each.itemReference, each.accountReference, each.customerReference].map(compact),
    ),
  );
  const digits = new Set([...known].map(lastDigits));
  const unknown = names.whole.find((each) => {
    if (shapes.has(shapeOf(each))) return !known.has(each);
    const number = invoiceNumber.exec(each)?.[1];
    return number !== undefined && !digits.has(number);
  });
  return unknown === undefined ? null : { code: 'other-item-named', about: unknown };
}

/** A number that a payer calls one of an invoice. */
const invoiceNumber =
  /^(?:RECHNUNG|RECHNUNGS?NR|RG|RNR|RGNR|INVOICE|INV|FACTURA|FAC|FACTURE|FATTURA|FATURA|FAKTURA|FAKTUUR|LASKU|NR|NO)0*(\d{4,})$/;

/** Its letters, and a nine for each digit: `RE9999`. */
function shapeOf(reference: string): string {
  return compact(reference).replace(/\d/g, '9');
}

/** How the money compares to what is owed. */
export function amountReason(paid: bigint, owed: bigint): MatchReason {
  const code =
    paid === owed ? 'amount-same' : paid < owed ? 'amount-below-balance' : 'amount-above-balance';
  return { code, about: null };
}
