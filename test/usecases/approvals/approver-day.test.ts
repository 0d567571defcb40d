import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as approvals from '#contract/approvals.ts';
import * as ledger from '#contract/ledger.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const dayMs = 86_400_000;

test('what one person approves for a customer in a day counts together against their limit', async () => {
  const world = await freshWorld();
  const { call, request, user, clock } = world;
  const book = await smallBook(world);
  const due = [{ dueOn: '2026-10-18', amountMinor: 30_000_000n }];
  const { id: portfolioId } = book.portfolio;
  const [clerk, second] = [await user('back_office'), await user('back_office')];
  const debts = [await addAccount(world, book, due), await addAccount(world, book, due)];
  const ask = async (reference: string, of = 0) => {
    const { approvalId } = await call(ledger.recordPayment, clerk, {
      ...{ portfolioId, itemReference: null, customerReference: null, reference },
      ...{ accountReference: debts[of]?.accountReference ?? '', amount: '15000.00' },
      receivedOn: '2026-11-17',
    });
    return approvalId ?? assert.fail('it waits');
  };
  const approve = async (approvalId: string, by = second) =>
    (await request(approvals.decideApproval, by, { approvalId, approve: true })).body['type'];

  const first = await ask('p-1');
  const next = await ask('p-2');
  assert.equal(await approve(first), undefined);
  assert.equal(await approve(next), '/problems/authority-exceeded');
  assert.equal(await approve(await ask('p-3', 1)), undefined, 'of another customer');
  await clock.advance(dayMs);
  assert.equal(await approve(next), undefined, 'another day');
  const last = await ask('p-4');
  assert.equal(await approve(last), '/problems/authority-exceeded');
  assert.equal(await approve(last, await user('manager')), undefined, 'without a limit');
});
