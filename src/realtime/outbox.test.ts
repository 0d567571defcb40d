import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogLook, LogRow } from '#storage/event-log.ts';
import { type LogPlace, placeAfter, resumeAfter } from './outbox.ts';

const start: LogPlace = { seen: 10n, gaps: new Map() };

function look(seqs: readonly bigint[], endedBelow: bigint, begunBelow: bigint): LogLook {
  return { rows: seqs.map((seq) => ({ seq }) as LogRow), endedBelow, begunBelow };
}

test('placeAfter watches a number that was skipped until it appears', () => {
  const skipped = placeAfter(start, look([11n, 13n], 90n, 100n));
  assert.deepEqual([skipped.seen, [...skipped.gaps.keys()]], [13n, [12n]]);
  const filled = placeAfter(skipped, look([12n], 95n, 104n));
  assert.deepEqual([filled.seen, filled.gaps.size], [13n, 0]);
});

test('placeAfter keeps a gap while a transaction that could fill it still runs', () => {
  const skipped = placeAfter(start, look([12n], 90n, 100n));
  assert.equal(placeAfter(skipped, look([], 99n, 120n)).gaps.size, 1);
});

test('placeAfter gives a gap up when every transaction that could fill it has ended', () => {
  const skipped = placeAfter(start, look([12n], 100n, 100n));
  assert.equal(skipped.gaps.size, 1, 'not in the look that found it');
  assert.equal(placeAfter(skipped, look([], 100n, 120n)).gaps.size, 0);
});

test('placeAfter does not watch a jump of the sequence after a crash number by number', () => {
  const jumped = placeAfter(start, look([1_000_000n], 100n, 100n));
  assert.equal(jumped.seen, 1_000_000n);
  assert.ok(jumped.gaps.size <= 5_000);
});

test('resumeAfter is below the lowest number that may still appear', () => {
  const skipped = placeAfter(start, look([12n, 15n], 90n, 100n));
  assert.equal(resumeAfter(skipped), 10n);
  const filled = placeAfter(skipped, look([11n], 95n, 104n));
  assert.equal(resumeAfter(filled), 12n);
  assert.equal(resumeAfter(placeAfter(filled, look([], 104n, 120n))), 15n);
});
