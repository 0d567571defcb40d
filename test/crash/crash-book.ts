import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { seeded, seedOf } from '#kernel/random.ts';
import { verifyChains } from '#storage/append-many.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { World } from '#test/support/world/fresh-world.ts';
import { recoverContacts } from '#usecases/calls/steps/recover-contacts.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordSent } from '#usecases/tasks/record-sent.ts';
import type { CrashJob } from './crash-work.ts';

const script = fileURLToPath(new URL('./crash-work.ts', import.meta.url));

/** What processes said was done, before they died or the connection was lost. */
export type Said = {
  readonly paid: Set<string>;
  readonly reversed: Set<string>;
  readonly finished: Set<string>;
};

/** Nothing said yet. */
export function nothingSaid(): Said {
  return { paid: new Set(), reversed: new Set(), finished: new Set() };
}

/** A book to begin with, so that there is something to pay and to call from the first moment. */
export async function firstBook(world: World, portfolioId: string): Promise<void> {
  const office = await world.user('back_office');
  const lines = Array.from({ length: 40 }, (_, i) => {
    const phone = `+1212555${String(100 + i).padStart(4, '0')}`;
    return `C${i},Person ${i},A${i},I${i},2026-09-${10 + (i % 20)},${30 + i}.50,${phone},NY,${i} High Street`;
  });
  const header = 'Customer number,Name,Account,Invoice number,Due date,Amount,Mobile,State,Street';
  const content = [header, ...lines].join('\n');
  const { state, counts } = await importFile(world, office, { portfolioId, content });
  assert.equal(state, 'done', JSON.stringify(counts));
  await dailyRun(world.app, portfolioId, '2026-10-30');
  const sent = { portfolioId, kind: 'send-request', sentOn: null, how: 'post' };
  const { recorded } = await recordSent(world.app, office, sent);
  assert.ok(recorded > 0, 'letters went out before the first kill');
}

/** The address of another database on the server of the tests. */
export async function urlOf(name: string): Promise<string> {
  const other = await testDatabase();
  const url = new URL(other.appUrl);
  await other.drop();
  url.pathname = `/${name}`;
  return url.href;
}

/** Where one of the processes works, for whom, and its own draws. */
export async function placeOf(
  world: World,
  place: Pick<CrashJob, 'url' | 'uploads' | 'portfolioId' | 'lane'>,
) {
  const agent = await world.user('agent');
  const office = await world.user('back_office');
  const people = { agentId: agent.userId ?? '', officeId: office.userId ?? '' };
  return { ...place, ...people, random: seeded(seedOf(`kill ${place.lane}`)) };
}

/** A process at work: what it says is noted, each line told on; `ended` once all was read. */
export function startWork(
  job: CrashJob,
  said: Said,
  hear: (what: string, about: string) => void,
  program = script,
): { child: ChildProcess; errors: string[]; heard: Promise<void> } {
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(job.uploads, 'compiled') },
  });
  const errors: string[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const lines = createInterface({ input: child.stdout });
  const heard = new Promise<void>((resolve) => {
    lines.on('close', resolve);
    lines.on('line', (line) => {
      const [what = '', about = ''] = line.split(' ');
      if (what === 'paid') said.paid.add(about);
      if (what === 'reversed') said.reversed.add(about);
      if (what === 'finished') said.finished.add(about);
      hear(what, about);
    });
  });
  return { child, errors, heard };
}

/** Everybody is dead: what they had in hand is settled as by whoever takes over. */
export async function settleDead({ app, db }: World): Promise<void> {
  await db.updateTable('instances').set({ takenAt: new Date().toISOString() }).execute();
  await recoverContacts(app);
}

/** The books are sound, the chains hold, and all that was acknowledged is there, once. */
export async function checkAll({ db }: World, said: Said): Promise<void> {
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
  const payments = await db.selectFrom('payments').select(['reference', 'reversedAt']).execute();
  const kept = new Map(payments.map(({ reference, reversedAt }) => [reference, reversedAt]));
  const lost = [...said.paid].filter((reference) => !kept.has(reference));
  assert.deepEqual(lost, [], 'every acknowledged payment is in the books');
  const notBack = [...said.reversed].filter((reference) => !kept.get(reference));
  assert.deepEqual(notBack, [], 'every acknowledged reversal is in the books');
  const finished = await db
    .selectFrom('conversations')
    .select('id')
    .where('state', '=', 'done')
    .execute();
  const done = new Set(finished.map(({ id }) => id));
  assert.deepEqual(
    [...said.finished].filter((id) => !done.has(id)),
    [],
  );
  for (const [name, query] of Object.entries(faults)) {
    const { rows } = await sql.raw(query).execute(db);
    assert.deepEqual(rows, [], name);
  }
}

/** Ends one connection of the processes at work, drawn among those there are; answers how many. */
export async function terminateOne({ db }: World, draw: number): Promise<number> {
  const { rows } = await sql<{ ended: boolean }>`
    with theirs as (
      select pid, row_number() over (order by state = 'idle', pid) - 1 as place,
        count(*) over () as all_of_them
      from pg_stat_activity
      where datname = current_database() and application_name like 'dunlin %'
    )
    select pg_terminate_backend(pid) as ended from theirs
    where place = floor(${draw}::float8 * all_of_them)
  `.execute(db);
  return rows.length;
}

/** What the processes got done, for the reader of the test's output. */
export async function tally({ db }: World): Promise<string> {
  const { rows } = await sql<Record<string, unknown>>`
    select (select count(*)::int from imports where state = 'done') as imports,
      (select count(*)::int from daily_runs where ended_at is not null) as runs,
      (select count(*)::int from payments) as payments,
      (select count(*)::int from attempts) as attempts,
      (select count(*)::int from attempts where channel = 'letter') as letters,
      (select count(*)::int from conversations where state = 'done') as finished,
      (select count(*)::int from cases) as cases,
      (select count(*)::int from event_log) as events`.execute(db);
  return JSON.stringify(rows[0]);
}

/** Queries that find nothing while the product keeps its word. */
const faults = {
  'an attempt is neither settled nor counted as unknown': `
    select id, state from attempts where state in ('reserved', 'released')`,
  'a case of one customer is open twice': `
    select customer_id from cases where closed_at is null
    group by customer_id, portfolio_id having count(*) > 1`,
  'a closed case has a live work item': `
    select w.id from work_items w join cases c on c.customer_id = w.customer_id and c.id = w.case_id
    where c.closed_at is not null and w.state <> 'done'`,
  'a case to be called is in no queue': `
    select c.id from cases c where c.closed_at is null and c.next_action = 'call'
      and not exists (select 1 from work_items w where w.customer_id = c.customer_id
        and w.case_id = c.id and w.state <> 'done')`,
  'a notice was recorded twice': `
    select case_id from notices group by case_id, stage, announces, sent_on having count(*) > 1`,
  'a call ended twice': `
    select facts ->> 'attemptId' as attempt from event_log where kind = 'contact.ended'
    group by 1 having count(*) > 1`,
  'a call is up that nobody has in hand': `
    select v.id from conversations v join attempts a on a.customer_id = v.customer_id
      and a.id = v.attempt_id
    where v.ended_at is null and a.state not in ('reserved', 'released')`,
  'a payment was booked twice': `
    select reference from payments where reference is not null
    group by portfolio_id, reference having count(*) > 1`,
  'an import left rows of a file half in': `
    select import_id from customers where import_id is not null
    group by import_id having count(*) <> 40`,
};
