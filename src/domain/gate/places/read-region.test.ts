import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iso31662 } from 'iso-3166';
import { loadFolder } from '#boot/load-folder.ts';
import type { Pack } from '../pack.ts';
import { readRegion } from './read-region.ts';
import { REGION_SPELLINGS } from './region-names.ts';
import { unreadPlace } from './regions.ts';

const packs = await loadFolder<Pack>(new URL('../../../rulepacks/', import.meta.url));

/** The countries of the packs, and those with spellings of our own. */
const countries = [
  ...new Set([
    ...[...packs.values()].flatMap(({ territory }) => territory.map((place) => place.slice(0, 2))),
    ...Object.keys(REGION_SPELLINGS),
  ]),
];

test('every code reads as itself, large, small, and with its country before it', () => {
  for (const country of countries) {
    for (const { code } of iso31662.filter((one) => one.code.startsWith(`${country}-`))) {
      const region = code.slice(country.length + 1);
      for (const text of [region, region.toLowerCase(), code, code.toLowerCase(), ` ${region} `]) {
        assert.equal(readRegion(country, text), region, `${country}: ${text}`);
      }
    }
  }
});

/** Regions of which an island or a former part bears the same name in the standard. */
const sharedNames: ReadonlySet<string> = new Set(['ID-ML', 'ID-PP']);

test('every name of the standard reads as a region of that name', () => {
  const named = (code: string) => iso31662.find((one) => one.code === code)?.name;
  for (const country of countries) {
    for (const { code, name } of iso31662.filter((one) => one.code.startsWith(`${country}-`))) {
      if (sharedNames.has(code)) continue;
      for (const text of [name, name.toUpperCase(), name.normalize('NFD').replace(/\p{M}/gu, '')]) {
        const read = `${country}-${readRegion(country, text)}`;
        assert.ok(read === code || named(read) === name, `${text} read as ${read}`);
      }
    }
  }
});

test('a spelling that we list belongs to one region only', () => {
  for (const [country, regions] of Object.entries(REGION_SPELLINGS)) {
    for (const [region, names] of Object.entries(regions)) {
      for (const name of names.split(',').filter((one) => one.trim() !== '')) {
        assert.equal(readRegion(country, name), region, `${country}: ${name.trim()}`);
      }
    }
  }
});

const spellings: readonly (readonly [country: string, region: string, texts: readonly string[]])[] =
  [
    [
      'US',
      'DC',
      ['District of Columbia', 'dc', 'D.C.', 'Washington, D.C.', 'Distrito de Columbia', 'US-DC'],
    ],
    [
      'US',
      'NY',
      [
        'New York',
        'NEW YORK',
        'N.Y.',
        'State of New York',
        'Nueva York',
        'ניו יורק',
        'New York, NY',
        'NY 10001',
        'NY10001',
        'NY-10001',
        'NYS',
      ],
    ],
    ['US', 'NJ', ['NJ - New Jersey', 'New Jersey – NJ']],
    ['CA', 'BC', ['C.-B.', 'British Columbia', 'BCV6B1A1', 'Colombia Británica']],
    ['AU', 'NSW', ['NSW 2000', 'N.S.W., 2000']],
    ['MX', 'CMX', ['Cd. de México', 'Cd de Mexico', 'México, D.F.']],
    ['DE', 'BE', ['Land Berlin', 'Bundesland Berlin']],
    ['CA', 'NL', ['T.-N.-L.', 'T.-N.-L']],
    ['CA', 'NS', ['N.-É.', 'N.-E.']],
    ['CA', 'AB', ['Alb.', 'Alta.']],
    ['CA', 'NT', ['T.N.-O.', 'NWT']],
    ['BR', 'RJ', ['RJ - Rio de Janeiro', 'Estado do Rio de Janeiro', 'Rio de Janeiro - RJ']],
    ['US', 'NC', ['North Carolina', 'N. Carolina', 'N.C.', 'Carolina del Norte', 'NorthCarolina']],
    [
      'US',
      'MA',
      ['Massachusetts', 'Mass.', 'Commonwealth of Massachusetts', 'Massachusetts, United States'],
    ],
    ['US', 'TX', ['Texas, United States', 'TX, USA', 'Texas, EE. UU.', 'Austin, Texas, U.S.A.']],
    ['US', 'WA', ['Washington', 'Washington State', 'Wash.', 'WA 98101', 'Seattle, WA']],
    [
      'CA',
      'ON',
      [
        'Ontario',
        'Ont.',
        'ontario',
        'ON M5V 1A1',
        'Province of Ontario',
        'CA-ON',
        'Toronto, Ontario, Canada',
      ],
    ],
    ['CA', 'QC', ['Québec', 'Quebec', 'PQ', 'Province de Québec', 'קוויבק']],
    ['CA', 'PE', ['P.E.I.', 'Île-du-Prince-Édouard', 'Î.-P.-É.', 'Prince Edward Island']],
    ['AU', 'NSW', ['New South Wales', 'N.S.W.', 'nsw']],
    ['MX', 'CMX', ['CDMX', 'Ciudad de México', 'Distrito Federal', 'D.F.', 'Mexico City']],
    ['MX', 'MEX', ['Estado de México', 'México', 'Edomex']],
    ['BR', 'SP', ['São Paulo', 'Sao Paulo', 'sp', 'Estado de São Paulo']],
    ['AR', 'C', ['CABA', 'Capital Federal', 'Ciudad Autónoma de Buenos Aires']],
    ['AR', 'B', ['Buenos Aires', 'Provincia de Buenos Aires', 'Prov. de Buenos Aires']],
    ['ES', 'TF', ['Santa Cruz de Tenerife', 'Tenerife']],
    ['CL', 'RM', ['Región Metropolitana', 'Metropolitana', 'Santiago']],
    ['GB', 'SCT', ['Scotland', 'scotland', 'GB-SCT', 'Escocia', 'סקוטלנד']],
    ['GB', 'ENG', ['England', 'Inglaterra', 'אנגליה']],
    ['GB', 'NIR', ['Northern Ireland', 'Irlanda del Norte', 'צפון אירלנד']],
    ['DE', 'BY', ['Bayern', 'Bavaria', 'Baviera', 'Freistaat Bayern', 'בוואריה']],
    ['DE', 'NW', ['NRW', 'North Rhine-Westphalia', 'Renania del Norte-Westfalia']],
    ['DE', 'BW', ['Baden-Württemberg', 'Baden-Wuerttemberg', 'baden wurttemberg']],
    ['ES', 'CT', ['Cataluña', 'Catalonia', 'Catalunya', 'קטלוניה']],
    ['ES', 'AN', ['Andalucía', 'Andalusia', 'אנדלוסיה']],
    ['IT', '25', ['Lombardia', 'Lombardy', 'Lombardía', 'לומברדיה']],
    ['IT', '52', ['Toscana', 'Tuscany', 'טוסקנה']],
  ];

