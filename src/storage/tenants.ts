import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Makes the tenant of an installation where it is not there yet. */
export async function ensureTenant(db: Kysely<DB>, id: string, at: Instant): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ id, name: 'Dunlin', createdAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
