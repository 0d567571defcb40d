import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationIn } from '#domain/opt-out-detection/confirmations.ts';
import { contentOf, contentProblems } from './message-content.ts';

const notice =
  'This is an attempt to collect a debt. You owe 100. Reply STOP to end these messages.';
const all = { mentions_debt: true, optout_notice: true, debt_collector_disclosure: 'initial' };

test('what a message is said to contain is found in its words, or it is refused', () => {
  const paths = (words: string, content: object, lang = 'en') =>
    contentProblems(words, lang, content).map(({ path }) => path);
  assert.deepEqual(paths(notice, all), []);
  assert.deepEqual(paths('Please call us.', all), [
    'content.optout_notice',
    'content.debt_collector_disclosure',
  ]);
  assert.deepEqual(paths(notice, { mentions_debt: false }), ['content.mentions_debt']);
  assert.deepEqual(paths(notice, { confirms_optout: true }), ['content.confirms_optout']);
  assert.deepEqual(paths('Tiene una deuda.', { mentions_debt: false }, 'es-MX'), [
    'content.mentions_debt',
  ]);
  assert.deepEqual(paths('יש לכם חוב.', { mentions_debt: false }, 'he'), ['content.mentions_debt']);
  assert.deepEqual(paths('Sie schulden uns etwas.', all, 'de'), [], 'a language nobody reads');
});

test('a debt that is mentioned is told where nothing was declared', () => {
  assert.equal(contentOf(notice, 'en', {}).mentions_debt, true);
  assert.equal(contentOf('Please call us.', 'en', {}).mentions_debt, false);
  assert.equal(contentOf('Bitte rufen Sie an.', 'de', {}).mentions_debt, undefined);
  assert.equal(contentOf('Please call us.', 'en', { mentions_debt: true }).mentions_debt, true);
});

test('a confirmation of an opt-out holds what is declared of it, in every language', () => {
  const declared = { confirms_optout: true, optout_notice: true, mentions_debt: false };
  for (const language of ['en', 'es', 'he', 'fr', 'pt', 'de', 'it']) {
    const { words, lang } = confirmationIn(language);
    assert.deepEqual(contentProblems(words, lang, declared), [], language);
  }
});
