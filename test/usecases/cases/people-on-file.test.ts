import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as agreements from '#contract/agreements.ts';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { addDays, dateIn } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { pass, readyToAgree, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { sendMessage } from '#usecases/messages/steps/send-message.ts';

async function someCase() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
  await world.call(desk.openCase, agent, { caseId: made.caseId });
  const rulesFor = async (contactPointId: string) => {
    const { points } = await world.call(cases.askAllowed, agent, { caseId: made.caseId });
    const found = points.find((point) => point.contactPointId === contactPointId);
    return found?.rules.map(({ rule }) => rule) ?? null;
  };
  const party = (told: Partial<{ role: 'guarantor' | 'third_party' | 'attorney' | 'payer' }>) =>
    world.call(corrections.addParty, clerk, {
      ...{ caseId: made.caseId, role: 'guarantor', relation: null, name: 'Rose Amber' },
      ...{ note: null, accountId: null },
      ...told,
    });
  return { world, book, made, clerk, agent, rulesFor, party };
}

describe('somebody who is tied to one account', () => {
  async function guarantorOfOne() {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const [own, other] = [await book.addCase({ work: 'ready' }), { phone: '+12125550188' }];
    const { caseId, customerId, accountId, phoneId } = own;
    const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
    const account = await world.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const second = { id: world.app.newId(), reference: 'A-SECOND' };
    await world.db
      .insertInto('accounts')
      .values({ ...account, ...second })
      .execute();
    const item = await world.db
      .selectFrom('items')
      .selectAll()
      .where('accountId', '=', accountId)
      .executeTakeFirstOrThrow();
    const owed = { id: world.app.newId(), accountId: second.id, reference: 'I-SECOND' };
    await world.db
      .insertInto('items')
      .values({ ...item, ...owed })
      .execute();
    const { partyId } = await world.call(corrections.addParty, clerk, {
      ...{ caseId, role: 'guarantor', relation: null, name: 'Rose Amber', note: 'Next door' },
      accountId,
    });
    const added = await world.call(corrections.addContactPoint, clerk, {
      ...{ caseId, partyId, place: null, employerProvided: false },
      ...{ kind: 'mobile', value: other.phone },
    });
    const contactPointId = added.contactPointId;
    const wanted = {
      ...{ customerId, caseId, contactPointId, portfolio: book.portfolio },
      ...{ userId: null, exceptAttempt: null },
    };
    const file = { world, book, clerk, agent, caseId, customerId, accountId, partyId, phoneId };
    return { ...file, wanted, second: second.id };
  }

  it('is told of that account only, on the line and on the desk', async () => {
    const { world, agent, caseId, accountId, wanted, partyId } = await guarantorOfOne();
    await world.call(desk.openCase, agent, { caseId });
    const before = await world.call(cases.readCase, agent, { caseId });
    assert.deepEqual(
      before.parties.map(({ name, role, note }) => [name, role, note]),
      [[null, null, null]],
    );
    const { contactPointId } = wanted;
    const { conversationId } = await world.call(contact.startCall, agent, {
      caseId,
      contactPointId,
    });
    await pass(world, 10_000);
    const talking = await world.call(cases.readCase, agent, { caseId });
    assert.deepEqual(
      talking.parties.map(({ id, name, role, note }) => [id, name, role, note]),
      [[partyId, 'Rose Amber', null, null]],
    );
    await verified(world, agent, { conversationId, caseId, contactPointId });
    const { debt, parties } = await world.call(cases.readCase, agent, { caseId });
    assert.equal(parties[0]?.note, 'Next door');
    assert.deepEqual([debt?.onlyPart, debt?.total.amount], [true, '100.00']);
    assert.deepEqual(
      debt?.accounts.map(({ id }) => id),
      [accountId],
    );
    const [attempt] = await world.db
      .selectFrom('attempts')
      .select(['person', 'debts', 'conversationDebts'])
      .execute();
    assert.deepEqual(attempt, {
      ...{ person: 'guarantor', debts: [accountId], conversationDebts: [accountId] },
    });
  });

  it('agrees on that account only, and hears no word about the others', async () => {
    const { world, agent, caseId, wanted } = await guarantorOfOne();
    await world.call(desk.openCase, agent, { caseId });
    const start = { caseId, contactPointId: wanted.contactPointId };
    const { conversationId } = await world.call(contact.startCall, agent, start);
    await pass(world, 10_000);
    const say = (words: string) =>
      world.request(contact.say, agent, {
        ...{ conversationId, intent: 'free-text', words, question: null, offer: null },
      });
    const refused = async (answer: { status: number; body: unknown }) => {
      assert.equal(answer.status, 403);
      const { type, accounts } = answer.body as { type: string; accounts: string };
      assert.equal(type, '/problems/beyond-accounts');
      assert.match(accounts, /^[^,]*••••$/);
    };
    await refused(await say('And then there is A-SECOND.'));
    await refused(await say('Together it is $200.00.'));
    assert.equal((await say('It is 100.00 that is open.')).status, 200);
    await readyToAgree(world, agent, { conversationId, ...start });
    const { rungs } = await world.call(agreements.readLadder, agent, { conversationId });
    assert.equal(rungs.find(({ rung }) => rung === 'full')?.amount, '100.00');
    const promise = (amount: string) =>
      world.request(agreements.makePromise, agent, {
        ...{ conversationId, amount, method: 'card', restDueOn: null, agreed: true },
        dueOn: addDays(dateIn(wanted.portfolio.zone, world.app.clock()), 2),
      });
    await refused(await promise('200.00'));
    assert.equal((await promise('100.00')).status, 200);
    await refused(await promise('50.00'));
  });

  it('is written to about that account only', async () => {
    const { world, clerk, agent, caseId, partyId } = await guarantorOfOne();
    const { contactPointId } = await world.call(corrections.addContactPoint, clerk, {
      ...{ caseId, partyId, place: null, employerProvided: false },
      ...{ kind: 'email', value: 'rose@example.com' },
    });
    const written = (words: string) =>
      sendMessage(world.app, agent, {
        ...{ caseId, contactPointId, channel: 'email', mode: 'manual', purpose: null },
        ...{ reference: null, content: {}, inResponseTo: null, subject: null, words },
        ...{ lang: 'en', campaign: null },
      });
    await assert.rejects(written('Please pay I-SECOND too.'), /beyond-accounts/);
    await assert.rejects(written('Please pay $200 in all.'), /beyond-accounts/);
  });

  it('is not rung at half past five of their own morning', async () => {
    const { world, clerk, caseId, partyId, wanted } = await guarantorOfOne();
    const { contactPointId } = await world.call(corrections.addContactPoint, clerk, {
      ...{ caseId, partyId, place: null, employerProvided: false },
      ...{ kind: 'mobile', value: '+18085550123' },
    });
    // Half past five in Honolulu, half past ten in New York.
    await pass(world, 30 * 60_000);
    const there = await reserveContact(world.app, { ...wanted, contactPointId });
    assert.ok(!there.reserved);
    const rules = there.decision.reasons.map(({ rule }) => rule);
    assert.ok(
      rules.some((rule) => rule.startsWith('USF-6B1-')),
      rules.join(),
    );
    assert.ok((await reserveContact(world.app, wanted)).reserved);
  });

  it('is a stranger to the others: a contact about them is refused', async () => {
    const { world, agent, caseId, accountId, second, wanted } = await guarantorOfOne();
    const about = (countDebts: string[]) =>
      reserveContact(world.app, { ...wanted, how: { countDebts } });
    const refused = await about([second]);
    assert.ok(!refused.reserved);
    const rules = refused.decision.reasons.map(({ rule }) => rule);
    assert.ok(rules.includes('DUNLIN-THIRD-PARTY'), rules.join());
    await world.db
      .updateTable('items')
      .set({ balanceMinor: 0n })
      .where('accountId', '=', accountId)
      .execute();
    await world.call(desk.openCase, agent, { caseId });
    const { points } = await world.call(cases.askAllowed, agent, { caseId });
    const found = points.find((point) => point.contactPointId === wanted.contactPointId);
    assert.ok(found?.rules.some(({ rule }) => rule === 'DUNLIN-THIRD-PARTY'));
  });

  it('is not called when the tie ends between reservation and release', async () => {
    const { world, clerk, caseId, partyId, wanted } = await guarantorOfOne();
    const reserved = await reserveContact(world.app, wanted);
    assert.ok(reserved.reserved);
    await world.call(corrections.endParty, clerk, { caseId, partyId, why: 'Released' });
    const { attemptId, token } = reserved;
    const { released } = await releaseContact(world.app, wanted, attemptId, token);
    assert.equal(released, false);
  });
});

