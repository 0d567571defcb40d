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
