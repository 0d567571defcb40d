import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DateFormat, detectDateFormat, parseDate } from './dates.ts';
import { isNoDate } from './stand-in-dates.ts';

const latest = 2046;

test('parseDate() reads each format as people write it', () => {
  const cases: [string, DateFormat, string | null][] = [
    ['2012-01-03', 'ymd', '2012-01-03'],
    ['2012/1/3', 'ymd', '2012-01-03'],
    ['20120103', 'ymd', '2012-01-03'],
    ['2012-01-03T10:15:00Z', 'ymd', '2012-01-03'],
    ['2012-01-03 10:15:00.123+02:00', 'ymd', '2012-01-03'],
    ['3.1.2012', 'dmy', '2012-01-03'],
    ['3. 1. 2012.', 'dmy', '2012-01-03'],
    ['2012. 01. 03.', 'ymd', '2012-01-03'],
    ['2012年1月3日', 'ymd', '2012-01-03'],
    ['03/01/12', 'dmy', '2012-01-03'],
    ['03/01/2012', 'mdy', '2012-03-01'],
    ['1/3/2012 4:05 PM', 'mdy', '2012-01-03'],
    ['02-Jan-2012', 'dmy', '2012-01-02'],
    ['Jan 2, 2012', 'mdy', '2012-01-02'],
    ['2 janv. 2012', 'dmy', '2012-01-02'],
    ['2 Märtz 2012', 'dmy', '2012-03-02'],
    ['5 dic 2020', 'dmy', '2020-12-05'],
    ['Jan-2012', 'my', '2012-01-01'],
    ['01/27', 'my', '2027-01-01'],
    ['31/12/47', 'dmy', '1947-12-31'],
    ['2012-02-30', 'ymd', null],
    ['29/02/2011', 'dmy', null],
    ['29/02/2012', 'dmy', '2012-02-29'],
    ['13/13/2012', 'mdy', null],
    ['0000-00-00', 'ymd', null],
    ['1899-12-31', 'ymd', null],
    ['\u00012012-01-03', 'mdy', '2012-01-03'],
    ['soon', 'dmy', null],
    ['', 'ymd', null],
    ['12-01', 'dmy', null],
  ];
  for (const [text, format, date] of cases) {
    assert.equal(parseDate(text, format, latest), date, `${text} as ${format}`);
  }
});

test('detectDateFormat() asks when days and months could be exchanged', () => {
  const finding = detectDateFormat(['03/01/2012', '05/02/2012', ''], latest);
  assert.deepEqual([finding.format, ...finding.alternatives], ['dmy', 'mdy']);
});

test('detectDateFormat() does not ask when every reading is the same', () => {
  assert.deepEqual(detectDateFormat(['03/03/2012', '02-Jan-2012'], latest).alternatives, []);
  assert.deepEqual(detectDateFormat(['25/12/2012', '01/02/2012'], latest).alternatives, []);
  assert.equal(detectDateFormat(['12/25/2012', '01/02/2012'], latest).format, 'mdy');
  assert.equal(detectDateFormat(['Jan-2012', 'Feb-2012'], latest).format, 'my');
});

test('detectDateFormat() finds none among texts', () => {
  assert.equal(detectDateFormat(['Ann', 'Bo', '2012-01-01'], latest).format, null);
  assert.equal(detectDateFormat([], latest).format, null);
});

test('isNoDate() knows days that stand for none, in every order', () => {
  const none = ['0000-00-00', '00.00.0000', '00/00/00', '1900-01-01', '01/01/1900', '9999-12-31'];
  const more = ['31.12.9999', '12/31/9999', '99991231', '00000000', '0001-01-01', '1899-12-30'];
  const words = ['-', '--', 'n/a', 'NULL', '0000-00-00 00:00:00', '9999-12-31T00:00:00Z'];
  for (const text of [...none, ...more, ...words]) assert.equal(isNoDate(text), true, text);
  for (const text of ['2026-06-10', '31.12.2026', '01/01/00', '1970-01-01', '#N/A', '']) {
    assert.equal(isNoDate(text), false, text);
  }
});

test('a column is one of dates whatever stands in it for none', () => {
  assert.equal(detectDateFormat(['0000-00-00', '25.12.2026', ''], latest).format, 'dmy');
  assert.equal(detectDateFormat(['0000-00-00', '0000-00-00'], latest).share, 1);
});

test('any date written in any format is read back', () => {
  const writers: Record<DateFormat, (y: string, m: string, d: string) => string> = {
    ymd: (y, m, d) => `${y}-${m}-${d}`,
    dmy: (y, m, d) => `${d}.${m}.${y}`,
    mdy: (y, m, d) => `${m}/${d}/${y}`,
    my: (y, m) => `${m}/${y}`,
  };
  const days = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('2040-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.constantFrom<DateFormat>('ymd', 'dmy', 'mdy', 'my'), (day, format) => {
      const iso = day.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = iso.split('-');
      const read = parseDate(writers[format](y, m, d), format, latest);
      assert.equal(read, format === 'my' ? `${y}-${m}-01` : iso);
    }),
    { seed: 3 },
  );
});
