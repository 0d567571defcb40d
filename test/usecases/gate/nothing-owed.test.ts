import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as compliance from '#contract/compliance/compliance.ts';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { inOhio } from '#test/support/world/gate-log.ts';

test('a case of which nothing is owed still tells its accounts, and a cease notice binds', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const { caseId, accountId, customerId } = await book.addCase({ customer: inOhio });
  await world.db
    .updateTable('items')
    .set({ balanceMinor: 0n })
    .where('customerId', '=', customerId)
    .execute();
  const details = { debts: [accountId], in_writing: true };
  await world.call(recordFact, officer, { caseId, kind: 'cease', source: 'letter', details });
  const { ways } = await world.call(compliance.askWhyNot, officer, { caseId });
  assert.ok(ways.length > 0);
  for (const { channel, reasons } of ways) {
    if (channel === 'credit_reporting') continue;
    assert.ok(
      reasons.some(({ rule }) => rule === 'USF-6C-CEASE'),
      JSON.stringify([channel, reasons]),
    );
  }
});
