import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contract from '#contract/compliance/obligations.ts';
import * as contact from '#contract/conversations.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, readConversationOf, readyToAgree } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { raiseObligations } from '#usecases/obligations/obligations.ts';

const dayMs = 86_400_000;

async function open(world: World, actor: Actor) {
  return world.call(contract.listObligations, actor, {});
}

async function disputed(world: World) {
  const book = await smallBook(world);
  const made = await book.addCase();
  await addMailPoints(world);
  const supervisor = await world.user('supervisor');
  await world.call(cases.setHold, supervisor, {
    caseId: made.caseId,
    kind: 'dispute',
    why: 'Says the parcel never came',
    reviewOn: '2026-12-01',
  });
  return { ...made, portfolioId: book.portfolio.id, book };
}

/** The first talk with the person of the only case, to its end. */
async function firstConversation(world: World) {
  const agent = await world.user('agent');
  const conversation = await callNext(world, agent);
  await readyToAgree(world, agent, conversation);
  await hungUp(world, agent, conversation);
  const read = await readConversationOf(world, agent, conversation);
  await world.call(contact.finish, agent, {
    conversationId: conversation.conversationId,
    mechanism: 'outbound-call',
    result: (read.results[0] ?? '') as 'refused',
    nextOn: '2026-11-30',
  });
}

