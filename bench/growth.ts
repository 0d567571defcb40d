import { sql } from 'kysely';
import * as contact from '#contract/conversations.ts';
import { addDays } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { closeAll, closeAtEndOfEachFile } from '#test/support/run/at-end.ts';
import { answersBy, meets } from '#test/support/world/answering.ts';
import { callNext, hungUp, pass, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import type { Db } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import type { BenchResult, Figure } from './figure.ts';
import { agedPortfolio, requestsSent } from './support/aged-book.ts';
import { appOn, firstDay, freshAgedBook } from './support/aged-days.ts';
import { sizeOf } from './support/arguments.ts';

/** Accounts whose daily run is measured, for each call. */
const accountsACall = 50;
const days = 5;

/** A year of a book of a million accounts: so many open cases every day, and calls on a workday. */
const year = { openCases: 400_000, days: 365, calls: 50_000, workdays: 252, answered: 0.3 };

/** Half of the bytes of tables and indexes, and of the log ahead of them, of before. */
const budget = { bytes: 5.6, wal: 10.35 };

/**
 * How a database grows: bytes of tables with their indexes, and of the write-ahead log, for a call
 * (with the right person, and one that nobody takes), for the gate's decision in it, and for a day of
 * an open case in the daily run. Then what that comes to in a year.
 */
export async function bench(): Promise<BenchResult> {
  const calls = sizeOf(200);
  closeAtEndOfEachFile();
  const spoken = await callsOf(calls, true);
  const unanswered = await callsOf(calls, false);
  const caseDay = await caseDayOf(calls * accountsACall);
  const { answered } = year;
  const mixed = (of: (one: Grown) => number) =>
    answered * of(spoken.call) + (1 - answered) * of(unanswered.call);
  const ofYear =
    (year.calls * year.workdays * mixed(({ bytes }) => bytes) +
      year.openCases * year.days * caseDay.bytes) /
    1e9;
  return {
    name: 'growth',
    setting: `${calls} calls of either kind, ${days} days of ${calls * accountsACall} accounts`,
    figures: [
      kept('a call with the right person', spoken.call, budget.bytes),
      logged('a call with the right person', spoken.call, budget.wal),
      kept('a call that nobody takes', unanswered.call, budget.bytes),
      logged('a call that nobody takes', unanswered.call, budget.wal),
      kept("of these, the gate's decision", spoken.decision, budget.bytes / 2),
      kept('a day of an open case', caseDay, 0.5),
      logged('a day of an open case', caseDay, 1),
      {
        what:
          `a year of a million accounts: ${year.openCases} open cases, ${year.calls} calls ` +
          `on ${year.workdays} days, ${100 * answered} % of them answered`,
        unit: 'GB',
        measured: ofYear,
        baseline: null,
        baselineWhat: null,
        budget: '≤ 100 GB',
        met: ofYear <= 100,
      },
    ],
  };
}

/** Bytes for one of something. */
type Grown = { readonly bytes: number; readonly wal: number };

function kept(what: string, { bytes }: Grown, most: number): Figure {
  return figureOf(`tables and indexes, ${what}`, bytes, most);
}

function logged(what: string, { wal }: Grown, most: number): Figure {
  return figureOf(`write-ahead log, ${what}`, wal, most);
}

function figureOf(what: string, bytes: number, most: number): Figure {
  const measured = bytes / 1000;
  return {
    what,
    unit: 'kB',
    measured,
    baseline: null,
    baselineWhat: null,
    budget: `≤ ${most} kB`,
    met: measured <= most,
  };
}

/** Where a database stands: bytes of its tables, and its place in the log as it came and now. */
type Standing = {
  readonly bytes: number;
  readonly decisions: number;
  readonly came: number;
  readonly now: number;
};

/** After a vacuum, whose own writing into the log does not count; the outbox is emptied all the time. */
async function standing(db: Db): Promise<Standing> {
  const place = sql<{ at: string }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as at`;
  const came = await place.execute(db);
  await sql`vacuum`.execute(db);
  const { rows } = await sql<{ bytes: string; decisions: string }>`
    select sum(pg_total_relation_size(c.oid)) as bytes,
      sum(pg_total_relation_size(c.oid)) filter (where c.relname = 'decisions') as decisions
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'outbox'`.execute(db);
  const now = await place.execute(db);
  return {
    bytes: Number(rows[0]?.bytes),
    decisions: Number(rows[0]?.decisions),
    came: Number(came.rows[0]?.at),
    now: Number(now.rows[0]?.at),
  };
}

/** What was added between two standings, for each of so many. */
function grown(before: Standing, after: Standing, count: number): Grown {
  return { bytes: (after.bytes - before.bytes) / count, wal: (after.came - before.now) / count };
}

/**
 * Calls from the desk's next case to the end of their wrap-up. Pages are written whole into the log
 * once after each checkpoint; a first half of the calls pays for that, and the second is measured.
 */
async function callsOf(
  calls: number,
  isAnswered: boolean,
): Promise<{ readonly call: Grown; readonly decision: Grown }> {
  const asPerson = isAnswered ? answersBy('customer') : meets({ kind: 'ring-out' });
  const world = await freshWorld({ asPerson });
  const book = await smallBook(world);
  for (let i = 0; i < 2 * calls; i += 1) await book.addCase();
  const agent = await world.user('agent');
  await callAll(world, agent, calls, isAnswered);
  const before = await standing(world.db);
  await callAll(world, agent, calls, isAnswered);
  const after = await standing(world.db);
  await closeAll();
  const decisions = (after.decisions - before.decisions) / calls;
  return { call: grown(before, after, calls), decision: { bytes: decisions, wal: 0 } };
}

type Agent = Awaited<ReturnType<World['user']>>;

async function callAll(world: World, agent: Agent, calls: number, isAnswered: boolean) {
  for (let i = 0; i < calls; i += 1) {
    const begun = await callNext(world, agent);
    const { conversationId } = begun;
    if (isAnswered) {
      await verified(world, agent, begun);
      await hungUp(world, agent, begun);
    } else await pass(world, 60_000);
    await world.call(contact.finish, agent, {
      conversationId,
      mechanism: 'outbound-call',
      result: isAnswered ? 'information-given' : 'no-answer',
      nextOn: '2026-11-20',
    });
  }
}

/** Ordinary days of an aged book, for each case that was open on them. */
async function caseDayOf(accounts: number): Promise<Grown> {
  const book = await freshAgedBook(accounts);
  const run = (day: string) => dailyRun(appOn(book.db, day), agedPortfolio, day);
  try {
    await run(firstDay);
    await requestsSent(book.db, firstDay);
    await run(addDays(firstDay, 1));
    const before = await standing(book.db);
    for (let round = 2; round < 2 + days; round += 1) await run(addDays(firstDay, round));
    const after = await standing(book.db);
    const { rows } = await sql<{ open: bigint }>`
      select count(*) as open from cases where closed_at is null`.execute(book.db);
    return grown(before, after, Number(rows[0]?.open ?? 0) * days);
  } finally {
    await book.end();
  }
}
