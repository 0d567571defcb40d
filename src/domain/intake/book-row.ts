import type { DebtType } from '#domain/debts/debt-types.ts';
import type { PhoneType } from '#kernel/phone.ts';
import type { LocalDate } from '#kernel/time.ts';
import { ageingReader } from './ageing-row.ts';
import { readBirthDate } from './birth-date-cell.ts';
import { type RowParty, readParties, withOthersContacts } from './book-people.ts';
import { CellReader, type IntakeDefaults, type RowNote, type RowProblem } from './cells.ts';
import { readDebtType } from './debt-type-cell.ts';
import { type BookField, bookFields } from './fields.ts';
import type { ImportMap } from './import-map.ts';
import { type ReadItem, readItems } from './item-cells.ts';
import { readContacts } from './own-contacts.ts';
import { readDay, readMethod } from './payment-method-cells.ts';
import { type Placement, readPlacement } from './placement-cells.ts';
import { readPostalCode } from './postal-code-cell.ts';
import { readReferences } from './row-references.ts';
import type { RowHome } from './unread-values.ts';

/** One row of a book, read and checked: an item with its account and its customer. */
export type BookRow = {
  readonly customer: {
    readonly reference: string;
    readonly kind: 'person' | 'company';
    /** The whole name; the reference where the file gives none. */
    readonly name: string;
    readonly givenName: string | null;
    readonly familyName: string | null;
    /** ISO 639-1. */
    readonly language: string | null;
    readonly birthDate: LocalDate | null;
    /** ISO 3166-1 alpha-2. */
    readonly country: string | null;
    readonly region: string | null;
    readonly city: string | null;
    readonly postalCode: string | null;
    readonly street: string | null;
    readonly zone: string | null;
    /** The zone of their clock, where they said it themselves. */
    readonly confirmedZone: string | null;
    /** The day of the month on which the customer is paid, 1 to 31. */
    readonly payDay: number | null;
  };
  readonly account: {
    readonly reference: string;
    readonly product: string | null;
    readonly debtType: DebtType | null;
    readonly studentAccountGroup: string | null;
    /** The last day before it is time-barred. */
    readonly limitationOn: LocalDate | null;
    readonly openedOn: LocalDate | null;
    /** What was lent or sold on credit at the start. */
    readonly originatedMinor: bigint | null;
    /** The last day it was entered into, renewed, sold or assigned. */
    readonly renewedOn: LocalDate | null;
    readonly firstCommunicationOn: LocalDate | null;
  } & Placement;
  readonly item: {
    readonly reference: string;
    readonly kind: 'invoice' | 'instalment' | 'fee';
    readonly issuedOn: LocalDate | null;
    readonly dueOn: LocalDate;
    /** What was billed, in minor units. */
    readonly amountMinor: bigint;
    /**
     * What is open. 0 with `settledOn` means that the whole amount was paid that day; without it, that
     * a bucket of an ageing report is empty, which may not have been so before.
     */
    readonly balanceMinor: bigint;
    readonly currency: string;
    readonly settledOn: LocalDate | null;
    readonly deliveredOn: LocalDate | null;
    readonly deliveredBy: 'post' | 'email' | 'portal' | 'hand' | null;
    /** To whom it was sent: a name, an address. */
    readonly deliveredTo: string | null;
    /** When it came back, or was known not to have arrived. */
    readonly deliveryFailedOn: LocalDate | null;
    readonly disputed: boolean;
    /** Why nothing is open although nobody told a day of payment; else null. */
    readonly ended: 'paid' | 'cancelled' | null;
    /** Of a row of a ledger: its debit less its credit, to be netted with others of its reference. */
    readonly ledgerMinor: bigint | null;
  };
  readonly contacts: readonly Contact[];
  /** Who else is tied to the account; contacts name them by their place here, from 1. */
  readonly parties: readonly RowParty[];
  readonly method: {
    /** Null where the row does not tell which. */
    readonly kind: 'card' | 'mandate' | 'none' | null;
    readonly state: 'active' | 'cancelled' | 'expired' | 'refused' | null;
    readonly expiresOn: LocalDate | null;
    readonly last4: string | null;
    /** Whether the card is renewed by its bank when it expires; null: nobody said. */
    readonly renews: boolean | null;
    /** The day of the month on which it is charged, 1 to 31. */
    readonly chargingDay: number | null;
  } | null;
  /**
   * Fields that the row leaves empty: what stands for them here is for what is new, and changes nothing
   * that the book has.
   */
  readonly silent: readonly BookField[];
};

/** A way to reach the customer, in the file's order. Phones in E.164. */
export type Contact = (
  | { readonly kind: 'phone'; readonly type: PhoneType; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
) & {
  /** Whose it is: the place of a party of the row, from 1; absent: the customer's own. */
  readonly party?: number;
  /** Known to be provided by the employer. */
  readonly employer?: true;
};

/** What became of a row. `left-out`: a settled item that the map leaves out; no mistake. */
export type RowOutcome<Row> =
  | {
      readonly kind: 'row';
      readonly row: Row;
      readonly notes?: readonly RowNote[];
      /** What of it is left out. */
      readonly details?: readonly RowProblem[];
    }
  | { readonly kind: 'left-out'; readonly why: 'settled' }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem[] };

/**
 * What became of a row of a book: `further` are the other items of a row of an ageing report. No home
 * where its country cannot be read.
 */
export type BookOutcome =
  | { readonly kind: 'left-out'; readonly why: 'settled' | 'status' }
  | {
      readonly kind: 'row';
      readonly row: BookRow;
      readonly further: readonly BookRow[];
      readonly notes: readonly RowNote[];
      readonly details: readonly RowProblem[];
    }
  | {
      readonly kind: 'refused';
      readonly problems: readonly RowProblem[];
      readonly home: RowHome | null;
    };

