import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { joinInstances, takeDeadInstances } from '#storage/instances/instances.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { callFromDesk, logWorld } from '#test/support/world/gate-log.ts';
import type { App } from '#usecases/app.ts';
import { hangUp } from '#usecases/calls/conversation.ts';
import { keepAlive, takeOverFromDead } from '#usecases/calls/keep-alive.ts';
import { carryOutOrders } from '#usecases/calls/take-orders.ts';

/** Another server on the same database, in its own process as far as calls are concerned. */
async function beside(world: World, name: string): Promise<App> {
  const other: App = { ...world.app, instance: { id: world.app.newId(), name } };
  await joinInstances(world.db, other.instance);
  return other;
}

async function ringing(world: World) {
  await joinInstances(world.db, world.app.instance);
  const { made, agent } = await logWorld(world);
  const { status, body } = await callFromDesk(world, agent, made);
  assert.equal(status, 200, JSON.stringify(body));
  return { agent, conversationId: String(body['conversationId']) };
}

async function stateOf({ db }: World, id: string) {
  const row = await db
    .selectFrom('conversations')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.state;
}

/** Lets the last beat of a server lie so many seconds back. */
async function silentFor({ db }: World, id: string, seconds: number): Promise<void> {
  await sql`update instances set seen_at = seen_at - make_interval(secs => ${seconds})
    where id = ${id}::uuid`.execute(db);
}

test('a hang-up sent to another server ends the call at the one that has it', async () => {
  const world = await freshWorld();
  const { agent, conversationId } = await ringing(world);
  const other = await beside(world, 'second server');
  await hangUp(other, agent, { conversationId });
  await world.settled();
  assert.notEqual(await stateOf(world, conversationId), 'wrap_up', 'the other has no such call');
  await carryOutOrders(other);
  await carryOutOrders(world.app);
  await world.settled();
  assert.equal(await stateOf(world, conversationId), 'wrap_up');
});

test('a server that starts leaves the calls of the living alone and ends those of the dead', async () => {
  const world = await freshWorld();
  const { conversationId } = await ringing(world);
  const other = await beside(world, 'second server');
  assert.equal(await takeOverFromDead(other), 0);
  assert.notEqual(await stateOf(world, conversationId), 'wrap_up');
  await silentFor(world, world.app.instance.id, 60);
  assert.equal(await takeOverFromDead(other), 1);
  assert.equal(await stateOf(world, conversationId), 'wrap_up');
  const { state } = await world.db
    .selectFrom('attempts')
    .select('state')
    .where('channel', '=', 'phone_call')
    .executeTakeFirstOrThrow();
  assert.equal(state, 'unknown', 'it may have rung, so it counts');
});

test('a server that was taken for dead goes on under a new name of its own', async () => {
  const world = await freshWorld();
  await ringing(world);
  const other = await beside(world, 'second server');
  const before = world.app.instance.id;
  await keepAlive(world.app);
  assert.equal(world.app.instance.id, before);
  await silentFor(world, before, 60);
  await takeOverFromDead(other);
  await keepAlive(world.app);
  await world.settled();
  assert.notEqual(world.app.instance.id, before);
  await keepAlive(world.app);
  assert.equal(await takeOverFromDead(other), 0);
});

test('an order for a server that is gone is refused with its name, and its old orders go', async () => {
  const world = await freshWorld();
  const { agent, conversationId } = await ringing(world);
  const other = await beside(world, 'second server');
  await hangUp(other, agent, { conversationId });
  const orders = () => sql`select id from call_orders`.execute(world.db);
  assert.equal((await orders()).rows.length, 1);
  await takeDeadInstances(world.db);
  assert.equal((await orders()).rows.length, 1, 'the living still reads its own');
  await silentFor(world, world.app.instance.id, 60);
  await takeDeadInstances(world.db);
  assert.equal((await orders()).rows.length, 0);
  const { name } = world.app.instance;
  await assert.rejects(hangUp(other, agent, { conversationId }), {
    facts: { thing: 'call', reason: 'server-gone', server: name },
  });
});
