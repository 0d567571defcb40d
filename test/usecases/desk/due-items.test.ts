import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as desk from '#contract/desk.ts';
import { turnSecond } from '#jobs/clockwork.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

async function waitingBook() {
  const world = await freshWorld({ at: '2026-11-18T15:00:00.000Z' });
  const book = await smallBook(world);
  const due = { work: 'waiting', nextActionAt: '2026-11-18T14:00:00.000Z' } as const;
  const made = [await book.addCase(due), await book.addCase(due)];
  const state = async (caseId: string) => {
    const row = world.db.selectFrom('workItems').select('state').where('caseId', '=', caseId);
    return (await row.executeTakeFirstOrThrow()).state;
  };
  return { world, made, state };
}

test('reading the day and the work list leaves work that is due to the clock', async () => {
  const { world, made, state } = await waitingBook();
  const agent = await world.user('agent');
  await world.call(desk.myDay, agent, {});
  assert.deepEqual((await world.call(desk.worklist, agent, {})).cases, []);
  for (const { caseId } of made) assert.equal(await state(caseId), 'waiting');
  await turnSecond(world.app);
  const { cases } = await world.call(desk.worklist, agent, {});
  assert.deepEqual(
    cases.map(({ caseId }) => caseId).sort(),
    made.map(({ caseId }) => caseId).sort(),
  );
});

test('work that somebody holds locked waits for the next turn, and all other is made ready', async () => {
  const { world, made, state } = await waitingBook();
  const [locked, free] = made.map(({ caseId }) => caseId);
  assert.ok(locked && free);
  await world.db.transaction().execute(async (tx) => {
    await sql`select 1 from work_items where case_id = ${locked}::uuid for update`.execute(tx);
    await turnSecond(world.app);
    assert.equal(await state(free), 'ready');
    assert.equal(await state(locked), 'waiting');
  });
  await turnSecond(world.app);
  assert.equal(await state(locked), 'ready');
});

test('a lease that ran out ends and its case can be worked again', async () => {
  const { world } = await waitingBook();
  const agent = await world.user('agent');
  const taken = await world.call(desk.nextCase, agent, {});
  assert.ok(taken.case);
  const leases = () => world.db.selectFrom('customerLeases').select('caseId').execute();
  assert.equal((await leases()).length, 1);
  await world.clock.advance(60 * 60_000);
  await turnSecond(world.app);
  assert.deepEqual(await leases(), []);
});