/**
 * Makes a reader of rows for a map and the header of a file. It refuses with every problem of a
 * row, not the first alone; a bad detail alone refuses nothing. References that are used twice, in the file or in the book, are found
 * where all rows are at hand.
 */
export function bookReader(
  map: ImportMap,
  header: readonly string[],
  defaults: IntakeDefaults,
): (cells: readonly string[], line?: number) => BookOutcome {
  const reader = new CellReader(map, header, defaults.today);
  const ageing = ageingReader(map, header, defaults.today);
  return (cells, line) => {
    reader.start(cells, line);
    ageing?.start(cells, line);
    const customer = readCustomer(reader, defaults);
    const references = readReferences(reader, map, customer);
    const items = readItems(reader, map, defaults, ageing);
    const [item] = items ?? [];
    const country = customer.country ?? defaults.country;
    const parties = readParties(reader);
    const own = readContacts(reader, country);
    const contacts = withOthersContacts(reader, country, parties, own);
    const method = readMethod(reader, map);
    const account = {
      product: reader.text('product'),
      debtType: readDebtType(reader, map, defaults),
      studentAccountGroup: reader.text('studentAccountGroup'),
      limitationOn: reader.date('limitationOn'),
      openedOn: reader.date('openedOn'),
      originatedMinor: readOriginal(reader, item?.currency ?? defaults.currency),
      renewedOn: reader.date('renewedOn'),
      firstCommunicationOn: reader.date('firstCommunicationOn'),
      ...readPlacement(reader, item?.currency ?? defaults.currency, defaults),
    };
    if (reader.problems.length > 0 || references === null || !items || !item) {
      const problems = [...reader.problems, ...reader.details];
      return { kind: 'refused', problems, home: homeOf(reader, customer) };
    }
    if (item.settledOn !== null && map.settled === 'leave-out') {
      return { kind: 'left-out', why: 'settled' };
    }
    if (reader.choice('status', bookFields.status.choices) === 'left_out') {
      return { kind: 'left-out', why: 'status' };
    }
    const row: BookRow = {
      customer: { ...customer, ...nameOf(customer.name, references.customer) },
      account: { reference: references.account, ...account },
      item: itemOf(item, references.item),
      contacts,
      parties,
      method,
      silent: silentFields.filter((field) => isSilent(reader, map, field)),
    };
    // Who it is and how to reach them came with the first item of the row.
    const further = items.slice(1).map((each): BookRow => {
      return { ...row, item: itemOf(each, references.item), contacts: [], parties: [] };
    });
    return { kind: 'row', row, further, notes: reader.notes, details: reader.details };
  };
}

/** Fields that have a value also where a row says nothing of them. */
const silentFields = ['name', 'customerKind', 'itemKind', 'amount', 'balance'] as const;

function isSilent(reader: CellReader, map: ImportMap, field: BookField): boolean {
  if (field !== 'balance') return reader.raw(field) === null;
  const isTold = (['balance', 'paidAmount', 'settledOn'] as const).some(
    (each) => reader.raw(each) !== null,
  );
  // Where no column tells what is open, the amount does.
  const isAsked = map.columns.balance !== undefined && Object.keys(map.buckets).length === 0;
  return isAsked && !isTold;
}

/** A bucket of an ageing report is an item of its own from report to report. */
function itemOf({ mark, ...item }: ReadItem, reference: string): BookRow['item'] {
  return { reference: mark === null ? reference : `${reference} ${mark}`, ...item };
}

const homeOf = ({ problems }: CellReader, home: RowHome) =>
  problems.some(({ field }) => field === 'country') ? null : home;

const nameOf = (name: string | null, reference: string) => ({ reference, name: name ?? reference });

function readCustomer(reader: CellReader, defaults: IntakeDefaults) {
  const givenName = reader.text('givenName');
  const familyName = reader.text('familyName');
  const joined = [givenName, familyName].filter((part) => part !== null).join(' ');
  const country = readPlace(reader, 'country');
  const postalCode = readPostalCode(reader, country ?? defaults.country);
  const kind = reader.choice('customerKind', bookFields.customerKind.choices);
  return {
    reference: reader.text('customerReference'),
    kind: kind ?? 'person',
    name: reader.text('name') ?? (joined === '' ? null : joined),
    givenName,
    familyName,
    language: readPlace(reader, 'language'),
    birthDate: readBirthDate(reader, defaults.today),
    country,
    region: reader.text('region'),
    city: reader.text('city'),
    postalCode,
    street: reader.text('street'),
    zone: readPlace(reader, 'zone'),
    confirmedZone: readPlace(reader, 'confirmedZone'),
    payDay: readDay(reader, 'payDay'),
  } as const;
}

function readPlace(
  reader: CellReader,
  field: 'country' | 'language' | 'zone' | 'confirmedZone',
): string | null {
  const text = reader.text(field);
  if (text === null) return null;
  const { places } = reader;
  if (field === 'zone' || field === 'confirmedZone') {
    return places.zone(text) ? text : reader.refuse(field, 'unknown-zone', { value: text });
  }
  return places[field](text) ?? reader.refuse(field, `unknown-${field}`, { value: text });
}

/** What was lent or sold on credit at the start: more than nothing, where the file tells it. */
function readOriginal(reader: CellReader, currency: string | null): bigint | null {
  const amount = reader.amount('originalAmount', currency);
  if (amount === null || amount > 0n) return amount;
  const value = reader.raw('originalAmount')?.text ?? '';
  return reader.refuse('originalAmount', 'amount-not-positive', { value });
}
