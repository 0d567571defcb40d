import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contact from '#contract/conversations.ts';
import * as customers from '#contract/customers.ts';
import * as desk from '#contract/desk.ts';
import * as tasks from '#contract/tasks.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';

/** An agent who is trained for vulnerable customers too. */
const trainedAgent = (world: World) => world.user('agent', null, ['specialist']);

async function place() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase({ customer: { vulnerable: true } });
  const { caseId } = made;
  return { world, book, made, caseId };
}

/** Every text that one actor gets about a case, from all that tells of it. */
async function toldTo(world: World, actor: Awaited<ReturnType<World['user']>>, caseId: string) {
  const told: unknown[] = [
    await world.call(cases.readCase, actor, { caseId }),
    await world.call(cases.readHistory, actor, { caseId }),
    await world.call(cases.askAllowed, actor, { caseId }),
  ];
  for (const [endpoint, input] of [
    [tasks.listTasks, {}],
    [facts.readFacts, { caseId }],
    [desk.worklist, {}],
    [desk.myDay, {}],
  ] as const) {
    const { status, body } = await world.request(endpoint, actor, input as never);
    if (status === 200) told.push(body);
  }
  return JSON.stringify(told).replaceAll('"vulnerable":false', '');
}

describe('a vulnerable customer', () => {
  it('is handed to a specialist and to nobody else, from queue, list, callback and by hand', async () => {
    const { world, caseId } = await place();
    const [agent, specialist] = [await world.user('agent'), await trainedAgent(world)];
    const supervisor = await world.user('supervisor');
    const all = async (who: typeof agent) => {
      const listed = (await world.call(desk.worklist, who, {})).cases.map((one) => one.caseId);
      const opened = await world.request(desk.openCase, who, { caseId });
      return [listed, opened.status];
    };
    for (const one of [agent, supervisor]) {
      assert.equal((await world.call(desk.nextCase, one, {})).case, null);
      assert.deepEqual(await all(one), [[], 409]);
      const move = { caseId, toUserId: one.userId, why: 'Is free' };
      assert.equal((await world.request(cases.moveCase, supervisor, move)).status, 409);
    }
    assert.deepEqual((await world.call(desk.worklist, specialist, {})).cases[0]?.caseId, caseId);
    const taken = (await world.call(desk.nextCase, specialist, {})).case;
    assert.equal(taken?.id, caseId);
    assert.equal(taken?.customer.vulnerable, false, 'nothing before the person is verified');
    const begun = await callNext(world, specialist);
    await verified(world, specialist, begun);
    const file = await world.call(cases.readCase, specialist, { caseId });
    assert.deepEqual([file.customer.vulnerable, file.customer.forSpecialist], [true, false]);
    await hungUp(world, specialist, begun);
  });

  it('is told of before verification to no agent, and later only to who needs it', async () => {
    const { world, caseId } = await place();
    const agent = await world.user('agent');
    const [clerk, officer] = [await world.user('back_office'), await world.user('compliance')];
    const set = { caseId, kind: 'vulnerable', why: 'Very ill', reviewOn: '2026-12-01' };
    await world.call(cases.setHold, officer, set);
    for (const actor of [agent, clerk]) {
      assert.doesNotMatch(await toldTo(world, actor, caseId), /vulnerab|Very ill/i, actor.name);
    }
    assert.match(await toldTo(world, officer, caseId), /"kind":"vulnerable"/);
    assert.match(await toldTo(world, officer, caseId), /Very ill/);
  });

  it('tells an agent who verified them only to hand over', async () => {
    const { world, made, caseId } = await place();
    const agent = await world.user('agent');
    await world.db.updateTable('customers').set({ vulnerable: false }).execute();
    const begun = await callNext(world, agent);
    await world.db
      .updateTable('customers')
      .set({ vulnerable: true })
      .where('id', '=', made.customerId)
      .execute();
    const before = await world.call(cases.readCase, agent, { caseId });
    await verified(world, agent, begun);
    const after = await world.call(cases.readCase, agent, { caseId });
    assert.deepEqual([before.customer.forSpecialist, before.customer.vulnerable], [false, false]);
    assert.deepEqual([after.customer.forSpecialist, after.customer.vulnerable], [true, false]);
  });

  it('is reviewed with reason and date, and cleared by who may', async () => {
    const { world, book, made, caseId } = await place();
    const [clerk, officer] = [await world.user('back_office'), await world.user('compliance')];
    const specialist = await trainedAgent(world);
    const set = { caseId, kind: 'vulnerable', why: 'Very ill', reviewOn: '2026-12-01' };
    await world.call(cases.setHold, officer, set);
    const hold = () =>
      world.db
        .selectFrom('holds')
        .select(['id', 'ownerId', 'reviewOn', 'liftedAt', 'liftReason'])
        .executeTakeFirstOrThrow();
    const { id: holdId, ownerId } = await hold();
    assert.equal(ownerId, specialist.userId, 'the review is the specialist’s');
    const lift = { caseId, holdId, why: 'x' };
    assert.equal((await world.request(cases.liftHold, clerk, lift)).status, 403);

    const look = { caseId, outcome: 'stays' as const, why: 'Still in hospital' };
    const undated = await world.request(customers.reviewVulnerable, specialist, look);
    assert.equal(undated.status, 400);
    await world.call(customers.reviewVulnerable, specialist, { ...look, reviewOn: '2027-01-15' });
    assert.equal((await hold()).reviewOn, '2027-01-15');

    const clear = { caseId, outcome: 'cleared' as const, why: 'Well again' };
    assert.equal((await world.request(customers.reviewVulnerable, clerk, clear)).status, 403);
    await world.call(customers.reviewVulnerable, officer, clear);
    const ended = await hold();
    const why = openedWords(world.app, made.customerId, ended.liftReason ?? '');
    assert.deepEqual([ended.liftedAt !== null, why], [true, 'Well again']);
    const customer = await world.db.selectFrom('customers').select('vulnerable').execute();
    assert.deepEqual(customer, [{ vulnerable: false }]);
    assert.equal((await world.request(customers.reviewVulnerable, officer, clear)).status, 409);
    const logged = await world.db
      .selectFrom('eventLog')
      .select('facts')
      .where('kind', '=', 'hold.reviewed')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      logged.map((one) => {
        const { outcome, reviewOn } = one.facts as Record<string, unknown>;
        return [outcome, reviewOn];
      }),
      [
        ['stays', '2027-01-15'],
        ['cleared', null],
      ],
    );
    assert.ok(book && made);
  });
});

