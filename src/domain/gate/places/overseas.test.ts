import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlaces } from './read-place.ts';
import { placesOf } from './regions.ts';
import { zonesOfPlaces } from './zones.ts';

/** An address as a book writes it, and the code and the clock of the part it names. */
const homes: readonly (readonly [
  country: string,
  region: string,
  city: string,
  postal: string,
  place: string,
  zone: string,
])[] = [
  ['FR', '', 'Pointe-à-Pitre', '97110', 'GP', 'America/Guadeloupe'],
  ['FR', 'Réunion', '', '', 'RE', 'Indian/Reunion'],
  ['FR', '', 'Saint-Denis', '97400', 'RE', 'Indian/Reunion'],
  ['FR', '', 'Saint-Denis', '93200', 'FR', 'Europe/Paris'],
  ['FR', '', 'Saint-Martin', '97150', 'MF', 'America/Marigot'],
  ['FR', 'Guadeloupe', '', '97150', 'MF', 'America/Marigot'],
  ['FR', '', 'Saint-Martin', '65360', 'FR', 'Europe/Paris'],
  ['FR', '', 'Gustavia', '97133', 'BL', 'America/St_Barthelemy'],
  ['FR', '', 'Nouméa', '98800', 'NC', 'Pacific/Noumea'],
  ['NL', 'Curaçao', '', '', 'CW', 'America/Curacao'],
  ['NL', '', 'Oranjestad', '', 'AW', 'America/Aruba'],
  ['NL', '', 'Amsterdam', '1011 AB', 'NL', 'Europe/Amsterdam'],
  ['AU', 'NSW', '', '2899', 'NF', 'Pacific/Norfolk'],
  ['AU', 'WA', '', '6798', 'CX', 'Indian/Christmas'],
  ['AU', 'Cocos Islands', '', '', 'CC', 'Indian/Cocos'],
  ['GB', '', '', 'JE2 3AB', 'JE', 'Europe/Jersey'],
  ['GB', 'Isle of Man', '', '', 'IM', 'Europe/Isle_of_Man'],
  ['GB', '', '', 'GY1 1AA', 'GG', 'Europe/Guernsey'],
  ['GB', '', '', 'SW1A 1AA', 'GB-ENG', 'Europe/London'],
  ['DK', 'Grønland', '', '', 'GL', 'America/Nuuk'],
  ['DK', '', 'Tórshavn', '100', 'FO', 'Atlantic/Faroe'],
  ['ES', 'Canarias', '', '', 'ES-CN', 'Atlantic/Canary'],
  ['PT', 'Açores', '', '', 'PT-20', 'Atlantic/Azores'],
  ['PT', '', 'Ponta Delgada', '9500-321', 'PT-20', 'Atlantic/Azores'],
  ['PT', '', 'Funchal', '', 'PT-30', 'Atlantic/Madeira'],
  ['PT', '', 'Funchal', '9000-025', 'PT-30', 'Atlantic/Madeira'],
  ['US', '', '', '00901', 'US-PR', 'America/Puerto_Rico'],
  ['TH', '', 'Bangkok', '', 'TH', 'Asia/Bangkok'],
];

test('a part overseas has its own code and clock, not those of the mother country', () => {
  for (const [country, region, city, postal, place, zone] of homes) {
    const parts = { region: region || null, city: city || null, postalCode: postal || null };
    const places = placesOf({ country, ...parts });
    assert.deepEqual(places, [place], `${country} ${region} ${city} ${postal}`);
    assert.ok(zonesOfPlaces(places).includes(zone), `${place}: ${zonesOfPlaces(places)}`);
  }
});

test('CA is California where the country is known, and both where it is not', () => {
  assert.deepEqual(readPlaces('CA', 'US'), ['US-CA']);
  assert.deepEqual(readPlaces('CA', 'CA'), ['CA']);
  assert.deepEqual(readPlaces('ca'), ['CA', 'US-CA']);
  assert.deepEqual(readPlaces('DE', 'US'), ['US-DE']);
});
