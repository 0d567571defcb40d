import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decimalsOf,
  formatMoney,
  isCurrency,
  parseAmount,
  plainAmount,
  splitEvenly,
} from './money.ts';

test('amounts are read exactly in the minor unit of the currency', () => {
  const table: [string, string, bigint | string][] = [
    ['1234.50', 'USD', 123450n],
    ['-0.01', 'USD', -1n],
    ['0.010', 'USD', 1n],
    ['1.005', 'USD', 'not-exact'],
    ['7', 'USD', 700n],
    ['+7.', 'USD', 700n],
    ['1200', 'JPY', 1200n],
    ['1200.0', 'JPY', 1200n],
    ['1200.5', 'JPY', 'not-exact'],
    ['1.005', 'BHD', 1005n],
    ['38123.4567', 'CLF', 381234567n],
    ['1.00001', 'UYW', 'not-exact'],
    ['812.27', 'MXV', 81227n],
    ['1.5', 'UYI', 'not-exact'],
    ['1,200.00', 'USD', 'not-a-number'],
    ['1e5', 'USD', 'not-a-number'],
    ['', 'USD', 'not-a-number'],
    ['.5', 'USD', 'not-a-number'],
    ['1234567890123456', 'USD', 'not-a-number'],
  ];
  for (const [text, currency, expected] of table) {
    assert.equal(parseAmount(text, currency), expected, `${text} ${currency}`);
  }
});

test('a plain amount reads back as the same amount', () => {
  const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
  const currency = fc.constantFrom('USD', 'JPY', 'BHD', 'CLF');
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      assert.equal(parseAmount(plainAmount(minor, code), code), minor);
    }),
    { seed: 1 },
  );
});

test('amounts below one whole unit keep their leading zero and sign', () => {
  assert.equal(plainAmount(5n, 'USD'), '0.05');
  assert.equal(plainAmount(-5n, 'USD'), '-0.05');
  assert.equal(plainAmount(0n, 'USD'), '0.00');
  assert.equal(plainAmount(-5n, 'JPY'), '-5');
});

test('a formatted amount shows every digit, even past what a double holds', () => {
  assert.equal(formatMoney(1234567890123456789n, 'USD', 'en-US'), '$12,345,678,901,234,567.89');
  assert.equal(formatMoney(1200n, 'JPY', 'en-US'), '¥1,200');
});

test('every currency and unit of account has the decimals of ISO 4217', () => {
  const decimals = {
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    2: 'BOV CHE CHW COP COU HUF IDR INR MGA MRU MXN MXV PKR USN UYU',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  };
  for (const [count, codes] of Object.entries(decimals)) {
    for (const code of codes.split(' ')) {
      assert.ok(isCurrency(code), code);
      assert.equal(decimalsOf(code), Number(count), code);
    }
  }
  assert.equal(formatMoney(381234567n, 'CLF', 'en-US').replace(/\s/g, ' '), 'CLF 38,123.4567');
});

test('only ISO 4217 codes in capitals are currencies', () => {
  assert.deepEqual(['USD', 'MXN', 'usd', 'ZZZ', ''].map(isCurrency), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('an even split sums exactly and no two parts differ by more than one unit', () => {
  const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 400 }), (minor, parts) => {
      const split = splitEvenly(minor, parts).toSorted((a, b) => (a < b ? -1 : 1));
      assert.equal(split.length, parts);
      assert.equal(
        split.reduce((sum, part) => sum + part, 0n),
        minor,
      );
      assert.ok((split.at(-1) ?? 0n) - (split[0] ?? 0n) <= 1n);
    }),
    { seed: 2 },
  );
});

test('an amount cannot be split into no parts or half parts', () => {
  for (const parts of [0, -1, 1.5]) assert.throws(() => splitEvenly(10n, parts), RangeError);
});
