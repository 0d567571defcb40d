import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { date, id, instant } from '../shapes.ts';

/** How the installation is: process, database, log and daily runs. */
export const readHealth = endpoint({
  name: 'system.health',
  method: 'GET',
  path: '/api/system/health-details',
  right: 'system.read',
  shows: 'nobody',
  summary: 'Process, database, log and daily runs in figures.',
  input: z.strictObject({}),
  output: z.object({
    process: z.object({
      uptimeSeconds: z.number(),
      residentBytes: z.number(),
      heapBytes: z.number(),
      /** Null where no live stream is mounted. */
      liveReaders: z.number().nullable(),
      node: z.string(),
    }),
    database: z.object({
      version: z.string(),
      sizeBytes: z.number(),
      connections: z.number(),
      oldestTransactionSeconds: z.number(),
      migrations: z.array(z.object({ name: z.string(), appliedAt: instant })),
    }),
    log: z.object({
      lastSeq: z.string(),
      /** Events written that the live reader has not yet passed on; null where none runs. */
      outboxLag: z.number().nullable(),
    }),
    work: z.object({
      openCases: z.number(),
      waiting: z.number(),
      ready: z.number(),
      leased: z.number(),
      overdueTasks: z.number(),
      runningImports: z.number(),
      openAttempts: z.number(),
    }),
    portfolios: z.array(
      z.object({
        id,
        name: z.string(),
        zone: z.string(),
        today: date,
        lastRun: z
          .object({
            runOn: date,
            startedAt: instant,
            endedAt: instant.nullable(),
            counts: z.record(z.string(), z.number()),
          })
          .nullable(),
      }),
    ),
  }),
});

/** The daily run by hand, for the portfolios one may run it on. */
export const runDaily = endpoint({
  name: 'system.daily-run',
  method: 'POST',
  path: '/api/system/daily-run',
  right: 'system.run',
  work: 'heavy',
  shows: 'nobody',
  summary: 'Run today’s daily run now; what is done already is not done twice.',
  input: z.strictObject({ portfolioId: id.optional() }),
  output: z.object({
    runs: z.array(
      z.object({
        portfolioId: id,
        name: z.string(),
        runOn: date,
        /** Null when the day was done before. */
        counts: z.record(z.string(), z.number()).nullable(),
      }),
    ),
  }),
});

/** Whether the record still says what was written: events, decisions, and the rows that are sealed. */
export const checkLog = endpoint({
  name: 'system.check-log',
  method: 'POST',
  path: '/api/system/check-log',
  right: 'system.read',
  work: 'heavy',
  shows: 'nobody',
  summary: 'Compute every chain and seal of the record anew and name what does not hold.',
  whileClockInDoubt: true,
  input: z.strictObject({}),
  output: z.object({
    lastSeq: z.string(),
    /** At most 100; `seq` is null where the end of the chain is missing. */
    broken: z.array(z.object({ caseId: id, seq: z.string().nullable() })),
    /** What else does not hold: events of users, decisions, sealed rows, their seals, their kept ends. */
    beside: z.array(
      z.object({
        what: z.enum(['users', 'decisions', 'rows', 'blocks', 'anchors']),
        count: z.number().int(),
      }),
    ),
  }),
});
