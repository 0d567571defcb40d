import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionOfPostalCode } from './postal-regions.ts';
import { placesOf, type Residence, regionsOf, unreadPlace } from './regions.ts';
import { zonesOfPlaces, zonesOfRegion } from './zones.ts';

const home = (
  country: string,
  region: string | null,
  city: string | null = null,
  postalCode: string | null = null,
): Residence => ({ country, region, city, postalCode });

const places: readonly (readonly [shows: string, home: Residence, places: string])[] = [
  ['a state', home('US', 'OH', 'Columbus', '43004'), 'US-OH'],
  ['a region with its country before it', home('US', 'US-OH'), 'US-OH'],
  ['a country alone', home('GB', null), 'GB'],
  ['what a book writes for nothing, by the postal code', home('US', 'n/a', null, '02108'), 'US-MA'],
  ['a dash for the region', home('US', '-', null, '43004'), 'US-OH'],
  ['a postal code with its state before it', home('US', null, null, 'MA 02108'), 'US-MA'],
  ['a long code in two parts', home('US', null, null, '02108 1234'), 'US-MA'],
  ['a state with the code glued on', home('US', 'MA02108'), 'US-MA'],
  ['Navarre, which is no blank', home('ES', 'NA'), 'ES-NA'],
  ['Manhattan by its code', home('US', 'NY', null, '10001'), 'US-NY-NYC'],
  ['the last code of the Bronx', home('US', 'NY', 'Bronx', '10475'), 'US-NY-NYC'],
  ['Westchester just beyond it', home('US', 'NY', 'Yonkers', '10501'), 'US-NY'],
  ['Staten Island', home('US', 'NY', 'Staten Island', '10301'), 'US-NY-NYC'],
  ['Brooklyn with a long code', home('US', 'NY', 'Brooklyn', '11201-1234'), 'US-NY-NYC'],
  ['Long Island City', home('US', 'NY', 'Long Island City', '11101'), 'US-NY-NYC'],
  ['Flushing', home('US', 'NY', 'Flushing', '11354'), 'US-NY-NYC'],
  ['Jamaica', home('US', 'NY', 'Jamaica', '11432'), 'US-NY-NYC'],
  ['Garden City between them, which is Nassau', home('US', 'NY', 'Garden City', '11530'), 'US-NY'],
  ['Far Rockaway', home('US', 'NY', 'Far Rockaway', '11691'), 'US-NY-NYC'],
  ['Glen Oaks at the edge of Queens', home('US', 'NY', 'Glen Oaks', '11004'), 'US-NY-NYC'],
  ['Great Neck, which is not', home('US', 'NY', 'Great Neck', '11021'), 'US-NY'],
  ['a borough without a code', home('US', 'NY', ' The BRONX ', null), 'US-NY-NYC'],
  [
    'a borough with a code of elsewhere: both laws',
    home('US', 'NY', 'Queens', '14202'),
    'US-NY-NYC',
  ],
  ['the city with a code of Albany', home('US', 'NY', 'New York', '12207'), 'US-NY-NYC'],
  ['a borough with a code of Westchester', home('US', 'NY', 'Manhattan', '10801'), 'US-NY-NYC'],
  ['Albany with a code of the city', home('US', 'NY', 'Albany', '10001'), 'US-NY-NYC'],
  [
    'a town that nobody lists with a code of the state',
    home('US', 'NY', 'Delhi', '13753'),
    'US-NY',
  ],
  ['a neighbourhood before its borough', home('US', 'NY', 'Jamaica, Queens'), 'US-NY-NYC'],
  ['a borough before its city', home('US', 'NY', 'Brooklyn, New York City'), 'US-NY-NYC'],
  ['a borough in brackets', home('US', 'NY', 'New York (Brooklyn)', '12207'), 'US-NY-NYC'],
  ['a town that nobody lists: it may be the city', home('US', 'NY', 'Mill Basin'), 'US-NY-NYC'],
  ['a town and a code that is none', home('US', 'NY', 'Mill Basin', '00000'), 'US-NY-NYC'],
  ['a country of three letters before its state', home('US', 'USA-NY'), 'US-NY-NYC'],
  ['the same with a town', home('US', 'USA-NY', 'Buffalo'), 'US-NY'],
  ...'Bay Ridge|Washington Heights|Sunset Park|Canarsie|Tottenville|Rockaway|St. George|Bklyn|LIC|Staten Is.|S. Ozone Park|Brooklyn Heights'
    .split('|')
    .map((town) => [town, home('US', 'NY', town), 'US-NY-NYC'] as const),
  ...'Yonkers|Mount Vernon|Bronxville|White Plains|Hempstead|Rochester'
    .split('|')
    .map((town) => [town, home('US', 'NY', town), 'US-NY'] as const),
  ['a city with its state behind it', home('US', 'NY', 'New York, NY'), 'US-NY-NYC'],
  ['a borough with its state behind it', home('US', 'NY', 'Brooklyn NY'), 'US-NY-NYC'],
  ['a city by its letters', home('US', 'NY', 'N.Y.C.'), 'US-NY-NYC'],
  ['a borough where the region belongs', home('US', 'Brooklyn'), 'US-NY-NYC'],
  ['a town in the region of a borough', home('US', 'Queens', 'Astoria'), 'US-NY-NYC'],
  ['a whole line where the town belongs', home('US', null, 'New York NY 10001'), 'US-NY-NYC'],
  ['a whole line where the region belongs', home('US', 'Brooklyn, NY 11201, USA'), 'US-NY-NYC'],
  ['a city and state in one', home('US', 'New York, NY'), 'US-NY-NYC'],
  ['a code that names the city', home('US', 'US-NY-NYC'), 'US-NY-NYC'],
  ['the city in Spanish', home('US', 'Nueva York', 'Ciudad de Nueva York'), 'US-NY-NYC'],
  ['the city in Hebrew', home('US', 'ניו יורק', 'ברוקלין'), 'US-NY-NYC'],
  ['the city without a state', home('US', null, 'New York City'), 'US-NY-NYC'],
  ['a neighbourhood without a code', home('US', 'NY', 'Jackson Heights'), 'US-NY-NYC'],
  ['a state of which no town is known: the stricter law', home('US', 'NY'), 'US-NY-NYC'],
  ['a town of the state', home('US', 'NY', 'Albany'), 'US-NY'],
  ['a town whose state stands behind it', home('US', null, 'Columbus, OH'), 'US-OH'],
  ['a town whose name ends like a state', home('US', 'OH', 'West Virginia'), 'US-OH'],
  ['Brooklyn in Ohio', home('US', 'OH', 'Brooklyn', '44144'), 'US-OH'],
  ['a Buenos Aires without a region', home('AR', null, 'Ciudad Autónoma de Buenos Aires'), 'AR-C'],
  ['the province around it', home('AR', 'B', 'La Plata', 'B1900'), 'AR-B'],
  ['the city by its postal code', home('AR', null, 'Palermo', 'C1425ABC'), 'AR-C'],
  [
    'a name with a code of another state: the law of both',
    home('US', 'WA', 'Washington', '20001'),
    'US-WA US-DC',
  ],
  [
    'the name of a state and a code of the District',
    home('US', 'Washington', null, '20001'),
    'US-WA US-DC',
  ],
  ['the same with the country before it', home('US', 'US-WA', null, '20001-1234'), 'US-WA US-DC'],
  ['a town without a state and its code', home('US', null, 'Washington', '20001'), 'US-DC'],
  ['a town that a state bears the name of', home('US', null, 'Washington'), 'US-DC US-WA'],
  ['a town of another state without a code', home('US', 'MD', 'Washington'), 'US-MD US-DC'],
  [
    'a state, a town of another and its code',
    home('US', 'VA', 'Washington', '20001'),
    'US-VA US-DC',
  ],
  ['the city beyond the river', home('US', 'NJ', 'New York', '10001'), 'US-NJ US-NY-NYC'],
  ['the same without a code', home('US', 'NJ', 'New York'), 'US-NJ US-NY-NYC'],
  ['a borough far away', home('US', 'TX', 'Brooklyn', '11201'), 'US-TX US-NY-NYC'],
  ['three that contradict each other', home('US', 'TX', 'Chicago', '07030'), 'US-TX US-NJ US-IL'],
  ['a state behind the town that is not the state', home('US', 'TX', 'Newark, NJ'), 'US-TX US-NJ'],
  [
    'a state behind the town and a code of another',
    home('US', null, 'Newark, NJ', '10001'),
    'US-NJ US-NY-NYC',
  ],
  ['two postal codes', home('US', 'NY', 'Albany, NY 12201', '07030'), 'US-NY US-NJ'],
  ['a namesake whose state and code agree', home('US', 'OR', 'Dallas', '97338'), 'US-OR'],
  [
    'a code of elsewhere in a state with a city',
    home('US', 'NY', null, '07030'),
    'US-NY-NYC US-NJ',
  ],
  ['a large town without anything else', home('US', null, 'Chicago'), 'US-IL'],
  ['a large town where the region belongs', home('CA', 'Toronto'), 'CA-ON'],
  ['a large town of Canada', home('CA', null, 'Toronto'), 'CA-ON'],
  ['a province and a town of another', home('CA', 'ON', 'Montréal', 'H2X 1Y4'), 'CA-ON CA-QC'],
  ['the same without a code', home('CA', 'ON', 'Montréal'), 'CA-ON CA-QC'],
  ['the same without a town', home('CA', 'Ontario', null, 'H2X1Y4'), 'CA-ON CA-QC'],
  ['a city without its state', home('BR', null, 'São Paulo'), 'BR-SP'],
  ['a state and a code of another', home('BR', 'SP', null, '20040-002'), 'BR-SP BR-RJ'],
  ['a province and the city beside it', home('AR', 'B', null, 'C1425ABC'), 'AR-B AR-C'],
  ['a province and the name of the city', home('AR', 'B', 'Buenos Aires'), 'AR-B AR-C'],
  ['the province by its code', home('AR', 'Buenos Aires', 'Buenos Aires', 'B1900'), 'AR-B'],
  ['a province named like its former capital', home('AR', 'Buenos Aires'), 'AR-B AR-C'],
  ['the same short, with a quarter', home('AR', 'Bs. As.', 'Belgrano'), 'AR-B AR-C'],
  ['the same with a town of the province', home('AR', 'Buenos Aires', 'La Plata'), 'AR-B'],
  ['the province by its full name', home('AR', 'Provincia de Buenos Aires'), 'AR-B'],
  ['an old code of the city', home('AR', 'B', null, '1425'), 'AR-B AR-C'],
  ['a border town', home('MX', null, 'Cd. Juárez'), 'MX-CHH'],
  ['a state and a code of another in Mexico', home('MX', 'SON', null, '77500'), 'MX-SON MX-ROO'],
  ['a town of Australia', home('AU', null, 'Sydney'), 'AU-NSW'],
  ['a state and a code of another in Australia', home('AU', 'NSW', null, '6000'), 'AU-NSW AU-WA'],
  ['an island', home('ES', null, 'Gran Canaria'), 'ES-GC'],
  ['a community and a province of it', home('ES', 'Cataluña', null, '08001'), 'ES-CT'],
  ['a community and a code of another', home('ES', 'Cataluña', null, '35001'), 'ES-CT ES-GC'],
  ['the nation of a council area', home('GB', 'Edinburgh, City of'), 'GB-SCT'],
  ['the nation of a postcode', home('GB', null, null, 'EH1 1AA'), 'GB-SCT'],
  [
    'a nation and a postcode of another',
    home('GB', 'England', 'London', 'BT1 1AA'),
    'GB-ENG GB-NIR',
  ],
  ['a territory that has a country code', home('PR', null, 'Ponce', '00716'), 'US-PR'],
  ['a state named like its city', home('BR', 'SP', 'São Paulo', '01310-100'), 'BR-SP'],
];

