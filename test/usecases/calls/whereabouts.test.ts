import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import { endWhereabouts, recordWhereabouts } from '#contract/whereabouts.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('where the person says they are is asked by the gate until it is over, or somebody ends it', async () => {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const { caseId } = await book.addCase({ work: 'ready', customer: {} });
  const agent = await world.user('agent');
  const call = await callNext(world, agent);
  const { conversationId } = call;
  const none = { country: null, region: null, time: null };
  const say = (told: object) =>
    world.request(recordWhereabouts, agent, {
      ...{ conversationId, ...none, place: 'elsewhere', until: '2026-12-01', ...told },
    } as never);
  const there = async () =>
    (await world.call(cases.readCase, agent, { caseId })).customer.whereabouts;
  const rules = async () => {
    const { points } = await world.call(cases.askAllowed, agent, { caseId });
    const phone = points.find(({ contactPointId }) => contactPointId === call.contactPointId);
    return phone?.rules.map(({ rule }) => rule) ?? [];
  };
  assert.equal((await say({ country: 'TH' })).status, 409, 'before the person is verified');
  await verified(world, agent, call);
  for (const [told, field] of [
    [{ country: 'XX' }, 'country'],
    [{}, 'country'],
    [{ country: 'US', region: 'Atlantis' }, 'region'],
    [{ country: 'US' }, 'region'],
    [{ country: 'TH', until: '2026-11-01' }, 'until'],
    [{ country: 'TH', until: '2028-11-01' }, 'until'],
  ] as const) {
    const answer = await say(told);
    assert.equal(answer.status, 400, JSON.stringify(told));
    assert.ok(JSON.stringify(answer.body).includes(`"${field}"`), field);
  }
  await hungUp(world, agent, call);
  // Ten in the morning in New York is ten in the evening in Bangkok.
  assert.deepEqual((await rules()).includes('USF-6B1-HOURS'), false);
  const bangkok = await say({ country: 'th', until: '2026-12-01', time: '12:00' });
  assert.equal(bangkok.status, 200, JSON.stringify(bangkok.body));
  assert.equal((await there())?.until, '2026-12-01T05:00:00.000Z');
  assert.ok((await rules()).includes('USF-6B1-HOURS'));
  const { customer } = await world.call(cases.readCase, agent, { caseId });
  assert.ok(customer.zones.includes('Asia/Bangkok') && customer.zones.length > 1);
  // What is said later takes its place.
  const stop = { conversationId, scope: 'at-work', weekdays: [], from: null, until: null };
  await world.call(contact.stopContact, agent, { ...stop, words: null } as never);
  assert.equal((await say({ place: 'work', until: '2026-11-18', time: '17:00' })).status, 200);
  assert.deepEqual(
    (await rules()).filter((rule) => rule.startsWith('USF-6B1')),
    ['USF-6B1-PLACE'],
  );
  const now = await there();
  assert.deepEqual([now?.place, now?.until], ['work', '2026-11-18T22:00:00.000Z']);
  const end = { caseId, whereaboutsId: now?.id ?? '' };
  await world.call(endWhereabouts, agent, end);
  assert.equal((await there())?.place, 'elsewhere', 'what was said before stands again');
  assert.equal((await world.request(endWhereabouts, agent, end)).status, 409);
  world.clock.set('2026-12-01T15:00:00.000Z');
  assert.equal(await there(), null);
  assert.equal((await rules()).includes('USF-6B1-HOURS'), false);
  const { lines } = await world.call(cases.readHistory, agent, { caseId });
  const told = lines.filter(({ kind }) => kind.startsWith('contact.whereabouts'));
  assert.deepEqual(told.map(({ kind }) => kind.replace('contact.whereabouts-', '')).sort(), [
    'ended',
    'told',
    'told',
  ]);
});
