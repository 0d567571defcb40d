import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as refusals from '#contract/compliance/refusals.ts';
import { instantOf } from '#kernel/time.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
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

function wantedOn(book: SmallBook, made: MadeCase, channel: 'sms' | 'phone_call') {
  const content = { identity_disclosed: true, debt_collector_disclosure: 'initial' };
  return {
    ...{ customerId: made.customerId, caseId: made.caseId, contactPointId: made.phoneId },
    ...{ portfolio: book.portfolio, userId: null, exceptAttempt: null },
    how: { channel, mode: 'manual' as const, content: { ...content, optout_notice: true } },
  };
}

/** No law of state or city adds to the federal one there. */
const ohio = { region: 'OH', city: 'Columbus', postalCode: '43004' };

/** They once agreed to texts that no person sends by hand: the one confirmation rests on it. */
async function agreeToTexts(world: World, made: MadeCase) {
  await world.db
    .insertInto('consents')
    .values({
      ...ownedBy(made.customerId),
      ...{ id: world.app.newId(), kind: 'tcpa_prior_express', contactPointId: made.phoneId },
      ...{ givenTo: world.app.tenantId, receivedAt: '2026-10-01T12:00:00Z' },
    })
    .execute();
}

async function opened() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase({ customer: ohio });
  return { world, book, made };
}

const kinds = async (world: World) =>
  (await world.db.selectFrom('eventLog').select('kind').orderBy('seq').execute()).map(
    ({ kind }) => kind,
  );

const sentTo = (world: World) => world.simulation.messages?.sent() ?? [];

async function rulesAgainst(
  world: World,
  book: SmallBook,
  made: MadeCase,
  by: 'sms' | 'phone_call',
) {
  const answer = await reserveContact(world.app, wantedOn(book, made, by));
  return answer.reserved ? [] : answer.decision.reasons.map(({ rule }) => rule);
}

