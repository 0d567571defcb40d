import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#kernel/time.ts';
import { allocate, defaultPolicy, type OpenItem, partsOf } from './allocation.ts';
import { itemBalances, ledgerBalance, nothing, unappliedByPayment } from './balance.ts';
import { bridge } from './bridge.ts';
import {
  applied,
  charged,
  components,
  credited,
  type Posting,
  paid,
  reinstated,
  writtenOff,
} from './postings.ts';
import { reverseEvent, reversePayment } from './reversal.ts';

const start = '2026-01-01';
const kinds = ['bill', 'pay', 'apply', 'credit', 'writeOff', 'revive', 'bounce', 'undo'] as const;

type Step = { kind: (typeof kinds)[number]; amount: bigint; pick: number; days: number };
/** The books as the ledger keeps them, and a second count kept by plain sums. */
type World = {
  postings: Posting[];
  day: string;
  events: number;
  charged: bigint;
  cash: bigint;
  lowered: bigint;
  payments: Map<string, bigint>;
  lowering: Map<string, bigint>;
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  amount: fc.bigInt(1n, 400n),
  pick: fc.nat(1_000),
  days: fc.nat(2),
});

function openItems(postings: Posting[]): OpenItem[] {
  return [...itemBalances(postings).values()].map((b) => ({
    itemId: b.itemId,
    accountId: 'acc',
    currency: 'USD',
    dueOn: start,
    owed: b.owed,
    disputed: nothing,
  }));
}

function writtenOffOn(postings: readonly Posting[], itemId: string): bigint {
  const mine = postings.filter((posting) => posting.itemId === itemId);
  return ledgerBalance(mine, 'written-off', 'USD');
}

function pickFrom<T>(values: readonly T[], pick: number): T | undefined {
  return values[pick % Math.max(values.length, 1)];
}

function lower(world: World, step: Step, eventId: string): void {
  const item = pickFrom(openItems(world.postings), step.pick);
  const parts = item ? partsOf(item, step.amount, components) : { ok: false as const };
  if (!parts.ok) return;
  const at = bookingOf(world, eventId);
  const fact = step.kind === 'credit' ? credited : writtenOff;
  world.postings.push(...fact(at, parts.shares));
  world.lowered += step.amount;
  world.lowering.set(eventId, step.amount);
}

function bookingOf(world: World, eventId: string) {
  const bookedOn = world.day;
  return { customerId: 'cus', portfolioId: 'por', currency: 'USD', bookedOn, eventId };
}

function reverseStep(world: World, step: Step, eventId: string): void {
  const booking = { eventId, bookedOn: world.day };
  const book = step.kind === 'bounce' ? world.payments : world.lowering;
  const id = pickFrom([...book.keys()], step.pick);
  if (id === undefined) return;
  const taken =
    step.kind === 'bounce'
      ? reversePayment(world.postings, id, booking)
      : reverseEvent(world.postings, id, booking);
  if (!taken.ok && step.kind === 'undo') {
    assert.equal(taken.reason, 'below-zero', 'only a write-off that lives again stays');
    return;
  }
  assert.ok(taken.ok, 'a payment can be taken back');
  world.postings.push(...taken.postings);
  const amount = book.get(id) ?? 0n;
  if (step.kind === 'bounce') world.cash -= amount;
  else world.lowered -= amount;
  book.delete(id);
  const again = { ...booking, eventId: `${eventId}-again` };
  const twice =
    step.kind === 'bounce'
      ? reversePayment(world.postings, id, again)
      : reverseEvent(world.postings, id, again);
  assert.deepEqual(twice, { ok: false, reason: 'already-reversed' });
}

