import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** Takes the row lock of a portfolio. */
export async function lockPortfolio(tx: Kysely<DB>, portfolioId: string): Promise<void> {
  await sql`select from portfolios where id = ${portfolioId}::uuid for update`.execute(tx);
}

/** Open cases by portfolio. */
export async function openCasesByPortfolio(db: Kysely<DB>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select portfolio_id as id, count(*)::int as open from cases where closed_at is null group by 1
  `.execute(db);
  return new Map(rows.map(({ id, open }) => [id, open]));
}
