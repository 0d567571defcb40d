import type { Kysely } from 'kysely';
import { connect } from './connect.ts';
import type { DB } from './tables.ts';

/** Longest time of one statement, by the kind of work it belongs to. */
export const statementSeconds = { request: 30, slow: 60, job: 1_800 } as const;

/** Reports, checks and exports have few connections, so that they never take those of people at work. */
const slowPoolSize = 9;
const jobPoolSize = 8;

/** The connections of a server: each kind of work has its own, and its own time for a statement. */
export type Pools = {
  /** For what people do. */
  readonly db: Kysely<DB>;
  /** For reports, checks and exports. */
  readonly slowDb: Kysely<DB>;
  /** For what runs by the clock: imports, the daily run, figures. */
  readonly jobDb: Kysely<DB>;
  readonly close: () => Promise<void>;
};

/** Opens the connections of a server; they are made when they are needed. */
export function openPools(url: string, applicationName: string): Pools {
  const main = connect(url, { applicationName, statementSeconds: statementSeconds.request });
  const slow = connect(url, {
    applicationName: `${applicationName} reports`,
    poolSize: slowPoolSize,
    statementSeconds: statementSeconds.slow,
  });
  const job = connect(url, {
    applicationName: `${applicationName} jobs`,
    poolSize: jobPoolSize,
    statementSeconds: statementSeconds.job,
  });
  return {
    db: main.db,
    slowDb: slow.db,
    jobDb: job.db,
    close: async () => {
      await Promise.all([main.close(), slow.close(), job.close()]);
    },
  };
}
