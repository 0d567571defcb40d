import { type Kysely, sql } from 'kysely';
import { privateHolds } from '#domain/events/private-lines.ts';
import { erasedMark } from '#domain/privacy/data-kinds.ts';
import type { DB } from '#storage/tables.ts';

/** Where texts are kept that are sealed: of which rows, and in which column. */
const places = [
  { table: 'notes', column: 'words', isPrivate: 'restricted' },
  ...(['reason', 'lift_reason'] as const).map((column) => ({
    ...{ table: 'holds', column },
    isPrivate: `kind in ('${privateHolds.join("', '")}')`,
  })),
];

/** Texts read in one page. */
const pageSize = 500;

type Row = { readonly customerId: string; readonly id: string; readonly text: string };

/**
 * Puts another text in the place of each that is to be sealed, where `reseal` has one; answers of how
 * many. A text that was changed or erased meanwhile is left alone.
 */
export async function putSealedTexts(
  db: Kysely<DB>,
  reseal: (customerId: string, text: string) => string | null,
): Promise<number> {
  let count = 0;
  for (const place of places) {
    let last: Row | null = null;
    for (;;) {
      const rows: readonly Row[] = await page(db, place, last);
      for (const row of rows) {
        const text = reseal(row.customerId, row.text);
        if (text === null) continue;
        await put(db, place, row, text);
        count += 1;
      }
      last = rows.at(-1) ?? null;
      if (rows.length < pageSize) break;
    }
  }
  return count;
}

async function page(
  db: Kysely<DB>,
  { table, column, isPrivate }: (typeof places)[number],
  last: Row | null,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select t.customer_id, t.id, t.${sql.raw(column)} as text from ${sql.table(table)} t
    where ${sql.raw(isPrivate)} and ${sql.raw(column)} <> ${erasedMark}
      and (${last === null} or (t.customer_id, t.id)
        > (${last?.customerId ?? null}::uuid, ${last?.id ?? null}::uuid))
    order by t.customer_id, t.id limit ${pageSize}
  `.execute(db);
  return rows;
}

async function put(
  db: Kysely<DB>,
  { table, column }: (typeof places)[number],
  { customerId, id, text: before }: Row,
  text: string,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.raw(column)} = ${text}
    where customer_id = ${customerId}::uuid and id = ${id}::uuid
      and ${sql.raw(column)} = ${before}
  `.execute(db);
}
