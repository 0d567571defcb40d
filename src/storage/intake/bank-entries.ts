import { type Kysely, sql } from 'kysely';
import type { Payer } from '#domain/parties/payers.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** One movement a bank or a file told of, before or after somebody knows whose it is. */
export type EntryRow = {
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly importId: string;
  readonly statementId: string | null;
  /** Place among the movements of its file, from 1. */
  readonly position: number;
  /** Of all that is told of the movement; two movements of a day may have the same. */
  readonly fingerprint: string;
  /** Minor units; negative when money went back. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly bookedOn: LocalDate;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  /** Whose money it is as the file says; none where it is silent. */
  readonly payerRole?: Payer | null;
  /** The reference that is shown; all that were given stand in `givenReferences`. */
  readonly reference: string | null;
  readonly remittance: string | null;
  readonly givenReferences: readonly string[] | null;
  readonly bankReference: string | null;
  readonly mandateId: string | null;
  readonly returnReason: string | null;
  /** Charges of banks within the amount: on top of a return, held back from what came in. */
  readonly chargesMinor: bigint;
  /** The batch that it was booked in: minor units and number of its payments; null when it stands alone. */
  readonly batchId: string | null;
  readonly batchMinor: bigint | null;
  /** Of a batch its payments; of an entry that stands alone of how many it says that it is the sum. */
  readonly batchCount: number | null;
  readonly batchReference: string | null;
  /** `known`: an earlier entry told of it; `left_out`: no payment of a debt. */
  readonly state: EntryState;
  readonly how: string | null;
  /** The earlier entry that it is, or may be, once more. */
  readonly sameAs: string | null;
  /** Whose it is, once that is known. */
  readonly customerId: string | null;
};

/** What the payer paid: charges that banks held back are a cost of the creditor. */
export const paidMinor = (entry: Pick<EntryRow, 'amountMinor' | 'chargesMinor'>): bigint =>
  entry.amountMinor + entry.chargesMinor;

/** What became of an entry. */
export type EntryState = 'matched' | 'unmatched' | 'set_aside' | 'known' | 'left_out';

/** Makes entries of one portfolio wait for each other, so that none is taken by two imports. */
export async function lockEntriesOf(tx: Kysely<DB>, portfolioId: string): Promise<void> {
  const lock = `dunlin entries ${portfolioId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
}

/** The places of a file whose entries an earlier run of the same import kept. */
export async function keptPositions(
  tx: Kysely<DB>,
  importId: string,
  positions: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ position: number }>`select position from bank_entries
    where import_id = ${importId}::uuid and position = any(${[...positions]}::int[])`.execute(tx);
  return new Set(rows.map(({ position }) => position));
}

/** Keeps entries that were read. */
export async function keepEntries(tx: Kysely<DB>, entries: readonly EntryRow[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into bank_entries (id, tenant_id, portfolio_id, import_id, statement_id, position,
      fingerprint, amount_minor, currency, booked_on, payer_name, payer_account, payer_role,
      reference, remittance, given_references, bank_reference, mandate_id, return_reason, charges_minor, batch_id,
      batch_minor, batch_count, batch_reference, state, how, same_as, customer_id)
    select x.id, x."tenantId", x."portfolioId", x."importId", x."statementId", x.position,
      x.fingerprint, x."amountMinor", x.currency, x."bookedOn", x."payerName", x."payerAccount",
      x."payerRole", x.reference, x.remittance, x."givenReferences", x."bankReference", x."mandateId",
      x."returnReason", x."chargesMinor", x."batchId", x."batchMinor",
      x."batchCount", x."batchReference", x.state, x.how, x."sameAs", x."customerId"
    from jsonb_to_recordset(${jsonOf(entries)}::jsonb) as x(id uuid, "tenantId" uuid,
      "portfolioId" uuid, "importId" uuid, "statementId" uuid, position int, fingerprint text,
      "amountMinor" bigint, currency text, "bookedOn" date, "payerName" text, "payerAccount" text,
      "payerRole" text, reference text, remittance text, "givenReferences" text[], "bankReference" text,
      "mandateId" text, "returnReason" text, "chargesMinor" bigint, "batchId" uuid, "batchMinor" bigint, "batchCount" int,
      "batchReference" text, state text, how text, "sameAs" uuid,
      "customerId" uuid)`.execute(tx);
}

/** How an entry was settled: with what payment, or why a person must look. */
export type EntryVerdict = {
  readonly id: string;
  readonly state: 'matched' | 'unmatched' | 'set_aside' | 'left_out';
  readonly how: string | null;
  readonly customerId: string | null;
  readonly paymentId: string | null;
  /** Whose it probably is, while it waits for a person. */
  readonly likelyCustomerId: string | null;
  /** What it could be, and what spoke for and against. */
  readonly candidates: unknown;
};

/** Writes how entries were settled, all in one statement. */
export async function settleEntries(
  tx: Kysely<DB>,
  verdicts: readonly EntryVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await sql`
    update bank_entries b set state = x.state, how = x.how, customer_id = x."customerId",
      payment_id = x."paymentId", candidates = x.candidates,
      likely_customer_id = x."likelyCustomerId"
    from jsonb_to_recordset(${jsonOf(verdicts)}::jsonb) as x(id uuid, state text, how text,
      "customerId" uuid, "paymentId" uuid, candidates jsonb, "likelyCustomerId" uuid)
    where b.id = x.id`.execute(tx);
  await nameOwners(
    tx,
    verdicts.map(({ id }) => id),
  );
}

