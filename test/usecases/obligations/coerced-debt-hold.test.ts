import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contract from '#contract/compliance/obligations.ts';
import * as contact from '#contract/conversations.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('an agent who is told of coerced debt lays the hold, and its clocks begin', async () => {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase();
  const agent = await world.user('agent');
  const officer = await world.user('compliance');
  const begun = await callNext(world, agent);
  await verified(world, agent, begun);
  await world.call(contact.reportHardship, agent, {
    conversationId: begun.conversationId,
    kind: 'coerced-debt',
    words: 'Signed because somebody at home made them.',
    consentToRecord: false,
  });
  await hungUp(world, agent, begun);
  const { holds, log } = await file(officer);
  assert.deepEqual(
    holds.map(({ kind }) => kind),
    ['coerced-debt'],
  );
  const blocks = holds[0]?.blocks ?? [];
  for (const action of ['chase-call', 'fee', 'interest', 're-present', 'escalate', 'place'])
    assert.ok(blocks.includes(action), action);
  assert.ok(log > 0, 'it has a review');
  const { obligations } = await world.call(contract.listObligations, officer, {});
  assert.deepEqual(
    obligations.map(({ kind }) => kind),
    ['coerced_debt_instructions'],
  );

  async function file(actor: typeof officer) {
    const { holds: standing } = await world.call(cases.readCase, actor, { caseId: made.caseId });
    return { holds: standing, log: standing.filter(({ reviewOn }) => reviewOn).length };
  }
});

test('a claim with papers lays the hold, which ends with its answer and not before', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const { caseId } = await book.addCase();
  await addMailPoints(world);
  const officer = await world.user('compliance');
  await world.user('back_office');
  const record = (kind: 'coerced_debt' | 'coerced_debt_reviewed' | 'coerced_debt_ended') =>
    world.call(facts.recordFact, officer, { caseId, kind, source: 'letter' });
  const holds = async () => (await world.call(cases.readCase, officer, { caseId })).holds;
  await record('coerced_debt');
  const [hold, ...more] = await holds();
  assert.equal(hold?.kind, 'coerced-debt');
  assert.deepEqual(more, []);
  const lifting = { caseId, holdId: hold?.id ?? '', why: 'Looks unfounded' };
  const early = await world.request(cases.liftHold, officer, lifting);
  assert.equal(early.status, 409, 'not before the person has their answer');
  await record('coerced_debt_reviewed');
  assert.equal((await holds()).length, 1);
  await record('coerced_debt_ended');
  assert.deepEqual(await holds(), []);
  const history = await world.db
    .selectFrom('eventLog')
    .select('kind')
    .where('kind', 'in', ['hold.set', 'hold.lifted'])
    .orderBy('recordedAt')
    .execute();
  assert.deepEqual(
    history.map(({ kind }) => kind),
    ['hold.set', 'hold.lifted'],
  );
});

test('a debt in error is chased by nobody until the back office has looked at it', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const { caseId } = made;
  const office = await world.user('back_office');
  const set = { caseId, kind: 'error', why: 'Booked twice by the client', reviewOn: '2026-11-20' };
  const agent = await world.user('agent');
  assert.equal((await world.request(cases.setHold, agent, set)).status, 403);
  await world.call(cases.setHold, office, set);
  const { points } = await world.call(cases.askAllowed, office, { caseId });
  assert.ok(points.length > 0);
  for (const point of points) {
    assert.ok(
      point.rules.some(({ rule }) => rule === 'DUNLIN-HOLD'),
      'no contact',
    );
  }
  const [hold] = (await world.call(cases.readCase, office, { caseId })).holds;
  const lifting = { caseId, holdId: hold?.id ?? '', why: 'It is owed once' };
  assert.equal((await world.request(cases.liftHold, agent, lifting)).status, 403);
  await world.call(cases.liftHold, office, lifting);
  assert.deepEqual((await world.call(cases.readCase, office, { caseId })).holds, []);
});
