import { type Kysely, sql } from 'kysely';
import type { EarlierMovement } from '#domain/intake/same-movement.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A day and an amount of which earlier entries are sought. */
export type DayAndAmount = { readonly bookedOn: LocalDate; readonly amountMinor: bigint };

/**
 * Entries of the portfolio on these days and of these amounts, in the order in which they were read;
 * those that were left out, or are another one once more, tell of no movement of their own. `takenBy`
 * are the statements or files of which an entry was found to be the same already.
 */
export async function earlierEntries(
  tx: Kysely<DB>,
  portfolioId: string,
  sought: readonly DayAndAmount[],
): Promise<readonly EarlierMovement[]> {
  if (sought.length === 0) return [];
  const pairs = JSON.stringify(
    sought.map(({ bookedOn, amountMinor }) => ({ on: bookedOn, minor: amountMinor.toString() })),
  );
  const { rows } = await sql<EarlierMovement>`
    select b.id, b.customer_id, b.fingerprint, b.booked_on, b.amount_minor, b.currency, b.payer_name,
      b.payer_account, b.bank_reference, coalesce(b.given_references, '{}') as references,
      b.remittance as text, s.iban as account, b.position,
      coalesce(b.statement_id, b.import_id) as statement, s.format, s.reference as statement_name,
      m.file_sha256 as file_sha, s.opening_minor as opening, s.closing_minor as closing,
      array(select coalesce(k.statement_id, k.import_id) from bank_entries k
        where k.same_as = b.id) as taken_by
    from (select distinct x."on", x.minor
        from jsonb_to_recordset(${pairs}::jsonb) as x("on" date, minor bigint)) x
    join bank_entries b on b.portfolio_id = ${portfolioId}::uuid and b.booked_on = x."on"
      and b.amount_minor = x.minor
    left join statements s on s.id = b.statement_id
    left join imports m on m.id = b.import_id
    where b.state not in ('known', 'left_out')
    order by b.id`.execute(tx);
  return rows;
}

/** A payment that somebody recorded by hand under a reference of their own. */
export type RecordedPayment = {
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly receivedOn: LocalDate;
};

/** Standing payments recorded by hand under one of these references. */
export async function recordedUnder(
  tx: Kysely<DB>,
  portfolioId: string,
  references: readonly string[],
): Promise<readonly RecordedPayment[]> {
  if (references.length === 0) return [];
  const { rows } = await sql<RecordedPayment>`
    select y.reference, y.amount_minor, y.received_on from payments y
    where y.portfolio_id = ${portfolioId}::uuid and y.reference = any(${[...references]}::text[])
      and y.bank_entry_id is null and y.reversed_at is null`.execute(tx);
  return rows;
}

/** Lets entries wait for a person again whose earlier one an import takes away. */
export async function freeFromTaken(tx: Kysely<DB>, importId: string): Promise<void> {
  const reasons = JSON.stringify({
    reasons: [{ code: 'first-taken-back', about: null }],
    items: [],
  });
  await sql`update bank_entries b set state = 'unmatched', same_as = null, how = null,
      candidates = case when b.state = 'known' then ${reasons}::jsonb else b.candidates end,
      customer_id = null, resolved_at = null, resolved_by = null
    where b.import_id <> ${importId}::uuid and b.state in ('known', 'unmatched')
      and b.same_as in (select id from bank_entries where import_id = ${importId}::uuid)`.execute(
    tx,
  );
}
