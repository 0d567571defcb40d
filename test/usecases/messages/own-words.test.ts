import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '#kernel/time.ts';
import { insertOutbound } from '#storage/messages/messages.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { type TakenMessage, takeMessage } from '#usecases/messages/steps/take-message.ts';

/** A text from the customer's mobile, as a provider tells of it. */
function textFrom(world: World, made: MadeCase, words: string): TakenMessage {
  const at = instantOf(world.app.clock());
  const [phone] = made.phones;
  return {
    ...{ channel: 'sms', from: phone?.value ?? '', subject: null, words, answers: null },
    ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
  };
}

describe('a message', () => {
  it('from the number of somebody else is theirs on record, and no contact by the customer', async () => {
    const world = await freshWorld();
    const made = await (await smallBook(world)).addCase({});
    const { db, app } = world;
    const { customerId } = made;
    const { tenantId } = app;
    const own = { customerId, tenantId, source: 'test', createdAt: instantOf(app.clock()) };
    const partyId = app.newId();
    const party = { id: partyId, role: 'third_party', name: 'N. Neighbour' };
    await db
      .insertInto('parties')
      .values({ ...own, ...party })
      .execute();
    const value = '+12125550177';
    const point = { id: app.newId(), kind: 'mobile', value, partyId, state: 'valid', rank: 9 };
    const zones = ['America/New_York'];
    await db
      .insertInto('contactPoints')
      .values({ ...own, ...point, zones })
      .execute();
    const message = textFrom(world, made, 'I will tell them you wrote');
    await takeMessage(app, { ...message, from: value });
    await takeMessage(app, { ...message, providerRef: app.newId() });
    const persons = await db.selectFrom('attempts').select('person').orderBy('id').execute();
    assert.deepEqual(
      persons.map(({ person }) => person),
      ['third_party:unknown', 'consumer'],
    );
  });

  it('written by a machine is marked, and asks for nothing', async () => {
    const world = await freshWorld();
    const made = await (await smallBook(world)).addCase({});
    const away = 'I am away. Do not contact me, write to the office.';
    const message = textFrom(world, made, away);
    await takeMessage(world.app, { ...message, automatic: true });
    const attempts = await world.db
      .selectFrom('attempts')
      .select(['direction', 'automated'])
      .execute();
    assert.deepEqual(attempts, [{ direction: 'inbound', automated: true }]);
    const received = await world.db
      .selectFrom('eventLog')
      .select('facts')
      .where('kind', '=', 'message.received')
      .executeTakeFirstOrThrow();
    assert.equal(Object(received.facts).writtenBy, 'machine');
    assert.deepEqual(await world.db.selectFrom('preferences').selectAll().execute(), []);
    assert.deepEqual(await world.db.selectFrom('refusals').selectAll().execute(), []);
    // Words that only begin like a machine's may be theirs: obeyed, and looked at.
    await takeMessage(world.app, textFrom(world, made, 'Automatic reply: stop texting me'));
    const { certainty } = await world.db
      .selectFrom('refusals')
      .select('certainty')
      .executeTakeFirstOrThrow();
    assert.equal(certainty, 'unsure');
  });

  it('that reacts to one of ours asks for nothing, and to anything else is looked at', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase({});
    const words = 'Reply STOP to opt out. Do not contact the branch.';
    const at = instantOf(world.app.clock());
    const { customerId, caseId, phoneId: contactPointId } = made;
    await insertOutbound(world.db, {
      ...{
        id: world.app.newId(),
        tenantId: world.app.tenantId,
        customerId,
        caseId,
        contactPointId,
      },
      ...{ portfolioId: made.portfolioId, attemptId: world.app.newId(), channel: 'sms', words, at },
      ...{ purpose: null, subject: null, inResponseTo: null, userId: null },
    });
    const scopeOf = async (text: string) =>
      (await takeMessage(world.app, textFrom(world, made, text))).people.map(({ scope }) => scope);
    assert.deepEqual(await scopeOf(`Liked “${words}”`), [null]);
    assert.deepEqual(await scopeOf(`A exclamé « ${words} »`), [null]);
    assert.deepEqual(await scopeOf('Liked “Do not contact me any more”'), ['all']);
    assert.deepEqual(await scopeOf('a '.repeat(30_000)), ['unread']);
    const rows = await world.db.selectFrom('refusals').select(['scope', 'certainty']).execute();
    assert.deepEqual(rows.map(({ scope, certainty }) => `${scope} ${certainty}`).sort(), [
      'all unsure',
      'unread unsure',
    ]);
    // Whoever shares the number has the same telephone.
    await book.addCase({ customer: { phones: [made.phones[0]?.value ?? ''] } });
    assert.deepEqual(await scopeOf(`Liked “${words}”`), [null, null]);
  });
});
