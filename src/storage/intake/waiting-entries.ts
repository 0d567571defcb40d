import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { type OpenEntry, shownEntry } from './bank-entries.ts';

/** Reasons to wait that only a person's word ends. */
const forPerson = [
  ...['may-be-same', 'batch-of-several', 'recorded-by-hand', 'above-limit'],
  ...['first-taken-back', 'was-refunded'],
];

/**
 * Money that came in and waits because no debt was found for it, in the order of ids after one, under
 * row locks; none that somebody asked a second person to book.
 */
export async function waitingEntries(
  tx: Kysely<DB>,
  portfolioId: string,
  after: string | null,
  limit: number,
): Promise<readonly OpenEntry[]> {
  const { rows } = await sql<OpenEntry>`select ${shownEntry}
    from bank_entries b join portfolios p on p.id = b.portfolio_id
    where b.portfolio_id = ${portfolioId}::uuid and b.state = 'unmatched' and b.amount_minor > 0
      and (${after}::uuid is null or b.id > ${after}::uuid)
      and not exists (
        select from jsonb_array_elements(coalesce(b.candidates -> 'reasons', '[]')) r
        where r ->> 'code' = any(${forPerson}::text[]))
      and not exists (
        select from approvals a
        where a.tenant_id = b.tenant_id and a.subject = 'entry:' || b.id and a.state = 'waiting')
    order by b.id limit ${limit} for no key update of b`.execute(tx);
  return rows;
}
