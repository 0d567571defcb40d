import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** Takes the row lock of a portfolio. */
export async function lockPortfolio(tx: Kysely<DB>, portfolioId: string): Promise<void> {
  await sql`select from portfolios where id = ${portfolioId}::uuid for update`.execute(tx);
}

/** Open cases of a portfolio, and contacts of it that are reserved or under way now. */
export async function openWork(
  db: Kysely<DB>,
  portfolioId: string,
): Promise<{ readonly openCases: number; readonly reservations: number }> {
  const { rows } = await sql<{ openCases: number; reservations: number }>`
    select (select count(*)::int from cases
        where portfolio_id = ${portfolioId}::uuid and closed_at is null) as open_cases,
      (select count(*)::int from attempts
        where portfolio_id = ${portfolioId}::uuid and state in ('reserved', 'released'))
        as reservations
  `.execute(db);
  return rows[0] ?? { openCases: 0, reservations: 0 };
}

/** Open cases by portfolio. */
export async function openCasesByPortfolio(db: Kysely<DB>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select portfolio_id as id, count(*)::int as open from cases where closed_at is null group by 1
  `.execute(db);
  return new Map(rows.map(({ id, open }) => [id, open]));
}