function play(world: World, step: Step): void {
  world.day = addDays(world.day, step.days);
  world.events += 1;
  const eventId = `e${world.events}`;
  const at = bookingOf(world, eventId);
  const component = pickFrom(components, step.pick) ?? 'principal';
  const share = { accountId: 'acc', itemId: `i${step.pick % 5}`, component, amount: step.amount };
  const { postings } = world;
  switch (step.kind) {
    case 'bill':
      postings.push(...charged(at, [share]));
      world.charged += step.amount;
      return;
    case 'pay': {
      const money = { amount: step.amount, currency: 'USD' };
      const { shares, unapplied } = allocate(money, openItems(postings), defaultPolicy);
      postings.push(
        ...paid(at, { paymentId: `p-${eventId}`, accountId: 'acc', unapplied }, shares),
      );
      world.payments.set(`p-${eventId}`, step.amount);
      world.cash += step.amount;
      return;
    }
    case 'apply': {
      const waiting = pickFrom([...unappliedByPayment(postings)], step.pick);
      if (!waiting) return;
      const money = { amount: waiting[1], currency: 'USD' };
      const { shares } = allocate(money, openItems(postings), defaultPolicy);
      postings.push(...applied(at, waiting[0], shares));
      return;
    }
    case 'credit':
    case 'writeOff':
      lower(world, step, eventId);
      return;
    case 'revive':
      if (writtenOffOn(postings, share.itemId) < step.amount) return;
      postings.push(...reinstated(at, [share]));
      world.lowered -= step.amount;
      return;
    case 'bounce':
    case 'undo':
      reverseStep(world, step, eventId);
      return;
  }
}

test('over random histories no cent is lost, no item falls below zero, every day closes', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 60 }), (steps) => {
      const world: World = {
        postings: [],
        day: start,
        events: 0,
        charged: 0n,
        cash: 0n,
        lowered: 0n,
        payments: new Map(),
        lowering: new Map(),
      };
      for (const step of steps) {
        play(world, step);
        for (const { owed } of itemBalances(world.postings).values()) {
          for (const component of components)
            assert.ok(owed[component] >= 0n, 'an item owes at least zero');
        }
        for (let i = 0; i < 5; i += 1) assert.ok(writtenOffOn(world.postings, `i${i}`) >= 0n);
      }
      const { postings } = world;
      const waiting = [...unappliedByPayment(postings).values()].reduce((a, b) => a + b, 0n);
      const debt = ledgerBalance(postings, 'receivable', 'USD');
      assert.equal(ledgerBalance(postings, 'cash', 'USD'), world.cash);
      assert.equal(debt, world.charged - world.lowered - (world.cash - waiting));
      const rows = bridge(postings, { from: start, to: world.day });
      for (const row of rows) {
        assert.equal(row.difference, 0n);
        const owed = [...itemBalances(postings, row.day).values()];
        assert.equal(
          owed.reduce((sum, item) => sum + item.total, 0n),
          row.closing,
        );
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('taking back every payment restores the debts as if none had come', () => {
  const bills = fc.array(fc.tuple(fc.nat(4), fc.bigInt(1n, 300n)), { minLength: 1, maxLength: 8 });
  const sums = fc.array(fc.bigInt(1n, 500n), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(bills, sums, (debts, amounts) => {
      const base = { customerId: 'cus', portfolioId: 'por', currency: 'USD', bookedOn: start };
      const before = debts.flatMap(([n, amount], i) =>
        charged({ ...base, eventId: `b${i}` }, [
          { accountId: 'acc', itemId: `i${n}`, component: 'principal', amount },
        ]),
      );
      const books = [...before];
      for (const [i, amount] of amounts.entries()) {
        const spread = allocate({ amount, currency: 'USD' }, openItems(books), defaultPolicy);
        const payment = { paymentId: `p${i}`, accountId: 'acc', unapplied: spread.unapplied };
        books.push(...paid({ ...base, eventId: `e${i}` }, payment, spread.shares));
      }
      for (const i of amounts.keys()) {
        const back = reversePayment(books, `p${i}`, { eventId: `r${i}`, bookedOn: start });
        assert.ok(back.ok);
        books.push(...back.postings);
      }
      assert.deepEqual(itemBalances(books), itemBalances(before));
      assert.equal(ledgerBalance(books, 'cash', 'USD'), 0n);
      assert.equal(ledgerBalance(books, 'unapplied', 'USD'), 0n);
    }),
    { seed: 5, numRuns: 300 },
  );
});
