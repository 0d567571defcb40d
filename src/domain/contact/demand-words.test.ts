import assert from 'node:assert/strict';
import { it } from 'node:test';
import { demandWords } from './demand-words.ts';

it('words that ask for payment or threaten are found in every language, and no others', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['Pay 100.00 USD now or we sue you', true],
    ['You owe $5,000. Please pay by Friday.', true],
    ['Páguenos hoy mismo', true],
    ['אם לא תשלם נגיש תביעה', true],
    ['Payez aujourd’hui', true],
    ['Zahlen Sie sofort, sonst klagen wir', true],
    ['Paghi oggi', true],
    ['Pague hoje', true],
    ['Betaal vandaag', true],
    ['Segera bayar', true],
    ['Kami akan saman anda', true],
    ['भुगतान करें', true],
    ['Magbayad ka na', true],
    ['The fee was wrong and is taken back.', false],
    ['La comisión fue un error y se devuelve.', false],
    ['העמלה הייתה שגויה והוחזרה', false],
  ];
  for (const [words, isDemand] of rows)
    assert.equal(demandWords(words).length > 0, isDemand, words);
});
