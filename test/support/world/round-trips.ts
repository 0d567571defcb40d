import type { Pool, PoolClient } from 'pg';
import { hotPoolOf, poolOf } from '#storage/connect.ts';
import type { World } from './fresh-world.ts';

/** How often some work waited for the database, and how many statements it sent. */
export type RoundTrips = { readonly trips: number; readonly statements: number };

/**
 * Counts the round trips of some work: what is sent while another answer is still awaited costs none
 * of its own. The work must be the only one that uses the world's database.
 */
export async function countTrips(world: World, work: () => Promise<unknown>): Promise<RoundTrips> {
  let [trips, statements, awaited] = [0, 0, 0];
  const sends = new Map<PoolClient, PoolClient['query']>();
  const watch = (client: PoolClient) => {
    if (sends.has(client)) return;
    const send = client.query;
    sends.set(client, send);
    const counted = (...args: unknown[]) => {
      if (awaited === 0) trips += 1;
      statements += 1;
      awaited += 1;
      const answer = (send as (...all: unknown[]) => unknown).apply(client, args);
      const done = () => {
        awaited -= 1;
      };
      (answer as Promise<unknown>).then(done, done);
      return answer;
    };
    client.query = counted as typeof client.query;
  };
  const pools: readonly Pool[] = [poolOf(world.app.db), hotPoolOf(world.app.db)];
  for (const pool of pools) pool.on('acquire', watch);
  await work();
  for (const pool of pools) pool.off('acquire', watch);
  for (const [client, send] of sends) client.query = send;
  return { trips, statements };
}
