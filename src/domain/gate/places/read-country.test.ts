import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iso31661 } from 'iso-3166';
import { readCountry } from './read-country.ts';

test('every code of the standard and every name of it in the languages of the product reads to itself', () => {
  for (const language of ['en', 'es', 'he', 'de', 'fr', 'pt', 'it']) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const { alpha2, alpha3 } of iso31661) {
      const name = names.of(alpha2) ?? '';
      for (const text of [alpha2, alpha2.toLowerCase(), alpha3, name, name.toUpperCase()]) {
        assert.equal(readCountry(text), alpha2, `${language}: ${text}`);
      }
    }
  }
});

const usual: Readonly<Record<string, readonly string[]>> = {
  US: [
    'U.S.A.',
    'US',
    'USA',
    'EE.UU.',
    'EE. UU.',
    'EEUU',
    'Estados Unidos',
    'ארצות הברית',
    'ארה״ב',
    'ארה"ב',
  ],
  GB: ['U.K.', 'UK', 'Great Britain', 'England', 'Reino Unido', 'Gran Bretaña', 'בריטניה'],
  NL: ['Holland', 'Holanda', 'The Netherlands', 'Países Bajos', 'הולנד'],
  DE: ['Deutschland', 'Alemania', 'Germany', 'גרמניה'],
  ES: ['España', 'Spain', 'Spanien', 'ספרד'],
  MX: ['México', 'Mexico', 'Méjico', 'מקסיקו'],
  IL: ['Israel', 'ישראל'],
  BR: ['Brasil', 'Brazil'],
};

test('usual names of countries read, whatever the case, accents and dots', () => {
  for (const [code, names] of Object.entries(usual)) {
    for (const name of names) assert.equal(readCountry(name), code, name);
  }
});

test('what no country is called by is null', () => {
  for (const text of ['', ' ', 'Narnia', 'XX', 'EU', 'Ohio', '1', 'Unknown']) {
    assert.equal(readCountry(text), null, text);
  }
});
