import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { connect } from '#storage/connect.ts';
import { lockOutlook, type NextWanted, takeItem } from '#storage/desk/next.ts';
import { inHotTransaction } from '#storage/hot-path.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { Db } from '#usecases/app.ts';
import { type BenchResult, quantile } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { arrivals } from './support/arrivals.ts';
import { bigQueue, portfolios, zones } from './support/big-queue.ts';

const agents = 32;
const popsEach = 60;
/** Rounds by one agent, in turn with the obvious query, and pops in each. */
const aloneRounds = 10;
const popsARound = 20;
/** Few: each sorts all that is ready. */
const obviousPopsARound = 5;
/** Arrivals of each side in a round, in turn. */
const arrivalRounds = 5;
const arrivalsARound = 80;
/** Few: a query that takes longer than the time between two arrivals only queues. */
const obviousArrivalsARound = 10;
/** What 400 agents ask for together when each call takes a third of a minute. */
const arrivalsPerSecond = 20;
const at = '2026-11-18T18:00:00.000Z';
const until = '2026-11-18T18:15:00.000Z';
const openZones = zones.slice(0, 4);
const budgetMs = 5;

/**
 * The next best case taken and leased: alone, and by 32 agents at a fixed rate, beside the obvious
 * query that takes and leases too. The same quantile stands on both sides; the two take turns.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: agents });
  try {
    await bigQueue(db, size, at);
    const rounds = Array.from({ length: aloneRounds }, (_, i) => i);
    const alone: Popped[] = [];
    const obvious: Popped[] = [];
    for (const _ of rounds) {
      alone.push(await pops(db, claimNext, 1, popsARound));
      obvious.push(await pops(db, popObvious, 1, obviousPopsARound));
    }
    const arriving: Popped[] = [];
    const obviousArriving: Popped[] = [];
    for (let i = 0; i < arrivalRounds; i += 1) {
      arriving.push(await arrivingPops(db, claimNext, arrivalsARound));
      obviousArriving.push(await arrivingPops(db, popObvious, obviousArrivalsARound));
    }
    const together = await pops(db, claimNext, agents, popsEach);
    const all = [...alone, ...obvious, ...arriving, ...obviousArriving, together];
    const served = all.flatMap(({ customers }) => customers);
    const twice = served.length - new Set(served).size;
    const msOf = (of: readonly Popped[]) => of.flatMap(({ ms }) => ms);
    return {
      name: 'next-case',
      setting: `${size} ready work items, 10 portfolios, 6 zones of which 4 are open`,
      figures: [
        figure('taken by one agent, median', 0.5, msOf(alone), msOf(obvious)),
        figure('taken by one agent, p99', 0.99, msOf(alone), msOf(obvious)),
        figure(
          `taken by many agents, ${arrivalsPerSecond} a second, p99`,
          0.99,
          msOf(arriving),
          msOf(obviousArriving),
        ),
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

function figure(what: string, q: number, ours: readonly number[], theirs: readonly number[]) {
  const measured = quantile(ours, q);
  return {
    what,
    unit: 'ms',
    measured,
    baseline: quantile(theirs, q),
    baselineWhat: 'the same of the obvious query: sort all that is ready, lock, lease and take',
    budget: `≤ ${budgetMs} ms`,
    met: measured <= budgetMs,
  };
}

type Popped = { readonly ms: number[]; readonly customers: string[] };

/** Pops that arrive at a fixed rate, whether or not the one before is done. */
async function arrivingPops(db: Db, pop: Pop, count: number): Promise<Popped> {
  const customers: string[] = [];
  const ms = await arrivals(arrivalsPerSecond, count, async (i) => {
    const customerId = await pop(db, i % agents, agents + i);
    if (customerId !== null) customers.push(customerId);
  });
  return { ms, customers };
}

type Pop = (db: Db, worker: number, turn: number) => Promise<string | null>;

/** The agent is locked, the best candidates are read, one is locked, leased and taken, committed. */
const claimNext: Pop = (db, worker, turn) =>
  inHotTransaction(db, async ({ run }) => {
    const wanted = wantedBy(worker, turn);
    const { candidates } = await lockOutlook(run, wanted);
    for (const candidate of candidates) {
      if ((await takeItem(run, wanted, candidate)).taken) return candidate.customerId;
    }
    return null;
  });

/** What one would write first: sort all that is ready in the open zones, lease and take the best. */
const popObvious: Pop = async (db, worker, turn) => {
  const { userId, portfolioIds, preferUpper } = wantedBy(worker, turn);
  const { rows } = await sql<{ customerId: string }>`
    with best as (
      select customer_id, id, case_id from work_items w
      where state = 'ready' and portfolio_id = any(${[...portfolioIds]}::uuid[])
        and zone = any(${openZones}::text[]) and next_callable_at <= ${at}::timestamptz
      order by (priority_tier = ${preferUpper}) desc, priority desc, id
      limit 1 for update skip locked
    ), leased as (
      insert into customer_leases as l (customer_id, user_id, case_id, until)
      select customer_id, ${userId}::uuid, case_id, ${until}::timestamptz from best
      on conflict (customer_id) do nothing returning 1
    )
    update work_items w set state = 'leased', lease_owner = ${userId}::uuid,
      lease_until = ${until}::timestamptz
    from best where w.customer_id = best.customer_id and w.id = best.id
    returning w.customer_id
  `.execute(db);
  return rows[0]?.customerId ?? null;
};

function wantedBy(worker: number, turn: number): NextWanted {
  const userId = `00000000-0000-7000-8000-00000000${String(worker + 3200).padStart(4, '0')}`;
  const portfolioIds = [portfolios[worker % 10] ?? '', portfolios[(worker + 1) % 10] ?? ''];
  return { userId, portfolioIds, zones: openZones, preferUpper: turn % 4 !== 3, at, until };
}

async function popOnce(db: Db, pop: Pop, worker: number, turn: number, popped: Popped) {
  const began = performance.now();
  const customerId = await pop(db, worker, turn);
  popped.ms.push(performance.now() - began);
  if (customerId !== null) popped.customers.push(customerId);
}

async function pops(db: Db, pop: Pop, workers: number, each: number): Promise<Popped> {
  const popped: Popped = { ms: [], customers: [] };
  const work = async (worker: number) => {
    for (let i = 0; i < each; i += 1) await popOnce(db, pop, worker, i, popped);
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return popped;
}