for (const [country, region, texts] of spellings) {
  test(`readRegion() knows ${country}-${region} by its usual names`, () => {
    for (const text of texts) assert.equal(readRegion(country, text), region, text);
  });
}

test('what no region is called by is null, also when it is near to one', () => {
  for (const text of [
    '',
    ' ',
    'New Yrok',
    'Columbia',
    'Ontario',
    'XX',
    '1',
    'California City',
    'AE',
    'NJ - New York',
  ]) {
    assert.equal(readRegion('US', text), null, text);
  }
});

const home = (
  country: string,
  region: string | null,
  city: string | null = null,
  postalCode: string | null = null,
) => ({ country, region, city, postalCode });

test('a place is unread where its region decides and none can be told', () => {
  const places: readonly (readonly [home: ReturnType<typeof home>, unread: string | null])[] = [
    [home('US', 'Ohio'), null],
    [home('US', 'Ohoi'), 'US Ohoi'],
    // What was written and cannot be read is not passed over for the postal code beside it.
    [home('US', 'Ohoi', 'Columbus', '43004'), 'US Ohoi'],
    [home('US', null, 'Columbus', '43004'), null],
    [home('US', null, 'Columbus'), 'US'],
    [home('US', 'USA', 'Columbus', '43004'), null],
    [home('US', 'Estados Unidos', 'Columbus', '43004'), null],
    [home('US', 'United States'), 'US'],
    [home('US', 'AE', 'APO', '09012'), 'US AE'],
    [home('AR', null, null, 'O1234'), null],
    [home('US', null, null, '99 999'), null],
    [home('US', null, null, '00100'), 'US'],
    [home('CA', null, 'Toronto', 'M5V 1A1'), null],
    [home('CA', null), 'CA'],
    [home('BR', null, null, '01310-100'), null],
    [home('AR', null, 'Ciudad Autónoma de Buenos Aires'), null],
    [home('AR', null, 'La Plata'), null],
    [home('AR', null), 'AR'],
    [home('AU', null), null],
    [home('AU', 'Nowhere'), 'AU Nowhere'],
    // Holidays that differ from part to part.
    [home('DE', 'Bayren', 'München', '80331'), 'DE Bayren'],
    [home('DE', 'Bayern', 'München', '80331'), null],
    [home('DE', null, 'Kleinstadt'), null],
    [home('IN', 'Maharashtr'), 'IN Maharashtr'],
    [home('IT', 'Lombardai'), 'IT Lombardai'],
    [home('MY', 'Penag'), 'MY Penag'],
    [home('ID', 'Kalimantan'), null],
    // One law, and the holidays of every nation where none can be read.
    [home('GB', 'Cheshire'), null],
    [home('GB', 'Yorks'), null],
    [home('CO', 'Nowhere'), null],
    [home('IE', null), null],
  ];
  for (const [given, unread] of places) {
    assert.equal(unreadPlace(given), unread, JSON.stringify(given));
  }
});
