import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as compliance from '#contract/compliance/compliance.ts';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import { instantOf } from '#kernel/time.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { callFromDesk } from '#test/support/world/gate-log.ts';

/** A fact as something other than our own door wrote it. */
async function writeFact(
  { app, db }: World,
  { caseId, customerId }: MadeCase,
  portfolioId: string,
  fact: { readonly kind: string; readonly details: object },
) {
  const at = instantOf(app.clock());
  await db
    .insertInto('contactFacts')
    .values({
      ...{ id: app.newId(), tenantId: app.tenantId, customerId, caseId, portfolioId },
      ...{ kind: fact.kind, details: JSON.stringify(fact.details), source: 'another program' },
      ...{ occurredAt: at, receivedAt: at, recordedAt: at },
    })
    .execute();
}

test('a record that holds an unknown kind or field refuses every contact and rings', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [agent, officer] = [await world.user('agent'), await world.user('compliance')];
  const facts = [
    { kind: 'vow_of_silence', details: {} },
    { kind: 'cease', details: { mood: 'bad', in_writing: true } },
    // A field of another kind.
    { kind: 'cease', details: { chapter: 7, in_writing: true } },
  ];
  for (const fact of facts) {
    const made = await book.addCase();
    await writeFact(world, made, book.portfolio.id, fact);
    assert.equal((await callFromDesk(world, agent, made)).status, 409);
    const { ways } = await world.call(compliance.askWhyNot, officer, { caseId: made.caseId });
    assert.ok(ways.length > 0);
    for (const { verdict, reasons } of ways) {
      assert.equal(verdict, 'refused');
      assert.ok(reasons.some(({ rule }) => rule === 'DUNLIN-WORD-UNKNOWN'));
    }
  }
  const open = await world.call(alarms.readAlarms, officer, {});
  const rung = open.alarms.filter(({ kind }) => kind === 'word-unknown');
  assert.deepEqual(rung.map(({ key }) => key).toSorted(), [
    'events.chapter',
    'events.kind',
    'events.mood',
  ]);
  // What somebody wrote there stays with the decision.
  assert.ok(!JSON.stringify(rung).includes('vow_of_silence'));
});

test('an unknown kind or detail cannot be recorded', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const { caseId } = await book.addCase();
  const input = { caseId, kind: 'cease', source: 'letter', details: {} };
  const asked = (change: object) => world.request(recordFact, officer, { ...input, ...change });
  for (const change of [{ kind: 'vow_of_silence' }, { details: { mood: 'bad' } }]) {
    const reply = await asked(change);
    assert.equal(reply.status, 400);
  }
});
