import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReversalReason } from '#domain/key-events/reversal-reasons.ts';
import { Refusal } from '#kernel/refusal.ts';
import { overdueWorld } from '#test/support/books/overdue-world.ts';
import { systemActor } from '#usecases/app.ts';
import { reversePayment } from '#usecases/ledger/reverse-payment.ts';

type Evidence = { readonly paymentId?: string; readonly methodValid?: boolean };

test('a reversal counts what its code means, and one booked in error says nothing of the customer', async () => {
  const { app, db, pay, account, user } = await overdueWorld();
  await user('supervisor');
  const { customerId, accountId } = account;
  const method = { customerId, accountId, id: app.newId(), tenantId: app.tenantId };
  await db
    .insertInto('paymentMethods')
    .values({ ...method, kind: 'mandate', masked: null, state: 'valid', createdAt: '2026-01-01' })
    .execute();
  const methodRow = () =>
    db.selectFrom('paymentMethods').select(['rejects', 'state']).executeTakeFirstOrThrow();
  const holds = async () =>
    (await db.selectFrom('holds').select('kind').execute()).map(({ kind }) => kind);
  const rows: [ReversalReason, string | null, string | null, number, string][] = [
    ['recorded-in-error', null, null, 0, 'valid'],
    ['bank-return', 'AC01', 'C wrong-account organisation undefined', 0, 'valid'],
    ['bank-return', 'AM04', 'B insufficient-funds customer true', 1, 'valid'],
    ['objected', null, 'B refunded-by-customer customer true', 2, 'valid'],
    ['unknown', null, 'C cause-unknown nobody undefined', 2, 'valid'],
    ['bank-fault', null, 'C bank-unavailable bank undefined', 2, 'valid'],
    ['bank-return', 'AC04', 'B account-closed customer false', 3, 'failed'],
    ['bank-return', 'MD01', 'C no-authorisation organisation false', 0, 'failed'],
    ['bank-return', 'MD07', 'B payer-deceased nobody false', 1, 'failed'],
  ];
  for (const [i, [reason, reasonCode, expected, counted, state]] of rows.entries()) {
    const { paymentId } = await pay('10.00', `R-${i}`);
    await reversePayment(app, systemActor, { paymentId, reason, reasonCode });
    const events = await db
      .selectFrom('keyEvents')
      .selectAll()
      .where('source', '=', 'reversal')
      .execute();
    const mine = events.find(({ evidence }) => (evidence as Evidence).paymentId === paymentId);
    const told =
      mine &&
      `${mine.type} ${mine.subReason} ${mine.fault} ${(mine.evidence as Evidence).methodValid}`;
    assert.equal(told ?? null, expected, `${reason} ${reasonCode}`);
    const { rejects, state: is } = await methodRow();
    assert.deepEqual([rejects, is], [counted, state], `${reason} ${reasonCode}`);
    // Each begins with a method that was never refused too often.
    if (is === 'failed') {
      await db.updateTable('paymentMethods').set({ state: 'valid', rejects: 0 }).execute();
    }
  }
  const { paymentId } = await pay('10.00', 'R-last');
  const asks = async (reason: ReversalReason, reasonCode: string | null) => {
    const input = { paymentId, reason, reasonCode };
    await assert.rejects(reversePayment(app, systemActor, input), (error) => {
      const is = error instanceof Refusal ? error.code : 'no refusal';
      return is === (reasonCode === null ? 'step-missing' : 'invalid-input');
    });
  };
  await asks('bank-return', null);
  await asks('bank-return', 'ZZ9');
  await asks('objected', 'AM04');
  assert.deepEqual(await holds(), ['deceased']);
});
