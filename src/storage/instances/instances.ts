import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** A process that was not seen for so long is dead to the others. */
export const deadAfterSeconds = 12;

const forgottenAfterDays = 7;

/** Makes a process known to the others. Times here are the database's: all processes share them. */
export async function joinInstances(
  db: Kysely<DB>,
  own: { readonly id: string; readonly name: string },
): Promise<void> {
  await sql`
    insert into instances (id, name, seen_at) values (${own.id}::uuid, ${own.name}, now())
  `.execute(db);
}

/** Says that a process lives; false when another has taken it for dead meanwhile. */
export async function beatInstance(db: Kysely<DB>, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update instances set seen_at = now() where id = ${id}::uuid and taken_at is null
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Says that a process ends by itself: what it left is taken over at once. */
export async function leaveInstances(db: Kysely<DB>, id: string): Promise<void> {
  await sql`update instances set taken_at = now() where id = ${id}::uuid`.execute(db);
}

/** Declares dead whoever was not seen for too long, and forgets the dead of long ago. */
export async function takeDeadInstances(db: Kysely<DB>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    update instances set taken_at = now()
    where taken_at is null and seen_at < now() - make_interval(secs => ${deadAfterSeconds})
    returning name
  `.execute(db);
  await sql`
    delete from instances where taken_at < now() - make_interval(days => ${forgottenAfterDays})
  `.execute(db);
  // What the dead were still to do nobody does any more, and the words in it are nobody's to keep.
  await sql`
    delete from call_orders o where not exists (
      select from instances i where i.id = o.instance_id and i.taken_at is null)
  `.execute(db);
  return rows.map(({ name }) => name);
}
