import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { BookRow, Contact } from '#domain/intake/book-row.ts';
import { type CopyIn, copyInto, copyText } from '#storage/copy-rows.ts';
import { isLockTaken } from '#storage/retried.ts';
import type { DB } from '#storage/tables.ts';

/** One contact point as it will be kept: kind of the table, value, zones it points to. */
export type StagedContact = {
  readonly kind: 'mobile' | 'landline' | 'email' | 'mail';
  readonly value: string;
  readonly zones: readonly string[];
  /** Whose it is: the place of a party of the row, from 1; absent: the customer's own. */
  readonly party?: number | undefined;
  readonly employer?: true | undefined;
};

/** A row of a book on its way into the database. */
export type StagedRow = {
  /** Counts the rows on their way, from 1: a record of an ageing report brings several. */
  readonly number: number;
  /** The line of its record in the file. */
  readonly line: number;
  /** The row's own id, of which the ids of everything it makes are siblings. */
  readonly id: string;
  readonly row: BookRow;
  readonly contacts: readonly StagedContact[];
  /** The record as it stood in the file. */
  readonly raw: string;
};

/**
 * Names and types of the staging table, in the order in which `stagedLine` writes. `line` is the number
 * of the staged row, `at_line` where its record stands in the file.
 */
const columns = `line integer, at_line integer, id uuid, cust text, acct text, item text,
  kind text, name text,
  given_name text, family_name text, language text, birth_date date, country text, region text,
  city text, postal_code text, street text, confirmed_zone text, pay_day smallint, product text, debt_type text,
  student_account_group text, limitation_on date, opened_on date,
  originated_minor bigint, renewed_on date,
  first_communication_on date,
  original_creditor text, charged_off_on date, charged_off_minor bigint, last_paid_on date,
  placed_on date, interest_minor bigint, fees_minor bigint, file_note text, item_kind text,
  issued_on date, due_on date, amount bigint, balance bigint, currency text, settled_on date,
  delivered_on date, delivered_how text, delivered_to text, delivery_failed_on date,
  disputed boolean, ended text, ledger_minor bigint, kinds text, vals text, zones text,
  owners text, employers text, party_roles text, party_names text,
  method_kind text, method_state text, method_expires_on date, method_last4 text, method_renews boolean,
  charging_day smallint, has_method boolean,
  silent text, raw text`;

/** Parts the contacts of a row: no text of a book may hold it. */
const unitSeparator = '\x1f';

/** A schema of its own: elsewhere the product's role makes no tables. */
function tableName(runId: string): string {
  return `staging.import_rows_${runId.replaceAll('-', '')}`;
}

/** The staging table of a run of an import, for use in SQL. */
export function stagingTable(runId: string): RawBuilder<unknown> {
  return sql.table(tableName(runId));
}

/**
 * Makes the unlogged table of a run and opens a COPY into it. Each run has its own: one that was taken
 * for dead may still hold the table it fills.
 */
export async function openStaging(db: Kysely<DB>, runId: string): Promise<CopyIn> {
  await sql`create unlogged table ${stagingTable(runId)} (${sql.raw(columns)})`.execute(db);
  return copyInto(db, `copy ${tableName(runId)} from stdin`);
}

/** Removes the staging table of a run, if there is one. */
export async function dropStaging(db: Kysely<DB>, runId: string): Promise<void> {
  await sql`drop table if exists ${stagingTable(runId)}`.execute(db);
}

/** A table that somebody still fills is left for the next time. */
const waitMs = 200;

