import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardNumbersIn, withoutCardNumbers, withoutIssuedCards } from './card-numbers.ts';

const cut: readonly (readonly [text: string, kept: string])[] = [
  ['4111111111111111', '•••• 1111'],
  ['pays with 4111 1111 1111 1111 now', 'pays with •••• 1111 now'],
  ['5555-5555-5555-4444.', '•••• 4444.'],
  ['3782 822463 10005', '•••• 0005'],
  ['378282246310005', '•••• 0005'],
  ['4222222222222', '•••• 2222'],
  ['6304000000000000000', '•••• 0000'],
  ['41 11 11 11 11 11 11 11', '•••• 1111'],
  ['4111.1111.1111.1111', '•••• 1111'],
  ['4111 - 1111', '4111 - 1111'],
  ['card:4111111111111111, 12/27', 'card:•••• 1111, 12/27'],
  // Two digits mistyped: no check digit, and still the number of a card but for these.
  ['4111 1111 1121 1311', '•••• 1311'],
  ['3782-822463-10015', '•••• 0015'],
];

const kept: readonly string[] = [
  '',
  'He pays 1,250.00 on 2026-12-01.',
  'from 2026-11-30 to 2026-12-31',
  '2026-11-30 2026-12-31',
  '+52 1 55 1234 5678',
  'GB33 BUKB 2020 1555 5555 55',
  'DE89370400440532013000',
  'BE68 5390 0754 7034',
  'reference 4111111111111112',
  '41111111111111111111',
];

test('a card number is cut to its last four digits, however it is written', () => {
  for (const [text, shown] of cut) assert.equal(withoutCardNumbers(text), shown, text);
});

test('dates, telephone and account numbers stay as they are', () => {
  for (const text of kept) assert.equal(withoutCardNumbers(text), text, text);
});

test('in lines and references only the numbers of issuers are cut, to their first six and last four', () => {
  for (const [text, shown] of [
    ['4111111111111111', '411111••••••1111'],
    ['PAY 5555 5555 5555 4444 THX', 'PAY 555555••••••4444 THX'],
    ['3782-822463-10005', '378282••••••0005'],
    ['a/6011111111111117/b', 'a/601111••••••1117/b'],
    ['30569309025904', '305693••••••5904'],
    ['2223003122003222', '222300••••••3222'],
  ] as const) {
    assert.equal(withoutIssuedCards(text), shown);
    assert.equal(cardNumbersIn(text).length, 1, text);
  }
  for (const text of [
    'INV4111111111111111',
    '4111111111111112',
    '1234567812345670',
    '+378282246310005',
    'GB33 BUKB 2020 1555 5555 55',
    'DE89370400440532013000',
    'RF18 5390 0754 7034',
    '000000000000000000004111111',
  ])
    assert.equal(withoutIssuedCards(text), text);
  const isKept = (digits: string) => digits === '4111111111111111';
  assert.equal(withoutIssuedCards('4111 1111 1111 1111', isKept), '4111 1111 1111 1111');
});