describe('a message of the other side', () => {
  it('stands in the log as what the customer did, and so does what it asks', async () => {
    const { world, made } = await opened();
    await takeMessage(world.app, textFrom(world, made, 'STOP'));
    await takeMessage(world.app, textFrom(world, made, 'START'));
    const log = await world.db
      .selectFrom('eventLog')
      .select(['kind', 'actorKind', 'actorId'])
      .where('kind', 'in', ['message.received', 'refusal.found', 'opt-out.taken-back'])
      .orderBy('seq')
      .execute();
    const byCustomer = { actorKind: 'customer', actorId: null };
    assert.deepEqual(log, [
      { kind: 'message.received', ...byCustomer },
      { kind: 'refusal.found', ...byCustomer },
      { kind: 'message.received', ...byCustomer },
      { kind: 'opt-out.taken-back', ...byCustomer },
    ]);
  });

  it('that says STOP refuses the text that was about to leave', async () => {
    const { world, book, made } = await opened();
    const wanted = wantedOn(book, made, 'sms');
    const reserved = await reserveContact(world.app, wanted);
    assert.ok(reserved.reserved, JSON.stringify(reserved));
    await takeMessage(world.app, textFrom(world, made, 'STOP'));
    const released = await releaseContact(world.app, wanted, reserved.attemptId, reserved.token);
    assert.ok(!released.released);
    assert.ok(released.decision.reasons.some(({ rule }) => rule === 'USF-14H-MEDIUM'));
    assert.ok((await rulesAgainst(world, book, made, 'sms')).includes('USF-14H-MEDIUM'));
    assert.ok(!(await rulesAgainst(world, book, made, 'phone_call')).includes('USF-14H-MEDIUM'));
  });

  it('is confirmed once, in the language of the customer, with nothing else in it', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase({ customer: { ...ohio, language: 'es' } });
    await agreeToTexts(world, made);
    await takeMessage(world.app, textFrom(world, made, 'alto por favor'));
    await takeMessage(world.app, textFrom(world, made, 'ALTO'));
    const sent = sentTo(world);
    assert.deepEqual(
      sent.map(({ lang, words }) => [lang, words]),
      [['es', 'Recibimos su solicitud. No enviaremos más mensajes a esta dirección.']],
    );
    const logged = await kinds(world);
    assert.ok(logged.includes('opt-out.confirmed'));
    assert.ok(logged.includes('opt-out.unconfirmed'));
    assert.ok(logged.includes('obligation.met'));
    const facts = await world.db.selectFrom('eventLog').select('facts').execute();
    assert.ok(!JSON.stringify(facts).includes('alto por favor'), 'words stand in no event');
  });

  it('is not confirmed when it is told five minutes late', async () => {
    const { world, made } = await opened();
    const message = textFrom(world, made, 'STOP');
    await pass(world, 6 * 60_000);
    await takeMessage(world.app, message);
    assert.equal(sentTo(world).length, 0);
    assert.ok((await kinds(world)).includes('opt-out.unconfirmed'));
  });

  it('told twice by its provider is kept and counted once', async () => {
    const { world, made } = await opened();
    const message = textFrom(world, made, 'stop texting me');
    const first = await takeMessage(world.app, message);
    assert.equal(first.people.length, 1);
    const [one, two] = await Promise.all([
      takeMessage(world.app, message),
      takeMessage(world.app, message),
    ]);
    assert.deepEqual([one.people, two.people], [[], []]);
    const count = async (table: 'messages' | 'preferences' | 'refusals') =>
      (await world.db.selectFrom(table).select('id').execute()).length;
    assert.equal(await count('preferences'), 1);
    assert.equal(await count('refusals'), 1);
    const inbound = await world.db
      .selectFrom('attempts')
      .select(['result', 'channel', 'purpose'])
      .where('direction', '=', 'inbound')
      .execute();
    assert.deepEqual(inbound, [{ result: 'received', channel: 'sms', purpose: null }]);
  });

  it('from a number that two people share closes it for both, confirmed once', async () => {
    const { world, book, made } = await opened();
    const [phone] = made.phones;
    const other = await book.addCase({
      customer: { ...ohio, phones: [phone?.value ?? ''] },
    });
    for (const one of [made, other]) await agreeToTexts(world, one);
    const { people } = await takeMessage(world.app, textFrom(world, made, 'stop'));
    assert.deepEqual(
      people.map(({ customerId }) => customerId).sort(),
      [made.customerId, other.customerId].sort(),
    );
    for (const one of [made, other]) {
      assert.ok((await rulesAgainst(world, book, one, 'sms')).includes('USF-14H-MEDIUM'));
    }
    assert.equal(sentTo(world).length, 1);
  });

  it('that asks to stop calling closes the telephone and leaves texts open', async () => {
    const { world, book, made } = await opened();
    await takeMessage(world.app, textFrom(world, made, 'Please stop calling me at all hours'));
    assert.ok((await rulesAgainst(world, book, made, 'phone_call')).includes('USF-14H-MEDIUM'));
    assert.ok(!(await rulesAgainst(world, book, made, 'sms')).includes('USF-14H-MEDIUM'));
  });

  it('that ends all contact in writing is a cease notice for the debts of the case', async () => {
    const { world, book, made } = await opened();
    const words = 'Cease all communication with me. I refuse to pay this.';
    await takeMessage(world.app, textFrom(world, made, words));
    const rules = await rulesAgainst(world, book, made, 'phone_call');
    assert.ok(rules.includes('USF-6C-CEASE'), rules.join());
    const fact = await world.db.selectFrom('contactFacts').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual((fact.details as { debts: string[] }).debts, [made.accountId]);
  });

  it('that opens an address again opens what STOP closed, and nothing wider', async () => {
    const { world, book, made } = await opened();
    await takeMessage(world.app, textFrom(world, made, 'STOP'));
    await takeMessage(world.app, textFrom(world, made, 'stop calling me'));
    await pass(world, 60_000);
    await takeMessage(world.app, textFrom(world, made, 'START'));
    assert.ok(!(await rulesAgainst(world, book, made, 'sms')).includes('USF-14H-MEDIUM'));
    assert.ok((await rulesAgainst(world, book, made, 'phone_call')).includes('USF-14H-MEDIUM'));
  });

  it('reaches us through the provider, and from nobody we know leaves a line in the log', async () => {
    const { world, made } = await opened();
    const [phone] = made.phones;
    const from = phone?.value ?? '';
    const text = { channel: 'sms' as const, to: '+12125550100', words: 'unsubscribe' };
    world.simulation.messages?.receive({ ...text, from });
    world.simulation.messages?.receive({ ...text, from: '+12125559999' });
    await pass(world, 1000);
    await world.settled();
    const found = await world.db.selectFrom('refusals').select('certainty').execute();
    assert.deepEqual(found, [{ certainty: 'sure' }]);
    assert.ok((await kinds(world)).includes('message.unknown-sender'));
  });
});

