import { randomFillSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { idMaker } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { connect } from '#storage/connect.ts';
import { testDatabase } from '#test/support/postgres.ts';
import type { App, Db } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { type BenchResult, median } from './figure.ts';
import { agedBook, agedPortfolio, requestsSent } from './support/aged-book.ts';
import { sizeOf } from './support/arguments.ts';
import { plainDay } from './support/plain-day.ts';

// A Monday: on the days after it the office works, so both open their tasks on the same day.
const firstDay = '2026-11-16';
const tenantId = '00000000-0000-7000-8000-000000000001';
const rounds = 3;
const budgetTimes = 1.5;
const budgetMb = 300;

/**
 * Ordinary days over a large book: debts that come due, cases that open, steps that fall due, ranks.
 * Product and baseline each live through the same days on a book of their own, taking turns.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const ours = await preparedBook(size);
  const plain = await preparedBook(size);
  const product: number[] = [];
  const baseline: number[] = [];
  let touched = 0;
  let mostMb = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const day = addDays(firstDay, round);
      baseline.push(await seconds(() => plainDay(plain.db, day)));
      product.push(
        await seconds(async () => {
          const counts = await dailyRun(appOn(ours.db), agedPortfolio, day);
          touched += (counts?.['moved'] ?? 0) + (counts?.['opened'] ?? 0);
        }),
      );
      mostMb = Math.max(mostMb, process.memoryUsage().rss / 1e6);
    }
    await sameResult(ours.db, plain.db);
  } finally {
    await ours.end();
    await plain.end();
  }
  const measured = median(product);
  const beside = median(baseline);
  return {
    name: 'daily-run',
    setting: `${size} accounts, 4 in 10 overdue, ${Math.round(touched / rounds)} cases moved a day`,
    figures: [
      {
        what: 'the run of an ordinary day, median',
        unit: 's',
        measured,
        baseline: beside,
        baselineWhat: 'the same rows by hand-written statements',
        budget: `≤ ${budgetTimes} × the baseline`,
        met: measured <= budgetTimes * beside,
      },
      {
        what: 'memory of the process, most',
        unit: 'MB',
        measured: mostMb,
        baseline: null,
        baselineWhat: null,
        budget: `≤ ${budgetMb} MB`,
        met: mostMb <= budgetMb,
      },
    ],
  };
}

/** A book after its first day, with its requests sent. */
async function preparedBook(size: number) {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 2 });
  await agedBook(db, size, firstDay);
  await dailyRun(appOn(db), agedPortfolio, firstDay);
  await requestsSent(db, firstDay);
  const end = async () => {
    await close();
    await database.drop();
  };
  return { db, end };
}

function appOn(db: Db): App {
  const clock = () => Date.parse(`${firstDay}T15:00:00.000Z`);
  return { db, clock, newId: idMaker(clock, (bytes) => randomFillSync(bytes)), tenantId } as App;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Both books must stand where the other stands, or the comparison is worth nothing. */
async function sameResult(ours: Db, plain: Db): Promise<void> {
  const count = async (db: Db) => {
    const { rows } = await sql`
      select state, step, next_action, count(*) as cases, sum(overdue_minor) as overdue
      from cases group by 1, 2, 3 order by 1, 2, 3`.execute(db);
    const others = await sql`select (select count(*) from work_items where state <> 'done') as work,
      (select count(*) from tasks) as tasks,
      (select count(*) from items where entered_collection_on is not null) as items,
      (select count(*) from key_events) as events`.execute(db);
    return JSON.stringify([rows, others.rows], (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
  };
  const [mine, theirs] = [await count(ours), await count(plain)];
  if (mine !== theirs) throw new Error(`the two days differ:\n${mine}\n${theirs}`);
}
