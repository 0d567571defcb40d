import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Random, seeded, seedOf } from '#kernel/random.ts';
import { verifyChains } from '#storage/append-many.ts';
import { verifyDecisions } from '#storage/gate/gate.ts';
import { type CustomerOptions, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { nightly } from '#test/support/run/nightly.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { recoverContacts } from '#usecases/calls/steps/recover-contacts.ts';
import { beyondLimits, conversationTooSoon, doubledReplies } from './contention-count.ts';
import { type ContentionJob, type ContentionPerson, realMsADay } from './contention-work.ts';

/** It lasts so long, and until each of the limits was met. */
const leastMs = nightly ? 60_000 : 20_000;
const mostMs = 300_000;
const limits = ['USF-14B-7IN7', 'US-NYC-FREQ-3IN7', 'US-MA-2IN7-PERSONAL'];
const workersEach = 8;
const killEveryMs = 3_000;
/**
 * Clocks of four processes within the bound, and of one beyond it: by more days than pass meanwhile,
 * since a day that passes between two looks at the clock hides a smaller difference.
 */
const skewsMs = [0, 4_000, -4_000, 2_500];
const beyondMs = 60 * 86_400_000;
const script = fileURLToPath(new URL('./contention-work.ts', import.meta.url));

const ohio = { region: 'OH', city: 'Columbus', postalCode: '43004' };
const newYork = { region: 'NY', city: 'New York', postalCode: '10001' };
const boston = { region: 'MA', city: 'Boston', postalCode: '02108' };

/** Whom they contact: two debts, one debt, places with narrower counts than the federal one. */
const customers: readonly CustomerOptions[] = [
  ...Array.from({ length: 6 }, (_, i) => ({ ...ohio, phones: [`+1216555010${i}`] })),
  ...Array.from({ length: 3 }, (_, i) => ({ ...newYork, phones: [`+1212555010${i}`] })),
  ...Array.from({ length: 3 }, (_, i) => ({ ...boston, phones: [`+1617555010${i}`] })),
];

test('32 workers in processes that are killed, with clocks that differ: no limit is passed, nothing is lost', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-contention-'));
  try {
    const world = await freshWorld();
    const people = await peopleOf(world, await smallBook(world));
    const url = String(world.pool.options.connectionString);
    await moveClock(world);
    const notes = join(folder, 'notes');
    writeFileSync(notes, '');
    const random = seeded(seedOf('contention'));
    const common = { url, people, workers: workersEach, notes };
    const jobs = await Promise.all(
      [...skewsMs, beyondMs].map(async (skewMs, lane) => {
        const { userId } = await world.user('agent');
        const campaign = skewMs === beyondMs ? 'beyond' : 'within';
        return { ...common, lane, life: 0, skewMs, userId: userId ?? '', campaign };
      }),
    );
    const kills = await runAll(world, jobs, random);
    await checkAll(world, readNotes(notes));
    t.diagnostic(`${kills} processes killed; ${await tally(world)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function peopleOf(world: World, book: SmallBook): Promise<readonly ContentionPerson[]> {
  const people: ContentionPerson[] = [];
  for (const customer of customers) {
    const made = await book.addCase({ customer });
    const { customerId, caseId, portfolioId } = made;
    const mail = { id: world.app.newId(), value: '1 Main Street' };
    const email = { id: world.app.newId(), value: `person-${people.length}@example.com` };
    const owned = ownedBy(customerId);
    const at = '2026-10-01T00:00:00Z';
    await world.db
      .insertInto('contactPoints')
      .values([
        { ...owned, ...mail, kind: 'mail', source: 'test', state: 'valid', createdAt: at },
        { ...owned, ...email, kind: 'email', source: 'test', state: 'valid', createdAt: at },
      ])
      .execute();
    await (people.length % 2 === 0 ? stopMessages : allowRecordings)(world, owned, at);
    const [phone] = made.phones;
    assert.ok(phone);
    people.push({ customerId, caseId, portfolioId, phone, mail, email });
  }
  return people;
}

type Owned = ReturnType<typeof ownedBy>;

/** They stopped messages: each of theirs may still be answered, once. */
async function stopMessages({ app, db }: World, owned: Owned, givenAt: string): Promise<void> {
  const preference = { id: app.newId(), kind: 'opt_out_medium', channel: 'sms', givenAt };
  await db
    .insertInto('preferences')
    .values({ ...owned, ...preference })
    .execute();
}

/** They agreed to recorded calls, which count like any other. */
async function allowRecordings({ app, db }: World, owned: Owned, receivedAt: string) {
  const consent = { id: app.newId(), kind: 'tcpa_prior_express', givenTo: app.tenantId };
  await db
    .insertInto('consents')
    .values({ ...owned, ...consent, receivedAt })
    .execute();
}

/** The database tells the time of the test: days pass in a moment, for it as for the processes. */
async function moveClock({ pool }: World): Promise<void> {
  await pool.query('create table contention as select $1::bigint as began', [Date.now()]);
  await pool.query(`create function public.clock_timestamp() returns timestamptz language sql as $$
    select timestamptz '2026-11-02T18:00:00Z' + make_interval(days => (ms / ${realMsADay})::int)
      + ms * interval '1 millisecond'
    from (select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::bigint - began as ms
      from public.contention) c $$`);
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  await pool.query(`alter database "${rows[0]?.name}" set search_path = public, pg_catalog`);
}

/** Runs every lane, killing one process after the other; answers how many. */
async function runAll(
  world: World,
  jobs: readonly ContentionJob[],
  random: Random,
): Promise<number> {
  const errors: string[] = [];
  const lanes = jobs.map((job) => ({ job, child: start(job, errors) }));
  await Promise.all(lanes.map(({ child }) => ready(child)));
  const beganMs = Date.now();
  const lastsMs = () => Date.now() - beganMs;
  let kills = 0;
  while (lastsMs() < leastMs || (lastsMs() < mostMs && (await unmet(world)).length > 0)) {
    await wait((0.5 + random()) * killEveryMs);
    const lane = lanes[Math.floor(random() * skewsMs.length)];
    assert.ok(lane);
    await kill(lane.child);
    kills += 1;
    lane.job = { ...lane.job, life: lane.job.life + 1 };
    lane.child = start(lane.job, errors);
  }
  await Promise.all(lanes.map(({ child }) => kill(child)));
  assert.deepEqual(errors, []);
  return kills;
}

function start(job: ContentionJob, errors: string[]): ChildProcess {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr?.on('data', (data: Buffer) => errors.push(data.toString()));
  return child;
}

/** Waits until a process says that it works, or is no more. */
async function ready({ stdout }: ChildProcess): Promise<void> {
  if (stdout) await Promise.race([once(stdout, 'data'), once(stdout, 'close')]);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What the processes had acknowledged, by kind; a last line cut off by a kill is no line. */
function readNotes(notes: string): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(notes, 'utf8').split('\n').slice(0, -1);
  const byKind = new Map<string, string[]>();
  for (const line of lines) {
    const [kind = '', id = ''] = line.split(' ');
    byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  }
  return byKind;
}

async function checkAll(world: World, noted: ReadonlyMap<string, readonly string[]>) {
  const { db } = world;
  // Everybody is dead: what was under way is unknown, and stays counted.
  await recoverContacts(world.app);
  const attempts = await db
    .selectFrom('attempts')
    .selectAll()
    .where('direction', '=', 'outbound')
    .execute();
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const [reserved = [], released = [], used = []] = ['reserved', 'released', 'used'].map((kind) =>
    noted.get(kind),
  );
  assert.ok(reserved.length > 0 && used.length > 0);
  const lost = (ids: readonly string[]) => ids.filter((id) => !byId.has(id));
  assert.deepEqual([lost(reserved), lost(released), lost(used)], [[], [], []], 'none is lost');
  assert.equal(new Set(used).size, used.length, 'no token is used twice');
  const open = attempts.filter(({ state }) => !['refused', 'ended', 'unknown'].includes(state));
  assert.deepEqual(open, [], 'every reservation has come to something');
  const usedButRefused = used.filter((id) => byId.get(id)?.state === 'refused');
  assert.deepEqual(usedButRefused, [], 'what left the house counts');
  const { rows: events } = await sql<{ id: string }>`
    select facts ->> 'attemptId' as id from event_log where kind = 'contact.reserved'
  `.execute(db);
  assert.deepEqual(events.map(({ id }) => id).sort(), [...byId.keys()].sort());
  assert.deepEqual(await beyondLimits(db), [], 'no limit is passed');
  assert.deepEqual(await conversationTooSoon(db), [], 'after a talk nobody calls for seven days');
  assert.deepEqual(await doubledReplies(db), [], 'each message is answered once');
  assert.deepEqual(await unmet(world), [], 'somebody came up against each limit');
  const beyond = await db
    .selectFrom('decisions')
    .select(['verdict', 'rules'])
    .where('campaign', '=', 'beyond')
    .execute();
  assert.ok(beyond.length > 0, 'the process with the wrong clock tried');
  assert.ok(beyond.every(({ verdict }) => verdict === 'refused'));
  assert.ok(beyond.every(({ rules }) => rules.includes('DUNLIN-CLOCK-SKEW')));
  assert.deepEqual(await verifyDecisions(db), []);
  assert.deepEqual(await verifyChains(db), []);
}

/** The limits that nobody has come up against. */
async function unmet({ db }: World): Promise<readonly string[]> {
  const { rows } = await sql<{ rule: string }>`
    select distinct unnest(rules) as rule from decisions`.execute(db);
  const met = new Set(rows.map(({ rule }) => rule));
  return limits.filter((limit) => !met.has(limit));
}

/** What went on, for the reader of the test's output. */
async function tally({ db }: World): Promise<string> {
  const { rows } = await sql<{ what: string; count: string }>`
    select 'decisions ' || verdict as what, count(*) from decisions group by verdict
    union all
    select channel || ' ' || coalesce(result, state), count(*) from attempts
    where direction = 'outbound' group by 1
    order by 1
  `.execute(db);
  return rows.map(({ what, count }) => `${what}: ${count}`).join(', ');
}
