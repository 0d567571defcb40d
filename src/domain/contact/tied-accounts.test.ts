import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccountHeard, tellsOfOthers } from './tied-accounts.ts';

const account = (reference: string, balance: string, tied: boolean): AccountHeard => ({
  ...{ id: reference, reference, tied, currency: 'USD' },
  ...{ items: [], balances: [balance] },
});
const accounts = [account('A-100', '34575', true), account('B-200', '125040', false)];
const tells = (words: string) => tellsOfOthers(words, accounts);

test('an amount of an account that is not theirs is found among other numbers', () => {
  for (const words of [
    'He owes 1250.40',
    'on 12.05.2026 1,250.40 is due',
    'He owes 1250.40. 2 weeks are left',
    'pay 3 1.250,40',
    'You owe 1 250,40 in all',
    'total ١٢٥٠٫٤٠',
    'total ۱۲۵۰٫۴۰',
    'both together 1,596.15',
  ]) {
    assert.equal(tells(words), true, words);
  }
});

test('their own amount, a day, and a part of a longer number tell nothing', () => {
  for (const words of ['You owe 345.75', '345.75 on 12.05.2026', '91,250.40', '1,250.40,112']) {
    assert.equal(tells(words), false, words);
  }
  const round = [account('A-100', '125075', true), account('B-200', '125000', false)];
  assert.equal(tellsOfOthers('You owe 1,250.75', round), false);
  assert.equal(tellsOfOthers('You owe 1,250', round), true);
});

test('a reference is known by its letters and digits, whatever stands between them', () => {
  for (const words of ['about B-200', 'about b 200.', 'B/200', 'B200', 'B – 200', 'B-٢٠٠']) {
    assert.equal(tells(words), true, words);
  }
  for (const words of ['about A 100', 'B-2001', 'AB-200']) assert.equal(tells(words), false, words);
});