/** Says of entries that are known again whose they are, so that they are erased with the others. */
async function nameOwners(tx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await sql`update bank_entries k set customer_id = b.customer_id from bank_entries b
    where b.id = any(${[...ids]}::uuid[]) and k.same_as = b.id and k.state = 'known'
      and k.customer_id is distinct from b.customer_id`.execute(tx);
}

/** An entry as the office sees it. */
export type OpenEntry = Omit<EntryRow, 'tenantId' | 'fingerprint'> & {
  readonly portfolioName: string;
  readonly candidates: unknown;
  readonly likelyCustomerId: string | null;
  readonly paymentId: string | null;
  readonly note: string | null;
  readonly resolvedAt: Instant | null;
};

/** The columns of `OpenEntry`, of `bank_entries b` and its portfolio `p`. */
export const shownEntry = sql`b.id, b.portfolio_id, p.name as portfolio_name, b.import_id, b.statement_id,
  b.position, b.amount_minor, b.currency, b.booked_on, b.payer_name, b.payer_account, b.payer_role,
  b.reference, b.remittance, b.given_references, b.bank_reference, b.mandate_id, b.return_reason,
  b.charges_minor, b.batch_id, b.batch_minor, b.batch_count, b.batch_reference, b.state, b.how, b.same_as, b.candidates, b.customer_id,
  b.likely_customer_id, b.payment_id, b.note, b.resolved_at`;

/** The earlier entry that one is, or may be, once more. */
export type SameEntry = {
  readonly id: string;
  readonly state: EntryState;
  readonly bookedOn: LocalDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payerName: string | null;
  readonly reference: string | null;
  readonly remittance: string | null;
  readonly position: number;
  readonly fileName: string | null;
  readonly customerId: string | null;
};

/** Entries by their ids, with the file that brought each. */
export async function entriesById(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SameEntry>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SameEntry>`
    select b.id, b.state, b.booked_on, b.amount_minor, b.currency, b.payer_name, b.reference,
      b.remittance, b.position, b.customer_id, m.file_name
    from bank_entries b left join imports m on m.id = b.import_id
    where b.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Entries in one state, or one of them: what waits oldest first, else the newest first; `null` of all portfolios. */
export async function listEntries(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[] | null,
  { state, entryId = null }: { readonly state: string; readonly entryId?: string | null },
  limit: number,
): Promise<readonly OpenEntry[]> {
  const order = state === 'unmatched' ? sql`b.booked_on, b.id` : sql`b.booked_on desc, b.id desc`;
  const { rows } = await sql<OpenEntry>`select ${shownEntry}
    from bank_entries b join portfolios p on p.id = b.portfolio_id
    where b.tenant_id = ${tenantId}::uuid and b.state = ${state}
      and (${entryId}::uuid is null or b.id = ${entryId}::uuid)
      and (${portfolioIds === null}::boolean or b.portfolio_id = any(${portfolioIds ?? []}::uuid[]))
    order by ${order} limit ${limit}`.execute(db);
  return rows;
}

/** One entry under its row lock, or undefined. */
export async function lockEntry(tx: Kysely<DB>, id: string): Promise<OpenEntry | undefined> {
  const { rows } = await sql<OpenEntry>`select ${shownEntry}
    from bank_entries b join portfolios p on p.id = b.portfolio_id
    where b.id = ${id}::uuid for no key update of b`.execute(tx);
  return rows[0];
}

/** Writes down what a person decided about an entry. */
export async function resolveEntryRow(
  tx: Kysely<DB>,
  id: string,
  decision: {
    readonly state: 'matched' | 'set_aside' | 'known';
    readonly how: string;
    readonly customerId: string | null;
    readonly paymentId: string | null;
    readonly note: string | null;
    readonly at: Instant;
    readonly by: string | null;
  },
): Promise<void> {
  await sql`update bank_entries set state = ${decision.state}, how = ${decision.how},
      customer_id = ${decision.customerId}::uuid, payment_id = ${decision.paymentId}::uuid,
      note = ${decision.note}, resolved_at = ${decision.at}::timestamptz,
      resolved_by = ${decision.by}::uuid
    where id = ${id}::uuid`.execute(tx);
  await nameOwners(tx, [id]);
}

/** Lets an entry that was taken for another one be decided anew. */
export async function reopenEntry(tx: Kysely<DB>, id: string): Promise<void> {
  await sql`update bank_entries set state = 'unmatched', how = null, customer_id = null
    where id = ${id}::uuid`.execute(tx);
}

/** Writes down who let an entry be booked. */
export async function signEntry(
  tx: Kysely<DB>,
  id: string,
  at: Instant,
  by: string | null,
): Promise<void> {
  await sql`update bank_entries set resolved_at = ${at}::timestamptz, resolved_by = ${by}::uuid
    where id = ${id}::uuid and state = 'matched'`.execute(tx);
}

/** What the entries of an import came to. */
export type EntryCounts = {
  readonly matched: number;
  readonly unmatched: number;
  readonly known: number;
  readonly leftOut: number;
};

/** Counts the entries of an import by what became of them; one set aside by hand matched nothing. */
export async function countEntries(db: Kysely<DB>, importId: string): Promise<EntryCounts> {
  const { rows } = await sql<EntryCounts>`
    select count(*) filter (where state = 'matched')::int as matched,
      count(*) filter (where state in ('unmatched', 'set_aside'))::int as unmatched,
      count(*) filter (where state = 'known')::int as known,
      count(*) filter (where state = 'left_out')::int as left_out
    from bank_entries where import_id = ${importId}::uuid`.execute(db);
  return rows[0] ?? { matched: 0, unmatched: 0, known: 0, leftOut: 0 };
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}
