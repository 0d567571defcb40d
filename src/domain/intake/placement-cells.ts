import type { LocalDate } from '#kernel/time.ts';
import type { CellReader, IntakeDefaults } from './cells.ts';
import type { BookField } from './fields.ts';

/** What a creditor's file tells of a debt before it came here. Amounts in minor units. */
export type Placement = {
  readonly originalCreditor: string | null;
  readonly chargedOffOn: LocalDate | null;
  readonly chargedOffMinor: bigint | null;
  /** The last payment that the creditor took: limitation may run from it. */
  readonly lastPaidOn: LocalDate | null;
  readonly placedOn: LocalDate | null;
  /** What of the balance are interest and fees. */
  readonly interestMinor: bigint | null;
  readonly feesMinor: bigint | null;
  /** What its collectors noted, in free words. */
  readonly note: string | null;
};

/** Reads what a file tells of the debt before it came here; what has been cannot lie ahead. */
export function readPlacement(
  reader: CellReader,
  currency: string | null,
  defaults: IntakeDefaults,
): Placement {
  const past = (field: BookField) => {
    const date = reader.date(field);
    if (date === null || date <= defaults.today) return date;
    return reader.refuse(field, 'date-in-future', { value: date });
  };
  const chargedOffMinor = reader.amount('chargedOffAmount', currency);
  if (chargedOffMinor !== null && chargedOffMinor <= 0n) refuseAmount(reader, 'chargedOffAmount');
  return {
    originalCreditor: reader.text('originalCreditor'),
    chargedOffOn: past('chargedOffOn'),
    chargedOffMinor,
    lastPaidOn: past('lastPaidOn'),
    placedOn: past('placedOn'),
    interestMinor: reader.amount('interestAmount', currency),
    feesMinor: reader.amount('feesAmount', currency),
    note: reader.text('note'),
  };
}

/** The parts of what is open: principal, interest and fees, and their sum; null where none is told. */
export function readParts(reader: CellReader, currency: string | null): bigint | null {
  const fields = ['principalAmount', 'interestAmount', 'feesAmount'] as const;
  const parts = fields.map((field) => {
    const minor = reader.amount(field, currency);
    return minor !== null && minor < 0n ? refuseAmount(reader, field) : minor;
  });
  // Interest and fees alone do not tell what is open.
  if (parts[0] === null) return null;
  return parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
}

function refuseAmount(reader: CellReader, field: BookField): null {
  return reader.refuse(field, 'amount-not-positive', { value: reader.raw(field)?.text ?? '' });
}
