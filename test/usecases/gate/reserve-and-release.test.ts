import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { askAllowed } from '#contract/cases.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { ContactHow } from '#domain/contact/contact-how.ts';
import { newClockWatch } from '#kernel/clock-watch.ts';
import { verifyDecisions } from '#storage/gate/gate.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { systemActor } from '#usecases/app.ts';
import { recoverContacts } from '#usecases/calls/steps/recover-contacts.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { type MessageInput, sendMessage } from '#usecases/messages/steps/send-message.ts';

/** A person whose own words are kept elsewhere: an address of another kind beside the phone. */
async function addPoint(world: World, made: MadeCase, kind: string, value: string) {
  const id = world.app.newId();
  await world.db
    .insertInto('contactPoints')
    .values({
      ...ownedBy(made.customerId),
      ...{ id, kind, value, state: 'valid', zones: ['America/New_York'], rank: 9 },
      ...{ source: 'test', createdAt: '2026-10-01T00:00:00Z' },
    })
    .execute();
  return id;
}

function wantedOn(book: SmallBook, made: MadeCase, how?: Partial<ContactHow>) {
  return {
    customerId: made.customerId,
    caseId: made.caseId,
    contactPointId: made.phoneId,
    portfolio: book.portfolio,
    userId: null,
    exceptAttempt: null,
    ...(how ? { how } : {}),
  };
}

const letter: Omit<MessageInput, 'caseId' | 'contactPointId'> = {
  ...{ channel: 'letter', mode: 'manual', purpose: null, reference: null, campaign: null },
  ...{ content: { identity_disclosed: true, debt_collector_disclosure: 'initial' } },
  ...{ inResponseTo: null, subject: 'Your account', lang: 'en' },
  words: 'This is an attempt to collect a debt. Please write to us.',
};

