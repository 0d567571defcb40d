import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '#contract/cases.ts';
import { setDelivery, setMethod, setPayDay } from '#contract/debt-facts.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const header = [
  ...['Customer number', 'Name', 'Account', 'Invoice number', 'Due date', 'Amount', 'State', 'Zip'],
  ...['Delivered on', 'Delivered to', 'Delivery failed on', 'Payment method', 'Card expiry'],
  ...['Auto renewal', 'Charging day', 'Pay day'],
].join(',');
const today = '2026-11-18';
const line = (n: number, due: string, rest: string) =>
  `P${n},Person ${n},PA${n},PI${n},${due},100.00,NY,10001,${rest}`;
const overdue = '2026-09-30';
const later = '2027-03-31';
const rows = [
  line(1, overdue, '2026-09-02,Accounts dept,2026-09-10,,,,'),
  line(2, overdue, '2026-09-20,Accounts dept,2026-09-10,,,,'),
  line(3, later, ',,,card,2026-12-05,no,28,1'),
  line(4, later, ',,,card,2026-12-05,yes,28'),
  line(5, later, ',,,card,2026-12-05,,45'),
  line(6, later, ',,,card,2027-02-05,no,1'),
];

test('facts that come before a debt are kept, shown, corrected, and read by the daily run', async (t) => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');
  const portfolioId = portfolio.id;
  const content = [header, ...rows].join('\n');
  const done = await importFile(world, office, { portfolioId, content });
  const run = (day: string) => dailyRun(world.app, portfolioId, day);
  const eventsOf = (n: number) =>
    world.db
      .selectFrom('keyEvents as e')
      .innerJoin('customers as c', 'c.id', 'e.customerId')
      .select(['e.type', 'e.subReason', 'e.fault', 'e.caseId'])
      .where('c.reference', '=', `P${n}`)
      .execute();

  await t.test('a file brings them; a day that no month has is a detail', async () => {
    assert.equal(done.counts['rejected'], 0, JSON.stringify(done.counts));
    assert.equal(done.counts['details'], 1);
    const methods = await world.db
      .selectFrom('paymentMethods as m')
      .innerJoin('customers as c', 'c.id', 'm.customerId')
      .select(['c.reference', 'm.renews', 'm.chargingDay'])
      .where('m.importId', '=', done.id)
      .orderBy('c.reference')
      .execute();
    assert.deepEqual(methods, [
      { reference: 'P3', renews: false, chargingDay: 28 },
      { reference: 'P4', renews: true, chargingDay: 28 },
      { reference: 'P5', renews: null, chargingDay: null },
      { reference: 'P6', renews: false, chargingDay: 1 },
    ]);
  });

  await run(today);
  await t.test(
    'an invoice that came back is our delay, unless it was sent again since',
    async () => {
      const [lost] = await eventsOf(1);
      assert.deepEqual(
        [lost?.type, lost?.subReason, lost?.fault],
        ['D', 'not-received', 'organisation'],
      );
      const task = await world.db
        .selectFrom('tasks')
        .select('kind')
        .where('caseId', '=', lost?.caseId ?? '')
        .execute();
      assert.ok(
        task.some(({ kind }) => kind === 'resend-invoice'),
        JSON.stringify(task),
      );
      const [arrived] = await eventsOf(2);
      assert.deepEqual([arrived?.subReason, arrived?.fault], ['unknown', 'customer']);
    },
  );

  await t.test(
    'a card is asked for before it expires, where it is known not to renew, once',
    async () => {
      await run('2026-11-19');
      const [asked, ...more] = await eventsOf(3);
      assert.deepEqual([asked?.type, asked?.subReason, more.length], ['A', 'card-expired', 0]);
      assert.ok(asked?.caseId);
      for (const other of [4, 5, 6]) assert.deepEqual(await eventsOf(other), [], `P${other}`);
    },
  );

  await t.test('the page of the case shows and corrects them', async () => {
    const [lost] = await eventsOf(1);
    const [asked] = await eventsOf(3);
    const read = async (caseId: string) =>
      (await world.call(readCase, office, { caseId })).debt ?? assert.fail('no debt');
    const [item] = (await read(lost?.caseId ?? '')).items;
    assert.deepEqual([item?.deliveredTo, item?.deliveryFailedOn], ['Accounts dept', '2026-09-10']);
    const sent = { deliveredOn: '2026-11-17', deliveredTo: 'Ana', deliveryFailedOn: null };
    const of = { caseId: lost?.caseId ?? '', itemId: item?.id ?? '' };
    await world.call(setDelivery, office, { ...of, ...sent });
    assert.equal((await read(of.caseId)).items[0]?.deliveredTo, 'Ana');
    const ahead = world.call(setDelivery, office, { ...of, ...sent, deliveredOn: '2026-12-24' });
    await assert.rejects(ahead, /date-in-future/);
    const caseId = asked?.caseId ?? '';
    const [method] = (await read(caseId)).methods;
    assert.deepEqual([method?.renews, method?.chargingDay], [false, 28]);
    // Paid on the 1st and charged on the 28th, when the money is spent.
    assert.deepEqual(method?.proposedDay, { day: 2, daysBefore: 3 });
    assert.equal((await read(caseId)).payDay, 1);
    await world.call(setPayDay, office, { caseId, payDay: 27 });
    assert.deepEqual((await read(caseId)).methods[0]?.proposedDay, null);
    assert.equal(method?.state, 'valid');
    const told = { expiresOn: '2029-12-31', renews: true, chargingDay: 3 };
    await world.call(setMethod, office, { caseId, methodId: method?.id ?? '', ...told });
    const [now] = (await read(caseId)).methods;
    assert.deepEqual([now?.expiresOn, now?.renews, now?.chargingDay], ['2029-12-31', true, 3]);
    const foreign = world.call(setMethod, office, {
      ...told,
      caseId: of.caseId,
      methodId: method?.id ?? '',
    });
    await assert.rejects(foreign, /not-found/);
  });

  await t.test(
    'an invoice that comes back once its case is open takes the case to service',
    async () => {
      const caseOf = async (n: number) =>
        world.db
          .selectFrom('cases as k')
          .innerJoin('customers as c', 'c.id', 'k.customerId')
          .select(['k.id', 'k.state', 'k.tone', 'k.nextAction'])
          .where('c.reference', '=', `P${n}`)
          .executeTakeFirstOrThrow();
      const before = await caseOf(2);
      assert.notEqual(before.state, 'service');
      const [item] = (await world.call(readCase, office, { caseId: before.id })).debt?.items ?? [];
      await world.call(setDelivery, office, {
        ...{ caseId: before.id, itemId: item?.id ?? '', deliveredOn: '2026-09-20' },
        ...{ deliveredTo: 'Accounts dept', deliveryFailedOn: '2026-09-25' },
      });
      const [event] = await eventsOf(2);
      assert.deepEqual([event?.subReason, event?.fault], ['not-received', 'organisation']);
      assert.deepEqual([(await caseOf(2)).state, (await caseOf(2)).tone], ['service', 'service']);
      // By file it is the same, at once and not with the next daily run.
      const file = (failed: string) =>
        importFile(world, office, {
          portfolioId,
          content: [header, line(7, overdue, `2026-09-02,Accounts dept,${failed},,,,,`)].join('\n'),
        });
      await file('');
      await run('2026-11-20');
      assert.notEqual((await caseOf(7)).state, 'service');
      await file('2026-09-12');
      assert.equal((await eventsOf(7))[0]?.subReason, 'not-received');
      assert.equal((await caseOf(7)).state, 'service');
    },
  );

  await t.test('past its day a card is expired, except one that its bank renews', async () => {
    await run('2026-12-06');
    const methods = await world.db
      .selectFrom('paymentMethods as m')
      .innerJoin('customers as c', 'c.id', 'm.customerId')
      .select(['c.reference', 'm.state'])
      .orderBy('c.reference')
      .execute();
    // P3 was corrected to renew.
    assert.deepEqual(
      methods.map(({ reference, state }) => `${reference} ${state}`),
      ['P3 valid', 'P4 valid', 'P5 expired', 'P6 valid'],
    );
  });
});
