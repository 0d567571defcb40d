import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCountries } from 'libphonenumber-js/max';
import { isCountry } from '#kernel/country.ts';
import { countriesIn } from './countries.ts';

test('every country that may be chosen is one that the product takes, and none is missing', () => {
  for (const locale of ['en', 'es', 'he']) {
    const codes = countriesIn(locale).map(({ value }) => value);
    assert.deepEqual(
      codes.filter((code) => !isCountry(code)),
      [],
      locale,
    );
    assert.deepEqual(
      getCountries().filter((code) => !codes.includes(code)),
      [],
      locale,
    );
  }
});

test('countries stand by name in the order of the language', () => {
  const names = countriesIn('es').map(({ label }) => label);
  assert.ok(names.indexOf('Alemania') < names.indexOf('Estados Unidos'));
});
