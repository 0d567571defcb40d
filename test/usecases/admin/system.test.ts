import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as system from '#contract/admin/system.ts';
import { event } from '#domain/events/event.ts';
import { inTurn } from '#http/mount.ts';
import { append } from '#storage/event-log.ts';
import { openPools } from '#storage/pools.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, metricsToken } from '#test/support/world/fresh-world.ts';

test('the state of the installation', async (t) => {
  const world = await freshWorld({ forgesEvents: true });
  const book = await smallBook(world);
  const other = await book.addPortfolio();
  const made = await book.addCase({ state: 'working' });
  await book.addCase({ state: 'requested', work: 'waiting' });
  const administrator = await world.user('administrator');
  const manager = await world.user('manager', book.portfolio.id);

  const sendCheck = (userId: string) =>
    world.server.inject({
      method: 'POST',
      url: '/api/system/check-log',
      headers: { 'x-dunlin': '1', 'x-test-actor': userId },
      payload: {},
    });

  await t.test('is told in figures that come from the database and this process', async () => {
    const health = await world.call(system.readHealth, administrator, {});
    assert.match(health.database.version, /^\d+/);
    assert.ok(health.database.sizeBytes > 1_000_000);
    assert.ok(health.database.migrations.length >= 5);
    assert.ok(health.process.residentBytes > 1_000_000);
    assert.equal(health.work.openCases, 2);
    assert.deepEqual([health.work.ready, health.work.waiting], [1, 1]);
    assert.equal(health.log.outboxLag, null, 'no live reader runs in a test');
  });

  await t.test('daily runs are those of one’s portfolios, and a day is run once', async () => {
    const { runs } = await world.call(system.runDaily, manager, {});
    assert.deepEqual(
      runs.map(({ portfolioId, runOn }) => [portfolioId, runOn]),
      [[book.portfolio.id, '2026-11-18']],
    );
    assert.ok(runs[0]?.counts, 'the first run of the day did something');
    const again = await world.call(system.runDaily, manager, {});
    assert.equal(again.runs[0]?.counts, null);

    const mine = await world.call(system.readHealth, manager, {});
    assert.deepEqual(
      mine.portfolios.map(({ id, lastRun }) => [id, lastRun?.runOn]),
      [[book.portfolio.id, '2026-11-18']],
    );
    const all = await world.call(system.readHealth, administrator, {});
    assert.equal(all.portfolios.find(({ id }) => id === other.id)?.lastRun, null);
    const { status } = await world.request(system.runDaily, manager, { portfolioId: other.id });
    assert.equal(status, 403);
  });

  await t.test(
    'one who checks the log many times at once is told to wait, and others are served',
    async () => {
      const requests = Array.from({ length: 24 }, () => sendCheck(administrator.userId));
      const other = await world.call(system.readHealth, manager, {});
      assert.ok(other.database.version);
      const answers = await Promise.all(requests);
      const refused = answers.filter(({ statusCode }) => statusCode === 429);
      assert.equal(refused.length, 22, 'one runs and one waits');
      assert.equal(refused[0]?.headers['retry-after'], '5');
      assert.deepEqual(refused[0]?.json<{ type: string }>().type, '/problems/busy');
      assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 2);
    },
  );

  await t.test(
    'each kind of work has its time for a statement, and says so when it is over',
    async () => {
      const pools = openPools(world.databaseUrl, 'test');
      const times = [pools.db, pools.slowDb, pools.jobDb].map(async (db) => {
        const { rows } = await sql<{ statementTimeout: string }>`show statement_timeout`.execute(
          db,
        );
        return rows[0]?.statementTimeout;
      });
      assert.deepEqual(await Promise.all(times), ['30s', '1min', '30min']);
      await pools.close();
      const work = inTurn(world.door, administrator, 'report', ({ db }) =>
        db.transaction().execute(async (tx) => {
          await sql`set local statement_timeout = 10`.execute(tx);
          await sql`select pg_sleep(60)`.execute(tx);
        }),
      );
      await assert.rejects(work, { code: 'too-heavy', facts: { needs: 'time', limit: '60 s' } });
    },
  );

  await t.test('an event that was changed behind the program’s back is named', async () => {
    const check = () => world.call(system.checkLog, administrator, {});
    const { caseId, customerId, portfolioId } = made;
    const moment = { occurredAt: '2026-11-18T15:00:00Z', recordedAt: '2026-11-18T15:00:00Z' };
    const place = { tenantId: world.app.tenantId, portfolioId, customerId, caseId, actorId: null };
    const frame = () => ({ id: world.app.newId(), ...place, ...moment });
    const noteOf = () => ({ noteId: world.app.newId(), conversationId: null });
    await append(world.db, [
      event('note.written', frame(), noteOf()),
      event('plan.approved', frame(), { planId: world.app.newId() }),
      event('note.written', frame(), noteOf()),
    ]);
    const logged = await world.db
      .selectFrom('eventLog')
      .select(['seq', 'caseId'])
      .where('kind', '=', 'plan.approved')
      .executeTakeFirstOrThrow();
    const change = (facts: string) =>
      world.pool.query('update event_log set facts = facts || $1 where seq = $2', [
        facts,
        logged.seq.toString(),
      ]);
    await assert.rejects(() => change('{"forged": true}'), /only ever added to/);
    // Whoever owns the database can go round the guard; the chain still tells.
    await world.pool.query('alter table event_log disable trigger only_added');
    await change('{"forged": true}');
    assert.deepEqual((await check()).broken, [
      { caseId: logged.caseId, seq: logged.seq.toString() },
    ]);
  });

  await t.test('metrics are open to this machine, not to whom a proxy speaks for', async () => {
    const metrics = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      world.server.inject({ url: '/metrics', headers, remoteAddress });
    const own = await metrics({});
    assert.equal(own.statusCode, 200);
    assert.match(own.body, /^dunlin_open_cases 2$/m);
    assert.match(own.body, /^dunlin_work_items\{state="waiting"\} \d+$/m);
    for (const line of own.body.trimEnd().split('\n')) {
      assert.match(line, /^(# (HELP|TYPE) )?dunlin_\w+(\{\w+="[\w-]+"\})? .+$/);
    }
    assert.equal((await metrics({ 'x-forwarded-for': '203.0.113.9' })).statusCode, 401);
    assert.equal((await metrics({}, '203.0.113.9')).statusCode, 401);
    for (const host of [
      'dunlin.example.com',
      'localhost.example.com:7070',
      '127.0.0.1.evil.test',
    ]) {
      assert.equal((await metrics({ host })).statusCode, 401, host);
    }
    assert.equal((await metrics({ host: '127.0.0.1:7070' })).statusCode, 200);
    const byToken = (token: string) => metrics({ authorization: `Bearer ${token}` }, '203.0.113.9');
    assert.equal((await byToken(metricsToken)).statusCode, 200);
    assert.equal((await byToken(`${metricsToken}x`)).statusCode, 401);
    const agent = await world.user('agent');
    const asked = (id: string | null) => metrics({ 'x-test-actor': id ?? '' }, '203.0.113.9');
    assert.equal((await asked(agent.userId)).statusCode, 403);
    assert.equal((await asked(administrator.userId)).statusCode, 200);
  });
});
