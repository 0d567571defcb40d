import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import { reviewVulnerable } from '#contract/customers.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('a customer stays vulnerable while a hold of another case says so', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const first = await book.addCase();
  const other = await book.addPortfolio();
  const second = await book.addCase({ customer: first, portfolioId: other.id });
  const supervisor = await world.user('supervisor');
  const hold = { kind: 'vulnerable', why: 'bereaved', reviewOn: '2026-12-01' };
  for (const { caseId } of [first, second]) {
    await world.call(cases.setHold, supervisor, { caseId, ...hold });
  }
  await world.db.updateTable('customers').set({ vulnerable: true }).execute();
  const isMarked = async () =>
    (await world.db.selectFrom('customers').select('vulnerable').execute())[0]?.vulnerable;
  for (const [caseId, marked] of [
    [first.caseId, true],
    [second.caseId, false],
  ] as const) {
    const review = { caseId, outcome: 'cleared' as const, why: 'well again', reviewOn: null };
    await world.call(reviewVulnerable, supervisor, review);
    assert.equal(await isMarked(), marked);
  }
});
