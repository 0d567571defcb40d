import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as desk from '#contract/desk.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { meets } from '#test/support/world/answering.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { type App, systemActor } from '#usecases/app.ts';
import { startCall } from '#usecases/calls/start-call.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { type MessageInput, sendMessage } from '#usecases/messages/steps/send-message.ts';

const address = '1 Main Street, New York NY 10001';

/** A way of reaching somebody: how it is asked for, and how an adapter is ordered to do it. */
type Way = {
  readonly name: string;
  readonly wanted: (place: Place) => Wanted;
  readonly to: (place: Place) => string;
  readonly order: (app: App, token: string, attemptId: string, to: string) => Promise<void>;
};

type Place = {
  readonly world: World;
  readonly book: SmallBook;
  readonly made: MadeCase;
  readonly mailId: string;
};

const common = ({ book, made }: Place) => ({
  ...{ customerId: made.customerId, caseId: made.caseId, portfolio: book.portfolio },
  ...{ userId: null, exceptAttempt: null },
});

const ways: readonly Way[] = [
  {
    name: 'a call',
    wanted: (place) => ({ ...common(place), contactPointId: place.made.phoneId }),
    to: ({ made }) => made.phones[0]?.value ?? '',
    order: (app, token, attemptId, to) =>
      app.telephony.dial({
        ...{ token: token as ReleasedToken, attemptId, to },
        ...{ callerId: '+12125550199', ringTimeoutSeconds: 20, leg: 'desk-1', recording: 'off' },
      }),
  },
  {
    name: 'a letter',
    wanted: (place) => ({
      ...common(place),
      ...{ contactPointId: place.mailId, how: { channel: 'letter', mode: 'manual' } },
    }),
    to: () => address,
    order: async (app, token, attemptId, to) => {
      const words = { subject: 'Your account', words: 'Please write to us.', lang: 'en' };
      const order = { token: token as ReleasedToken, attemptId, to, ...words };
      await app.messages.send({ ...order, channel: 'letter' });
    },
  },
];

async function openPlace(): Promise<Place> {
  const world = await freshWorld({ asPerson: meets({ kind: 'ring-out' }) });
  const book = await smallBook(world);
  const made = await book.addCase();
  const mailId = world.app.newId();
  await world.db
    .insertInto('contactPoints')
    .values({
      ...ownedBy(made.customerId),
      ...{ id: mailId, kind: 'mail', value: address, state: 'valid', source: 'test' },
      createdAt: '2026-10-01T00:00:00Z',
    })
    .execute();
  return { world, book, made, mailId };
}

/** They ask us in writing to stop. */
async function stop({ world, made }: Place): Promise<void> {
  const at = new Date(world.app.clock()).toISOString();
  await world.db
    .insertInto('preferences')
    .values({ ...ownedBy(made.customerId), id: world.app.newId(), kind: 'cease', givenAt: at })
    .execute();
}

/** A supervisor stops contact on the case. */
async function hold({ world, made }: Place): Promise<void> {
  const supervisor = await world.user('supervisor');
  const terms = { kind: 'deceased', why: 'Told by the family', reviewOn: '2026-12-01' } as const;
  await world.call(cases.setHold, supervisor, { caseId: made.caseId, ...terms });
}

const interruptions = [
  ['an opt-out', stop],
  ['a hold', hold],
] as const;

/** Whether anything of ours left the house for an attempt. */
async function left({ world }: Place, attemptId: string): Promise<boolean> {
  await pass(world, 60_000);
  const sent = world.simulation.messages?.sent() ?? [];
  const attempt = await attemptOf(world, attemptId);
  return sent.some((one) => one.attemptId === attemptId) || attempt.result !== null;
}

