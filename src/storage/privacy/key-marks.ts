import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** What tells a key from others without telling the key, by the name of the key. */
export type KeyMarks = ReadonlyMap<string, string>;

/** The marks of the keys that sealed what the database holds, but for those that are lost. */
export async function keyMarks(db: Kysely<DB>): Promise<KeyMarks> {
  const rows = await db
    .selectFrom('keyMarks')
    .select(['name', 'mark'])
    .where('lostAt', 'is', null)
    .orderBy('name')
    .execute();
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

/** Keeps the marks of keys whose names have none yet; those that are there stay as they are. */
export async function addKeyMarks(db: Kysely<DB>, marks: KeyMarks): Promise<void> {
  if (marks.size === 0) return;
  await db
    .insertInto('keyMarks')
    .values([...marks].map(([name, mark]) => ({ name, mark })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives up the keys of `lost` and keeps the marks of those that take their place. */
export async function replaceKeyMarks(
  tx: Kysely<DB>,
  lost: readonly string[],
  marks: KeyMarks,
  at: Instant,
): Promise<void> {
  if (lost.length > 0) {
    await tx
      .updateTable('keyMarks')
      .set({ lostAt: at })
      .where('name', 'in', lost)
      .where('lostAt', 'is', null)
      .execute();
  }
  if (marks.size === 0) return;
  await tx
    .insertInto('keyMarks')
    .values([...marks].map(([name, mark]) => ({ name, mark })))
    // A key that was lost and has been found again.
    .onConflict((conflict) => conflict.columns(['name', 'mark']).doUpdateSet({ lostAt: null }))
    .execute();
}
