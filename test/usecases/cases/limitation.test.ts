import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '#contract/cases.ts';
import { listPayments, recordPayment, tellPayer } from '#contract/ledger.ts';
import type { Payer } from '#domain/parties/payers.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const header = 'Customer number,Name,Account,Invoice number,Due date,Amount,Country,State,Product';
const row = (invoice: string, dueOn: string) =>
  `C1,Ana Perez,A1,${invoice},${dueOn},100.00,US,NY,credit_card`;

test('limitation does not begin later when the oldest item is paid or due anew in a file', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const clerk = await world.user('back_office');
  const bring = (...lines: string[]) =>
    importFile(world, clerk, {
      ...{ portfolioId: portfolio.id, content: [header, ...lines].join('\n') },
    });
  await bring(row('I1', '2022-01-31'), row('I2', '2026-08-31'));
  await dailyRun(world.app, portfolio.id, '2026-11-18');
  const { id: caseId } = await world.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  const lastDay = async () => {
    const { debt } = await world.call(readCase, clerk, { caseId });
    return debt?.accounts[0]?.limitation?.lastDay;
  };
  assert.equal(await lastDay(), '2025-01-31');
  await bring(row('I1', '2026-01-31'), row('I2', '2026-08-31'));
  assert.equal(await lastDay(), '2025-01-31');
  await world.call(recordPayment, clerk, {
    ...{ portfolioId: portfolio.id, itemReference: 'I1', accountReference: null },
    ...{ customerReference: null, amount: '100.00', receivedOn: '2026-11-18', reference: 'P1' },
  });
  assert.equal(await lastDay(), '2025-01-31');
});

test('only a payment by who owes begins limitation anew, and somebody can say who paid', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const clerk = await world.user('back_office');
  const portfolioId = portfolio.id;
  const bring = (...lines: string[]) =>
    importFile(world, clerk, { portfolioId, content: lines.join('\n') });
  const people = ['Ana Perez', 'Bo Levi', 'Cy Stone', 'Di Moyo'];
  const owed = people.map(
    (name, i) => `C${i},${name},A-100${i},INV-200${i},2022-01-31,900.00,ZA,Gauteng,credit_card`,
  );
  await bring(header, ...owed);
  await dailyRun(world.app, portfolioId, '2026-11-18');
  await bring(
    'Transaction id,Payment date,Amount,Payer name,Payer role,Memo',
    'T0,2024-05-02,10.00,Ana Perez,,invoice INV-2000',
    'T1,2024-05-02,10.00,Somebody Ltd,,account A-1001 invoice INV-2001',
    'T2,2024-05-02,10.00,Sheriff,garnishee,account A-1002 invoice INV-2002',
    'T3,2024-05-02,10.00,Di Moyo,third party,invoice INV-2003',
    'T4,2024-05-02,10.00,Di Moyo,cousin,invoice INV-2003',
  );
  const cases = await world.db
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customerId')
    .select(['cases.id', 'customers.reference'])
    .orderBy('customers.reference')
    .execute();
  const lastDays = () =>
    Promise.all(
      cases.map(async ({ id: caseId }) => {
        const { debt } = await world.call(readCase, clerk, { caseId });
        const { lastDay = null, isBarred = null } = debt?.accounts[0]?.limitation ?? {};
        return [lastDay, isBarred];
      }),
    );
  const barred = ['2025-01-31', true];
  // The customer's own name on the account that paid; a name nobody knows leaves it in doubt.
  assert.deepEqual(await lastDays(), [['2027-05-02', false], [null, null], barred, barred]);
  const { payments } = await world.call(listPayments, clerk, { portfolioId });
  const payerOf = (reference: string) =>
    payments.find(({ accountReference }) => accountReference === reference);
  const told: Payer[] = ['debtor', 'unknown', 'enforcement', 'third_party'];
  assert.deepEqual(
    cases.map((_, i) => payerOf(`A-100${i}`)?.payer),
    told,
  );
  const tell = (reference: string, payer: 'debtor' | 'agency') =>
    world.call(tellPayer, clerk, { paymentId: payerOf(reference)?.id ?? '', payer });
  await tell('A-1000', 'agency');
  await tell('A-1001', 'debtor');
  assert.deepEqual((await lastDays()).slice(0, 2), [barred, ['2027-05-02', false]]);
  const events = await world.db
    .selectFrom('eventLog')
    .select('facts')
    .where('kind', '=', 'payment.payer-told')
    .orderBy('seq')
    .execute();
  assert.deepEqual(
    events.map(({ facts }) => (({ payer, was }) => [payer, was])(facts as Record<string, unknown>)),
    [
      ['agency', 'debtor'],
      ['debtor', 'unknown'],
    ],
  );
  const reject = await world.db.selectFrom('importRejects').select(['field', 'reason']).execute();
  assert.deepEqual(reject, [{ field: 'payerRole', reason: 'bad-choice' }]);
});