describe('the queue of refusals', () => {
  it('holds what is unsure, obeyed already, with its thread; a person opens it again', async () => {
    const { world, book, made } = await opened();
    const officer = await world.user('compliance');
    await takeMessage(world.app, textFrom(world, made, 'why do you keep texting me'));
    await pass(world, 1000);
    await takeMessage(world.app, textFrom(world, made, 'see you on Friday'));
    const closed = async () => (await rulesAgainst(world, book, made, 'sms')).length > 0;
    assert.ok(await closed());
    const list = (which: 'unread' | 'messages' | 'all') =>
      world.call(refusals.readRefusals, officer, { which });
    const [wishes, messages] = [await list('unread'), await list('messages')];
    assert.deepEqual(wishes.waiting, { unread: 1, messages: 1 });
    const [first, other] = [wishes.refusals[0], messages.refusals[0]];
    const told = [first?.scope, first?.thread.at(-1)?.words, other?.scope, other?.thread[2]?.words];
    assert.deepEqual(told, ['sms', 'why do you keep texting me', 'unclear', 'see you on Friday']);
    const judged = { refusalId: first?.id ?? '', verdict: 'not_opt_out' as const };
    assert.equal((await world.request(refusals.judgeRefusal, officer, judged)).status, 409);
    await pass(world, 60_000);
    await world.call(refusals.judgeRefusal, officer, { ...judged, why: 'asked out of curiosity' });
    assert.ok(!(await closed()));
    const again = await world.request(refusals.judgeRefusal, officer, { ...judged, why: 'x' });
    assert.equal(again.status, 409);
    await world.call(refusals.judgeRefusal, officer, { ...judged, refusalId: other?.id ?? '' });
    assert.deepEqual((await list('messages')).waiting, { unread: 0, messages: 0 });
    const { refusals: all } = await list('all');
    const { verdict, readBy } = all.find(({ id }) => id === first?.id) ?? {};
    assert.deepEqual([verdict, readBy], ['not_opt_out', 'compliance']);
  });

  it('is confirmed as a refusal of something else', async () => {
    const { world, book, made } = await opened();
    const officer = await world.user('compliance');
    await takeMessage(world.app, textFrom(world, made, 'this is harassment'));
    const [first] = (await world.call(refusals.readRefusals, officer, {})).refusals;
    await world.call(refusals.judgeRefusal, officer, {
      ...{ refusalId: first?.id ?? '', verdict: 'opt_out', scope: 'phone_call' },
    });
    await pass(world, 1000);
    assert.deepEqual(await rulesAgainst(world, book, made, 'sms'), []);
    assert.ok((await rulesAgainst(world, book, made, 'phone_call')).includes('USF-14H-MEDIUM'));
  });

  it('with a time that does not suit closes contact until a person says what was meant', async () => {
    const { world, book, made } = await opened();
    const officer = await world.user('compliance');
    await takeMessage(world.app, textFrom(world, made, "don't call me at work"));
    const [first] = (await world.call(refusals.readRefusals, officer, {})).refusals;
    assert.equal(first?.scope, 'time');
    const judged = { refusalId: first?.id ?? '', verdict: 'opt_out' };
    assert.equal((await world.request(refusals.judgeRefusal, officer, judged)).status, 400);
    const call = () => rulesAgainst(world, book, made, 'phone_call');
    assert.ok((await call()).includes('USF-14H-MEDIUM'));
    await world.call(refusals.judgeRefusal, officer, {
      ...{ refusalId: first?.id ?? '', verdict: 'not_opt_out', why: 'The time is recorded' },
    });
    assert.deepEqual(await call(), []);
    assert.equal(sentTo(world).length, 0);
  });
});

describe('a message keyed in by hand', () => {
  it('is read as if it had come by itself, and binds from its receipt', async () => {
    const { world, book, made } = await opened();
    const officer = await world.user('compliance');
    assert.deepEqual(await rulesAgainst(world, book, made, 'sms'), []);
    const keyed = { caseId: made.caseId, contactPointId: made.phoneId, channel: 'sms' as const };
    const { request } = await world.call(refusals.keyInMessage, officer, {
      ...{ ...keyed, words: 'Nie wieder anrufen oder schreiben, lassen Sie mich in Ruhe!' },
      receivedAt: '2026-11-18T09:00:00Z',
    });
    assert.equal(request, 'opt_out');
    assert.equal(sentTo(world).length, 0, 'too late to confirm');
    assert.ok((await rulesAgainst(world, book, made, 'sms')).includes('USF-14H-MEDIUM'));
    const flags = await world.db.selectFrom('decisionFlags').select('becomes').execute();
    assert.deepEqual(flags, [{ becomes: 'refused' }], 'the text of 15:00 would not have left');
    const pasted = { ...keyed, subject: '\u202EStop\u2066', words: 'S\u200BT\u202EO\u2066P' };
    const again = await world.call(refusals.keyInMessage, officer, pasted);
    assert.equal(again.request, 'opt_out', 'signs that do not show hold up no request to stop');
    const blank = { ...keyed, words: '\u200B\u202E' };
    assert.equal((await world.request(refusals.keyInMessage, officer, blank)).status, 400);
    const ahead = { ...keyed, words: 'stop', receivedAt: '2027-01-01T00:00:00Z' };
    assert.equal((await world.request(refusals.keyInMessage, officer, ahead)).status, 400);
    const other = { ...keyed, words: 'stop', contactPointId: world.app.newId() };
    assert.equal((await world.request(refusals.keyInMessage, officer, other)).status, 404);
  });
});
