import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MadeEntry, madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const book = [
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount',
  'K-1,Anna Arbor,K-1,RE-7001,2026-05-01,2026-05-10,50.00',
  'K-2,Bernd Brook,K-2,RE-7002,2026-06-01,2026-06-10,50.00',
].join('\n');
const anna: MadeEntry = {
  ...{ amount: '50.00', on: '2026-11-02', payer: 'Anna Arbor', text: 'Rechnung RE-7001' },
};
const bernd: MadeEntry = {
  ...{ amount: '50.00', on: '2026-11-03', payer: 'Bernd Brook', text: 'Rechnung RE-7002' },
};

test('an intraday report is booked where the policy takes it, and the statement after it is known', async () => {
  const world = await freshWorld();
  const actor = await world.user('back_office');
  const small = await smallBook(world);
  for (const intradayReports of [true, false]) {
    const { id: portfolioId } = await small.addPortfolio({ settings: { intradayReports } });
    const load = async (content: string) => {
      const { counts, failure } = await importFile(world, actor, { portfolioId, content });
      assert.equal(failure, null);
      return ['matched', 'unmatched', 'unchanged', 'skipped'].map((key) => counts[key]);
    };
    await importFile(world, actor, { portfolioId, content: book });
    const first = madeStatement('R-1', [anna, { ...bernd, status: 'PDNG' }], '052');
    const later = madeStatement('R-2', [{ ...anna, bankRef: 'X-1' }, bernd], '052');
    const day = madeStatement('S-1', [{ ...anna, text: 'Rechnung RE-7001 SEPA' }, bernd]);
    if (intradayReports) {
      assert.deepEqual(await load(first), [1, 0, 0, 1], 'what is pending waits');
      assert.deepEqual(await load(later), [1, 1, 0, 0], 'what could be either is asked');
    } else {
      assert.deepEqual(await load(first), [0, 0, 0, 2]);
      assert.deepEqual(await load(later), [0, 0, 0, 2]);
    }
    assert.deepEqual(await load(day), intradayReports ? [0, 0, 2, 0] : [2, 0, 0, 0]);
    const { paid } = await world.db
      .selectFrom('payments')
      .select(({ fn }) => fn.countAll().as('paid'))
      .where('portfolioId', '=', portfolioId)
      .executeTakeFirstOrThrow();
    assert.equal(Number(paid), 2);
  }
});
