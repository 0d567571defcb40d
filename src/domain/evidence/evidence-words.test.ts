import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from './evidence.ts';
import { instant, particulars, wallClock } from './evidence-words.ts';

test('an instant with an offset is printed in UTC to the second', () => {
  assert.equal(instant('2026-11-23T08:00:00-06:00'), '2026-11-23 14:00:00 UTC');
  assert.equal(instant('2026-11-13T13:21:00.000Z'), '2026-11-13 13:21:00 UTC');
  assert.equal(instant(null), '');
});

test('local time is printed to the minute, because hours of contact end at one', () => {
  const at = '2026-11-16T20:36:35.000Z';
  assert.equal(wallClock(at, 'America/Chicago'), '2026-11-16 14:36 America/Chicago');
  assert.equal(wallClock(at, 'Asia/Kolkata'), '2026-11-17 02:06 Asia/Kolkata');
  assert.equal(wallClock(at, null), '');
});

test('particulars are words, with debts by their reference', () => {
  const items = [{ id: 'd1', reference: 'C1-1' }];
  const about = particulars({ tables: { items } } as unknown as Evidence);
  const details = { debts: ['d1'], medium: 'letter', mailed_at: '2026-11-13T13:21:00.000Z' };
  assert.equal(about(details), 'debts: C1-1; medium: letter; mailed at: 2026-11-13 13:21:00 UTC');
  assert.equal(about({}), '');
  assert.equal(about(null), '');
});
