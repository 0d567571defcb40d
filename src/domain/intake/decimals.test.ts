import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { type DecimalSign, detectDecimal, plainDecimal } from './decimals.ts';

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

test('detectDecimal() tells the sign, and asks when it cannot', () => {
  assert.deepEqual(detectDecimal(['1.234,56', '7']), { sign: 'comma', ambiguous: false, share: 1 });
  assert.deepEqual(detectDecimal(['50.39', '7']), { sign: 'point', ambiguous: false, share: 1 });
  assert.equal(detectDecimal(['1,234', '2,500']).ambiguous, true);
  assert.equal(detectDecimal(['1', '250']).ambiguous, false);
  assert.equal(detectDecimal(['abc', '1']).sign, null);
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
