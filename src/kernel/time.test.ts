import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  instantAt,
  instantOf,
  isDate,
  isZone,
  minuteOfDayIn,
  msOf,
  weekdayOf,
} from './time.ts';

test('an instant reads back as the same millisecond', () => {
  assert.equal(msOf('2026-11-21T15:00:00.123Z'), Date.UTC(2026, 10, 21, 15, 0, 0, 123));
  assert.equal(instantOf(msOf('2026-11-21T10:00:00-05:00')), '2026-11-21T15:00:00.000Z');
});

test('the same moment has another date and minute in another zone', () => {
  const ms = msOf('2026-11-21T03:30:00Z');
  assert.equal(dateIn('America/New_York', ms), '2026-11-20');
  assert.equal(minuteOfDayIn('America/New_York', ms), 22 * 60 + 30);
  assert.equal(dateIn('Asia/Jerusalem', ms), '2026-11-21');
  assert.equal(minuteOfDayIn('Asia/Kolkata', ms), 9 * 60);
});

test('a wall-clock time that a clock change skips is the moment after the change', () => {
  const ms = instantAt('America/New_York', '2026-03-08', '02:30');
  assert.equal(minuteOfDayIn('America/New_York', ms), 3 * 60);
});

test('a wall-clock time that happens twice means the first', () => {
  assert.equal(
    instantOf(instantAt('America/New_York', '2026-11-01', '01:30')),
    '2026-11-01T05:30:00.000Z',
  );
});

test('months later stays within the shorter month', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
  assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
  assert.equal(addMonths('2026-01-31', 2), '2026-03-31');
  assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
});

test('days count over months, years and clock changes', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(daysBetween('2026-03-01', '2026-03-31'), 30);
  assert.equal(daysBetween('2026-03-31', '2026-03-01'), -30);
  assert.equal(daysBetween('2026-01-01', '2027-01-01'), 365);
  assert.equal(weekdayOf('2026-11-21'), 6);
});

test('only real calendar dates in ISO form are dates', () => {
  for (const text of ['2026-11-21', '2028-02-29']) assert.ok(isDate(text), text);
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '21.11.2026', '', '2026-00-10']) {
    assert.equal(isDate(text), false, text);
  }
});

test('only names are zones, not offsets, dated texts or unknown places', () => {
  for (const zone of ['America/New_York', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5']) {
    assert.ok(isZone(zone), zone);
  }
  for (const zone of ['', '+05:00', '2026-01-01T00:00[UTC]', '2026-01-01T00:00Z', 'Nope/Nowhere']) {
    assert.equal(isZone(zone), false, zone);
  }
});
