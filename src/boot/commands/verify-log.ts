import { sql } from 'kysely';
import { verifyUserChains } from '#storage/account/user-chain.ts';
import { verifyChains } from '#storage/append-many.ts';
import { connect } from '#storage/connect.ts';
import { verifyDecisions } from '#storage/gate/gate.ts';
import type { Db } from '#usecases/app.ts';
import { readProcessConfig } from '../config.ts';
import { openDatabase } from '../postgres/start-database.ts';

/** What a check of the record found. */
export type LogVerdict = {
  readonly events: number;
  readonly cases: number;
  readonly decisions: number;
  readonly people: number;
  /** Cases whose events do not follow from each other; `seq` null: the last one is missing. */
  readonly brokenCases: readonly { readonly caseId: string; readonly seq: string | null }[];
  /** Users whose events (sign-ins, roles, passwords) do not follow from each other. */
  readonly brokenUsers: readonly { readonly userId: string; readonly seq: string | null }[];
  readonly brokenPeople: readonly {
    readonly customerId: string;
    readonly decisionId: string | null;
  }[];
};

/** Computes every chain of events and of decisions anew from the stored rows. */
export async function verifyLog(db: Db): Promise<LogVerdict> {
  const { rows } = await sql<Pick<LogVerdict, 'events' | 'cases' | 'decisions' | 'people'>>`
    select (select count(*)::integer from event_log) as events,
      (select count(*)::integer from cases where last_hash is not null) as cases,
      (select count(*)::integer from decisions where hash is not null) as decisions,
      (select count(*)::integer from customers where last_decision_hash is not null) as people
  `.execute(db);
  const [counts = { events: 0, cases: 0, decisions: 0, people: 0 }] = rows;
  const cases = await verifyChains(db);
  return {
    ...counts,
    brokenCases: cases.map(({ caseId, seq }) => ({ caseId, seq: seq?.toString() ?? null })),
    brokenUsers: (await verifyUserChains(db)).map(({ userId, seq }) => ({
      userId,
      seq: seq?.toString() ?? null,
    })),
    brokenPeople: await verifyDecisions(db),
  };
}

/**
 * `npm run --silent verify-log`: one JSON object on standard output, beside a running server or alone.
 * Exit code 0 when every chain holds, 1 when one does not.
 */
export async function runVerifyLog(write: (text: string) => Promise<void>): Promise<number> {
  const { dataFolder, databaseUrl } = readProcessConfig([]);
  const log = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const database = await openDatabase({ dataFolder, databaseUrl, log });
  try {
    const { db, close } = connect(database.url, { poolSize: 2, applicationName: 'dunlin-verify' });
    try {
      const verdict = await verifyLog(db);
      await write(`${JSON.stringify(verdict)}\n`);
      const { brokenCases, brokenPeople, brokenUsers } = verdict;
      return brokenCases.length + brokenPeople.length + brokenUsers.length === 0 ? 0 : 1;
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}
