import { Pool } from 'pg';

/** Connections of the sign-in library; its statements are few and short. */
const poolSize = 4;

const connectTimeoutMs = 10_000;

/**
 * A pool of its own for the sign-in library, with the types it expects: timestamps are `Date` there.
 * Over our own pool they would be texts, and no comparison with a `Date` would ever be true.
 */
export function openSignInPool(url: string, applicationName = 'dunlin'): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    options: '-c TimeZone=UTC',
  });
  // A server that goes away tells idle connections too; the next query reports it to its caller.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Whether somebody may work here at all. */
export async function isActive(pool: Pool, userId: string): Promise<boolean> {
  const { rows } = await pool.query<{ active: boolean }>('select active from users where id = $1', [
    userId,
  ]);
  return rows[0]?.active === true;
}
