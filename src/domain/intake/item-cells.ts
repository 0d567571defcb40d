import { plainAmount } from '#kernel/money.ts';
import { addDays, addMonths, type LocalDate } from '#kernel/time.ts';
import type { AgeingReader } from './ageing-row.ts';
import type { BookRow } from './book-row.ts';
import type { CellReader, IntakeDefaults } from './cells.ts';
import { bookFields } from './fields.ts';
import { type ImportMap, isLedger } from './import-map.ts';
import { readParts } from './placement-cells.ts';

/** An item of a row; `mark` tells it from the others of an ageing report's row. */
export type ReadItem = Omit<BookRow['item'], 'reference'> & { readonly mark: string | null };

/** Reads the item of a row, or one for each bucket of a row of an ageing report; null: refused. */
export function readItems(
  reader: CellReader,
  map: ImportMap,
  defaults: IntakeDefaults,
  ageing: AgeingReader | null,
): readonly ReadItem[] | null {
  const currency = reader.currency('currency', defaults.currency);
  const status = reader.choice('status', bookFields.status.choices);
  const details = {
    kind: reader.choice('itemKind', bookFields.itemKind.choices) ?? 'invoice',
    deliveredOn: reader.date('deliveredOn'),
    deliveredBy: reader.choice('deliveredBy', bookFields.deliveredBy.choices),
    deliveredTo: reader.text('deliveredTo'),
    deliveryFailedOn: reader.date('deliveryFailedOn'),
    disputed: reader.yesNo('disputed') === true || status === 'disputed',
    ...{ ended: null, ledgerMinor: null },
  } as const;
  if (ageing !== null) {
    const found = currency === null ? null : ageing.read(reader, currency);
    if (found === null || currency === null) return null;
    const none = { issuedOn: null, settledOn: null };
    return found.map(({ mark, dueOn, minor }) => {
      const money = { amountMinor: minor, balanceMinor: minor, currency };
      return { ...details, ...none, ...money, dueOn, mark };
    });
  }
  const issuedOn = reader.date('issuedOn');
  const settledOn = reader.date('settledOn');
  const ledger = isLedger(map) ? readLedger(reader, currency) : null;
  const isCredit = ledger !== null && ledger <= 0n && reader.raw('dueOn') === null;
  // A credit is never due: it counts from its own day.
  const dueOn = isCredit
    ? (issuedOn ?? defaults.today)
    : readDue(reader, map.asOf ?? defaults.today);
  if (issuedOn !== null && dueOn !== null && dueOn < issuedOn) {
    reader.refuse('dueOn', 'due-before-issued', { due: dueOn, issued: issuedOn });
  }
  if (issuedOn !== null && settledOn !== null && settledOn < issuedOn) {
    reader.refuse('settledOn', 'settled-before-issued', { settled: settledOn, issued: issuedOn });
  }
  const found = { ...details, issuedOn, settledOn, mark: null };
  if (isLedger(map)) {
    if (ledger === null || currency === null || dueOn === null) return null;
    const money = { amountMinor: ledger, balanceMinor: ledger, ledgerMinor: ledger };
    return [{ ...found, ...money, currency, dueOn }];
  }
  const ended = status === 'paid' || status === 'cancelled' ? status : null;
  const money =
    ended === null || settledOn !== null
      ? readMoney(reader, currency, settledOn)
      : readEnded(reader, currency, ended);
  if (money === null || currency === null || dueOn === null) return null;
  return [{ ...found, ...money, currency, dueOn }];
}

/** The debit of a row less its credit. */
function readLedger(reader: CellReader, currency: string | null): bigint | null {
  const before = reader.problems.length;
  const debit = reader.amount('debit', currency) ?? 0n;
  const credit = reader.amount('credit', currency) ?? 0n;
  if (reader.problems.length > before) return null;
  if (debit !== credit) return debit - credit;
  return reader.refuse('debit', 'amount-not-positive', { value: reader.raw('debit')?.text ?? '' });
}

