import type { BankPayment } from '#domain/intake/named-references.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type ChargedPart, chargedPart } from './charges.ts';
import type { Party, StatementEntry, StatementTransaction } from './records.ts';

/** Money that came in or went out, one line of a bank's file made comparable to all others. */
export type StatementPayment = BankPayment & {
  readonly line: number;
  readonly direction: 'credit' | 'debit';
  readonly reversal: boolean;
  readonly status: string | null;
  readonly booked: LocalDate | null;
  readonly valued: LocalDate | null;
  readonly account: string | null;
  readonly debtor: Party;
  readonly creditor: Party;
  readonly bankReference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly bankCode: string | null;
  readonly returnReason: string | null;
  /** What of the amount are charges of banks: on top of a return, held back from what came in. */
  readonly charged: ChargedPart;
  /** Place in a batch, from 1, and how many it has: 1 of 1 for an entry that stands alone. */
  readonly part: number;
  readonly parts: number;
  /** The batch that it was booked in; null for an entry that stands alone. */
  readonly ofBatch: { readonly totalMinor: bigint; readonly count: number } | null;
  /** Of how many payments it is the sum, where the file says so and does not tell them. */
  readonly holdsSeveral: number | null;
  /** The bank's reference of the whole entry, or of its batch. */
  readonly entryReference: string | null;
};

const nobody: Party = { name: null, account: null };

/**
 * The payments of an entry: one for each transaction when their amounts sum to what was booked,
 * else one of the whole amount that keeps every reference, since what was booked is the money.
 * `split` false says that an entry of several transactions could not be divided.
 */
export function paymentsOf(entry: StatementEntry): {
  readonly payments: readonly StatementPayment[];
  readonly split: boolean;
} {
  const { transactions } = entry;
  const parts = transactions.length > 1 ? partsOf(entry) : null;
  if (parts !== null) {
    const ofBatch = { totalMinor: entry.amountMinor, count: transactions.length };
    const payments = transactions.map((transaction, i) => ({
      ...paymentOf(entry, [transaction], parts[i] ?? { amountMinor: 0n, charges: null }, i + 1),
      ofBatch,
    }));
    return { payments, split: true };
  }
  const whole = { amountMinor: entry.amountMinor, charges: entry.charges };
  const payment = paymentOf(entry, transactions, whole, 1);
  const told = entry.batch?.count ?? 1;
  const holdsSeveral = told > 1 && transactions.length <= 1 ? told : null;
  return { payments: [{ ...payment, parts: 1, holdsSeveral }], split: transactions.length <= 1 };
}

/** What was booked of one transaction, and charges that the entry names for all of them. */
type Part = { readonly amountMinor: bigint; readonly charges: StatementEntry['charges'] };

/**
 * What was booked of each transaction, with its charges where only so they sum, or with those of the
 * whole entry on one of them; null when they do not sum.
 */
function partsOf(entry: StatementEntry): readonly Part[] | null {
  const own = entry.transactions.map(({ amountMinor, currency, direction }) =>
    currency === entry.currency && (direction ?? entry.direction) === entry.direction
      ? amountMinor
      : null,
  );
  const known = own.filter((part) => part !== null);
  if (known.length < own.length) return null;
  const sign = entry.direction === 'debit' ? 1n : -1n;
  const charged = known.map((part, i) => {
    const charges = entry.transactions[i]?.charges;
    return charges?.currency === entry.currency ? part + sign * charges.amountMinor : part;
  });
  const plain = (parts: readonly bigint[]) =>
    parts.map((amountMinor): Part => ({ amountMinor, charges: null }));
  const sums = (parts: readonly Part[]) =>
    parts.reduce((sum, part) => sum + part.amountMinor, 0n) === entry.amountMinor;
  const tries = [plain(known), plain(charged), onOne(known, entry, sign)];
  return tries.find((parts) => parts !== null && sums(parts)) ?? null;
}

/** The charges of the entry on the first transaction that bears them. */
function onOne(
  known: readonly bigint[],
  { charges, currency }: StatementEntry,
  sign: bigint,
): readonly Part[] | null {
  if (charges === null || charges.currency !== currency) return null;
  const at = known.findIndex((part) => part > charges.amountMinor);
  if (at < 0) return null;
  return known.map((part, i) =>
    i === at
      ? { amountMinor: part + sign * charges.amountMinor, charges: { ...charges, included: true } }
      : { amountMinor: part, charges: null },
  );
}

function paymentOf(
  entry: StatementEntry,
  transactions: readonly StatementTransaction[],
  { amountMinor, charges }: Part,
  part: number,
): StatementPayment {
  const [first] = transactions;
  const alone = transactions.length === 1 ? first : undefined;
  const { currency, direction, reversal, status, booked, valued, account, bankCode } = entry;
  // A reversal keeps the roles of what it withdraws, so its payer stands on the other side.
  const incoming = (direction === 'credit') !== reversal;
  const payer = incoming ? alone?.debtor : alone?.creditor;
  return {
    ...{ amountMinor, currency, direction, reversal, status, booked, valued, account, bankCode },
    line: alone?.line ?? entry.line,
    references: transactions.flatMap((each) => [
      ...each.creditorReferences,
      ...each.documentReferences,
      ...(each.endToEndId === null ? [] : [each.endToEndId]),
    ]),
    texts: [...transactions.flatMap(({ texts }) => texts), ...(entry.text ? [entry.text] : [])],
    payerName: payer?.name ?? null,
    debtor: alone?.debtor ?? nobody,
    creditor: alone?.creditor ?? nobody,
    bankReference: alone?.bankReference ?? entry.bankReference,
    endToEndId: alone?.endToEndId ?? null,
    mandateId: alone?.mandateId ?? null,
    returnReason: first?.returnReason ?? null,
    charged: alone
      ? chargedPart(
          { amountMinor, currency, direction },
          { ...alone, charges: alone.charges ?? charges },
        )
      : { chargesMinor: 0n, isSure: true },
    part,
    parts: entry.transactions.length || 1,
    ...{ ofBatch: null, holdsSeveral: null },
    entryReference: entry.bankReference ?? entry.batch?.reference ?? null,
  };
}
