import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCut, isShortened, tellingWords } from './abbreviations.ts';

test('a word is another one cut short by its first letters or its consonants', () => {
  const cut = [
    ['emiss', 'emissione'],
    ['vlr', 'valor'],
    ['pmt', 'payment'],
    ['org', 'original'],
  ] as const;
  for (const [short, word] of cut) assert.ok(isCut(short, word), short);
  const not = [
    ['no', 'number'],
    ['date', 'dated'],
    ['inv', 'vino'],
    ['vol', 'valor'],
  ] as const;
  for (const [short, word] of not) assert.ok(!isCut(short, word), short);
});

test('a name is another one shortened word by word, and no word that is known is taken for a cut one', () => {
  const known = new Set(['date', 'data', 'value', 'customer']);
  const isShort = (name: string, full: string) =>
    isShortened(tellingWords(name), tellingWords(full), (word) => known.has(word));
  assert.ok(isShort('data scad', 'data scadenza'));
  assert.ok(isShort('verv datum', 'vervaldatum'));
  assert.ok(isShort('datum de splatn', 'datum splatnosti'));
  assert.ok(!isShort('data scad', 'importo scadenza'));
  assert.ok(!isShort('customer', 'customername'));
  assert.ok(!isShort('scad', 'scadenza'));
});
