import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addMonthsToDay,
  dateOfDay,
  dayOf,
  dayReader,
  instantOfLocal,
  isoIn,
  localDay,
  localSecond,
  parseInstant,
  weekdayOfDay,
} from './local-clock.ts';
import { Temporal } from './time.ts';

const ZONES = [
  'America/New_York',
  'America/Phoenix',
  'America/St_Johns',
  'America/Tijuana',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
];

const anyInstant = fc.integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2040, 0, 1) });

test('local day, second and weekday agree with Temporal in every zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), anyInstant, (zone, seed) => {
      const ms = Math.floor(seed / 1000) * 1000;
      const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      assert.equal(dateOfDay(localDay(zone, ms)), there.toPlainDate().toString());
      assert.equal(localSecond(zone, ms), there.hour * 3600 + there.minute * 60 + there.second);
      assert.equal(weekdayOfDay(localDay(zone, ms)), there.dayOfWeek - 1);
      assert.equal(dayReader(zone)(ms), localDay(zone, ms));
      assert.equal(parseInstant(isoIn(zone, ms)), ms);
      const utc = new Date(seed).toISOString();
      for (const text of [utc, utc.replace('Z', '+00:00')]) assert.equal(parseInstant(text), seed);
    }),
    { seed: 14, numRuns: 2_000 },
  );
});

test('the instant of a local time is the first at which the wall shows it or has passed it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      anyInstant,
      fc.integer({ min: 0, max: 86_399 }),
      (zone, ms, second) => {
        const day = localDay(zone, ms);
        const instant = instantOfLocal(zone, day, second);
        const shown = (at: number) => localDay(zone, at) * 86_400 + localSecond(zone, at);
        const wanted = day * 86_400 + second;
        assert.ok(shown(instant) >= wanted);
        assert.ok(shown(instant - 1000) < wanted || shown(instant - 1000) > shown(instant));
      },
    ),
    { seed: 15, numRuns: 2_000 },
  );
});

test('a time skipped in spring becomes the instant of the jump', () => {
  const day = dayOf('2026-03-08');
  const zone = 'America/New_York';
  assert.equal(isoIn(zone, instantOfLocal(zone, day, 2.5 * 3600)), '2026-03-08T03:00:00-04:00');
});

test('a time repeated in autumn becomes its first occurrence', () => {
  const day = dayOf('2026-11-01');
  const zone = 'America/New_York';
  assert.equal(isoIn(zone, instantOfLocal(zone, day, 1.5 * 3600)), '2026-11-01T01:30:00-04:00');
});

test('months end on the last day of a shorter month', () => {
  assert.equal(dateOfDay(addMonthsToDay(dayOf('2026-08-31'), 6)), '2027-02-28');
  assert.equal(dateOfDay(addMonthsToDay(dayOf('2025-12-17'), 6)), '2026-06-17');
});

test('instants with any offset, fraction or Z are read alike', () => {
  for (const text of [
    '2024-02-29T10:00:00+05:30',
    '2026-08-11T10:00:00.250Z',
    '2026-01-01T00:00Z',
  ]) {
    assert.equal(parseInstant(text), Date.parse(text));
  }
});

test('a reader of days tells the same whatever instant it was asked before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.array(anyInstant), (zone, instants) => {
      const dayAt = dayReader(zone);
      for (const ms of instants) assert.equal(dayAt(ms), localDay(zone, ms));
    }),
    { seed: 16, numRuns: 500 },
  );
});

test('what has no date stays without one', () => {
  const never = Number.NEGATIVE_INFINITY;
  assert.equal(localDay('America/New_York', never), never);
  assert.equal(dayReader('America/New_York')(never), never);
  assert.equal(instantOfLocal('America/New_York', never, 0), never);
});
