import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import * as floor from '#contract/floor.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, pass, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const hourMs = 3_600_000;

describe('the next case', () => {
  it('is never handed to two agents, however many ask at once', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    for (let n = 0; n < 12; n += 1) await book.addCase({ priority: n });
    const agents = await Promise.all(Array.from({ length: 12 }, () => world.user('agent')));
    const taken = await Promise.all(agents.map((agent) => world.call(desk.nextCase, agent, {})));
    const ids = taken.map(({ case: found }) => found?.id);
    assert.equal(new Set(ids).size, 12);
    assert.ok(ids.every((id) => id !== undefined));
  });

  it('is one case for an agent who asks many times at once', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    for (let n = 0; n < 6; n += 1) await book.addCase({ priority: n });
    const agent = await world.user('agent');
    const asked = Array.from({ length: 6 }, () => world.call(desk.nextCase, agent, {}));
    const ids = (await Promise.all(asked)).map(({ case: found }) => found?.id);
    assert.equal(new Set(ids).size, 1);
    const leases = await world.db.selectFrom('customerLeases').select('caseId').execute();
    assert.deepEqual(leases, [{ caseId: ids[0] }]);
  });

  it('never gives two cases of one customer to two agents', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const other = await book.addPortfolio({});
    const customer = await book.addCustomer();
    await book.addCase({ customer });
    await book.addCase({ customer, portfolioId: other.id });
    const [one, two] = [await world.user('agent'), await world.user('agent')];
    const [first, second] = await Promise.all([
      world.call(desk.nextCase, one, {}),
      world.call(desk.nextCase, two, {}),
    ]);
    assert.equal([first.case, second.case].filter((found) => found !== null).length, 1);
  });

  it('is the best of the open zones, and says when none can be had', async () => {
    // 12:30 in London: nobody in New York is called before eight.
    const world = await freshWorld({ at: '2026-11-18T12:30:00.000Z' });
    const book = await smallBook(world);
    const made = await book.addCase({ priority: 10 });
    const agent = await world.user('agent');
    const none = await world.call(desk.nextCase, agent, {});
    assert.equal(none.case, null);
    assert.deepEqual(
      none.why.map(({ code }) => code),
      ['all-closed-now'],
    );
    assert.equal(none.nextAt, '2026-11-18T13:00:00.000Z');
    await pass(world, hourMs);
    const next = await world.call(desk.nextCase, agent, {});
    assert.equal(next.case?.id, made.caseId);
    assert.equal(next.allowed[0]?.verdict, 'permitted');
  });

  it('passes over what the rules refuse and puts it back with its next time', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const covered = await book.addCase({ priority: 90, event: 'C' });
    const free = await book.addCase({ priority: 10 });
    const agent = await world.user('agent');
    const next = await world.call(desk.nextCase, agent, {});
    assert.equal(next.case?.id, free.caseId);
    const [row] = await world.db
      .selectFrom('workItems')
      .select(['state', 'leaseOwner'])
      .where('caseId', '=', covered.caseId)
      .execute();
    assert.deepEqual(row, { state: 'waiting', leaseOwner: null });
    const kept = await world.db.selectFrom('decisions').select('rules').execute();
    assert.ok(kept.some(({ rules }) => rules.includes('DUNLIN-TYPE-C')));
  });

  it('asked for twice is the same case, and put back it waits', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const first = await world.call(desk.nextCase, agent, {});
    const again = await world.call(desk.nextCase, agent, {});
    assert.equal(again.case?.id, first.case?.id);
    await world.call(desk.putBack, agent, { caseId: made.caseId, why: 'not-now' });
    assert.equal((await world.call(desk.nextCase, agent, {})).case, null);
    await pass(world, 3 * hourMs);
    assert.equal((await world.call(desk.nextCase, agent, {})).case?.id, made.caseId);
  });

  it('given back for somebody else asks the floor, once until it is answered', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const [agent, supervisor] = [await world.user('agent'), await world.user('supervisor')];
    const asked = async () => (await world.call(floor.readFloor, supervisor, {})).requests;
    for (const why of ['needs-specialist', 'needs-specialist', 'needs-language'] as const) {
      await world.call(desk.openCase, agent, { caseId });
      await world.call(desk.putBack, agent, { caseId, why });
    }
    const requests = await asked();
    const kinds = requests.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['needs-language', 'needs-specialist']);
    const [first] = requests;
    assert.deepEqual([first?.caseId, first?.conversationId], [caseId, null]);
    const answer = { requestId: first?.id ?? '', outcome: 'Given to Sam.', approve: null };
    await world.call(floor.closeRequest, supervisor, answer);
    assert.equal((await asked()).length, 1);
    await world.call(desk.openCase, agent, { caseId });
    await world.call(desk.putBack, agent, { caseId, why: 'not-now' });
    assert.equal((await asked()).length, 1);
  });

  it('goes back to the pool when a lease is forgotten', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const [one, two] = [await world.user('agent'), await world.user('agent')];
    await world.call(desk.nextCase, one, {});
    assert.equal((await world.call(desk.nextCase, two, {})).case, null);
    await pass(world, 16 * 60_000);
    assert.equal((await world.call(desk.nextCase, two, {})).case?.id, made.caseId);
  });

  it('is only of portfolios in which the agent works', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const other = await book.addPortfolio({});
    await book.addCase({ portfolioId: other.id });
    const agent = await world.user('agent', book.portfolio.id);
    assert.equal((await world.call(desk.nextCase, agent, {})).case, null);
    const refused = await world.request(desk.nextCase, agent, { portfolioId: other.id });
    assert.equal(refused.status, 403);
  });

  it('may be chosen by hand, unless another agent holds the customer', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const [one, two] = [await world.user('agent'), await world.user('agent')];
    const list = await world.call(desk.worklist, one, {});
    assert.deepEqual(
      list.cases.map(({ caseId }) => caseId),
      [made.caseId],
    );
    await world.call(desk.openCase, one, { caseId: made.caseId });
    const refused = await world.request(desk.openCase, two, { caseId: made.caseId });
    assert.equal(refused.status, 409);
    assert.equal(refused.body['type'], '/problems/taken-by-another');
  });
});