describe('a number marked as somebody else’s', () => {
  it('is right again only after the person is verified on another number, with a reason', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const phones = ['+12125550141', '+12125550142'];
    const made = await book.addCase({ customer: { phones } });
    const [first, second] = made.phones.map(({ id }) => id);
    const agent = await world.user('agent');
    const begun = await callNext(world, agent);
    assert.equal(begun.contactPointId, first);
    const mark = (contactPointId: string, state: 'wrong_person' | 'valid', why?: string) =>
      world.request(contact.markNumber, agent, {
        ...{ conversationId: begun.conversationId, contactPointId, state },
        ...(why ? { why } : {}),
      });
    const other = second ?? '';
    assert.equal((await mark(other, 'valid')).body['type'], '/problems/not-verified');
    assert.equal((await mark(other, 'wrong_person')).status, 200);
    const undone = await mark(other, 'valid', 'Says it is hers');
    assert.equal(undone.body['type'], '/problems/not-verified');
    await verified(world, agent, begun);
    assert.equal((await mark(other, 'valid')).body['needs'], 'reason');
    assert.equal((await mark(other, 'valid', 'Says it is hers')).status, 200);
    await mark(begun.contactPointId, 'wrong_person');
    const own = await mark(begun.contactPointId, 'valid', 'Says it is hers');
    assert.equal(own.body['needs'], 'other-number-or-supervisor');
    await hungUp(world, agent, begun);
    const notes = await world.db.selectFrom('notes').select('words').execute();
    assert.deepEqual(notes, [{ words: 'Says it is hers' }]);
  });
});
