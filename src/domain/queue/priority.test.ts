import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  defaultPriorityTable,
  nextGroup,
  type PriorityFacts,
  pointsOf,
  rank as rankBy,
} from './priority.ts';

const priorityTierOfTen = 7;
const rank = (facts: PriorityFacts) => rankBy(facts, defaultPriorityTable);

const plain: PriorityFacts = {
  overdueMinor: 10_000n,
  typicalMinor: 10_000n,
  ageDays: 45,
  eventType: 'D',
  pattern: 'first-time',
  brokenPromises: 0,
  daysSinceBreak: null,
  daysToDisputeDeadline: null,
  daysToRestriction: null,
};

test('the points of a rank are the sum of its lines, best line first', () => {
  const { points, reasons, group } = rank(plain);
  assert.equal(
    points,
    reasons.reduce((sum, line) => sum + line.points, 0),
  );
  assert.deepEqual(
    reasons.map((line) => [line.code, line.points]),
    [
      ['age', 18],
      ['payment-pattern', 12],
      ['amount', 10],
      ['event-type', 10],
    ],
  );
  assert.equal(group, 'normal');
});

test('more money never ranks lower', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const property = fc.property(amount, amount, (a, b) => {
    const [less, more] = a < b ? [a, b] : [b, a];
    const low = rank({ ...plain, overdueMinor: less }).points;
    assert.ok(low <= rank({ ...plain, overdueMinor: more }).points);
  });
  fc.assert(property, { seed: 11 });
});

test('broken promises, dispute clocks and near restrictions fill the priority tier', () => {
  assert.equal(rank({ ...plain, daysSinceBreak: 1 }).group, 'upper');
  assert.equal(rank({ ...plain, daysToDisputeDeadline: 2 }).group, 'upper');
  assert.equal(rank({ ...plain, daysToRestriction: 3 }).group, 'upper');
  assert.equal(rank({ ...plain, daysSinceBreak: 9 }).group, 'normal');
});

test('repeated breaks cost points down to a floor', () => {
  const lines = rank({ ...plain, brokenPromises: 9, daysSinceBreak: 1 }).reasons;
  assert.equal(lines.find((line) => line.code === 'earlier-breaks')?.points, -12);
});

test('a value beyond the last range earns nothing', () => {
  assert.equal(pointsOf([{ upTo: 5, points: 3 }], 6), 0);
});

test('the priority tier goes first but never has more than its share while others wait', () => {
  let servedUpper = 0;
  let servedNormal = 0;
  for (let i = 0; i < 1_000; i += 1) {
    const group = nextGroup(
      { servedUpper, servedNormal, upperWaiting: true, normalWaiting: true },
      priorityTierOfTen,
    );
    if (group === 'upper') servedUpper += 1;
    else servedNormal += 1;
    if (i > 1) assert.ok(servedUpper * 10 <= (i + 1) * priorityTierOfTen, String(i));
  }
  assert.equal(servedUpper, 700);
  const only = { servedUpper: 9, servedNormal: 0, upperWaiting: true, normalWaiting: false };
  assert.equal(nextGroup(only, priorityTierOfTen), 'upper');
  assert.equal(nextGroup({ ...only, upperWaiting: false }, priorityTierOfTen), null);
  assert.equal(
    nextGroup({ ...only, upperWaiting: false, normalWaiting: true }, priorityTierOfTen),
    'normal',
  );
});
