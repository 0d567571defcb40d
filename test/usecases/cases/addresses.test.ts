import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as customers from '#contract/customers.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const why = 'The customer wrote where they live';

describe('the address of a customer', () => {
  it('is corrected where nobody can read it, with a reason, and contact follows', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase({
      customer: { region: 'Nowhereland', postalCode: null },
    });
    const [clerk, agent] = [await world.user('back_office'), await world.user('agent')];
    const verdict = async () =>
      (await world.call(cases.askAllowed, clerk, { caseId })).points[0]?.verdict;
    assert.equal(await verdict(), 'refused');
    const read = () => world.call(customers.readAddress, clerk, { caseId });
    const { unread, readings: _, ...address } = await read();
    assert.equal(unread, 'US Nowhereland');
    const right = { ...address, caseId, region: 'New York', city: 'Albany', why };
    assert.equal((await world.request(customers.correctAddress, agent, right)).status, 403);
    const wrong = { ...right, region: 'Elsewhereland' };
    const refused = await world.request(customers.correctAddress, clerk, wrong);
    assert.deepEqual((refused.body['problems'] as { path: string; message: string }[])[0], {
      path: 'region',
      message: 'unread-region',
    });
    await world.call(customers.correctAddress, clerk, right);
    assert.equal((await world.call(customers.readAddress, clerk, { caseId })).unread, null);
    assert.equal(await verdict(), 'permitted');
    const { lines } = await world.call(cases.readHistory, clerk, { caseId });
    assert.ok(lines.some(({ kind }) => kind === 'case.address-corrected'));
    assert.ok(lines.some(({ words }) => words === why));
  });

  it('is kept with the clock they confirmed there, which the gate follows alone', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const clerk = await world.user('back_office');
    const {
      unread: _,
      readings: __,
      ...address
    } = await world.call(customers.readAddress, clerk, { caseId });
    const confirmed = { ...address, caseId, why };
    const zone = 'America/Denver';
    const wrong = { ...confirmed, confirmedZone: 'America/Atlantis' };
    assert.equal((await world.request(customers.correctAddress, clerk, wrong)).status, 400);
    const right = { ...confirmed, confirmedZone: zone };
    assert.deepEqual(await world.call(customers.correctAddress, clerk, right), { changed: 1 });
    await world.call(cases.askAllowed, clerk, { caseId });
    const { customer } = await world.call(cases.readCase, clerk, { caseId });
    assert.deepEqual(customer.zones, [zone]);
    // What was confirmed at one address says nothing of another.
    await world.call(customers.correctAddress, clerk, { ...right, city: 'Albany' });
    const moved = await world.call(customers.readAddress, clerk, { caseId });
    assert.deepEqual([moved.city, moved.confirmedZone], ['Albany', null]);
  });

  it('whose parts name two places is told with both, until it is corrected', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const home = { region: 'NJ', city: 'Albany', postalCode: '12207' };
    const { caseId } = await book.addCase({ customer: home });
    const clerk = await world.user('back_office');
    const read = async () => {
      const { readings } = await world.call(customers.readAddress, clerk, { caseId });
      return readings.map(({ country, part }) => `${part?.es}, ${country}`);
    };
    assert.deepEqual(await read(), ['Nueva Jersey, US', 'Nueva York, US']);
    const { customer } = await world.call(cases.readCase, clerk, { caseId });
    assert.deepEqual(
      customer.places.map(({ part }) => part?.en),
      ['New Jersey', 'New York'],
    );
    const typed = 'They read out 4111 1111 1111 1111';
    const right = { caseId, country: 'US', ...home, region: 'NY', why: typed };
    await world.call(customers.correctAddress, clerk, right);
    assert.deepEqual(await read(), ['Nueva York, US']);
    const { lines } = await world.call(cases.readHistory, clerk, { caseId });
    const notes = lines.flatMap(({ words }) => words ?? []);
    assert.deepEqual(notes, ['They read out •••• 1111'], 'a card number is not kept');
  });
});

describe('the place of a portfolio', () => {
  it('is proposed by an administrator, who is told before what changes', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    await book.addCase();
    const admin = await world.user('administrator');
    const { id: portfolioId } = book.portfolio;
    const wanted = { portfolioId, country: 'GB', callerId: '020 7946 0100' };
    const told = await world.call(policy.previewPortfolio, admin, wanted);
    assert.deepEqual([told.before.country, told.after.country], ['US', 'GB']);
    assert.deepEqual(told.after.packs.map(({ id }) => id).includes('GB'), true);
    assert.equal(told.after.callerId, '+442079460100');
    assert.deepEqual([told.openCases, told.reservations], [1, 0]);
    const { portfolios } = await world.call(policy.listPolicies, admin, {});
    assert.equal(portfolios[0]?.country, 'US', 'nothing is saved by asking');
    assert.equal((await world.request(policy.readPolicy, admin, { portfolioId })).status, 403);
    const change = { ...wanted, reason: 'the book moved' };
    const done = await world.call(policy.changePortfolio, admin, change);
    assert.deepEqual(done, { changed: 1, proposed: 1 }, 'the country waits for a second person');
    const none = { ...wanted, country: 'XX' };
    assert.equal((await world.request(policy.previewPortfolio, admin, none)).status, 400);
  });
});

describe('free advice', () => {
  it('is named when hardship is recorded, and stands on the case afterwards', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const { caseId } = await book.addCase();
    const agent = await world.user('agent');
    const begun = await callNext(world, agent);
    await verified(world, agent, begun);
    const { advice } = await world.call(contact.reportHardship, agent, {
      ...{ conversationId: begun.conversationId, kind: 'hardship', words: 'Lost the job' },
      consentToRecord: false,
    });
    assert.equal(advice?.name, 'National Foundation for Credit Counseling');
    const file = await world.call(cases.readCase, agent, { caseId });
    assert.deepEqual(file.advice, advice);
  });
});
