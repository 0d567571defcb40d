import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import { instantOf } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';

const dayMs = 86_400_000;

/** How a case can stand, with what bars a letter on it: set at one instant, over at a later one. */
const standings: readonly {
  readonly name: string;
  readonly bars: string | null;
  readonly begin?: (world: World, made: MadeCase) => Promise<unknown>;
  readonly end?: (world: World, made: MadeCase) => Promise<unknown>;
}[] = [
  { name: 'nothing', bars: null },
  {
    name: 'a hold on its only account',
    bars: 'DUNLIN-HOLD',
    begin: (world, { caseId, accountId }) => hold(world, caseId, { kind: 'technical', accountId }),
    end: lift,
  },
  {
    name: 'a hold on the account that was paid since',
    bars: 'DUNLIN-HOLD',
    begin: (world, { caseId, accountId }) => hold(world, caseId, { kind: 'complaint', accountId }),
    end: pay,
  },
  {
    name: 'a dispute of all of it',
    bars: 'DUNLIN-DISPUTED',
    begin: (world, { caseId }) => hold(world, caseId, { kind: 'dispute', accountId: null }),
    end: lift,
  },
  {
    name: 'a case that was closed',
    bars: 'DUNLIN-CLOSED',
    begin: close,
  },
  { name: 'a case that was paid and closed later', bars: null, end: pay },
  {
    name: 'a case at an agency',
    bars: 'DUNLIN-PLACED',
    begin: ({ db }, { caseId }) =>
      db.updateTable('cases').set({ state: 'agency' }).where('id', '=', caseId).execute(),
  },
  {
    name: 'money in hand that pays all of it, given back later',
    bars: 'DUNLIN-IN-HAND',
    begin: (world, made) => moveWaiting(world, made, { debit: 'cash', credit: 'unapplied' }),
    end: (world, made) => moveWaiting(world, made, { debit: 'unapplied', credit: 'cash' }),
  },
  {
    name: 'a promise for all of it that was broken later',
    bars: 'DUNLIN-COVERED',
    begin: ({ db, app }, { caseId, customerId, portfolioId }) =>
      db
        .insertInto('promisesToPay')
        .values({
          ...{ ...ownedBy(customerId), id: app.newId(), caseId, portfolioId, method: 'card' },
          ...{ amountMinor: 10_000n, currency: 'USD', dueOn: '2026-11-19', state: 'open' },
          ...{ toleranceDays: 0, toleranceMinor: 0n, madeAt: instantOf(app.clock()) },
        })
        .execute(),
    end: ({ db }, { caseId }) =>
      db
        .updateTable('promisesToPay')
        .set({ state: 'broken', judgedOn: '2026-11-20' })
        .where('caseId', '=', caseId)
        .execute(),
  },
];

/** Money that comes in without a debt, or goes back. */
function moveWaiting(
  { app, db }: World,
  { customerId, accountId, portfolioId }: MadeCase,
  sides: { readonly debit: string; readonly credit: string },
) {
  const at = instantOf(app.clock());
  const kind = sides.debit === 'cash' ? 'payment' : 'refund';
  return db
    .insertInto('postings')
    .values({
      ...{ ...ownedBy(customerId), ...sides, id: app.newId(), eventId: app.newId(), kind },
      ...{ portfolioId, accountId, amountMinor: 10_000n, currency: 'USD' },
      ...{ bookedOn: at.slice(0, 10), recordedAt: at },
    })
    .execute();
}

async function hold(
  world: World,
  caseId: string,
  of: { readonly kind: string; readonly accountId: string | null },
) {
  const supervisor = await world.user('supervisor');
  const told = { ...of, caseId, why: 'Said so', reviewOn: '2026-12-10' };
  await world.call(cases.setHold, supervisor, told);
}

async function lift(world: World, { caseId }: MadeCase) {
  const supervisor = await world.user('supervisor');
  const { holds } = await world.call(cases.readCase, supervisor, { caseId });
  const holdId = holds[0]?.id ?? '';
  await world.call(cases.liftHold, supervisor, { caseId, holdId, why: 'Looked at' });
}

async function close({ db, app }: World, { caseId }: MadeCase) {
  const closed = { closedAt: instantOf(app.clock()), state: 'closed', closeReason: 'paid' };
  await db.updateTable('cases').set(closed).where('id', '=', caseId).execute();
}

function pay({ app, db }: World, { caseId, customerId, accountId, portfolioId }: MadeCase) {
  const payment = {
    ...{ customerId, accountId, itemIds: [], amountMinor: 10_000n, currency: 'USD' },
    ...{ receivedOn: '2026-11-20', source: 'manual', reference: `paid ${caseId}` },
  };
  return db.transaction().execute((tx) => bookPayments(app, tx, portfolioId, [payment]));
}

it('a letter told late is decided by how its case stood on its day', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const made: MadeCase[] = [];
  for (const _ of standings) made.push(await book.addCase());
  await addMailPoints(world);
  await world.clock.advance(60_000);
  for (const [index, one] of made.entries()) await standings[index]?.begin?.(world, one);
  const sentAt = instantOf(world.app.clock() + 60_000);
  await world.clock.advance(3 * dayMs);
  for (const [index, one] of made.entries()) await standings[index]?.end?.(world, one);
  for (const { caseId } of made) {
    const letter = { kind: 'letter_about_debt', source: 'me', occurredAt: sentAt } as const;
    await world.call(facts.recordFact, officer, { caseId, ...letter });
  }
  const flagged = await world.db
    .selectFrom('decisionFlags')
    .select(['caseId', 'rulesBecomes'])
    .where('cause', '=', 'breach')
    .execute();
  for (const [index, { name, bars }] of standings.entries()) {
    const flag = flagged.find(({ caseId }) => caseId === made[index]?.caseId);
    assert.equal(flag?.rulesBecomes.includes(bars ?? '') ?? false, bars !== null, name);
  }
});
