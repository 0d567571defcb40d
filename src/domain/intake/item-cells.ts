import { addDays, addMonths, type LocalDate } from '#kernel/time.ts';
import type { AgeingReader } from './ageing-row.ts';
import type { BookRow } from './book-row.ts';
import type { CellReader, IntakeDefaults } from './cells.ts';
import { bookFields } from './fields.ts';
import type { ImportMap } from './import-map.ts';

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
  const details = {
    kind: reader.choice('itemKind', bookFields.itemKind.choices) ?? 'invoice',
    deliveredOn: reader.date('deliveredOn'),
    deliveredBy: reader.choice('deliveredBy', bookFields.deliveredBy.choices),
    deliveredTo: reader.text('deliveredTo'),
    deliveryFailedOn: reader.date('deliveryFailedOn'),
    disputed: reader.yesNo('disputed') ?? false,
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
  const dueOn = readDue(reader, map.asOf ?? defaults.today);
  if (issuedOn !== null && dueOn !== null && dueOn < issuedOn) {
    reader.refuse('dueOn', 'due-before-issued', { due: dueOn, issued: issuedOn });
  }
  if (issuedOn !== null && settledOn !== null && settledOn < issuedOn) {
    reader.refuse('settledOn', 'settled-before-issued', { settled: settledOn, issued: issuedOn });
  }
  const money = readMoney(reader, currency, settledOn);
  if (money === null || currency === null || dueOn === null) return null;
  return [{ ...details, ...money, currency, issuedOn, dueOn, settledOn, mark: null }];
}

function readMoney(reader: CellReader, currency: string | null, settledOn: LocalDate | null) {
  const billed = reader.amount('amount', currency);
  const open = reader.amount('balance', currency) ?? readUnpaid(reader, currency, billed);
  if (reader.raw('amount') === null && reader.raw('balance') === null) {
    reader.refuse('balance', 'missing-required');
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
