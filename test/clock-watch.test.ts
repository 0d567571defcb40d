import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endOwnSignIn,
} from '#contract/account.ts';
import { runDaily } from '#contract/admin/system.ts';
import { askAllowed, writeNote } from '#contract/cases.ts';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import { closeAlarm, readAlarms } from '#contract/compliance/gate-alarms.ts';
import { finish, hangUp, stopContact } from '#contract/conversations.ts';
import { roles } from '#domain/workforce/rights.ts';
import { startClockwork } from '#jobs/clockwork.ts';
import { addDays, dateIn } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { aWednesday, freshWorld } from '#test/support/world/fresh-world.ts';
import { beginClockWatch, isClockInDoubt, watchClocks } from '#usecases/clock-watch.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

/** A product whose clock is the database's, as where it really runs, until it is moved. */
const watchedWorld = () => freshWorld({ clockCheck: true });
const tenDaysAhead = new Date(Date.parse(aWednesday) + 10 * 86_400_000).toISOString();

test('a clock ten days ahead begins nothing; when it is right again, a person says so', async () => {
  const world = await watchedWorld();
  const book = await smallBook(world);
  const { caseId } = await book.addCase();
  const manager = await world.user('manager');
  const agent = await world.user('agent');
  await watchClocks(world.app);
  assert.equal(isClockInDoubt(world.app), false);

  world.clock.set(tenDaysAhead);
  const refused = /clock-in-doubt/;
  await assert.rejects(() => world.call(runDaily, manager, {}), refused);
  const note = { caseId, words: 'rang back' };
  await assert.rejects(() => world.call(writeNote, agent, note), refused);
  const { points } = await world.call(askAllowed, agent, { caseId });
  for (const { verdict, rules } of points) {
    assert.equal(verdict, 'refused');
    assert.ok(rules.some(({ rule }) => rule === 'DUNLIN-CLOCK-SKEW'));
  }
  assert.ok(points.length > 0);
  const conversationId = world.app.newId();
  await assert.rejects(() => world.call(hangUp, agent, { conversationId }), /not-found/);

  assert.ok(world.app.clock() < Date.now() + 60_000, 'what happens now is not dated ten days on');

  const [alarm] = (await world.call(readAlarms, manager, {})).alarms;
  assert.equal(alarm?.kind, 'clock-skew');
  const done = { alarmId: alarm.id, remark: 'Time server put right' };
  await assert.rejects(() => world.call(closeAlarm, manager, done), refused);
  const ofOne = await world.user('manager', book.portfolio.id);
  await assert.rejects(() => world.call(closeAlarm, ofOne, done), /not-allowed/);

  world.clock.set(aWednesday);
  await watchClocks(world.app);
  await assert.rejects(() => world.call(writeNote, agent, note), refused, 'nobody has looked yet');
  await world.call(closeAlarm, manager, done);
  await watchClocks(world.app);
  await world.call(writeNote, agent, note);
  assert.equal((await world.call(runDaily, manager, {})).runs.length, 1);
});

test('in doubt every address refuses what changes something and what is taken out, and reads on', async () => {
  const world = await watchedWorld();
  const others = roles.filter((role) => role !== 'manager');
  const everybody = await world.user('manager', null, others);
  world.clock.set(tenDaysAhead);
  await watchClocks(world.app);
  const ask = async (method: string, path: string) => {
    const { body, statusCode } = await world.server.inject({
      method: method as 'GET',
      url: path.replace(/:\w+/g, () => world.app.newId()),
      headers: { 'x-dunlin': '1', 'x-test-actor': everybody.userId },
      ...(method === 'GET' ? {} : { payload: {} }),
    });
    return statusCode === 503 && body.includes('/problems/clock-in-doubt');
  };
  const events = () => world.db.selectFrom('eventLog').select('kind').execute();
  const before = await events();
  let files = 0;
  for (const { name, method, path, whileClockInDoubt, takesOut } of world.door.mounted) {
    const needsTime = (method !== 'GET' || takesOut === true) && whileClockInDoubt !== true;
    assert.equal(await ask(method, path), needsTime, name);
    if (method !== 'GET' || !world.server.hasRoute({ method, url: `${path}.csv` })) continue;
    files += 1;
    assert.equal(await ask(method, `${path}.csv`), true, `${name} as a file`);
  }
  assert.ok(files > 10, `${files} lists are handed out as files`);
  const changed = (await events()).slice(before.length).map(({ kind }) => kind);
  assert.deepEqual(
    changed.filter((kind) => kind !== 'alarm.closed'),
    [],
  );
});

test('in doubt one can still sign in whole, keep what a person says and end a call', () => {
  const open = [changePassword, beginSecondFactor, confirmSecondFactor, endOwnSignIn, closeAlarm];
  const kept = [recordFact, stopContact, finish, hangUp];
  for (const { name, whileClockInDoubt } of [...open, ...kept]) {
    assert.equal(whileClockInDoubt, true, name);
  }
});

test('the clockwork begins no daily run, no reminder and no import while the alarm stands', async () => {
  const world = await watchedWorld();
  const book = await smallBook(world);
  await book.addCase();
  const runs = () => world.db.selectFrom('dailyRuns').select('runOn').execute();
  world.clock.set(tenDaysAhead);
  const clockwork = startClockwork(world.app, pino({ level: 'silent' }));
  await clockwork.stop();
  assert.ok(isClockInDoubt(world.app));
  assert.deepEqual(await runs(), []);
  const today = addDays(dateIn(book.portfolio.zone, Date.now()), 10);
  await assert.rejects(() => dailyRun(world.app, book.portfolio.id, today), {
    code: 'clock-in-doubt',
  });
});

test('a start after days of silence, or before the last sign of life, waits for a person', async () => {
  for (const seen of ['10 days', '-1 hour']) {
    const world = await watchedWorld();
    const manager = await world.user('manager');
    await beginClockWatch(world.app);
    assert.equal(isClockInDoubt(world.app), false, 'the very first start');
    await sql`insert into instances (id, name, seen_at)
      values (${world.app.newId()}::uuid, 'before', now() - ${seen}::interval)`.execute(world.db);
    await beginClockWatch(world.app);
    assert.equal(isClockInDoubt(world.app), true, seen);
    const [alarm] = (await world.call(readAlarms, manager, {})).alarms;
    assert.ok(alarm);
    await world.call(closeAlarm, manager, { alarmId: alarm.id, remark: 'We were on holiday' });
    await watchClocks(world.app);
    assert.equal(isClockInDoubt(world.app), false);
  }
});
