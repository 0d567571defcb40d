import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#kernel/time.ts';
import { emptyBatch, writeBatch } from '#test/support/through-the-door/batch.ts';
import { differences } from '#test/support/through-the-door/differences.ts';
import { everyExample } from '#test/support/through-the-door/examples.ts';
import { writeExample } from '#test/support/through-the-door/write-example.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const examples = await everyExample();

/** Two people have read and confirmed every rule of unread source. */
async function switchOnEveryRule({ app, db, user }: World) {
  const proposedBy = (await user('compliance')).userId;
  const answeredBy = (await user('compliance')).userId;
  const at = instantOf(app.clock());
  const unread = app.gate.packs.flatMap((pack) =>
    pack.rules.filter(({ basis }) => basis === 'unread').map(({ id }) => [pack.id, id] as const),
  );
  await db
    .insertInto('ruleSwitches')
    .values(
      unread.map(([packId, ruleId]) => ({
        ...{ id: app.newId(), tenantId: app.tenantId, ruleId, packId, turn: 'on', reason: 'read' },
        ...{ proposedBy, answeredBy, proposedAt: at, answeredAt: at, confirmed: true },
      })),
    )
    .execute();
}

/** Examples that are decided otherwise from the database; none in the end. */
const stillDiffer = 47;

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
    if (differ.length === 0) continue;
    const lost = made.unheld.length > 0 ? [`lost: ${made.unheld.join(', ')}`] : [];
    wrong.push([name, ...differ, ...lost].join('\n    '));
  }
  for (const each of wrong) t.diagnostic(each);
  assert.ok(examples.length > 1_000);
  assert.ok(wrong.length <= stillDiffer, wrong.join('\n'));
});
