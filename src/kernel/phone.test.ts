import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePhone, phoneReader } from './phone.ts';

const good: [string, string | null, string, string][] = [
  ['(202) 555-0123', 'US', '+12025550123', 'unknown'],
  ['+44 7911 123456', null, '+447911123456', 'mobile'],
  ['00 44 20 7930 4832', 'US', '+442079304832', 'landline'],
  ['07911 123456', 'GB', '+447911123456', 'mobile'],
  ['55 5123 4567', 'MX', '+525551234567', 'unknown'],
  ['(357) 234-5678', 'US', '+13572345678', 'unknown'],
  ['+1 471 234 5678', null, '+14712345678', 'unknown'],
  ['050-234-5678', 'IL', '+972502345678', 'mobile'],
  ['+49 (0)30 901820', 'US', '+4930901820', 'landline'],
];

test('parsePhone() gives E.164 and the type the numbering plan tells', () => {
  for (const [text, country, e164, type] of good) {
    const phone = parsePhone(text, country);
    assert.ok(typeof phone === 'object', `${text}: ${String(phone)}`);
    assert.deepEqual([phone.e164, phone.type], [e164, type], text);
  }
});

test('parsePhone() says why a number cannot exist', () => {
  const bad: [string, string | null, string][] = [
    ['call me', 'US', 'not-a-number'],
    ['555-0123', null, 'unknown-country'],
    ['+1 2', null, 'too-short'],
    ['07700 900123', 'GB', 'not-in-plan'],
    ['123', 'US', 'not-in-plan'],
    ['+1 000 555 0123', null, 'not-in-plan'],
    ['+1 357 055 0123', null, 'not-in-plan'],
    ['1'.repeat(41), 'US', 'too-long'],
    ['+999 123456789', null, 'unknown-country'],
    ['', 'US', 'not-a-number'],
  ];
  for (const [text, country, reason] of bad) {
    assert.equal(parsePhone(text, country), reason, text);
  }
});

test('phoneReader() answers what parsePhone() answers, for numbers of every shape', () => {
  const read = phoneReader();
  const national = fc.tuple(
    fc.constantFrom(
      '',
      '0',
      '1',
      '00',
      '+1',
      '+44',
      '+44 0',
      '+52',
      '+34',
      '+49',
      '+972',
      '180020',
    ),
    fc.stringMatching(/^[2-9]\d{2}[ -]?\d{3}[ -]?\d{2,4}$/),
  );
  const countries = fc.constantFrom(
    'US',
    'GB',
    'MX',
    'ES',
    'DE',
    'IL',
    'CA',
    'IT',
    'AR',
    'JE',
    null,
  );
  fc.assert(
    fc.property(national, countries, ([prefix, digits], country) => {
      const text = prefix + digits;
      assert.deepEqual(read(text, country), parsePhone(text, country), `${text} ${country}`);
    }),
    { seed: 11, numRuns: 4000 },
  );
});