describe('the door of the gate', () => {
  it('refuses a call made by hand while an agency has the case, and not what is owed', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    await world.call(desk.openCase, agent, { caseId: made.caseId });
    await world.db
      .updateTable('cases')
      .set({ state: 'agency' })
      .where('id', '=', made.caseId)
      .execute();

    const { points } = await world.call(askAllowed, agent, { caseId: made.caseId });
    const [phone] = points;
    assert.equal(phone?.verdict, 'refused');
    assert.deepEqual(
      phone?.rules.map(({ rule }) => rule),
      ['DUNLIN-PLACED'],
    );
    assert.deepEqual(phone?.releasing, ['placement-recalled']);
    const refused = await reserveContact(world.app, wantedOn(book, made));
    assert.equal(refused.reserved, false);

    const contactPointId = await addPoint(world, made, 'mail', '1 Main Street, New York NY 10001');
    const owed = { channel: 'letter', mode: 'manual', purpose: 'dispute_response' } as const;
    const answer = { ...letter, ...owed, caseId: made.caseId, contactPointId };
    const { sent } = await sendMessage(world.app, systemActor, answer);
    assert.equal(sent, true, 'an answer that is owed stays ours');
  });

  it('reserves and releases on any channel, and counts it as what it was', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const pointId = await addPoint(world, made, 'mail', '1 Main Street, New York NY 10001');
    const wanted = {
      ...wantedOn(book, made, { channel: 'letter', mode: 'manual', campaign: 'first-letter' }),
      contactPointId: pointId,
    };
    const reserved = await reserveContact(world.app, wanted);
    assert.ok(reserved.reserved, JSON.stringify(reserved));
    const { attemptId, token } = reserved;
    const other = { ...wanted, contactPointId: made.phoneId };
    await assert.rejects(releaseContact(world.app, other, attemptId, token), /conflict/);
    const released = await releaseContact(world.app, wanted, attemptId, token);
    assert.ok(released.released);
    const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
    assert.equal(attempt.channel, 'letter');
    assert.equal(attempt.collector, world.app.tenantId);
    assert.equal(attempt.recordedAt, attempt.attemptedAt);
    const decisions = await world.db.selectFrom('decisions').selectAll().execute();
    assert.deepEqual(
      decisions.map(({ campaign, channel, portfolioId }) => [campaign, channel, portfolioId]),
      Array(2).fill(['first-letter', 'letter', book.portfolio.id]),
    );
  });

  it('takes a purpose that opens what is shut only with what it rests on', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const reserve = (how: Partial<ContactHow>) =>
      reserveContact(world.app, wantedOn(book, made, how));
    for (const reference of [null, 'because', '12']) {
      await assert.rejects(reserve({ purpose: 'required_by_law', reference }), /invalid-input/);
    }
    assert.equal((await world.db.selectFrom('decisions').select('id').execute()).length, 0);
    const reserved = await reserve({ purpose: 'required_by_law', reference: '26-cv-01234' });
    assert.ok(reserved.reserved);
    const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
    assert.equal(attempt.purpose, 'required_by_law');
    assert.equal(attempt.purposeRef, '26-cv-01234');
  });

  it('sends a message once, keeps its words first and hears of its delivery', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const contactPointId = await addPoint(world, made, 'mail', '1 Main Street, New York NY 10001');
    const input = { ...letter, caseId: made.caseId, contactPointId };
    const { messageId, attemptId, sent } = await sendMessage(world.app, systemActor, input);
    assert.equal(sent, true);
    const carried = world.simulation.messages?.sent() ?? [];
    assert.deepEqual(
      carried.map(({ attemptId: id, words, to }) => [id, words, to]),
      [[attemptId, letter.words, '1 Main Street, New York NY 10001']],
    );
    await pass(world, 10_000);
    const message = await world.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
    assert.equal(message.id, messageId);
    assert.equal(message.state, 'delivered');
    const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([attempt.state, attempt.result], ['ended', 'sent']);
    assert.equal(await recoverContacts(world.app), 0);
  });

  it('takes a message that did not arrive for one that was never sent', async () => {
    const address = 'PO Box 1, New York NY 10001';
    const world = await freshWorld({ messages: { deadAddresses: [address] } });
    const book = await smallBook(world);
    const made = await book.addCase();
    const contactPointId = await addPoint(world, made, 'mail', address);
    await sendMessage(world.app, systemActor, { ...letter, caseId: made.caseId, contactPointId });
    await pass(world, 10_000);
    const message = await world.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
    const attempt = await world.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow();
    assert.equal(message.state, 'undelivered');
    assert.equal(attempt.result, 'undelivered');
  });

  it('chains the decisions about a person, with the packs they were made by', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    await reserveContact(world.app, wantedOn(book, made));
    await world.clock.advance(61_000);
    await reserveContact(world.app, wantedOn(book, made));
    await world.clock.advance(61_000);
    world.clock.set('2026-11-18T05:00:00.000Z');
    await world.call(desk.nextCase, agent, {});
    const decisions = await world.db.selectFrom('decisions').selectAll().orderBy('id').execute();
    assert.ok(decisions.length >= 2);
    for (const { hash, logSeq, packHashes } of decisions) {
      assert.ok(hash && logSeq !== null);
      const hashes = packHashes as Record<string, string>;
      assert.match(hashes['us-fed'] ?? hashes['US-FED'] ?? '', /^[0-9a-f]{64}$/);
      assert.match(hashes['DUNLIN'] ?? '', /^[0-9a-f]{64}$/);
    }
    assert.deepEqual(await verifyDecisions(world.db), []);
    const [first] = decisions;
    const change = () =>
      sql`update decisions set verdict = 'refused' where id = ${first?.id ?? ''}::uuid`.execute(
        world.db,
      );
    await assert.rejects(change, /only ever added to/);
    await world.pool.query('alter table decisions disable trigger only_added');
    await change();
    assert.deepEqual(await verifyDecisions(world.db), [
      { customerId: made.customerId, decisionId: first?.id },
    ]);
    await sql`delete from decisions where id = ${first?.id ?? ''}::uuid`.execute(world.db);
    assert.notDeepEqual(await verifyDecisions(world.db), []);
  });
});

