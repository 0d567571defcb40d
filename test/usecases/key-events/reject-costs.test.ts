import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '#contract/cases.ts';
import { openRejectCost, readRejectCosts } from '#contract/reject-costs.ts';
import { recordKeyEvent } from '#contract/strategy.ts';
import { madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const debts = [
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount',
  'C1,Ana Perez,A-100,INV-1001,2026-09-01,2026-09-30,80.00',
  'C2,Bob Stone,A-200,INV-1002,2026-09-01,2026-09-30,60.00',
  'C3,Cy Young,A-300,INV-1003,2026-09-01,2026-09-30,2.50',
].join('\n');

/** An overdue book, and the bank’s file of a payment that came back with a charge and of a refusal. */
async function rejectWorld() {
  const world = await freshWorld({ at: '2026-11-18T15:00:00.000Z' });
  const book = await smallBook(world, { settings: { rejectCost: { mandate: '3.00' } } });
  const portfolioId = book.portfolio.id;
  const office = await world.user('back_office');
  const bring = (content: string) => importFile(world, office, { portfolioId, content });
  await bring(debts);
  await dailyRun(world.app, portfolioId, '2026-11-18');
  const refuse = (account: string) =>
    world.call(recordKeyEvent, office, {
      ...{ portfolioId, accountReference: account, itemReference: null, type: 'B' },
      ...{ subReason: 'insufficient-funds', reasonCode: 'sepa:AM04', fault: null, detail: null },
      ...{ methodValid: null, happenedOn: '2026-11-18', note: null },
    });
  const caseOf = async (reference: string) => {
    const { id } = await world.db
      .selectFrom('cases as c')
      .innerJoin('customers as u', 'u.id', 'c.customerId')
      .select('c.id')
      .where('u.reference', '=', reference)
      .executeTakeFirstOrThrow();
    return world.call(readCase, office, { caseId: id });
  };
  return { world, portfolioId, bring, refuse, caseOf };
}

test('what a reject costs is kept from its file or the policy, is never asked of the payer, and decides on another try', async (t) => {
  const { world, portfolioId, bring, refuse, caseOf } = await rejectWorld();
  await bring(
    madeStatement('S1', [
      { amount: '80.00', on: '2026-11-10', payer: 'Ana Perez', text: 'INV-1001', bankRef: 'B1' },
    ]),
  );
  const returned = {
    side: 'DBIT',
    reason: 'AM04',
    instructed: '80.00',
    charges: '4.35',
    payer: 'Ana Perez',
  } as const;
  await bring(
    madeStatement('S2', [
      { ...returned, amount: '84.35', on: '2026-11-16', text: 'INV-1001', bankRef: 'B2' },
    ]),
  );
  // Never a payment here: the refusal is the key event of its code, and its file tells no charge.
  await bring(
    madeStatement('S3', [
      {
        ...{
          amount: '60.00',
          on: '2026-11-17',
          side: 'DBIT' as const,
          reason: 'AM04',
          bankRef: 'B3',
        },
        text: 'INV-1002',
      },
    ]),
  );
  await refuse('A-300');

  await t.test('the case tells what it cost, and asks no more than was owed', async () => {
    const { debt, nextAction } = await caseOf('C1');
    assert.equal(debt?.total.amount, '80.00');
    const [event] = debt?.events.filter(({ type }) => type === 'B') ?? [];
    assert.deepEqual(event?.cost, { amount: '4.35', currency: 'USD', from: 'bank' });
    assert.deepEqual(debt?.rejectCosts, {
      ...{ rejects: 1, unknown: 0, costs: [{ amount: '4.35', currency: 'USD' }] },
    });
    assert.equal(nextAction, 're-present');
    const refused = (await caseOf('C2')).debt;
    assert.deepEqual(
      refused?.events.flatMap(({ cost }) => cost ?? []),
      [{ amount: '3.00', currency: 'USD', from: 'policy' }],
    );
  });

  await t.test('what costs more than it brings is not charged again, and says why', async () => {
    const { nextAction, nextActionWhy, debt } = await caseOf('C3');
    assert.equal(debt?.rejectCosts.costs[0]?.amount, '3.00');
    assert.equal(nextAction, 'call');
    assert.equal(nextActionWhy?.code, 'reject-costs-more');
    // The daily run decides from profiles and comes to the same.
    await dailyRun(world.app, portfolioId, '2026-11-19');
    assert.notEqual((await caseOf('C3')).nextAction, 're-present');
    assert.equal((await caseOf('C1')).nextAction, 're-present');
  });

  await t.test('the manager’s figures add up to it and open to its rows', async () => {
    const manager = await world.user('manager');
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const cell = { ...period, type: 'B', subReason: 'insufficient-funds' };
    await world.db
      .updateTable('keyEvents')
      .set({ costMinor: null, costCurrency: null, costFrom: null })
      .where('source', '=', 'bank-file')
      .execute();
    const { reasons } = await world.call(readRejectCosts, manager, period);
    assert.deepEqual(reasons, [
      {
        ...{ type: 'B', subReason: 'insufficient-funds', events: 3, share: 1, unknown: 1 },
        costs: [{ currency: 'USD', amount: '7.35', events: 2 }],
      },
    ]);
    const known = await world.call(openRejectCost, manager, { ...cell, cell: 'known' });
    assert.deepEqual([known.total, known.sum, known.currency], [2, '7.35', 'USD']);
    assert.deepEqual(known.rows.map(({ adds }) => adds).sort(), ['3.00', '4.35']);
    const unknown = await world.call(openRejectCost, manager, { ...cell, cell: 'unknown' });
    assert.deepEqual(
      unknown.rows.map(({ customerReference }) => customerReference),
      ['C2'],
    );
    assert.equal((await world.call(openRejectCost, manager, cell)).total, 3);
  });
});
