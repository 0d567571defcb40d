import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#kernel/time.ts';
import { type AgeingItem, ageBases, ageing, ageingColumn, ageingColumns } from './ageing.ts';

const today = '2026-06-30';

function item(over: Partial<AgeingItem>): AgeingItem {
  return {
    itemId: 'i',
    group: 'north',
    currency: 'USD',
    balance: 100n,
    dueOn: addDays(today, -40),
    issuedOn: addDays(today, -70),
    enteredOn: addDays(today, -10),
    ...over,
  };
}

test('one debt has a column for each of its three ages', () => {
  assert.deepEqual(
    ageBases.map((basis) => ageingColumn(item({}), basis, today)),
    ['31-60', '61-90', '0-30'],
  );
});

test('each column begins and ends on its day', () => {
  const table: [number, string][] = [
    [-1, 'not-due'],
    [0, '0-30'],
    [30, '0-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [120, '91-120'],
    [150, '121-150'],
    [151, '150+'],
  ];
  for (const [days, column] of table) {
    assert.equal(ageingColumn(item({ dueOn: addDays(today, -days) }), 'due', today), column);
  }
});

test('what is not due is so on every basis, and a missing day has a column of its own', () => {
  const later = item({ dueOn: addDays(today, 5) });
  for (const basis of ageBases) assert.equal(ageingColumn(later, basis, today), 'not-due');
  const undated = item({ issuedOn: null, enteredOn: null });
  assert.equal(ageingColumn(undated, 'issue', today), 'no-date');
  assert.equal(ageingColumn(undated, 'entry', today), 'no-date');
});

test('a line gathers one group in one currency and opens to its items', () => {
  const lines = ageing(
    [
      item({ itemId: 'a' }),
      item({ itemId: 'b', balance: 50n, dueOn: addDays(today, -35) }),
      item({ itemId: 'c', currency: 'EUR' }),
      item({ itemId: 'd', group: 'east', dueOn: addDays(today, 1) }),
      item({ itemId: 'e', balance: 0n }),
    ],
    'due',
    today,
  );
  assert.deepEqual(lines, [
    {
      group: 'east',
      currency: 'USD',
      total: 100n,
      cells: { 'not-due': { minor: 100n, itemIds: ['d'] } },
    },
    {
      group: 'north',
      currency: 'EUR',
      total: 100n,
      cells: { '31-60': { minor: 100n, itemIds: ['c'] } },
    },
    {
      group: 'north',
      currency: 'USD',
      total: 150n,
      cells: { '31-60': { minor: 150n, itemIds: ['a', 'b'] } },
    },
  ]);
});

test('on every basis the cells sum to the lines and the lines to the debt', () => {
  const day = fc.integer({ min: -20, max: 400 });
  const anyItem = fc.record({
    group: fc.constantFrom('north', 'east'),
    currency: fc.constantFrom('USD', 'EUR'),
    balance: fc.bigInt(0n, 500n),
    due: day,
    issued: fc.option(day),
    entered: fc.option(day),
  });
  fc.assert(
    fc.property(
      fc.array(anyItem, { maxLength: 20 }),
      fc.constantFrom(...ageBases),
      (specs, basis) => {
        const back = (days: number | null) => (days === null ? null : addDays(today, -days));
        const items = specs.map(({ due, issued, entered, ...rest }, i) => ({
          ...rest,
          itemId: `i${i}`,
          dueOn: addDays(today, -due),
          issuedOn: back(issued),
          enteredOn: back(entered),
        }));
        const lines = ageing(items, basis, today);
        for (const { cells, total } of lines) {
          const inCells = ageingColumns.reduce((sum, c) => sum + (cells[c]?.minor ?? 0n), 0n);
          assert.equal(inCells, total);
        }
        assert.equal(
          lines.reduce((sum, { total }) => sum + total, 0n),
          items.reduce((sum, { balance }) => sum + balance, 0n),
        );
      },
    ),
    { seed: 10, numRuns: 200 },
  );
});
