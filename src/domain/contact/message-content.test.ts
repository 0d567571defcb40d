import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationIn } from '#domain/opt-out-detection/confirmations.ts';
import { contentOf, contentProblems } from './message-content.ts';

const notice =
  'This is an attempt to collect a debt. You owe 100. Reply STOP to end these messages.';
const all = { mentions_debt: true, optout_notice: true, debt_collector_disclosure: 'initial' };

const written = (words: string, lang = 'en', declaredBy: 'person' | 'machine' = 'person') => ({
  ...{ words, lang, declaredBy },
});
const paths = (words: string, content: object, lang = 'en', by: 'person' | 'machine' = 'person') =>
  contentProblems(written(words, lang, by), content).map(({ path }) => path);

test('what a message is said to contain is found in its words, or it is refused', () => {
  assert.deepEqual(paths(notice, all), []);
  assert.deepEqual(paths('Please call us.', all), [
    'content.optout_notice',
    'content.debt_collector_disclosure',
  ]);
  assert.deepEqual(paths(notice, { confirms_optout: true }), ['content.confirms_optout']);
});

/** A debt told in plain words of each language of the packs and catalogues. */
const tells: readonly (readonly [language: string, words: string])[] = [
  ['en', 'Please settle what is still open. Pay today.'],
  ['en', 'Your account needs your attention: 120.50 by Friday, or we go to court.'],
  ['en', 'Send us $40.'],
  ['es-MX', 'Tiene una deuda.'],
  ['es', 'Le recordamos el pago de su factura.'],
  ['he', 'יש לכם חוב.'],
  ['he', 'נא להסדיר את התשלום'],
  ['fr', 'Merci de régler votre facture impayée.'],
  ['de', 'Sie schulden uns etwas.'],
  ['de', 'Bitte überweisen Sie den offenen Betrag.'],
  ['it', 'Le ricordiamo il pagamento della bolletta.'],
  ['pt', 'Você tem uma dívida em aberto.'],
  ['nl', 'U heeft een openstaande rekening.'],
  ['id', 'Segera lunasi tagihan Anda.'],
  ['ms', 'Sila jelaskan hutang anda.'],
  ['tl', 'Bayaran po ang utang ninyo.'],
  ['hi', 'कृपया अपना बकाया चुकाएं'],
];

test('a debt is found in every language, whatever language the words are said to be in', () => {
  for (const [language, words] of tells) {
    for (const lang of [language, 'en']) {
      const found = paths(words, { mentions_debt: false }, lang);
      assert.deepEqual(found, ['content.mentions_debt'], `${lang} ${words}`);
      assert.equal(contentOf(written(words, lang), {}).mentions_debt, true, `${lang} ${words}`);
    }
  }
});

test('words that nobody can read go out only when a person says what they contain', () => {
  for (const [words, lang] of [
    ['Prosimy o kontakt.', 'pl'],
    ['Свяжитесь с нами', 'en'],
    ['请联系我们', 'zh'],
  ] as const) {
    assert.deepEqual(paths(words, {}, lang), ['content.mentions_debt'], words);
    assert.deepEqual(paths(words, { mentions_debt: true }, lang), [], words);
    const byMachine = paths(words, { mentions_debt: true }, lang, 'machine');
    assert.deepEqual(byMachine, ['content.mentions_debt'], words);
  }
});

test('what nobody declared is about a debt unless every word is known to say nothing of one', () => {
  const told = (words: string, lang: string, content = {}) =>
    contentOf(written(words, lang), content);
  assert.equal(told(notice, 'en').mentions_debt, true);
  assert.equal(told('Please call us.', 'en').mentions_debt, false);
  assert.equal(told('Bitte rufen Sie uns an.', 'de').mentions_debt, false);
  assert.equal(told('We know what you did.', 'en').mentions_debt, true);
  assert.equal(told('Please call us.', 'en', { mentions_debt: true }).mentions_debt, true);
  assert.equal(told('Bitte rufen Sie uns an.', 'de').language, 'de');
});

test('a confirmation of an opt-out holds what is declared of it, in every language', () => {
  const declared = { confirms_optout: true, optout_notice: true, mentions_debt: false };
  for (const language of ['en', 'es', 'he', 'fr', 'pt', 'de', 'it', 'nl', 'pl']) {
    const { words, lang } = confirmationIn(language);
    assert.deepEqual(paths(words, declared, lang, 'machine'), [], language);
  }
});
