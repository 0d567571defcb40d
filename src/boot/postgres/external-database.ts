import { newClient } from '#storage/client.ts';
import { CannotStart, messageOf } from '../cannot-start.ts';
import { oldestMajor } from './binaries.ts';

const connectTimeoutMs = 10_000;
const perMajor = 10_000;

type Found = { number: string; version: string; encoding: string; may_create: boolean };

/**
 * Looks whether a PostgreSQL that somebody else runs can be Dunlin's database.
 *
 * @throws CannotStart when it cannot be reached, is older than 15, does not store UTF-8, or does
 *   not let us make tables, where `changesSchema`. The sentence never holds the password.
 */
export async function checkServer(
  url: string,
  { setting = 'DATABASE_URL', changesSchema = true } = {},
): Promise<{ serverVersion: string }> {
  const where = placeOf(url);
  const client = newClient({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs });
  let found: Found | undefined;
  try {
    await client.connect();
    const { rows } = await client.query<Found>(
      `select current_setting('server_version_num') as number,
              current_setting('server_version') as version,
              current_setting('server_encoding') as encoding,
              has_database_privilege(current_database(), 'create') as may_create`,
    );
    found = rows[0];
  } catch (error) {
    throw new CannotStart(
      `The database of ${setting} (${where}) does not answer: ${messageOf(error)}.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (found === undefined) throw new CannotStart(`The database at ${where} answered nothing.`);
  const problem = problemOf(changesSchema ? found : { ...found, may_create: true });
  if (problem !== null) throw new CannotStart(`The database of ${setting} (${where}) ${problem}.`);
  return { serverVersion: found.version };
}

/** What keeps a server from being used, in words; null when nothing does. */
export function problemOf(found: Found): string | null {
  if (Number(found.number) < oldestMajor * perMajor) {
    return `is PostgreSQL ${found.version}; Dunlin needs ${oldestMajor} or newer`;
  }
  if (found.encoding !== 'UTF8') return `stores text as ${found.encoding}; Dunlin needs UTF8`;
  if (!found.may_create) return 'does not let this user create schemas; grant it CREATE';
  return null;
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
