import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect } from '#storage/connect.ts';
import { popBest } from '#storage/desk/desk.ts';
import { testDatabase } from '#test/support/postgres.ts';
import type { Db } from '#usecases/app.ts';
import { type BenchResult, quantile } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { bigQueue, portfolios, zones } from './support/big-queue.ts';

const agents = 32;
const popsEach = 60;
/** What 32 agents ask for together when each call takes about a third of a minute. */
const arrivalsPerSecond = 100;
const at = '2026-11-18T18:00:00.000Z';
const until = '2026-11-18T18:15:00.000Z';
const openZones = zones.slice(0, 4);
const budgetMs = 5;

/** The pop of the next best case: alone, and by 32 agents at once, beside the obvious query. */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: agents });
  try {
    await bigQueue(db, size, at);
    const alone = await pops(db, 1, 200);
    const arriving = await arrivals(db);
    const together = await pops(db, agents, popsEach);
    const obvious = await obviousQuery(db, 15);
    const served = [...alone.customers, ...arriving.customers, ...together.customers];
    const twice = served.length - new Set(served).size;
    return {
      name: 'next-case',
      setting: `${size} ready work items, 10 portfolios, 6 zones of which 4 are open`,
      figures: [
        {
          what: 'pop by one agent, p99',
          unit: 'ms',
          measured: quantile(alone.ms, 0.99),
          baseline: quantile(obvious, 0.5),
          baselineWhat: 'select … order by priority … for update skip locked, median',
          budget: `p99 ≤ ${budgetMs} ms`,
          met: quantile(alone.ms, 0.99) <= budgetMs,
        },
        {
          what: `pop by ${agents} agents at ${arrivalsPerSecond} a second, p99`,
          unit: 'ms',
          measured: quantile(arriving.ms, 0.99),
          baseline: quantile(together.ms, 0.99),
          baselineWhat: 'all 32 in a closed loop, which queues for the processor',
          budget: `p99 ≤ ${budgetMs} ms`,
          met: quantile(arriving.ms, 0.99) <= budgetMs,
        },
        {
          what: 'customers handed out twice',
          unit: '',
          measured: twice,
          baseline: null,
          baselineWhat: null,
          budget: '0',
          met: twice === 0,
        },
      ],
    };
  } finally {
    await close();
    await database.drop();
  }
}

/** Pops that arrive at a fixed rate, whether or not the one before is done. */
async function arrivals(db: Db) {
  const ms: number[] = [];
  const customers: string[] = [];
  const running: Promise<void>[] = [];
  for (let i = 0; i < agents * popsEach; i += 1) {
    running.push(popOnce(db, i % agents, agents + i, ms, customers));
    await setTimeout(1000 / arrivalsPerSecond);
  }
  await Promise.all(running);
  return { ms, customers };
}

async function popOnce(db: Db, worker: number, turn: number, ms: number[], customers: string[]) {
  const own = [portfolios[worker % 10] ?? '', portfolios[(worker + 1) % 10] ?? ''];
  const userId = `00000000-0000-7000-8000-00000000${String(worker + 3200).padStart(4, '0')}`;
  const began = performance.now();
  const popped = await popBest(db, {
    userId,
    portfolioIds: own,
    zones: openZones,
    preferUpper: turn % 4 !== 3,
    at,
    until,
  });
  ms.push(performance.now() - began);
  if (popped?.leased) customers.push(popped.customerId);
}

async function pops(db: Db, workers: number, each: number) {
  const ms: number[] = [];
  const customers: string[] = [];
  const work = async (worker: number) => {
    for (let i = 0; i < each; i += 1) await popOnce(db, worker, i, ms, customers);
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return { ms, customers };
}

/** What one would write first: sort everything that is ready in the open zones. */
async function obviousQuery(db: Db, times: number): Promise<number[]> {
  const ms: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    await sql`select customer_id, id from work_items
      where state = 'ready' and portfolio_id = any(${portfolios.slice(0, 2)}::uuid[])
        and zone = any(${openZones}::text[]) and next_callable_at <= ${at}::timestamptz
      order by upper_group desc, priority desc, next_callable_at limit 1 for update skip locked`.execute(
      db,
    );
    ms.push(performance.now() - began);
  }
  return ms;
}