describe('what is owed', () => {
  it('stays hidden from an agent until the right person is verified, and again after wrap-up', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase({ customer: { reference: 'REF-7788' } });
    const agent = await world.user('agent');
    const { caseId } = made;
    const conversation = await callNext(world, agent);
    const before = await world.call(cases.readCase, agent, { caseId });
    assert.equal(before.debt, null);
    assert.equal(before.customer.reference.includes('7788'), false);
    assert.equal(JSON.stringify(before).includes(made.phones[0]?.value ?? '-'), false);
    await verified(world, agent, conversation);
    const during = await world.call(cases.readCase, agent, { caseId });
    assert.equal(during.debt?.total.amount, '100.00');
    await hungUp(world, agent, conversation);
    assert.ok((await world.call(cases.readCase, agent, { caseId })).debt);
    await world.call(contact.finish, agent, {
      conversationId: conversation.conversationId,
      mechanism: 'outbound-call',
      result: 'information-given',
      nextOn: '2026-11-25',
    });
    assert.equal((await world.call(cases.readCase, agent, { caseId })).debt, null);
  });

  it('is open to supervisors outside a talk of their own, not to agents', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const supervisor = await world.user('supervisor');
    const agent = await world.user('agent');
    assert.ok((await world.call(cases.readCase, supervisor, { caseId })).debt);
    assert.equal((await world.call(cases.readCase, agent, { caseId })).debt, null);
  });

  it('keeps restricted notes from those without the right, and history in one order', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const supervisor = await world.user('supervisor');
    const agent = await world.user('agent');
    await world.call(cases.writeNote, agent, { caseId, words: 'Prefers mornings' });
    await pass(world, 1_000);
    await world.call(cases.writeNote, supervisor, { caseId, words: 'Health', restricted: true });
    const denied = await world.request(cases.writeNote, agent, {
      caseId,
      words: 'x',
      restricted: true,
    });
    assert.equal(denied.status, 403);
    const words = async (actor: typeof agent) =>
      (await world.call(cases.readHistory, actor, { caseId })).lines.map((line) => line.words);
    assert.deepEqual(await words(agent), ['Prefers mornings']);
    assert.deepEqual(await words(supervisor), ['Health', 'Prefers mornings']);
  });

  it('is found by name or reference within the own portfolios only', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase({ customer: { name: 'Rosa Marin' } });
    const here = await world.user('agent');
    const other = await book.addPortfolio({});
    const there = await world.user('agent', other.id);
    const found = await world.call(cases.findCases, here, { text: 'rosa' });
    assert.equal(found.cases[0]?.caseId, made.caseId);
    assert.equal((await world.call(cases.findCases, there, { text: 'rosa' })).cases.length, 0);
  });
});
