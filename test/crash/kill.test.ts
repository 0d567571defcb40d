import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { seeded, seedOf } from '#kernel/random.ts';
import { verifyChains } from '#storage/append-many.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { nightly } from '#test/support/run/nightly.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { recoverContacts } from '#usecases/calls/recover-contacts.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordSent } from '#usecases/tasks/record-sent.ts';
import type { CrashJob } from './crash-work.ts';

const lanes = 2;
/**
 * A process lives for so many pieces of work, and dies at some moment of the last one. Starting it
 * takes ten times longer than a piece of work: by day few processes do much, at night many die.
 */
const { killsALane, mostTurns } = nightly
  ? { killsALane: 26, mostTurns: 6 }
  : { killsALane: 5, mostTurns: 16 };
const longestLastMs = 120;
const script = fileURLToPath(new URL('./crash-work.ts', import.meta.url));

/** What the killed processes said was done before they died. */
type Said = {
  readonly paid: Set<string>;
  readonly reversed: Set<string>;
  readonly finished: Set<string>;
};

test('killed at any moment, in two processes at once, nothing is lost or doubled', async (t) => {
  const uploads = mkdtempSync(join(tmpdir(), 'dunlin-crash-'));
  try {
    const world = await freshWorld({ at: '2026-10-30T15:00:00.000Z' });
    const { portfolio } = await smallBook(world, { settings: { entry: { graceDays: 0 } } });
    await firstBook(world, portfolio.id);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      world.db,
    );
    const url = await urlOf(rows[0]?.name ?? '');
    const said: Said = { paid: new Set(), reversed: new Set(), finished: new Set() };
    const places = await Promise.all(
      Array.from({ length: lanes }, (_, lane) =>
        placeOf(world, { url, uploads, portfolioId: portfolio.id, lane }),
      ),
    );
    // A round is a day: processes that share a database share the time as well.
    for (let round = 0; round < killsALane; round += 1) {
      await Promise.all(
        places.map(({ random, ...place }) => {
          const turns = Math.ceil(random() * mostTurns);
          const life = { turns, lastMs: random() * longestLastMs };
          return liveAndDie({ ...place, round }, life, said);
        }),
      );
    }
    assert.ok(said.paid.size > killsALane, `${said.paid.size} payments were acknowledged`);
    await recoverContacts(world.app);
    await checkAll(world, said);
    t.diagnostic(await tally(world));
  } finally {
    rmSync(uploads, { recursive: true, force: true });
  }
});

/** A book to begin with, so that there is something to pay and to call from the first moment. */
async function firstBook(world: World, portfolioId: string): Promise<void> {
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
async function urlOf(name: string): Promise<string> {
  const other = await testDatabase();
  const url = new URL(other.url);
  await other.drop();
  url.pathname = `/${name}`;
  return url.href;
}

/** Where one of the two processes works, for whom, and its own draws. */
async function placeOf(
  world: World,
  place: Pick<CrashJob, 'url' | 'uploads' | 'portfolioId' | 'lane'>,
) {
  const agent = await world.user('agent');
  const office = await world.user('back_office');
  const people = { agentId: agent.userId ?? '', officeId: office.userId ?? '' };
  return { ...place, ...people, random: seeded(seedOf(`kill ${place.lane}`)) };
}

/** Starts one process, lets it begin so many pieces of work, and kills it outright in the last. */
async function liveAndDie(
  job: CrashJob,
  life: { readonly turns: number; readonly lastMs: number },
  said: Said,
): Promise<void> {
  let turns = 0;
  const child = spawn(process.execPath, [script, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(job.uploads, 'compiled') },
  });
  const errors: string[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const lines = createInterface({ input: child.stdout });
  const heard = new Promise<void>((resolve) => {
    lines.on('close', resolve);
    lines.on('line', (line) => {
      const [what, about = ''] = line.split(' ');
      if (what === 'turn') turns += 1;
      if (what === 'turn' && turns === life.turns) {
        setTimeout(() => child.kill('SIGKILL'), life.lastMs);
      }
      if (what === 'paid') said.paid.add(about);
      if (what === 'reversed') said.reversed.add(about);
      if (what === 'finished') said.finished.add(about);
    });
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  await heard;
  assert.equal(signal, 'SIGKILL', errors.join(''));
}

async function checkAll({ db }: World, said: Said): Promise<void> {
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

/** What the killed processes got done, for the reader of the test's output. */
async function tally({ db }: World): Promise<string> {
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
  'an import left rows of a file half in': `
    select import_id from customers where import_id is not null
    group by import_id having count(*) <> 40`,
};
