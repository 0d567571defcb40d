import type { LocalDate } from '#kernel/time.ts';
import { type BankPayment, type NamedReferences, namedBy } from './named-references.ts';
import { compact } from './names.ts';

/** Money that went back, as the bank tells it. */
export type ReturnedMoney = BankPayment & {
  readonly mandateId: string | null;
  readonly bookedOn: LocalDate;
};

/** A standing payment of an amount that may have gone back, with what its entry and the book call it. */
export type Returnable = {
  readonly customerId: string;
  readonly amountMinor: bigint;
  readonly receivedOn: LocalDate;
  /** References that came with it as such, its end-to-end id among them. */
  readonly given: readonly string[];
  readonly mandateId: string | null;
  readonly remittance: string | null;
  /** The numbers of the items that it paid. */
  readonly items: readonly string[];
  readonly accountReference: string;
  readonly customerReference: string;
};

type Test = (payment: Returnable) => boolean;

/**
 * Which payment went back: the one whose end-to-end id or other given reference the return gives, else
 * of its mandate, of the item it names, of the account, of the customer. What is less sure only
 * decides among what is surer. Of equal ones of a mandate or item the latest before the return counts;
 * of those of an account or a customer any could be meant: `several`. Null when none is named.
 */
export function returnedBy<Payment extends Returnable>(
  money: ReturnedMoney,
  payments: readonly Payment[],
): Payment | 'several' | null {
  const names = namedBy(money);
  const [one, more] = narrowed(money, names, payments.filter(isBefore(money)));
  const [first] = one;
  if (first === undefined) return null;
  if (one.length === 1) return first;
  const owners = new Set(one.map(({ customerId }) => customerId));
  const amounts = new Set(one.map(({ amountMinor }) => amountMinor));
  if (owners.size > 1 || amounts.size > 1 || more === 'of-owner') return 'several';
  const [latest] = one.toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1));
  return latest ?? null;
}

function narrowed<Payment extends Returnable>(
  money: ReturnedMoney,
  names: NamedReferences,
  payments: readonly Payment[],
): readonly [readonly Payment[], 'of-one' | 'of-owner'] {
  const given = new Set(money.references.map(compact).filter((each) => each !== ''));
  const isNamed = (reference: string) => names.of(reference)?.how === 'strong';
  const tests: readonly [Test, 'of-one' | 'of-owner'][] = [
    [(each) => each.given.some((reference) => given.has(compact(reference))), 'of-one'],
    [({ mandateId }) => mandateId !== null && mandateId === money.mandateId, 'of-one'],
    [({ items }) => items.some(isNamed), 'of-one'],
    [({ given: own }) => own.some(isNamed), 'of-one'],
    [({ remittance }) => isSameText(money, remittance), 'of-one'],
    [({ accountReference }) => isNamed(accountReference), 'of-owner'],
    [({ customerReference }) => isNamed(customerReference), 'of-owner'],
  ];
  let left: readonly Payment[] = [];
  let kind: 'of-one' | 'of-owner' = 'of-one';
  for (const [test, level] of tests) {
    const found = (left.length > 0 ? left : payments).filter(test);
    if (found.length === 0) continue;
    if (left.length === 0) kind = level;
    left = found;
  }
  return [left, kind];
}

const isBefore =
  ({ bookedOn }: ReturnedMoney): Test =>
  ({ receivedOn }) =>
    receivedOn <= bookedOn;

/** The words of the collection stand in the return again, and hold a number. */
function isSameText({ texts }: ReturnedMoney, remittance: string | null): boolean {
  const own = compact(remittance ?? '');
  return own.length > 5 && /\d{3}/.test(own) && compact(texts.join(' ')).includes(own);
}
