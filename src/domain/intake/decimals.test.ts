import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { type DecimalSign, detectDecimal, plainDecimal, readDecimal } from './decimals.ts';

test('plainDecimal() reads amounts as people write them', () => {
  const cases: [string, DecimalSign, string | null][] = [
    ['1,234.56', 'point', '1234.56'],
    ['1.234,56', 'comma', '1234.56'],
    ['1 234,56', 'comma', '1234.56'],
    ['1\u00A0234,5 €', 'comma', '1234.5'],
    ["CHF 1'234.50", 'point', '1234.50'],
    ['$1,234', 'point', '1234'],
    ['-$5.00', 'point', '-5.00'],
    ['$-5.00', 'point', '-5.00'],
    ['US$ 5.00', 'point', '5.00'],
    ['(12.50)', 'point', '-12.50'],
    ['12.50-', 'point', '-12.50'],
    ['12.50 CR', 'point', '-12.50'],
    ['1,00,000.00', 'point', '100000.00'],
    ['12,34,567.00', 'point', '1234567.00'],
    ['(1.234,50)', 'comma', '-1234.50'],
    ['1.234,50-', 'comma', '-1234.50'],
    ['100.00Cr.', 'point', '-100.00'],
    ['cr 100.00', 'point', '-100.00'],
    ['100.00 dr', 'point', '100.00'],
    ['Rs. 1,00,000.50', 'point', '100000.50'],
    ['R1 234,50', 'comma', '1234.50'],
    ['RM1,234.50', 'point', '1234.50'],
    ['Rp 1.234.500', 'comma', '1234500'],
    ['S/ 1,234.50', 'point', '1234.50'],
    ['R$ 1.234,50', 'comma', '1234.50'],
    ['1 234,50 Kč', 'comma', '1234.50'],
    ['1\u202F234,50 zł', 'comma', '1234.50'],
    ['1 234,50 Kc', 'comma', '1234.50'],
    ['1.234,50 kr.', 'comma', '1234.50'],
    ['1 234 Ft', 'comma', '1234'],
    ['1.234,50 lei', 'comma', '1234.50'],
    ['1\u2019234.50 Fr.', 'point', '1234.50'],
    ['20,-', 'comma', '20'],
    ['\u00011234.567', 'comma', '1234.567'],
    ['(-5.00)', 'point', null],
    ['-5.00 CR', 'point', null],
    ['€5.00 USD', 'point', null],
    ['Ref 12', 'point', null],
    ['1.91431E+18', 'point', null],
    ['.5', 'point', '0.5'],
    ['1000', 'comma', '1000'],
    ['12,34', 'point', null],
    ['1.2.3', 'point', null],
    ['1E5', 'point', null],
    ['--5', 'point', null],
    ['n/a', 'point', null],
    ['', 'point', null],
  ];
  for (const [text, sign, plain] of cases) {
    assert.equal(plainDecimal(text, sign), plain, `${text} with ${sign}`);
  }
});

test('readDecimal() tells which currencies a sign may stand for', () => {
  const cases: [string, string[]][] = [
    ['Rp 5', ['IDR']],
    ['5 kr', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['5 usd', ['USD']],
    ['UF 5.25', ['CLF']],
    ['5', []],
  ];
  for (const [text, currencies] of cases) {
    assert.deepEqual(readDecimal(text, 'point')?.currencies, currencies, text);
  }
});

test('detectDecimal() tells the sign, and asks when it cannot', () => {
  assert.deepEqual(detectDecimal(['1.234,56', '7']), { sign: 'comma', ambiguous: false, share: 1 });
  assert.deepEqual(detectDecimal(['50.39', '7']), { sign: 'point', ambiguous: false, share: 1 });
  assert.equal(detectDecimal(['1,234', '2,500']).ambiguous, true);
  assert.equal(detectDecimal(['1', '250']).ambiguous, false);
  assert.equal(detectDecimal(['abc', '1']).sign, null);
  // A number of a workbook needs no sign and tells of none.
  assert.deepEqual(detectDecimal(['\u00011234.5', '1.234,50']).sign, 'comma');
});

test('an exact amount survives being written with either sign and grouping', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
      const plain = plainAmount(minor, 'EUR');
      const [whole = '', cents = ''] = plain.replace('-', '').split('.');
      const group = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
      const minus = minor < 0n ? '-' : '';
      for (const [text, sign] of [
        [`${minus}${group(',')}.${cents}`, 'point'],
        [`${minus}${group('.')},${cents} €`, 'comma'],
      ] as const) {
        assert.equal(parseAmount(plainDecimal(text, sign) ?? '', 'EUR'), minor, text);
      }
    }),
    { seed: 4 },
  );
});
