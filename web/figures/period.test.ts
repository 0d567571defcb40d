import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysLater } from '#web/ui/days.ts';
import { daysOf, presetPeriod } from './period.ts';

test('presets count back from the day they are chosen on, over months and years', () => {
  const table = {
    week: { from: '2026-12-27', to: '2027-01-02' },
    days30: { from: '2026-12-04', to: '2027-01-02' },
    month: { from: '2027-01-01', to: '2027-01-02' },
    lastMonth: { from: '2026-12-01', to: '2026-12-31' },
    quarter: { from: '2026-10-05', to: '2027-01-02' },
  } as const;
  for (const [preset, period] of Object.entries(table)) {
    assert.deepEqual(presetPeriod(preset as keyof typeof table, '2027-01-02'), period);
  }
});

test('a period counts both of its ends, also over a leap day', () => {
  assert.equal(daysOf({ from: '2028-02-28', to: '2028-03-01' }), 3);
  assert.equal(daysLater('2028-02-28', 1), '2028-02-29');
});
