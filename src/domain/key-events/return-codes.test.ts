import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addBusinessDays, isBusinessDay, plainCalendar } from '#kernel/business-days.ts';
import { isSubReason } from './events.ts';
import {
  defaultReturnCodes,
  payDayFrom,
  type RepresentingCase,
  representOn,
  returnCodeOf,
} from './return-codes.ts';

const easter = { ...plainCalendar, holidays: new Set(['2026-04-03', '2026-04-06']) };
const refused: RepresentingCase = {
  firstRefusedOn: '2026-03-02',
  lastRefusedOn: '2026-03-02',
  timesSoFar: 0,
  payDay: null,
  correctedOn: null,
  costsMore: false,
  submissionDays: 0,
  today: '2026-03-02',
  calendar: plainCalendar,
};

function ruleOf(scheme: 'sepa' | 'nacha' | 'bacs' | 'card', code: string) {
  const row = returnCodeOf(defaultReturnCodes, scheme, code);
  assert.ok(row, `${scheme} ${code}`);
  return row;
}

test('business days step over weekends and holidays', () => {
  assert.equal(addBusinessDays('2026-04-02', 1, easter), '2026-04-07');
  assert.equal(addBusinessDays('2026-04-04', 0, easter), '2026-04-07');
  assert.equal(addBusinessDays('2026-04-07', 0, easter), '2026-04-07');
  assert.equal(isBusinessDay('2026-04-05', plainCalendar), false);
  const never = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: new Set<string>() };
  assert.throws(() => addBusinessDays('2026-04-02', 1, never), RangeError);
});

test('no code stands twice in its scheme and each sub-reason belongs to its event type', () => {
  const keys = defaultReturnCodes.map((row) => `${row.scheme} ${row.code}`);
  assert.equal(new Set(keys).size, keys.length);
  for (const row of defaultReturnCodes) {
    assert.ok(isSubReason(row.type, row.reason), `${row.code} ${row.type} ${row.reason}`);
  }
});

test('a method that ended is never presented again', () => {
  for (const row of defaultReturnCodes) {
    if (!row.methodValid) assert.equal(row.represent, null, `${row.scheme} ${row.code}`);
  }
});

test('technical codes of the organisation are presented again only after correction', () => {
  for (const row of defaultReturnCodes) {
    if (row.type !== 'C' || row.fault !== 'organisation' || row.represent === null) continue;
    assert.ok(row.represent.onlyAfterCorrection, `${row.scheme} ${row.code}`);
  }
});

test('every technical code names a party at fault, and a death names nobody', () => {
  for (const row of defaultReturnCodes) {
    assert.equal(row.fault === 'nobody', row.reason === 'payer-deceased', row.code);
    assert.equal(row.sets === 'deceased', row.reason === 'payer-deceased', row.code);
  }
});

test('an unknown code is for a person to judge', () => {
  assert.equal(returnCodeOf(defaultReturnCodes, 'sepa', 'ZZ99'), null);
  assert.equal(ruleOf('sepa', ' am04 ').code, 'AM04');
});

test('insufficient funds wait three business days and then for the pay day', () => {
  const rule = ruleOf('sepa', 'AM04').represent;
  assert.deepEqual(representOn(rule, refused), {
    ok: true,
    on: '2026-03-05',
    submitOn: '2026-03-05',
  });
  assert.deepEqual(representOn(rule, { ...refused, payDay: 25 }), {
    ok: true,
    on: '2026-03-25',
    submitOn: '2026-03-25',
  });
  // The 4th is over when the wait ends, and the 4th of April is a Saturday.
  assert.deepEqual(representOn(rule, { ...refused, payDay: 4 }), {
    ok: true,
    on: '2026-04-06',
    submitOn: '2026-04-06',
  });
});

test('a charge is handed in before its day, and never for a day that is too near', () => {
  const rule = ruleOf('sepa', 'AM04').represent;
  const early = { ...refused, submissionDays: 2, payDay: 25 };
  assert.deepEqual(representOn(rule, early), {
    ...{ ok: true, on: '2026-03-25', submitOn: '2026-03-23' },
  });
  // The 5th of March is the end of the wait; handed in today, a charge is due on the 9th, a Monday.
  assert.deepEqual(representOn(rule, { ...refused, submissionDays: 5 }), {
    ...{ ok: true, on: '2026-03-09', submitOn: '2026-03-02' },
  });
});

test('what costs as much as it brings is not presented again', () => {
  const rule = ruleOf('sepa', 'AM04').represent;
  const refusal = representOn(rule, { ...refused, costsMore: true });
  assert.deepEqual(refusal, { ok: false, reason: 'costs-more' });
});

test('a pay day beyond the window is not waited for', () => {
  const rule = ruleOf('bacs', '0').represent;
  assert.deepEqual(representOn(rule, { ...refused, payDay: 4 }), {
    ok: true,
    on: '2026-03-05',
    submitOn: '2026-03-05',
  });
  const late = { ...refused, today: '2026-04-20' };
  assert.deepEqual(representOn(rule, late), { ok: false, reason: 'window-over' });
});

test('re-presenting stops at the limit, never happens without a rule and waits for correction', () => {
  const twice = { ...refused, timesSoFar: 2 };
  assert.deepEqual(representOn(ruleOf('nacha', 'R01').represent, twice), {
    ok: false,
    reason: 'limit-reached',
  });
  assert.deepEqual(representOn(ruleOf('nacha', 'R08').represent, refused), {
    ok: false,
    reason: 'never',
  });
  const typing = ruleOf('sepa', 'AC01').represent;
  assert.deepEqual(representOn(typing, refused), { ok: false, reason: 'after-correction' });
  const corrected = { ...refused, correctedOn: '2026-03-13' };
  assert.deepEqual(representOn(typing, corrected), {
    ok: true,
    on: '2026-03-13',
    submitOn: '2026-03-13',
  });
});

test('a pay day of the 31st falls on the last day of a short month', () => {
  assert.equal(payDayFrom('2026-04-10', 31, plainCalendar), '2026-04-30');
  assert.equal(payDayFrom('2027-02-03', 30, plainCalendar), '2027-03-01');
  assert.equal(payDayFrom('2026-12-20', 15, plainCalendar), '2027-01-15');
});
