import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposedChargingDay } from './charging-day.ts';

test('a charge shortly before pay day is proposed for the day after it', () => {
  assert.deepEqual(proposedChargingDay(25, 20), { day: 26, daysBefore: 5 });
  assert.deepEqual(proposedChargingDay(1, 28), { day: 2, daysBefore: 3 });
  assert.deepEqual(proposedChargingDay(10, 10), { day: 11, daysBefore: 0 });
  assert.deepEqual(proposedChargingDay(31, 25), { day: 1, daysBefore: 6 });
});

test('a charge in the two weeks after pay day, or without either day known, stays', () => {
  assert.equal(proposedChargingDay(25, 26), null);
  assert.equal(proposedChargingDay(28, 5), null);
  assert.equal(proposedChargingDay(null, 5), null);
  assert.equal(proposedChargingDay(5, null), null);
});
