import { type Kysely, sql } from 'kysely';
import type { MatchCandidate } from '#domain/intake/matching.ts';
import { referenceFormsSql } from '#domain/intake/named-references.ts';
import { nameWordsSql } from '#domain/intake/names.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** One movement a bank or a file told of, before or after somebody knows whose it is. */
export type EntryRow = {
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly importId: string;
  readonly statementId: string | null;
  /** The same movement has the same fingerprint, whichever file tells of it. */
  readonly fingerprint: string;
  /** Minor units; negative when money went back. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly bookedOn: LocalDate;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly reference: string | null;
  readonly remittance: string | null;
  readonly returnReason: string | null;
};

/** Keeps entries that are new to the portfolio; answers their ids. */
export async function keepEntries(
  tx: Kysely<DB>,
  entries: readonly EntryRow[],
): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into bank_entries (id, tenant_id, portfolio_id, import_id, statement_id, fingerprint,
      amount_minor, currency, booked_on, payer_name, payer_account, reference, remittance,
      return_reason, state)
    select x.id, x."tenantId", x."portfolioId", x."importId", x."statementId", x.fingerprint,
      x."amountMinor", x.currency, x."bookedOn", x."payerName", x."payerAccount", x.reference,
      x.remittance, x."returnReason", 'unmatched'
    from jsonb_to_recordset(${jsonOf(entries)}::jsonb) as x(id uuid, "tenantId" uuid,
      "portfolioId" uuid, "importId" uuid, "statementId" uuid, fingerprint text,
      "amountMinor" bigint, currency text, "bookedOn" date, "payerName" text, "payerAccount" text,
      reference text, remittance text, "returnReason" text)
    on conflict do nothing returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** What is looked for among the open items of a portfolio. */
export type Wanted = {
  readonly portfolioId: string;
  /** References as `referenceForms` writes them. */
  readonly keys: readonly string[];
  readonly amountsMinor: readonly bigint[];
  /** Names of payers as `namesToLookUp` writes them. */
  readonly names: readonly string[];
};

/** Candidates found at once; a statement that fits more open items fits none. */
const maxCandidates = 20_000;

/** Whether one of the forms of a reference is among the wanted keys. */
const isNamed = (column: string, keys: readonly string[]) => {
  const [bare, unpadded] = referenceFormsSql(column).map((form) => sql.raw(form));
  return sql`(${bare} = any(${[...keys]}::text[]) or ${unpadded} = any(${[...keys]}::text[]))`;
};
const payerNames = sql.raw(nameWordsSql('c.name'));

/** Open items of the portfolio that any of the wanted references, amounts or names fits. */
export async function findCandidates(
  tx: Kysely<DB>,
  { portfolioId, keys, amountsMinor, names }: Wanted,
): Promise<readonly MatchCandidate[]> {
  const { rows } = await sql<MatchCandidate>`
    select i.id as item_id, i.account_id, i.customer_id, i.reference as item_reference,
      a.reference as account_reference, c.reference as customer_reference,
      c.name as customer_name, i.balance_minor, i.currency, i.due_on
    from items i join accounts a on a.customer_id = i.customer_id and a.id = i.account_id
    join customers c on c.id = i.customer_id
    where i.portfolio_id = ${portfolioId}::uuid and i.balance_minor > 0
      and (i.balance_minor = any(${amountsMinor.map(String)}::bigint[])
        or ${isNamed('i.reference', keys)} or ${isNamed('a.reference', keys)}
        or ${isNamed('c.reference', keys)} or ${payerNames} = any(${[...names]}::text[]))
    order by i.due_on, i.id limit ${maxCandidates}`.execute(tx);
  return rows;
}

/** How an entry was settled: with what payment, or why a person must look. */
export type EntryVerdict = {
  readonly id: string;
  readonly state: 'matched' | 'unmatched' | 'set_aside';
  readonly how: string | null;
  readonly customerId: string | null;
  readonly paymentId: string | null;
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
      payment_id = x."paymentId", candidates = x.candidates
    from jsonb_to_recordset(${jsonOf(verdicts)}::jsonb) as x(id uuid, state text, how text,
      "customerId" uuid, "paymentId" uuid, candidates jsonb)
    where b.id = x.id`.execute(tx);
}

/** An entry as the office sees it. */
export type OpenEntry = Omit<EntryRow, 'tenantId' | 'statementId' | 'fingerprint'> & {
  readonly portfolioName: string;
  readonly state: 'matched' | 'unmatched' | 'set_aside';
  readonly how: string | null;
  readonly candidates: unknown;
  readonly customerId: string | null;
  readonly paymentId: string | null;
  readonly note: string | null;
  readonly resolvedAt: Instant | null;
};

const shown = sql`b.id, b.portfolio_id, p.name as portfolio_name, b.import_id, b.amount_minor,
  b.currency, b.booked_on, b.payer_name, b.payer_account, b.reference, b.remittance,
  b.return_reason, b.state, b.how, b.candidates, b.customer_id, b.payment_id, b.note,
  b.resolved_at`;

/** Entries in one state, oldest first; `null` means of all portfolios. */
export async function listEntries(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[] | null,
  state: string,
  limit: number,
): Promise<readonly OpenEntry[]> {
  const { rows } = await sql<OpenEntry>`select ${shown}
    from bank_entries b join portfolios p on p.id = b.portfolio_id
    where b.tenant_id = ${tenantId}::uuid and b.state = ${state}
      and (${portfolioIds === null}::boolean or b.portfolio_id = any(${portfolioIds ?? []}::uuid[]))
    order by b.booked_on, b.id limit ${limit}`.execute(db);
  return rows;
}

/** One entry under its row lock, or undefined. */
export async function lockEntry(tx: Kysely<DB>, id: string): Promise<OpenEntry | undefined> {
  const { rows } = await sql<OpenEntry>`select ${shown}
    from bank_entries b join portfolios p on p.id = b.portfolio_id
    where b.id = ${id}::uuid for no key update of b`.execute(tx);
  return rows[0];
}

/** Writes down what a person decided about an entry. */
export async function resolveEntryRow(
  tx: Kysely<DB>,
  id: string,
  decision: {
    readonly state: 'matched' | 'set_aside';
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
}

/** What the entries of an import came to. */
export async function countEntries(
  db: Kysely<DB>,
  importId: string,
): Promise<{ readonly matched: number; readonly unmatched: number }> {
  const { rows } = await sql<{ matched: number; unmatched: number }>`
    select count(*) filter (where state = 'matched')::int as matched,
      count(*) filter (where state <> 'matched')::int as unmatched
    from bank_entries where import_id = ${importId}::uuid`.execute(db);
  return rows[0] ?? { matched: 0, unmatched: 0 };
}

/** A payment that money sent back may belong to. */
export type ReturnedPayment = {
  readonly paymentId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly references: readonly string[];
};

/** Standing payments of the portfolio of this amount, with the references their entries gave. */
export async function paymentsOfAmount(
  tx: Kysely<DB>,
  portfolioId: string,
  amountMinor: bigint,
  currency: string,
): Promise<readonly ReturnedPayment[]> {
  const { rows } = await sql<ReturnedPayment>`
    select y.id as payment_id, y.customer_id, y.account_id,
      array_remove(array[y.reference, b.reference, b.remittance, a.reference, c.reference]
        || array(select i.reference from postings p
          join items i on i.customer_id = p.customer_id and i.id = p.item_id
          where p.customer_id = y.customer_id and p.payment_id = y.id), null) as references
    from payments y left join bank_entries b on b.id = y.bank_entry_id
    join accounts a on a.customer_id = y.customer_id and a.id = y.account_id
    join customers c on c.id = y.customer_id
    where y.portfolio_id = ${portfolioId}::uuid and y.amount_minor = ${amountMinor.toString()}::bigint
      and y.currency = ${currency} and y.reversed_at is null
    order by y.received_on desc, y.id desc limit 200`.execute(tx);
  return rows;
}

/** Keeps the head of a statement; the same one of the same import once. */
export async function keepStatement(
  db: Kysely<DB>,
  statement: {
    readonly id: string;
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly importId: string;
    readonly format: string;
    readonly reference: string | null;
    readonly iban: string | null;
  },
): Promise<void> {
  await db.insertInto('statements').values(statement).execute();
}

/** Adds a balance to a statement: opening or closing, with its currency and day. */
export async function keepBalance(
  db: Kysely<DB>,
  statementId: string,
  kind: 'opening' | 'closing',
  balance: {
    readonly amountMinor: bigint;
    readonly currency: string;
    readonly on: LocalDate | null;
  },
): Promise<void> {
  const amount = balance.amountMinor.toString();
  await (kind === 'opening'
    ? sql`update statements set opening_minor = ${amount}::bigint, currency = ${balance.currency},
        from_on = ${balance.on}::date where id = ${statementId}::uuid`
    : sql`update statements set closing_minor = ${amount}::bigint, currency = ${balance.currency},
        to_on = ${balance.on}::date where id = ${statementId}::uuid`
  ).execute(db);
}

/** Forgets the heads of statements that an interrupted run kept without any entry. */
export async function dropBareStatements(db: Kysely<DB>, importId: string): Promise<void> {
  await sql`delete from statements s where s.import_id = ${importId}::uuid
    and not exists (select 1 from bank_entries b where b.statement_id = s.id)`.execute(db);
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}
