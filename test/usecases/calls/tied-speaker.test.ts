import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { addDays, dateIn } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { pass, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';

/** The guarantor of one of two accounts, verified on the line. */
async function guarantorTalking() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const { caseId, accountId, customerId, phoneId } = await book.addCase({ work: 'ready' });
  const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
  const account = await world.db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
  const second = { id: world.app.newId(), reference: 'A-SECOND' };
  await world.db
    .insertInto('accounts')
    .values({ ...account, ...second })
    .execute();
  const item = await world.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  const owed = { id: world.app.newId(), accountId: second.id, reference: 'I-SECOND' };
  await world.db
    .insertInto('items')
    .values({ ...item, ...owed })
    .execute();
  const { partyId } = await world.call(corrections.addParty, clerk, {
    ...{ caseId, role: 'guarantor', relation: null, name: 'Rose Amber', note: null, accountId },
  });
  const { contactPointId } = await world.call(corrections.addContactPoint, clerk, {
    ...{ caseId, partyId, place: null, employerProvided: false },
    ...{ kind: 'mobile', value: '+12125550188' },
  });
  await world.call(desk.openCase, agent, { caseId });
  const start = { caseId, contactPointId };
  const { conversationId } = await world.call(contact.startCall, agent, start);
  await pass(world, 10_000);
  await verified(world, agent, { conversationId, ...start });
  return { world, agent, customerId, phoneId, partyId, conversationId, other: owed.id };
}

it('disputes the account they are tied to, and learns nothing of the others', async () => {
  const { world, agent, conversationId, other } = await guarantorTalking();
  const dispute = (told: { itemId?: string; amount?: string }) =>
    world.request(contact.openDispute, agent, {
      ...{ conversationId, itemId: null, amount: null, kind: 'not-mine', words: 'x' },
      ...told,
    });
  for (const told of [{ amount: '150.00' }, { itemId: other }]) {
    const { body } = await dispute(told);
    assert.equal(body['type'], '/problems/beyond-accounts');
    assert.doesNotMatch(JSON.stringify(body), /200/);
  }
  assert.equal((await dispute({})).status, 200);
  const items = await world.db.selectFrom('items').select(['id', 'disputedMinor']).execute();
  const disputed = items.filter(({ disputedMinor }) => Number(disputedMinor) > 0);
  assert.deepEqual([items.length, disputed.length], [2, 1]);
  assert.notEqual(disputed[0]?.id, other);
});

it('gives a number of their own, and says nothing in the name of the customer', async () => {
  const { world, agent, conversationId, customerId, partyId, phoneId } = await guarantorTalking();
  const customer = () =>
    world.db
      .selectFrom('customers')
      .select(['language', 'vulnerable'])
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow();
  const before = await customer();
  const value = '+12125550777';
  await world.call(contact.recordContactPoint, agent, {
    ...{ conversationId, kind: 'mobile', value, place: null },
  });
  const given = await world.db
    .selectFrom('contactPoints')
    .select('partyId')
    .where('value', '=', value)
    .executeTakeFirstOrThrow();
  assert.equal(given.partyId, partyId);
  const told = await world.request(contact.recordLanguage, agent, {
    conversationId,
    language: 'es',
  });
  assert.deepEqual([told.status, told.body['type']], [403, '/problems/not-the-customer']);
  const on = addDays(dateIn('America/New_York', world.app.clock()), 1);
  await world.request(contact.askCallback, agent, {
    ...{ conversationId, on, time: '11:00', contactPointId: phoneId, personal: false },
  });
  const consents = await world.db.selectFrom('consents').select('id').execute();
  assert.equal(consents.length, 0);
  await world.call(contact.reportHardship, agent, {
    ...{ conversationId, kind: 'vulnerable', words: 'I am ill', consentToRecord: true },
    reviewOn: null,
  });
  assert.deepEqual(await customer(), before);
  const hold = await world.db.selectFrom('holds').select('reason').executeTakeFirstOrThrow();
  assert.equal(openedWords(world.app, customerId, hold.reason), '-');
});

it('stops contact with themselves, not with the customer', async () => {
  const { world, agent, conversationId, phoneId } = await guarantorTalking();
  for (const scope of ['all-calls', 'at-times'] as const) {
    await world.call(contact.stopContact, agent, {
      ...{ conversationId, scope, weekdays: [], from: '00:00', until: '23:59' },
      words: 'I am only the guarantor',
    });
  }
  const officer = await world.user('compliance');
  const { caseId } = await world.db
    .selectFrom('cases')
    .select('id as caseId')
    .executeTakeFirstOrThrow();
  assert.deepEqual((await world.call(cases.readCase, officer, { caseId })).holds, []);
  const { points } = await world.call(cases.askAllowed, officer, { caseId });
  const own = points.find((point) => point.contactPointId === phoneId);
  const theirs = points.find((point) => point.contactPointId !== phoneId);
  const shut = (point: typeof own) =>
    (point?.rules ?? []).map(({ rule }) => rule).filter((rule) => /OPT|MEDIUM|TIME/.test(rule));
  assert.deepEqual(shut(own), []);
  assert.ok(shut(theirs).length >= 2, JSON.stringify(theirs?.rules));
});
