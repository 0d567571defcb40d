import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/**
 * Writes pages of a new file, commits and lets go of them: a full or read-only disk refuses that while
 * it still answers questions, and even takes small writes. Throws what the database says.
 */
export async function tryWriting(db: Kysely<DB>): Promise<void> {
  await sql`
    create temporary table write_probe on commit drop as
      select md5(n::text) as filling from generate_series(1, 1000) as n
  `.execute(db);
}