describe('what stops contact although no law does', () => {
  it('is an alarm that counts, apart from the law, until somebody closes it', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const customer = { country: 'ZZ', region: null };
    const made = await book.addCase({ customer });
    const manager = await world.user('manager');
    const agent = await world.user('agent');
    const reserve = () => reserveContact(world.app, wantedOn(book, made));
    const refused = await reserve();
    assert.equal(refused.reserved, false);
    const next = await world.call(desk.nextCase, agent, {});
    assert.equal(next.case, null, 'nobody is given a case whose rules are not known');
    const { alarms: found } = await world.call(alarms.readAlarms, manager, {});
    assert.deepEqual(
      found.map(({ kind, times, caseId }) => [kind, times, caseId]),
      [['no-pack', 2, made.caseId]],
    );
    const remark = 'The customer lives in Texas.';
    await world.call(alarms.closeAlarm, manager, { alarmId: found[0]?.id ?? '', remark });
    assert.deepEqual((await world.call(alarms.readAlarms, manager, {})).alarms, []);
    await reserve();
    const again = await world.call(alarms.readAlarms, manager, { closed: 'true' });
    assert.deepEqual(
      again.alarms.map(({ times, remark: said }) => [times, said]),
      [
        [1, null],
        [2, remark],
      ],
    );
  });

  it('a log that cannot be read is not an empty log', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const manager = await world.user('manager');
    const { caseId, phoneId: contactPointId } = made;
    await world.call(desk.openCase, agent, { caseId });
    await world.pool.query('alter table attempts rename column result to result_lost');
    const answer = await world.request(contact.startCall, agent, { caseId, contactPointId });
    assert.equal(answer.status, 503);
    assert.equal(answer.body['type'], '/problems/gate-unavailable');
    await world.pool.query('alter table attempts rename column result_lost to result');
    const { alarms: found } = await world.call(alarms.readAlarms, manager, {});
    assert.deepEqual(
      found.map(({ kind, details }) => [kind, details['code']]),
      [['log-unreadable', '42703']],
    );
    assert.equal((await world.db.selectFrom('attempts').select('id').execute()).length, 0);
  });

  it('clocks that disagree stop everybody', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const clockWatch = newClockWatch(world.app.clock, () => 0);
    const checked = { ...world.app, clockWatch };
    const refused = await reserveContact(checked, wantedOn(book, made));
    assert.ok(!refused.reserved);
    assert.deepEqual(
      refused.decision.reasons.map(({ rule }) => rule),
      ['DUNLIN-CLOCK-SKEW'],
    );
    const manager = await world.user('manager');
    const { alarms: found } = await world.call(alarms.readAlarms, manager, {});
    assert.deepEqual(
      found.map(({ kind, key }) => [kind, key]),
      [['clock-skew', 'clock']],
    );
  });

  it('nothing is begun within half a minute of closing, unless the portfolio says so', async () => {
    const world = await freshWorld({ at: '2026-11-19T01:59:29.000Z' });
    const book = await smallBook(world);
    const made = await book.addCase();
    const early = await reserveContact(world.app, wantedOn(book, made));
    assert.equal(early.reserved, true, '20:59:29 in New York');
    const other = await book.addCase();
    world.clock.set('2026-11-19T01:59:30.000Z');
    const late = await reserveContact(world.app, wantedOn(book, other));
    assert.ok(!late.reserved);
    assert.deepEqual(
      late.decision.reasons.map(({ rule }) => rule),
      ['DUNLIN-CLOSING'],
    );
    assert.equal(
      Date.parse(late.decision.nextPermittedAt ?? ''),
      Date.parse('2026-11-19T13:00:00Z'),
    );
    const open = await nextPolicy(world, book.portfolio.id, { gate: { closingGuardSeconds: 0 } });
    const wanted = { ...wantedOn(book, other), portfolio: open };
    assert.equal((await reserveContact(world.app, wanted)).reserved, true);
  });
});
