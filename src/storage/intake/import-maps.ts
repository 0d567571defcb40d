import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { ImportRow } from './imports.ts';

/** The map of the last import of a kind into the portfolio that was done: its answers hold on. */
export async function lastMapOf(
  db: Kysely<DB>,
  { portfolioId, kind }: Pick<ImportRow, 'portfolioId' | 'kind'>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { rows } = await sql<{ map: Record<string, unknown> }>`
    select map -> 'map' as map from imports where portfolio_id = ${portfolioId}::uuid
      and kind = ${kind} and state = 'done' and not dry_run and map ? 'map'
    order by ended_at desc limit 1`.execute(db);
  return rows[0]?.map;
}

/** A map kept under a name. */
export type NamedMap = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly map: Readonly<Record<string, unknown>>;
  readonly savedAt: Instant;
};

/** The maps kept for a kind of file into a portfolio, by name. */
export async function namedMaps(
  db: Kysely<DB>,
  { portfolioId, kind }: Pick<ImportRow, 'portfolioId' | 'kind'>,
): Promise<readonly NamedMap[]> {
  const { rows } = await sql<NamedMap>`select id, name, kind, map, saved_at from import_maps
    where portfolio_id = ${portfolioId}::uuid and kind = ${kind} order by name`.execute(db);
  return rows;
}

/** Keeps a map of a portfolio under its name, in place of an earlier one of that name. */
export async function saveNamedMap(
  db: Kysely<DB>,
  map: NamedMap & {
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly savedBy: string | null;
  },
): Promise<void> {
  const { savedAt, savedBy } = map;
  const text = JSON.stringify(map.map);
  await db
    .insertInto('importMaps')
    .values({ ...map, map: text })
    .onConflict((conflict) =>
      conflict
        .columns(['portfolioId', 'kind', 'name'])
        .doUpdateSet({ map: text, savedAt, savedBy }),
    )
    .execute();
}
