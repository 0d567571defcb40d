import type { Element } from './elements.ts';
import { find, findAll, textAt } from './elements.ts';
import type { StatementTransaction, Sum } from './records.ts';

/** Reads one amount; null when it is none, with a problem reported. */
type ReadSum = (amount: Element | null) => Sum | null;

/**
 * What banks charged for a transaction: the records of `Chrgs`, of the first years `Chrgs` itself, else
 * their total. A charge that was credited is none.
 */
export function chargesOf(element: Element, read: ReadSum): StatementTransaction['charges'] {
  const outer = findAll(element, 'Chrgs');
  const records = [
    ...findAll(element, 'Chrgs', 'Rcrd'),
    ...outer.filter((each) => find(each, 'Amt')),
  ];
  const debited = records.filter((each) => textAt(each, 'CdtDbtInd') !== 'CRDT');
  const sums = debited.flatMap((each) => read(find(each, 'Amt')) ?? []);
  const [first] = sums;
  const included = debited.some((each) => textAt(each, 'ChrgInclInd') === 'true');
  if (first === undefined) {
    const total = find(element, 'Chrgs', 'TtlChrgsAndTaxAmt');
    const sum = records.length === 0 && total !== null ? read(total) : null;
    return sum && { ...sum, included };
  }
  if (sums.some(({ currency }) => currency !== first.currency)) return null;
  const amountMinor = sums.reduce((all, each) => all + each.amountMinor, 0n);
  return { amountMinor, currency: first.currency, included };
}

/** What of an amount that was booked are charges, and whether the file leaves no doubt of it. */
export type ChargedPart = { readonly chargesMinor: bigint; readonly isSure: boolean };

const none: ChargedPart = { chargesMinor: 0n, isSure: true };

/**
 * The charges within an amount that was booked. A return holds them on top of what was collected:
 * for sure when the file tells the collection's own amount. Money that came in is short of them: only
 * when what was instructed and the charges explain each other, or the file says it holds them.
 */
export function chargedPart(
  booked: Sum & { readonly direction: 'credit' | 'debit' },
  { instructed, charges, amountMinor, currency }: StatementTransaction,
): ChargedPart {
  const isOurs = (sum: Sum | null) => sum !== null && sum.currency === booked.currency;
  const told = charges && isOurs(charges) ? charges : null;
  const own = amountMinor !== null && currency !== null ? { amountMinor, currency } : null;
  const original = [instructed, own].find(
    (sum) => isOurs(sum) && sum?.amountMinor !== booked.amountMinor,
  );
  if (booked.direction === 'debit') {
    const over = original ? booked.amountMinor - original.amountMinor : 0n;
    if (over > 0n && over < booked.amountMinor) return { chargesMinor: over, isSure: true };
    if (told && told.amountMinor > 0n && told.amountMinor < booked.amountMinor) {
      return { chargesMinor: told.amountMinor, isSure: told.included };
    }
    return none;
  }
  if (told === null) return none;
  const short = original ? original.amountMinor - booked.amountMinor : 0n;
  const isExplained = short === told.amountMinor || (original === undefined && told.included);
  return isExplained ? { chargesMinor: told.amountMinor, isSure: true } : none;
}
