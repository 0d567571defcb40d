import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import { iso31661 } from 'iso-3166';
import { gazetteer } from '#domain/intake/places.ts';
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
  BR: ['Brasil', 'Brazil', 'República Federativa do Brasil'],
  XK: ['XK', 'XKX', 'Kosovo', 'Kosova', 'Republic of Kosovo', 'קוסובו'],
  GR: ['EL', 'GR', 'Hellas', 'Ελλάδα', 'Hellenic Republic', 'Griechenland'],
  KR: ['Korea, Republic of', 'Republic of Korea', 'South Korea', '대한민국'],
  KP: ['Korea, Democratic People’s Republic of', 'Democratic People’s Republic of Korea'],
  CD: ['Democratic Republic of the Congo', 'Zaire', 'DR Congo'],
  TW: ['Taiwan, Province of China', 'Republic of China (Taiwan)'],
  CN: ['People’s Republic of China', 'China'],
  SE: ['Sverige', 'Konungariket Sverige', 'Kingdom of Sweden'],
  FI: ['Suomi', 'Republic of Finland'],
  HU: ['Magyarország'],
  HR: ['Hrvatska'],
  LK: ['Ceylon'],
  TL: ['East Timor', 'TP'],
  CH: ['Swiss Confederation', 'SUI', 'Svizra'],
  ZW: ['Rhodesia'],
  HK: ['Hong Kong SAR', 'Hong Kong'],
  PS: ['Palestine', 'Palestina', 'State of Palestine'],
};

test('usual names of countries read, whatever the case, accents and dots', () => {
  for (const [code, names] of Object.entries(usual)) {
    for (const name of names) assert.equal(readCountry(name), code, name);
  }
});

test('every country of a second source reads by its English, its own and its official name', () => {
  const second = new Holidays();
  for (const language of ['en', 'es', 'de', 'fr', 'it', 'sv']) {
    for (const [code, name] of Object.entries(second.getCountries(language))) {
      // The islands have no code of their own in ISO 3166-1.
      const country = code === 'IC' ? 'ES' : code;
      assert.equal(readCountry(name), country, name);
    }
  }
});

test('every name of the standard reads to itself, and so does its number in a file', () => {
  const { country } = gazetteer();
  for (const { alpha2, name, numeric } of iso31661) {
    assert.equal(readCountry(name), alpha2, name);
    assert.equal(country(numeric), alpha2, numeric);
  }
  // A zero may be lost, or it is a telephone code; in an address it is no country at all.
  for (const text of ['36', '44', '+372', '00372', '999']) assert.equal(country(text), null, text);
  assert.equal(readCountry('840'), null);
});

test('what no country is called by is null', () => {
  const former = ['Czechoslovakia', 'Yugoslavia', 'USSR', 'Netherlands Antilles', 'Formosa'];
  for (const text of [...former, '', ' ', 'Narnia', 'XX', 'EU', 'Ohio', '1', 'Unknown']) {
    assert.equal(readCountry(text), null, text);
  }
});