/** Removes the staging tables of runs that are over, were killed, or were taken up by another. */
export async function sweepStaging(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select t.tablename as name from pg_tables t
    where t.schemaname = 'staging' and not exists (select from imports i
      where i.state = 'running' and t.tablename = 'import_rows_' || replace(i.run_id::text, '-', ''))
  `.execute(db);
  for (const { name } of rows) {
    await db
      .transaction()
      .execute(async (tx) => {
        await sql`set local lock_timeout = ${sql.lit(waitMs)}`.execute(tx);
        await sql`drop table if exists ${sql.table(`staging.${name}`)}`.execute(tx);
      })
      .catch((error: unknown) => {
        if (!isLockTaken(error)) throw error;
      });
  }
}

/** A staged row as a line of COPY's text format. */
export function stagedLine({ number, line, id, row, contacts, raw }: StagedRow): string {
  const { account, item, method } = row;
  const joined = (texts: readonly string[]) =>
    texts.length === 0 ? null : texts.join(unitSeparator);
  return `${[
    number,
    line,
    id,
    row.customer.reference,
    account.reference,
    item.reference,
    ...customerCells(row.customer),
    ...accountCells(account),
    item.kind,
    item.issuedOn,
    item.dueOn,
    item.amountMinor,
    item.balanceMinor,
    item.currency,
    item.settledOn,
    ...[item.deliveredOn, item.deliveredBy, item.deliveredTo, item.deliveryFailedOn],
    item.disputed,
    item.ended,
    item.ledgerMinor,
    joined(contacts.map(({ kind }) => kind)),
    joined(contacts.map(({ value }) => value)),
    joined(contacts.map(({ zones }) => zones.join(' '))),
    joined(contacts.map(({ party }) => String(party ?? 0))),
    joined(contacts.map(({ employer }) => (employer ? '1' : '0'))),
    joined(row.parties.map(({ role }) => role)),
    joined(row.parties.map(({ name }) => name)),
    method?.kind,
    stateOfMethod(method?.state ?? null),
    method?.expiresOn,
    ...[method?.last4, method?.renews, method?.chargingDay],
    method !== null,
    ` ${row.silent.join(' ')} `,
    raw,
  ]
    .map(copyText)
    .join('\t')}\n`;
}

const customerCells = (customer: BookRow['customer']) => [
  customer.kind,
  customer.name,
  customer.givenName,
  customer.familyName,
  customer.language,
  customer.birthDate,
  customer.country,
  customer.region,
  customer.city,
  customer.postalCode,
  customer.street,
  customer.confirmedZone,
  customer.payDay,
];

const accountCells = (account: BookRow['account']) => [
  account.product,
  account.debtType,
  account.studentAccountGroup,
  account.limitationOn,
  account.openedOn,
  account.originatedMinor,
  account.renewedOn,
  account.firstCommunicationOn,
  account.originalCreditor,
  account.chargedOffOn,
  account.chargedOffMinor,
  account.lastPaidOn,
  account.placedOn,
  account.interestMinor,
  account.feesMinor,
  account.note,
];

/** The table's word for the state a file gives a payment method; null where it gives none. */
function stateOfMethod(state: NonNullable<BookRow['method']>['state']): string | null {
  if (state === 'active') return 'valid';
  return state === 'refused' ? 'failed' : state;
}

/** SQL: whether the staged row `s` leaves the field empty, and what stands there is for new things alone. */
export const isSilent = (field: string): string => `position(' ${field} ' in s.silent) > 0`;

/**
 * What a phone is kept as. Where the plan cannot tell, it is treated as a mobile, because the rules
 * for mobiles are the stricter ones (47 CFR 64.1200(a)(1)(iii)).
 */
export function kindOfContact(contact: Contact): StagedContact['kind'] {
  if (contact.kind === 'email') return 'email';
  return contact.type === 'landline' ? 'landline' : 'mobile';
}

/** SQL: the id of what a staged row makes, numbered 1 to 255: the row's id with one byte set. */
export function siblingId(id: string, number: number | RawBuilder<unknown>): RawBuilder<string> {
  const byte =
    typeof number === 'number'
      ? sql.lit(number.toString(16).padStart(2, '0'))
      : sql`lpad(to_hex(${number}), 2, '0')`;
  return sql`overlay(${sql.raw(id)}::text placing ${byte} from 25 for 2)::uuid`;
}

/** Places of the things a row makes among its siblings. Contacts and changes count up from theirs. */
export const sibling = {
  account: 1,
  item: 2,
  bill: 3,
  billEvent: 4,
  payment: 5,
  paymentPosting: 6,
  paymentEvent: 7,
  method: 8,
  correction: 9,
  correctionEvent: 10,
  parties: 16,
  contacts: 32,
  changes: 64,
} as const;
