import { grantRights } from '#storage/audit/grants.ts';
import { newClient } from '#storage/client.ts';
import { migrate } from '#storage/migrate.ts';
import type { Database } from './start-database.ts';

type Told = (sentence: string) => void;

/**
 * Brings the schema up to date as the owner of the tables, and gives the role of the product what it
 * needs. Says so when that role is the owner, or a superuser: then the database itself does not keep
 * the record from being changed through it.
 */
export async function prepareSchema(
  { url, ownerUrl }: Pick<Database, 'url' | 'ownerUrl'>,
  told: Told,
): Promise<void> {
  await migrate(ownerUrl);
  const { role, isSuperuser } = await roleOf(url);
  await grantRights(ownerUrl, role);
  if (isSuperuser) told(`Dunlin connects to its database as the superuser ${role}. ${advice}`);
  else if (url === ownerUrl)
    told(`Dunlin connects to its database as the owner ${role}. ${advice}`);
}

const advice =
  'Whoever reaches the database through it could change the record. Name the owner of the tables in ' +
  'DUNLIN_MIGRATION_URL and a role that owns nothing in DATABASE_URL.';

async function roleOf(url: string): Promise<{ role: string; isSuperuser: boolean }> {
  const client = newClient({ connectionString: url, application_name: 'dunlin-role' });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; isSuperuser: boolean }>(
      `select current_user as role, rolsuper as "isSuperuser" from pg_roles
       where rolname = current_user`,
    );
    return rows[0] ?? { role: '', isSuperuser: false };
  } finally {
    await client.end();
  }
}
