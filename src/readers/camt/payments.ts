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
    const payments = transactions.map((transaction, i) =>
      paymentOf(entry, [transaction], parts[i] ?? 0n, i + 1),
    );
    return { payments, split: true };
  }
  const payment = paymentOf(entry, transactions, entry.amountMinor, 1);
  return { payments: [{ ...payment, parts: 1 }], split: transactions.length <= 1 };
}

/** What was booked of each transaction, with its charges where only so they sum; null when they do not. */
function partsOf(entry: StatementEntry): readonly bigint[] | null {
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
  const sums = (parts: readonly bigint[]) =>
    parts.reduce((sum, part) => sum + part, 0n) === entry.amountMinor;
  return [known, charged].find(sums) ?? null;
}

function paymentOf(
  entry: StatementEntry,
  transactions: readonly StatementTransaction[],
  amountMinor: bigint,
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
      ? chargedPart({ amountMinor, currency, direction }, alone)
      : { chargesMinor: 0n, isSure: true },
    part,
    parts: entry.transactions.length || 1,
  };
}