function attemptOf({ db }: World, id: string) {
  return db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

for (const way of ways) {
  describe(`${way.name} does not leave the house`, () => {
    const reserve = async (place: Place) => {
      const reserved = await reserveContact(place.world.app, way.wanted(place));
      assert.ok(reserved.reserved, JSON.stringify(reserved));
      return reserved;
    };
    const release = async (place: Place) => {
      const { attemptId, token } = await reserve(place);
      const released = await releaseContact(place.world.app, way.wanted(place), attemptId, token);
      assert.ok(released.released);
      return { attemptId, token };
    };

    it('without a token, with one that was made up, or one only reserved', async () => {
      const place = await openPlace();
      const { app } = place.world;
      const { attemptId, token } = await reserve(place);
      for (const tried of ['', 'made-up', token]) {
        await way.order(app, tried, attemptId, way.to(place));
      }
      await way.order(app, token, app.newId(), way.to(place));
      assert.equal(await left(place, attemptId), false);
    });

    it('with the token of another attempt, or to another number or address', async () => {
      const place = await openPlace();
      const { world } = place;
      const { attemptId, token } = await release(place);
      const other = await place.book.addCase();
      const there = { ...common({ ...place, made: other }), contactPointId: other.phoneId };
      const reserved = await reserveContact(world.app, there);
      assert.ok(reserved.reserved);
      await way.order(world.app, token, reserved.attemptId, way.to({ ...place, made: other }));
      await way.order(world.app, reserved.token, attemptId, way.to(place));
      await way.order(world.app, token, attemptId, '+12125550177');
      assert.equal(await left(place, attemptId), false);
      assert.equal((await attemptOf(world, reserved.attemptId)).state, 'reserved');
    });

    it('with a token that has expired', async () => {
      const place = await openPlace();
      const { world } = place;
      const late = await release(place);
      await world.clock.advance(60_001);
      await way.order(world.app, late.token, late.attemptId, way.to(place));
      assert.equal(await left(place, late.attemptId), false);
    });

    it('twice with one token', async () => {
      const place = await openPlace();
      const { world } = place;
      const { attemptId, token } = await release(place);
      const order = () => way.order(world.app, token, attemptId, way.to(place)).catch(() => null);
      await Promise.all([order(), order()]);
      await order();
      await pass(world, 60_000);
      const sent = world.simulation.messages?.sent() ?? [];
      assert.ok(sent.filter((one) => one.attemptId === attemptId).length <= 1);
      const events = await world.db
        .selectFrom('eventLog')
        .select('id')
        .where('kind', '=', 'contact.refused-at-release')
        .execute();
      assert.deepEqual(events, []);
    });

    for (const [what, happen] of interruptions) {
      it(`after ${what} between reserve and release`, async () => {
        const place = await openPlace();
        const { world } = place;
        const { attemptId, token } = await reserve(place);
        await happen(place);
        const released = await releaseContact(world.app, way.wanted(place), attemptId, token);
        assert.equal(released.released, false);
        await way.order(world.app, token, attemptId, way.to(place));
        assert.equal(await left(place, attemptId), false);
        assert.equal((await attemptOf(world, attemptId)).state, 'refused');
      });

      it(`after ${what} between release and the adapter`, async () => {
        const place = await openPlace();
        const { world } = place;
        const { attemptId, token } = await release(place);
        await happen(place);
        await way.order(world.app, token, attemptId, way.to(place));
        assert.equal(await left(place, attemptId), false);
        assert.equal((await attemptOf(world, attemptId)).state, 'refused');
      });
    }
  });
}

describe('the use cases that reach people', () => {
  /** The same product, in which something happens just before an adapter is given an order. */
  const interrupted = (app: App, happen: () => Promise<void>): App => ({
    ...app,
    telephony: {
      ...app.telephony,
      dial: async (order) => {
        await happen();
        return app.telephony.dial(order);
      },
    },
    messages: {
      ...app.messages,
      send: async (order) => {
        await happen();
        return app.messages.send(order);
      },
    },
  });

  for (const [what, happen] of interruptions) {
    it(`startCall rings nobody after ${what} in flight, and the agent is told`, async () => {
      const place = await openPlace();
      const { world, made } = place;
      const agent = await world.user('agent');
      const { caseId, phoneId: contactPointId } = made;
      await world.call(desk.openCase, agent, { caseId });
      const app = interrupted(world.app, () => happen(place));
      await startCall(app, agent, { caseId, contactPointId });
      await pass(world, 60_000);
      const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
      assert.equal(attempt.state, 'refused');
      const conversation = await world.db
        .selectFrom('conversations')
        .selectAll()
        .executeTakeFirstOrThrow();
      assert.deepEqual([conversation.state, conversation.answeredAt], ['wrap_up', null]);
    });

    it(`sendMessage sends nothing after ${what} in flight`, async () => {
      const place = await openPlace();
      const { world, made, mailId } = place;
      const app = interrupted(world.app, () => happen(place));
      const message: Omit<MessageInput, 'content'> = {
        ...{ caseId: made.caseId, contactPointId: mailId },
        channel: 'letter',
        mode: 'manual',
        ...{ purpose: null, reference: null, inResponseTo: null, campaign: null },
        ...{ subject: 'Your account', words: 'Please write to us.', lang: 'en' },
      };
      const content = { identity_disclosed: true };
      await assert.rejects(sendMessage(app, systemActor, { ...message, content }), /not-released/);
      assert.deepEqual(world.simulation.messages?.sent(), []);
      const kept = await world.db.selectFrom('messages').select('state').execute();
      assert.deepEqual(kept, [{ state: 'not-sent' }]);
      const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
      assert.equal(attempt.state, 'refused');
    });
  }
});