describe('a number that the book has', () => {
  it('stays whose it is and what it was found to be when somebody adds it again', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const phones = ['+12125550141', '+12125550142', '+12125550143'];
    const made = await book.addCase({ customer: { phones }, work: 'ready' });
    const { caseId, customerId, phoneId } = made;
    const [, rose, dead] = made.phones;
    assert.ok(rose && dead);
    const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
    const { partyId } = await world.call(corrections.addParty, clerk, {
      ...{ caseId, role: 'guarantor', relation: null, name: 'Rose Amber' },
      ...{ note: null, accountId: null },
    });
    const told = { caseId, partyId, place: null, employerProvided: true, why: 'Asked' } as const;
    await world.call(corrections.setContactPoint, clerk, { ...told, contactPointId: rose.id });
    const read = () =>
      world.db
        .selectFrom('contactPoints')
        .select(['partyId', 'employerProvided', 'state'])
        .where('customerId', '=', customerId)
        .where('id', '=', rose.id)
        .executeTakeFirstOrThrow();
    const before = await read();
    const kind = 'mobile' as const;
    const again = { caseId, partyId: null, place: null, employerProvided: false, kind };
    const refused = await world.request(corrections.addContactPoint, clerk, {
      ...again,
      value: rose.value,
    });
    assert.equal(refused.status, 409);
    await world.call(desk.openCase, agent, { caseId });
    const start = { caseId, contactPointId: phoneId };
    const { conversationId } = await world.call(contact.startCall, agent, start);
    await pass(world, 10_000);
    await verified(world, agent, { conversationId, ...start });
    const give = (value: string) =>
      world.request(contact.recordContactPoint, agent, {
        conversationId,
        kind,
        value,
        place: null,
      });
    assert.equal((await give(rose.value)).status, 200);
    assert.deepEqual(await read(), before);
    const mark = { conversationId, contactPointId: dead.id, state: 'disconnected' } as const;
    await world.call(contact.markNumber, agent, mark);
    assert.equal((await give(dead.value)).status, 409);
    assert.equal((await give('+13105550144')).status, 200);
    const added = await world.db
      .selectFrom('contactPoints')
      .select('zones')
      .where('value', '=', '+13105550144')
      .executeTakeFirstOrThrow();
    assert.deepEqual(added.zones, ['America/Los_Angeles']);
  });

  it('becomes somebody else’s with a reason, and the event says whose it was', async () => {
    const { world, made, clerk, party } = await someCase();
    const { caseId, phoneId } = made;
    const { partyId } = await party({});
    const told = { caseId, contactPointId: phoneId, place: null, employerProvided: false };
    await world.call(corrections.setContactPoint, clerk, { ...told, partyId, why: 'She said so' });
    await world.call(corrections.changeParty, clerk, {
      ...{ caseId, partyId, role: 'co_debtor', relation: null, name: 'Rose Coral' },
      ...{ note: null, accountId: null, why: 'The contract says so' },
    });
    const events = await world.db
      .selectFrom('eventLog')
      .select(['kind', 'facts'])
      .where('kind', 'in', ['contact-point.set', 'party.changed'])
      .orderBy('seq')
      .execute();
    const facts = events.map((each) => each.facts as Record<string, unknown>);
    assert.deepEqual([facts[0]?.['partyId'], facts[0]?.['wasPartyId']], [partyId, null]);
    assert.deepEqual([facts[1]?.['role'], facts[1]?.['wasRole']], ['co_debtor', 'guarantor']);
    const notes = await world.db.selectFrom('notes').select(['id', 'words']).execute();
    const wordsOf = (index: number) =>
      notes.find(({ id }) => id === facts[index]?.['noteId'])?.words ?? null;
    assert.equal(wordsOf(0), 'She said so');
    assert.equal(wordsOf(1), 'The contract says so\nRose Amber → Rose Coral');
    const silent = { ...told, partyId: null, why: ' ' };
    const unsaid = await world.request(corrections.setContactPoint, clerk, silent);
    assert.equal(unsaid.status, 400);
  });
});
