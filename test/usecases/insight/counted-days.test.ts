import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as insight from '#contract/insight.ts';
import * as rows from '#contract/insight-rows.ts';
import { addDays, instantOf } from '#kernel/time.ts';
import { randomBook } from '#test/support/books/random-book.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';
import { countFigures } from '#usecases/insight/count-figures.ts';

const dayMs = 86_400_000;

const spans = [
  { from: '2026-09-20', to: '2026-10-31' },
  { from: '2026-10-20', to: '2026-11-18' },
  { from: '2026-11-17', to: '2026-11-18' },
];

async function countedBook() {
  const world = await freshWorld();
  const book = await randomBook(world, 11);
  const manager = await world.user('manager');
  const figures = async () => {
    const places = [{}, ...book.portfolios.map(({ id: portfolioId }) => ({ portfolioId }))];
    const asked = places.flatMap((place) => spans.map((span) => ({ ...place, ...span })));
    return Promise.all(asked.map((input) => world.call(insight.readKpis, manager, input)));
  };
  const count = async () => {
    for (const portfolio of book.portfolios) await countFigures(world.app, portfolio);
  };
  const forget = () => world.db.deleteFrom('figuresCounted').execute();
  return { world, book, manager, figures, count, forget };
}

test('figures read by counted days are those read from the rows, and open to them', async () => {
  const { world, book, manager, figures, count } = await countedBook();
  // The postings of the book are recorded now: they are counted once a day has passed.
  await world.clock.advance(2 * dayMs);
  const plain = await figures();
  await count();
  const sides = await world.db.selectFrom('figureDays').select('side').distinct().execute();
  for (const side of ['debt', 'kpi.side.attempts', 'kpi.side.verified', 'kpi.side.handle-time']) {
    assert.ok(
      sides.some((one) => one.side === side),
      side,
    );
  }
  assert.deepEqual(await figures(), plain);
  for (const { id: portfolioId } of book.portfolios) {
    const input = { portfolioId, from: '2026-09-20', to: '2026-11-18' };
    for (const figure of (await world.call(insight.readKpis, manager, input)).kpis) {
      for (const side of ['numerator', 'denominator'] as const) {
        if (figure[side] === null) continue;
        const opened = await world.call(rows.openKpi, manager, { ...input, kpi: figure.id, side });
        assert.equal(opened.sum, figure[side].sum, `${figure.id} ${side}`);
      }
    }
  }
});

test('what comes later counts on the day it belongs to, counted again or not', async () => {
  const { world, book, figures, count, forget } = await countedBook();
  await count();
  const [first] = book.portfolios;
  const account = await world.db
    .selectFrom('accounts')
    .select(['id', 'customerId'])
    .where('portfolioId', '=', first?.id ?? '')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('postings')
    .values({
      ...ownedBy(account.customerId),
      id: world.app.newId(),
      portfolioId: first?.id ?? '',
      accountId: account.id,
      eventId: world.app.newId(),
      kind: 'fee',
      debit: 'receivable',
      credit: 'fee_income',
      amountMinor: 777n,
      currency: first?.currency ?? '',
      bookedOn: '2026-10-02',
      recordedAt: instantOf(world.app.clock()),
    })
    .execute();
  const later = await figures();
  await world.clock.advance(10 * dayMs);
  await count();
  const again = await figures();
  await forget();
  assert.deepEqual(later, await figures());
  assert.deepEqual(again, later);
});

test('a call that is not finished keeps its day from being counted', async () => {
  const { world, book, count } = await countedBook();
  await count();
  const countedTo = () =>
    world.db.selectFrom('figuresCounted').select('countedTo').orderBy('portfolioId').execute();
  const before = await countedTo();
  const open = await world.db
    .selectFrom('conversations')
    .select(['id', 'customerId', 'portfolioId'])
    .where('portfolioId', '=', book.portfolios[0]?.id ?? '')
    .executeTakeFirstOrThrow();
  await world.db
    .updateTable('conversations')
    .set({ finishedAt: null, state: 'live', beganAt: '2026-11-12T12:00:00.000Z' })
    .where('id', '=', open.id)
    .execute();
  await count();
  const after = await countedTo();
  assert.deepEqual(
    before.map(({ countedTo: day }) => day),
    ['2026-11-16', '2026-11-16'],
  );
  assert.deepEqual(
    after.map(({ countedTo: day }) => day),
    [addDays('2026-11-12', -2), '2026-11-16'],
  );
});
