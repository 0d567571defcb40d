import { type Payer, payers } from '#domain/parties/payers.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { RowOutcome } from './book-row.ts';
import { CellReader, type IntakeDefaults } from './cells.ts';
import type { ImportMap } from './import-map.ts';

/** One payment of a file of payments, before anyone knows whose it is. */
export type PaymentRow = {
  readonly reference: string | null;
  readonly paidOn: LocalDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payerName: string | null;
  /** Whose money it was; null where the file is silent. */
  readonly payerRole: Payer | null;
  readonly customerReference: string | null;
  readonly accountReference: string | null;
  readonly itemReference: string | null;
  readonly text: string | null;
};

/** One credit note: what is no longer owed of an item or an account. */
export type CreditNoteRow = {
  readonly reference: string;
  readonly itemReference: string | null;
  readonly accountReference: string | null;
  readonly creditedOn: LocalDate;
  /** Above zero: files that write credit as a negative amount mean the same. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string | null;
};

/** Makes a reader of rows of payments. A reversal is no payment: amounts are above zero. */
export function paymentReader(
  map: ImportMap,
  header: readonly string[],
  defaults: IntakeDefaults,
): (cells: readonly string[], line?: number) => RowOutcome<PaymentRow> {
  const reader = new CellReader(map, header, defaults.today);
  return (cells, line) => {
    reader.start(cells, line);
    const currency = reader.currency('currency', defaults.currency);
    const paidOn = requiredDate(reader, 'paidOn', defaults);
    const amountMinor = requiredAmount(reader, currency);
    if (amountMinor !== null && amountMinor <= 0n) refuseAmount(reader);
    const texts = {
      reference: reader.text('reference'),
      payerName: reader.text('payerName'),
      payerRole: reader.choice('payerRole', payers),
      customerReference: reader.text('customerReference'),
      accountReference: reader.text('accountReference'),
      itemReference: reader.text('itemReference'),
      text: reader.text('text'),
    };
    const bad = reader.problems.length > 0;
    if (bad || currency === null || paidOn === null || amountMinor === null) {
      return { kind: 'refused', problems: reader.problems };
    }
    return { kind: 'row', row: { ...texts, paidOn, amountMinor, currency } };
  };
}

/** Makes a reader of rows of credit notes; each names the item or the account it is for. */
export function creditNoteReader(
  map: ImportMap,
  header: readonly string[],
  defaults: IntakeDefaults,
): (cells: readonly string[], line?: number) => RowOutcome<CreditNoteRow> {
  const reader = new CellReader(map, header, defaults.today);
  return (cells, line) => {
    reader.start(cells, line);
    const currency = reader.currency('currency', defaults.currency);
    const creditedOn = requiredDate(reader, 'creditedOn', defaults);
    const amount = requiredAmount(reader, currency);
    if (amount === 0n) refuseAmount(reader);
    const reference = reader.text('reference');
    const itemReference = reader.text('itemReference');
    const accountReference = reader.text('accountReference');
    const reason = reader.text('reason');
    if (reader.raw('reference') === null) reader.refuse('reference', 'missing-required');
    if (reader.raw('itemReference') === null && reader.raw('accountReference') === null) {
      reader.refuse('itemReference', 'missing-required');
    }
    const bad = reader.problems.length > 0 || reference === null;
    if (bad || currency === null || creditedOn === null || amount === null) {
      return { kind: 'refused', problems: reader.problems };
    }
    const amountMinor = amount < 0n ? -amount : amount;
    const row = { reference, itemReference, accountReference, creditedOn, currency, reason };
    return { kind: 'row', row: { ...row, amountMinor } };
  };
}

function requiredDate(
  reader: CellReader,
  field: 'paidOn' | 'creditedOn',
  defaults: IntakeDefaults,
): LocalDate | null {
  if (reader.raw(field) === null) return reader.refuse(field, 'missing-required');
  const date = reader.date(field);
  if (date === null || date <= defaults.today) return date;
  return reader.refuse(field, 'date-in-future', { value: date });
}

function requiredAmount(reader: CellReader, currency: string | null): bigint | null {
  if (reader.raw('amount') === null) return reader.refuse('amount', 'missing-required');
  return reader.amount('amount', currency);
}

function refuseAmount(reader: CellReader): void {
  reader.refuse('amount', 'amount-not-positive', { value: reader.raw('amount')?.text ?? '' });
}
