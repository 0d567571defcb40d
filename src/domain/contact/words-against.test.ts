import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf } from './message-content.ts';

const shown = (words: string, lang = 'en') =>
  contentOf({ words, lang, declaredBy: 'person' }, { mentions_debt: true });

test('what an opt-out asks for beyond the wish is read from the words of the message', () => {
  for (const words of [
    'Reply STOP with your full name and date of birth to opt out. This is an attempt to collect a debt.',
    'To opt out, reply STOP, pay 5 dollars and give your account number.',
    'Reply STOP and state the reason.',
  ]) {
    assert.notEqual(shown(words).optout_requires?.length ?? 0, 0, words);
  }
  assert.ok(shown('Responda BAJA con su nombre.', 'es').optout_requires?.length);
  for (const words of [
    'Reply STOP to opt out. Please give your account number when you call us.',
    'Pay $50 today or reply STOP to end these messages.',
    'Reply STOP to opt out of messages about your account.',
  ]) {
    assert.equal(shown(words).optout_requires, undefined, words);
  }
});

test('a suit that the words announce is told of the message unless somebody told of it', () => {
  const words = 'We will file a lawsuit on Monday. Reply STOP to opt out.';
  assert.equal(shown(words).threatens_suit, true);
  assert.equal(shown('Please call us about your account.').threatens_suit, undefined);
  assert.equal(shown('Le demandaremos el lunes.', 'es').threatens_suit, true);
});