/** Money of an item that its status says is paid or cancelled: nothing of it may be open. */
function readEnded(reader: CellReader, currency: string | null, ended: 'paid' | 'cancelled') {
  const billed = reader.amount('amount', currency);
  const open = reader.amount('balance', currency);
  if (open !== null && open > 0n) {
    const facts = { status: ended, value: reader.raw('balance')?.text ?? '' };
    return reader.refuse('status', 'status-with-balance', facts);
  }
  return { amountMinor: billed ?? 0n, balanceMinor: 0n, ended };
}

function readMoney(reader: CellReader, currency: string | null, settledOn: LocalDate | null) {
  const billed = reader.amount('amount', currency);
  const parts = readParts(reader, currency);
  const told = reader.amount('balance', currency) ?? readUnpaid(reader, currency, billed);
  if (told !== null && parts !== null && told !== parts && currency !== null) {
    const facts = { sum: plainAmount(parts, currency), total: plainAmount(told, currency) };
    reader.refuse('principalAmount', 'parts-not-balance', { ...facts, currency });
  }
  const open = told ?? parts;
  if (reader.raw('amount') === null && reader.raw('balance') === null && parts === null) {
    reader.refuse('balance', 'missing-required');
  }
  if (settledOn === null && (open ?? billed ?? 0n) < 0n) {
    // Money of the customer, of which the row does not tell whose debt it takes off.
    const field = reader.raw('balance') === null && reader.raw('amount') ? 'amount' : 'balance';
    return reader.refuse(field, 'credit-set-aside', { value: reader.raw(field)?.text ?? '' });
  }
  if (billed !== null && billed <= 0n) {
    const reason = reader.raw('balance') ? 'amount-not-positive' : 'balance-not-positive';
    reader.refuse('amount', reason, { value: reader.raw('amount')?.text ?? '' });
  }
  if (settledOn !== null && open !== null && open !== 0n) {
    reader.refuse('settledOn', 'settled-with-balance', { settled: settledOn });
  } else if (settledOn === null && open !== null && open <= 0n) {
    reader.refuse('balance', 'balance-not-positive', { value: reader.raw('balance')?.text ?? '0' });
  }
  const amountMinor = billed ?? open;
  if (amountMinor === null) return null;
  return { amountMinor, balanceMinor: settledOn === null ? (open ?? amountMinor) : 0n };
}

/** What is left of the amount where a row tells what was paid of it, and not what is open. */
function readUnpaid(
  reader: CellReader,
  currency: string | null,
  billed: bigint | null,
): bigint | null {
  const isSaid = reader.raw('balance') !== null || reader.raw('settledOn') !== null;
  if (isSaid || billed === null || reader.raw('paidAmount') === null) return null;
  const paid = reader.amount('paidAmount', currency);
  if (paid === null || paid >= 0n) return paid === null ? null : billed - paid;
  const value = reader.raw('paidAmount')?.text ?? '';
  return reader.refuse('paidAmount', 'amount-not-positive', { value });
}

/** The due date, or the day the file speaks of less the days or months a debt is late. */
function readDue(reader: CellReader, asOf: LocalDate): LocalDate | null {
  const given = reader.raw('dueOn');
  const days = reader.wholeNumber('daysPastDue');
  const months = reader.wholeNumber('monthsPastDue');
  const late = days ?? months;
  // A constant due date is for rows that say nothing of their own.
  if (given !== null && !(given.constant && late !== null)) return reader.date('dueOn');
  if (late !== null) reader.note('dueOn', 'due-counted-back');
  if (days !== null) return addDays(asOf, -Math.max(0, days));
  if (months !== null) return addMonths(asOf, -Math.min(1_200, Math.max(0, months)));
  const told = reader.problems.some(({ field }) => /PastDue$/.test(field));
  return told ? null : reader.refuse('dueOn', 'missing-required');
}
