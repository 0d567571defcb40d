import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iso31662 } from 'iso-3166';
import { namedPlace, namedPlacesOf } from './place-names.ts';
import { readRegion } from './read-region.ts';
import type { placesOf } from './regions.ts';

const languages = ['en', 'es', 'he'] as const;

test('every region of the countries that books are from is shown by a name that reads back to it', () => {
  for (const country of ['AU', 'CA', 'DE', 'US']) {
    const regions = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
    for (const { code } of regions) {
      const { part } = namedPlace(code);
      assert.notEqual(part, null, code);
      for (const language of languages) {
        const name = part?.[language] ?? '';
        assert.equal(`${country}-${readRegion(country, name)}`, code, `${language}: ${name}`);
      }
      const isOutlying = code === 'US-UM';
      assert.equal(/\p{Script=Hebrew}/u.test(part?.he ?? ''), !isOutlying, code);
    }
  }
});

test('a place is shown by its name, and what nobody can read as it was written', () => {
  const none = { region: null, city: null, postalCode: null };
  const told = (home: Parameters<typeof placesOf>[0]) =>
    namedPlacesOf(home).map(({ country, part }) => `${country} ${part?.es ?? ''}`.trim());
  assert.deepEqual(told({ ...none, country: 'GB', region: 'ENG' }), ['GB Inglaterra']);
  assert.deepEqual(told({ ...none, country: 'US', region: 'NY', city: 'Albany' }), [
    'US Nueva York',
  ]);
  assert.deepEqual(told({ ...none, country: 'US', region: 'NJ', postalCode: '10001' }), [
    'US Nueva Jersey',
    'US Ciudad de Nueva York',
  ]);
  assert.deepEqual(told({ ...none, country: 'US', region: 'Narnia' }), ['US Narnia']);
  assert.deepEqual(told({ ...none, country: 'GB', region: 'UK' }), ['GB']);
  assert.deepEqual(namedPlace('ES-AS').part?.en, 'Principado de Asturias');
});
