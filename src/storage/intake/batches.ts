import { type Kysely, sql } from 'kysely';
import type { Batch, BatchTotal } from '#domain/intake/batch-totals.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A day and an amount in minor units, negative for money that went back. */
export type DayAndSum = { readonly bookedOn: LocalDate; readonly amountMinor: bigint };

/** A batch whose payments are entries, with the first of them. */
export type KnownBatch = Batch &
  DayAndSum & {
    readonly firstId: string;
    readonly statement: string;
    /** Statements of which an entry was found to be its sum. */
    readonly takenBy: readonly string[];
  };

const wanted = (sought: readonly DayAndSum[]) => sql`(select distinct x."on", x.minor
  from jsonb_to_recordset(${JSON.stringify(
    sought.map(({ bookedOn, amountMinor }) => ({ on: bookedOn, minor: amountMinor.toString() })),
  )}::jsonb) as x("on" date, minor bigint))`;

/** Batches of the portfolio on these days and with these sums, in the order in which they were read. */
export async function earlierBatches(
  tx: Kysely<DB>,
  portfolioId: string,
  sought: readonly DayAndSum[],
): Promise<readonly KnownBatch[]> {
  if (sought.length === 0) return [];
  const { rows } = await sql<KnownBatch>`
    select g.*, array(select coalesce(k.statement_id, k.import_id) from bank_entries k
      join bank_entries o on o.id = k.same_as
      where o.batch_id = g.batch_id and k.batch_id is null) as taken_by
    from (
      select b.batch_id, min(b.id::text)::uuid as first_id, b.booked_on,
        b.batch_minor as amount_minor, b.currency, b.batch_count as count,
        b.batch_reference as reference, s.iban as account, s.id as statement
      from ${wanted(sought)} x
      join bank_entries b on b.portfolio_id = ${portfolioId}::uuid and b.booked_on = x."on"
        and b.batch_minor = x.minor
      join statements s on s.id = b.statement_id
      where b.batch_id is not null and b.state not in ('known', 'left_out')
      group by b.batch_id, b.booked_on, b.batch_minor, b.currency, b.batch_count,
        b.batch_reference, s.iban, s.id
    ) g order by g.first_id`.execute(tx);
  return rows;
}

/** An entry that stands alone, which may be the sum of a batch. */
export type KeptTotal = BatchTotal &
  DayAndSum & {
    readonly id: string;
    readonly state: 'matched' | 'unmatched';
    readonly statement: string;
  };

/** Entries of statements that stand alone on these days with these amounts, booked or waiting. */
export async function earlierTotals(
  tx: Kysely<DB>,
  portfolioId: string,
  sought: readonly DayAndSum[],
): Promise<readonly KeptTotal[]> {
  if (sought.length === 0) return [];
  const { rows } = await sql<KeptTotal>`
    select b.id, b.state, b.booked_on, b.amount_minor, b.currency, b.batch_reference as reference,
      b.batch_count as count, b.payer_name, coalesce(b.given_references, '{}') as references,
      s.iban as account, s.id as statement
    from ${wanted(sought)} x
    join bank_entries b on b.portfolio_id = ${portfolioId}::uuid and b.booked_on = x."on"
      and b.amount_minor = x.minor
    join statements s on s.id = b.statement_id
    where b.batch_id is null and b.state in ('matched', 'unmatched')
    order by b.id`.execute(tx);
  return rows;
}

/** Says of an entry that it is the sum of payments that came since, or may be. */
export async function foldTotal(
  tx: Kysely<DB>,
  id: string,
  firstId: string,
  verdict: 'known' | 'unsure',
): Promise<void> {
  const reasons = JSON.stringify({ reasons: [{ code: 'may-be-same', about: null }], items: [] });
  await (verdict === 'known'
    ? sql`update bank_entries set state = 'known', how = 'batch-total', same_as = ${firstId}::uuid,
        candidates = '[]' where id = ${id}::uuid and state = 'unmatched'`.execute(tx)
    : sql`update bank_entries set same_as = ${firstId}::uuid, candidates = ${reasons}::jsonb
        where id = ${id}::uuid and state = 'unmatched'`.execute(tx));
}
