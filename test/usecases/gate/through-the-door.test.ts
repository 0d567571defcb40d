import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import { silenceId } from '#domain/gate/silent-channels.ts';
import { instantOf } from '#kernel/time.ts';
import { emptyBatch, writeBatch } from '#test/support/through-the-door/batch.ts';
import { differences } from '#test/support/through-the-door/differences.ts';
import { everyExample } from '#test/support/through-the-door/examples.ts';
import { writeExample } from '#test/support/through-the-door/write-example.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const examples = await everyExample();

/** Two people have read and confirmed every rule of unread source, and where a pack says nothing. */
async function switchOnEveryRule({ app, db }: World) {
  const at = instantOf(app.clock());
  const unread = app.gate.packs.flatMap((pack) => [
    ...pack.rules.filter(({ basis }) => basis === 'unread').map(({ id }) => id),
    // Also where a law speaks today: some examples are of the time before it.
    ...EVERY_MEDIUM.map((channel) => silenceId(pack.id, channel)),
  ]);
  await db
    .insertInto('ruleSwitches')
    .values(
      unread.map((ruleId) => ({
        ...{ id: app.newId(), tenantId: app.tenantId, ruleId, turn: 'on', switchedAt: at },
      })),
    )
    .execute();
}

/** Examples of facts that the product never holds, each with the reason; no other may differ. */
const neverHeld: Readonly<Record<string, string>> = {
  'ph PH-BSP-HOURS outside: arrears not told': 'a book always tells how old a debt is',
  'sample DST-010': 'without a state nobody is contacted, whatever the hour',
};

test('every example is decided from the database as from its own facts', async (t) => {
  const world = await freshWorld();
  const { app, db } = world;
  const batch = emptyBatch();
  const written = examples.map(({ name, facts }) => ({
    name,
    made: writeExample(app, batch, facts),
  }));
  await writeBatch(db, batch);
  await switchOnEveryRule(world);
  const wrong: string[] = [];
  for (const { name, made } of written) {
    const differ = await differences(app, made);
    if (neverHeld[name]) assert.ok(differ.length > 0, `${name} is held: take it off the list`);
    if (differ.length === 0 || neverHeld[name]) continue;
    const lost = made.unheld.length > 0 ? [`lost: ${made.unheld.join(', ')}`] : [];
    wrong.push([name, ...differ, ...lost].join('\n    '));
  }
  for (const [name, reason] of Object.entries(neverHeld)) t.diagnostic(`${name}: ${reason}`);
  assert.ok(examples.length > 1_000);
  assert.deepEqual(wrong, [], wrong.join('\n'));
});
