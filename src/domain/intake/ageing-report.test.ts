import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageingColumns, bucketDays } from './ageing-report.ts';
import { daysInTitles } from './as-of.ts';
import { guessMap } from './guess-map.ts';

const defaults = { currency: 'USD', country: 'US', today: '2026-11-30' };

test('names of buckets say how late their sums are at the least', () => {
  const cases: [string, number | null][] = [
    ['Current', -30],
    ['non échu', -30],
    ['a vencer', -30],
    ['Noch nicht fällig', -30],
    ['1 - 30', 1],
    ['0 - 30 days', 0],
    ['31–60 Tage', 31],
    ['Vencido 1-30', 1],
    ['De 31 a 60 días', 31],
    ['61 à 90 jours', 61],
    ['> 90', 91],
    ['Over 90 days', 91],
    ['Über 90 Tage', 91],
    ['Más de 90', 91],
    ['oltre 90 gg', 91],
    ['90+', 90],
    ['+90 días', 91],
    ['91 and over', 91],
    ['120 days and older', 120],
    ['scaduto', 1],
    ['At Date', -30],
    ['< 1 Month', 0],
    ['1 Month', 30],
    ['2 Monate', 60],
    ['3 months +', 90],
    ['עד 30 יום', 0],
    ['Month 3', null],
    ['12 Monkeys', null],
    ['Score 1-30', null],
    ['Invoice 90', null],
    ['Phone 1', null],
    ['BILL_AMT1', null],
    ['2026', null],
    ['30-1', null],
    ['2025-2026', null],
  ];
  for (const [name, days] of cases) assert.equal(bucketDays(name), days, name);
});

test('buckets are found by name, amounts and the column that sums them', () => {
  const found = (header: string[], ...rows: string[][]) => {
    const { buckets = new Map(), total = null } = ageingColumns(header, rows) ?? {};
    return [[...buckets.values()], total];
  };
  const header = ['Kunde', 'nicht fällig', '1-30', '31-60', '90+', 'Summe'];
  assert.deepEqual(
    found(
      header,
      ['A', '10,00', '', '-', '1.000,50', '1.010,50'],
      ['B', '0', '5,00', '', '', '5,00'],
    ),
    [[-30, 1, 31, 90], 5],
  );
  assert.deepEqual(found(['C', '61-90', '90+', 'Sum'], ['A', '1', '2', '3']), [[61, 91], 3]);
  assert.deepEqual(found(['C', '1-30', '90+', 'Sum'], ['A', '1', '2', '4']), [[], null]);
  const late = ['Cliente', 'A vencer', 'Vencido', 'Total'];
  assert.deepEqual(found(late, ['A', '1', '2', '3']), [[-30, 1], 3]);
  const parted = ['Cliente', 'A vencer', 'Vencido', '1-30', '31-60', 'Total'];
  assert.deepEqual(found(parted, ['A', '1', '5', '2', '3', '6']), [[-30, 1, 31], 5]);
  const months = ['Contact', 'Current', '< 1 Month', '1 Month', '2 Months', 'Older', 'Total'];
  assert.deepEqual(found(months, ['A', '1', '2', '3', '4', '5', '15']), [[-30, 1, 30, 60, 90], 6]);
  assert.deepEqual(found(['C', '1-30', '31-60', '61-90'], ['A', 'yes', 'no', 'no']), [[], null]);
});

test('a report with a due date in each row is one of items, whatever its buckets', () => {
  const header = ['Customer', 'Num', 'Due date', 'Balance', '1 - 30', '31 - 60', '61 - 90'];
  const rows = [['Acme', 'I1', '2026-11-01', '10.00', '10.00', '0.00', '0.00']];
  const { map } = guessMap('book', header, rows, defaults);
  assert.deepEqual(map.buckets, {});
  assert.equal(map.columns.balance, 'Balance');
  assert.deepEqual(map.unanswered, []);
});

test('the day of the file is asked where days late are counted back and no title tells it', () => {
  const header = ['Customer', 'Days past due', 'Balance'];
  const rows = [['Acme Ltd', '12', '10.00']];
  assert.deepEqual(guessMap('book', header, rows, defaults).map.unanswered, ['as-of']);
  const { map } = guessMap('book', header, rows, defaults, ['Receivables', 'As of June 30, 2026']);
  assert.deepEqual([map.asOf, map.unanswered], ['2026-06-30', []]);
});

test('daysInTitles() reads the one day that titles speak of', () => {
  const cases: [string, string | null, string[]][] = [
    ['As of June 30, 2026', 'US', ['2026-06-30']],
    ['Stand 30.06.2026', 'DE', ['2026-06-30']],
    ['Partite aperte al 30/06/2026', 'IT', ['2026-06-30']],
    ['Saldos a 30 de junio de 2026', 'ES', ['2026-06-30']],
    ['As of 03/04/2026', 'US', ['2026-03-04']],
    ['As of 03/04/2026', 'CA', ['2026-04-03', '2026-03-04']],
    ['As of 2027-01-01', 'US', []],
    ['Per 01.06.2026 - 30.06.2026', 'DE', []],
    ['Printed 30.06.2026', 'DE', []],
  ];
  for (const [title, country, days] of cases) {
    assert.deepEqual(daysInTitles([title], { ...defaults, country }), days, `${title} ${country}`);
  }
});