for (const [shows, given, told] of places) {
  test(`placesOf() tells ${shows}`, () => assert.equal(placesOf(given).join(' '), told));
}

test('regionsOf() names each place around a home, and both of two homes', () => {
  assert.deepEqual(regionsOf(home('US', 'NY', null, '10001'), home('US', 'OH')), [
    'US',
    'US-NY',
    'US-NY-NYC',
    'US-OH',
  ]);
  assert.deepEqual(regionsOf(home('IE', null)), ['IE']);
});

/** A postal code of each region of a country that our tables know one of. */
function codesOf(country: string): ReadonlyMap<string, string> {
  const digits = Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0'));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const territories = ['96799', '96910', '96950'];
  const codes: Readonly<Record<string, readonly string[]>> = {
    AR: letters.map((letter) => `${letter}1000`),
    AU: digits.map((start) => `${start}0`),
    BR: digits.map((start) => `${start}00-000`),
    CA: letters.flatMap((letter) => ['0A', '0E', '1A'].map((end) => `${letter}${end} 1A1`)),
    ES: digits.map((start) => `${start}01`),
    GB: ['EH1 1AA', 'BT1 1AA', 'SW1A 1AA', 'CF10 1AA'],
    MX: digits.map((start) => `${start}00`),
    US: [...digits.map((start) => `${start}01`), ...territories],
  };
  const found = new Map<string, string>();
  for (const code of codes[country] ?? []) {
    const region = regionOfPostalCode(country, code);
    if (region !== null) found.set(region, code);
  }
  return found;
}

/** How many regions of a country a postal code is known of. */
const countries = { AR: 24, AU: 8, BR: 27, CA: 13, ES: 52, GB: 4, MX: 32, US: 56 };

for (const [country, count] of Object.entries(countries)) {
  test(`a region and a postal code of another keep the law and the clock of both: ${country}`, () => {
    const codes = codesOf(country);
    assert.equal(codes.size, count);
    for (const region of codes.keys()) {
      for (const [other, code] of codes) {
        const given = home(country, region, 'Somewhere', code);
        const told = placesOf(given);
        const both = new Set([region, other].map((part) => `${country}-${part}`));
        assert.deepEqual(new Set(told.map((place) => place.replace(/-NYC$/, ''))), both, code);
        const zones = new Set(zonesOfPlaces(told));
        for (const part of [region, other]) {
          for (const zone of zonesOfRegion(country, part)) assert.ok(zones.has(zone), zone);
        }
        assert.equal(unreadPlace(given), null);
      }
    }
  });
}