describe('duties', () => {
  it('a dispute obliges to an acknowledgement and to verification, with due times', async () => {
    const world = await freshWorld();
    await disputed(world);
    const officer = await world.user('compliance');
    const { obligations, counts } = await open(world, officer);
    assert.deepEqual(
      obligations.map(({ kind, rule, dueAt }) => [kind, rule, dueAt]),
      [
        ['dispute_acknowledgement', 'DUNLIN-DUTY-ACKNOWLEDGE', '2026-11-24T04:59:59.000Z'],
        ['debt_verification', 'USF-38-DISPUTE', '2026-12-19T04:59:59.000Z'],
      ],
    );
    assert.deepEqual(
      counts.map(({ open: count, late }) => [count, late]),
      [
        [1, 0],
        [1, 0],
      ],
    );
  });

  it('a notice that is owed is told part by part, with what the book knows', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    await firstConversation(world);
    const { id: itemId } = await world.db
      .selectFrom('items')
      .select('id')
      .where('customerId', '=', made.customerId)
      .executeTakeFirstOrThrow();
    await world.db
      .insertInto('postings')
      .values({
        ...ownedBy(made.customerId),
        ...{ id: world.app.newId(), portfolioId: made.portfolioId, accountId: made.accountId },
        ...{ itemId, eventId: world.app.newId(), kind: 'payment', amountMinor: 3_000n },
        ...{ debit: 'cash', credit: 'receivable', currency: 'USD', bookedOn: '2026-11-18' },
        recordedAt: instantOf(world.app.clock()),
      })
      .execute();
    const officer = await world.user('compliance');
    const { obligations } = await open(world, officer);
    const obligation = obligations.find(({ kind }) => kind === 'validation_notice');
    assert.ok(obligation);
    const { fields } = await world.call(contract.readNotice, officer, {
      obligationId: obligation.id,
    });
    const value = (key: string) => fields.find((field) => field.key === key)?.value;
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    assert.deepEqual(value('collector_name'), { text: 'Test Agency' });
    assert.deepEqual(value('consumer_name'), { text: 'Alex Example' });
    assert.deepEqual(value('current_creditor'), { text: 'Lender One' });
    assert.deepEqual(value('itemization_date'), { date: '2026-10-05' });
    assert.deepEqual(value('amount_on_itemization_date'), usd('100.00'));
    assert.deepEqual(value('payments_since'), usd('30.00'));
    assert.deepEqual(value('interest_since'), usd('0.00'));
    assert.deepEqual(value('amount_now'), usd('70.00'));
    // Five days without weekends and Thanksgiving after the 18th, then thirty.
    assert.deepEqual(value('validation_period_end'), { date: '2026-12-25' });
    assert.equal(value('consumer_address'), null, 'no postal address is known');
    assert.equal(fields.find(({ key }) => key === 'dispute_by_end_date')?.worded, true);
    const other = obligations.find(({ kind }) => kind === 'initial_disclosures');
    const none = { obligationId: other?.id ?? '' };
    assert.equal((await world.request(contract.readNotice, officer, none)).status, 404);

    // It is met by a notice that held every part the law asks for, and by none that lacks one.
    await addMailPoints(world);
    const needed = fields.filter(({ required }) => required === 'always').map(({ key }) => key);
    assert.ok(
      needed.length > 20 && needed.includes('bureau_website'),
      'a card is a financial product',
    );
    const met = { obligationId: obligation.id, reference: 'RR 1', metAt: '2026-11-18T15:00:00Z' };
    const missingOf = async (how: 'letter' | 'email', parts: string[]) => {
      const { body } = await world.request(contract.fulfilObligation, officer, {
        ...{ ...met, how, parts },
      });
      return (body['problems'] as { path: string }[]).map(({ path }) => path);
    };
    assert.deepEqual(
      await missingOf('letter', []),
      needed.map((key) => `parts.${key}`),
    );
    const [first = '', ...others] = needed;
    assert.deepEqual(await missingOf('letter', others), [`parts.${first}`]);
    assert.deepEqual(await missingOf('email', needed), ['parts.electronic_dispute_instructions']);
    const metAt = instantOf(world.app.clock());
    await world.call(contract.fulfilObligation, officer, {
      ...{ ...met, how: 'letter', parts: needed, metAt },
    });
  });

  it('the first talk obliges to the notices of the place within five days, once', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    await firstConversation(world);
    const office = await world.user('back_office');
    const { obligations } = await open(world, office);
    assert.deepEqual(
      obligations.map(({ kind, dueAt }) => [kind, dueAt]),
      [
        ['validation_notice', '2026-11-24T04:59:59.000Z'],
        // The person lives in New York, which asks for a notice of its own.
        ['initial_disclosures', '2026-11-24T04:59:59.000Z'],
      ],
    );
  });

  it('is taken by one person, met with proof, and says whether in time', async () => {
    const world = await freshWorld();
    await disputed(world);
    const [one, other] = [await world.user('back_office'), await world.user('compliance')];
    const [obligation] = (await open(world, one)).obligations;
    assert.ok(obligation);
    const obligationId = obligation.id;
    await world.call(contract.claimObligation, one, { obligationId });
    const taken = await world.request(contract.claimObligation, other, { obligationId });
    assert.equal(taken.body['type'], '/problems/taken-by-another');
    const proof = { obligationId, how: 'letter', reference: 'posting 4711' } as const;
    const early = await world.request(contract.fulfilObligation, one, {
      ...proof,
      metAt: '2027-01-01T00:00:00Z',
    });
    assert.equal(early.body['type'], '/problems/invalid-input');
    await world.call(contract.fulfilObligation, one, { ...proof, metAt: '2026-11-18T15:00:00Z' });
    const again = await world.request(contract.fulfilObligation, one, {
      ...proof,
      metAt: '2026-11-18T15:00:00Z',
    });
    assert.equal(again.body['type'], '/problems/already-done');
    const ended = await world.call(contract.listObligations, one, { open: 'false' });
    assert.deepEqual(
      ended.obligations.map(({ kind, fulfilment }) => [kind, fulfilment?.['inTime']]),
      [['dispute_acknowledgement', true]],
    );
  });

  it('is raised once when its time runs short and once when it is over', async () => {
    const world = await freshWorld();
    await disputed(world);
    const officer = await world.user('compliance');
    assert.equal(await raiseObligations(world.app), 0);
    await world.clock.advance(4.7 * dayMs);
    assert.equal(await raiseObligations(world.app), 1);
    assert.equal(await raiseObligations(world.app), 0);
    await world.clock.advance(dayMs);
    assert.equal(await raiseObligations(world.app), 1);
    const [late] = (await open(world, officer)).obligations;
    assert.deepEqual(
      [late?.kind, late?.escalation, late?.late],
      ['dispute_acknowledgement', 2, true],
    );
    const events = await world.db
      .selectFrom('eventLog')
      .select('kind')
      .where('kind', 'like', 'obligation.%')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['obligation.opened', 'obligation.opened', 'obligation.escalated', 'obligation.overdue'],
    );
  });

  it('is nobody else’s business', async () => {
    const world = await freshWorld();
    const { book } = await disputed(world);
    const elsewhere = (await book.addPortfolio({ name: 'B' })).id;
    const officer = await world.user('compliance');
    const stranger = await world.user('compliance', elsewhere);
    const [obligation] = (await open(world, officer)).obligations;
    assert.deepEqual((await open(world, stranger)).obligations, []);
    const input = { obligationId: obligation?.id ?? '', reason: 'Not mine' };
    const { status } = await world.request(contract.dropObligation, stranger, input);
    assert.equal(status, 404);
  });
});

describe('duties and raw facts', () => {
  it('a notice on record meets its duty, and one that came back opens it again', async () => {
    const world = await freshWorld();
    const { caseId } = await disputed(world);
    const office = await world.user('back_office');
    const times = {
      occurredAt: '2026-11-18T14:00:00Z',
      receivedAt: '2026-11-18T14:00:00Z',
    };
    const fact = { caseId, details: {}, source: 'post', evidenceRef: 'posting 12', ...times };
    await world.call(facts.recordFact, office, { ...fact, kind: 'dispute_answered' });
    const { obligations } = await open(world, office);
    assert.deepEqual(obligations, []);
    const notice = { ...fact, kind: 'validation_notice' } as const;
    const { factId } = await world.call(facts.recordFact, office, notice);
    await world.call(facts.recordFact, office, {
      ...notice,
      ...{ occurredAt: '2026-11-18T14:30:00Z', receivedAt: '2026-11-18T14:30:00Z' },
      about: { factId, as: 'returned' },
    });
    const again = await open(world, office);
    assert.ok(again.obligations.some(({ kind }) => kind === 'validation_notice'));
  });
});
