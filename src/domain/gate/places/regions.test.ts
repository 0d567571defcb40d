import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Residence, regionOf, regionsOf } from './regions.ts';

const home = (
  country: string,
  region: string | null,
  city: string | null = null,
  postalCode: string | null = null,
): Residence => ({ country, region, city, postalCode });

const places: readonly (readonly [shows: string, home: Residence, region: string])[] = [
  ['a state', home('US', 'OH', 'Columbus', '43004'), 'US-OH'],
  ['a region with its country before it', home('US', 'US-OH'), 'US-OH'],
  ['a country alone', home('GB', null), 'GB'],
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
    'a name with a code of elsewhere: the code decides',
    home('US', 'NY', 'Queens', '14202'),
    'US-NY',
  ],
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
  ['a state named like its city', home('BR', 'SP', 'São Paulo', '01310-100'), 'BR-SP'],
];

for (const [shows, given, region] of places) {
  test(`regionOf() tells ${shows}`, () => assert.equal(regionOf(given), region));
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
