import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { defaultPriorityTable, type PriorityFacts, rank } from '#domain/queue/priority.ts';
import { addDays, daysBetween, instantOf } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import type { Db } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const today = '2026-11-18';

// Both sides of the ranges that earn points, for amounts around the typical 100.00 and for ages.
const amounts = [4_900n, 5_000n, 5_100n, 10_000n, 10_100n, 20_000n, 20_100n, 50_000n, 50_100n];
const ages = [29, 30, 31, 32, 60, 61, 62, 90, 91, 92, 150, 151];

async function rankedBook() {
  const place = await freshWorld();
  const book = await smallBook(place);
  for (const age of ages) {
    await book.addCase({ items: [{ dueOn: addDays(today, -age), amountMinor: 10_000n }] });
  }
  for (const amountMinor of amounts) {
    await book.addCase({ items: [{ dueOn: addDays(today, -45), amountMinor }] });
  }
  return { ...place, run: (onDate: string) => dailyRun(place.app, book.portfolio.id, onDate) };
}

type Ranked = {
  readonly overdueMinor: bigint;
  readonly oldestDueOn: string;
  readonly priority: number;
  readonly priorityTier: boolean;
  readonly why: readonly { readonly code: string; readonly points: number }[];
  readonly workPriority: number;
  readonly version: string;
};

async function ranksOf(db: Db): Promise<readonly Ranked[]> {
  const { rows } = await sql<Ranked>`
    select c.overdue_minor, c.oldest_due_on, c.priority, c.priority_tier, c.priority_why as why,
      w.priority as work_priority, c.xmin || ' ' || c.ctid || ' ' || w.ctid as version
    from cases c join work_items w on w.customer_id = c.customer_id and w.case_id = c.id
    order by c.id`.execute(db);
  return rows;
}

const plain: PriorityFacts = {
  overdueMinor: 0n,
  typicalMinor: 10_000n,
  ageDays: 0,
  eventType: 'D',
  pattern: 'first-time',
  brokenPromises: 0,
  daysSinceBreak: null,
  daysToDisputeDeadline: null,
  daysToRestriction: null,
};

test('cases that share a range of points are ranked as each by its own figures', async () => {
  const { db, run } = await rankedBook();
  await run(today);
  const ranks = await ranksOf(db);
  assert.equal(ranks.length, ages.length + amounts.length);
  for (const { overdueMinor, oldestDueOn, priority, priorityTier, why, workPriority } of ranks) {
    const ageDays = daysBetween(oldestDueOn, today);
    const exact = rank({ ...plain, overdueMinor, ageDays }, defaultPriorityTable);
    const label = `${overdueMinor} since ${ageDays} days`;
    assert.equal(priority, exact.points, label);
    assert.equal(workPriority, exact.points, label);
    assert.equal(priorityTier, exact.group === 'upper', label);
    assert.deepEqual(
      why.map(({ code, points }) => [code, points]),
      exact.reasons.map(({ code, points }) => [code, points]),
    );
  }
});

test('a day on which a case keeps its range of points writes neither case nor work item', async () => {
  const { db, run } = await rankedBook();
  await run(today);
  const before = await ranksOf(db);
  const counts = await run(addDays(today, 1));
  const after = await ranksOf(db);
  const changed = after.filter(({ version }, i) => version !== before[i]?.version);
  // One day on, the ages of 30, 60, 90 and 150 days have left their range.
  assert.deepEqual(
    changed.map(({ oldestDueOn }) => daysBetween(oldestDueOn, today)),
    [30, 60, 90, 150],
  );
  assert.equal(counts?.['ranked'], 4);
  assert.equal(counts?.['touched'], 0);
});

test('a case is ranked by what is overdue less money in hand', async () => {
  const { app, db, run } = await rankedBook();
  await run(today);
  const largest = await db
    .selectFrom('cases')
    .select(['customerId', 'portfolioId', 'tenantId', 'overdueMinor'])
    .orderBy('overdueMinor', 'desc')
    .executeTakeFirstOrThrow();
  const { overdueMinor, ...owned } = largest;
  const account = await db
    .selectFrom('accounts')
    .select('id')
    .where('customerId', '=', owned.customerId)
    .executeTakeFirstOrThrow();
  const at = instantOf(app.clock());
  await db
    .insertInto('postings')
    .values({
      ...{ ...owned, id: app.newId(), eventId: app.newId(), accountId: account.id, itemId: null },
      ...{ kind: 'payment', debit: 'cash', credit: 'unapplied', currency: 'USD', bookedOn: today },
      ...{ amountMinor: overdueMinor - 1_000n, recordedAt: at },
    })
    .execute();
  await run(addDays(today, 1));
  const [row] = (await ranksOf(db)).filter((each) => each.overdueMinor === overdueMinor);
  const ageDays = daysBetween(row?.oldestDueOn ?? today, addDays(today, 1));
  const exact = rank({ ...plain, overdueMinor: 1_000n, ageDays }, defaultPriorityTable);
  const gross = rank({ ...plain, overdueMinor, ageDays }, defaultPriorityTable);
  assert.notEqual(exact.points, gross.points);
  assert.equal(row?.priority, exact.points);
});
