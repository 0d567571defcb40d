import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import * as floor from '#contract/floor.ts';
import { instantOf } from '#kernel/time.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';

type Fact = Pick<z.input<(typeof recordFact)['input']>, 'kind' | 'details'>;

/**
 * A customer who calls, after `facts` became known of them, as the desk shows the call of an agent who
 * is ready, or of a supervisor who takes it while it rings.
 */
async function callFrom(
  facts: readonly Fact[],
  by: 'agent' | 'supervisor' = 'agent',
  standing: (world: World, made: MadeCase) => Promise<unknown> = async () => null,
) {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  await standing(world, made);
  await world.db.updateTable('contactPoints').set({ place: 'work' }).execute();
  const officer = await world.user('compliance');
  for (const fact of facts) {
    await world.call(recordFact, officer, { caseId: made.caseId, ...fact, source: 'letter' });
  }
  const agent = await world.user(by);
  if (by === 'agent') await world.call(desk.setAgentState, agent, { state: 'ready', reason: null });
  const person = {
    customerId: made.customerId,
    name: 'Alex Example',
    language: 'en',
    zone: 'America/New_York',
    event: 'D',
    owed: { minor: 10_000n, currency: 'USD' },
    isThirdPartyNumber: false,
    isVulnerable: false,
    answers: {},
  } as const;
  const from = made.phones[0]?.value ?? '';
  world.simulation.calls?.placeInbound({ person, from, to: '+12125550199' });
  await pass(world, 5_000);
  const { id: conversationId } = await world.db
    .selectFrom('conversations')
    .select('id')
    .executeTakeFirstOrThrow();
  if (by === 'supervisor') {
    await world.call(floor.takeOver, agent, { conversationId });
    await pass(world, 5_000);
  }
  const read = await world.call(contact.readConversation, agent, { conversationId });
  const kept = await world.db
    .selectFrom('attempts')
    .innerJoin('decisions', 'decisions.id', 'attempts.decisionId')
    .select(['attempts.direction', 'decisions.verdict', 'decisions.purpose'])
    .execute();
  return { read, kept };
}

test('a call of theirs goes on where nothing stands against it, by a decision that is kept', async () => {
  const { read, kept } = await callFrom([]);
  assert.deepEqual(read.continuing, { verdict: 'permitted', cause: null, rules: [] });
  assert.deepEqual(kept, [{ direction: 'inbound', verdict: 'permitted', purpose: 'ask' }]);
});

test('after a notice to cease the desk says that the debt is not spoken of', async () => {
  const { read, kept } = await callFrom([{ kind: 'cease', details: {} }]);
  assert.equal(read.state, 'live');
  assert.equal(read.continuing?.verdict, 'refused');
  assert.ok((read.continuing?.rules.length ?? 0) > 0);
  assert.deepEqual(kept, [{ direction: 'inbound', verdict: 'refused', purpose: 'ask' }]);
});

test('from a number at a place they called inconvenient that one call may go on', async () => {
  const { read } = await callFrom([{ kind: 'place_inconvenient', details: { place: 'work' } }]);
  assert.deepEqual(read.continuing, { verdict: 'permitted', cause: null, rules: [] });
});

test('the gate is asked of a call that a supervisor takes while it rings', async () => {
  const { read, kept } = await callFrom([{ kind: 'cease', details: {} }], 'supervisor');
  assert.equal(read.continuing?.verdict, 'refused');
  assert.deepEqual(kept, [{ direction: 'inbound', verdict: 'refused', purpose: 'ask' }]);
});

/** A promise of all that is owed, which is being kept. */
function promised({ db, app }: World, { caseId, customerId, portfolioId }: MadeCase) {
  const promise = {
    ...{ ...ownedBy(customerId), id: app.newId(), caseId, portfolioId, method: 'card' },
    ...{ amountMinor: 10_000n, currency: 'USD', dueOn: '2026-11-30', state: 'open' },
    ...{ toleranceDays: 0, toleranceMinor: 0n, madeAt: instantOf(app.clock()) },
  };
  return db.insertInto('promisesToPay').values(promise).execute();
}

/** A number of theirs was given up, and somebody calls from it. */
function givenUp({ db }: World, { phones }: MadeCase) {
  const wrong = { state: 'disconnected' } as const;
  return db
    .updateTable('contactPoints')
    .set(wrong)
    .where('id', '=', phones[0]?.id ?? '')
    .execute();
}

const wish: Fact = { kind: 'cease', details: {} };
const causes = [
  { name: 'a promise that is being kept', facts: [], standing: promised, cause: 'house' },
  { name: 'a promise, and a notice to cease', facts: [wish], standing: promised, cause: 'barred' },
  { name: 'a number given up', facts: [], standing: givenUp, cause: 'speaker' },
] as const;

for (const { name, facts, standing, cause } of causes) {
  test(`what the desk is told about a call of theirs: ${name}`, async () => {
    const { read } = await callFrom(facts, 'agent', standing);
    assert.equal(read.continuing?.cause, cause);
    assert.equal(read.continuing?.verdict, 'refused');
  });
}
