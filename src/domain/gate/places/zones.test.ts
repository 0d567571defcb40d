import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { parsePhone } from '#kernel/phone.ts';
import { isZone } from '#kernel/time.ts';
import { MX_NUMBERS, MX_STATES, OVERLAYS, US_AREA_CODES, US_STATES } from './zone-tables.ts';
import { CA_AREA_CODES, COUNTRIES, WORLD_NUMBERS } from './zone-tables-world.ts';
import {
  hasSeveralClocks,
  tzSignals,
  zonesOfPhone,
  zonesOfPlaces,
  zonesOfRegion,
  zonesOfUntied,
  zonesWhenUnknown,
} from './zones.ts';

test('every zone of the tables is known to the runtime, and no code stands twice', () => {
  for (const table of [
    [...US_AREA_CODES, ...CA_AREA_CODES],
    MX_NUMBERS,
    US_STATES,
    MX_STATES,
    WORLD_NUMBERS,
    ...Object.values(COUNTRIES).map((country) => country.parts),
  ]) {
    const codes = table.flatMap(([, row]) => row.split(/\s+/));
    assert.equal(new Set(codes).size, codes.length);
    for (const zone of table.flatMap(([zones]) => zones.split(' ').filter(Boolean)))
      assert.ok(isZone(zone), zone);
  }
});

test('an area code that straddles zones names them all', () => {
  assert.deepEqual(zonesOfPhone('+18505550123').toSorted(), [
    'America/Chicago',
    'America/New_York',
  ]);
  assert.deepEqual(zonesOfPhone('+16145550123'), ['America/New_York']);
});

test('a Chilean mobile may be anywhere in the country, a landline where its code is', () => {
  const anywhere = ['America/Punta_Arenas', 'America/Santiago', 'Pacific/Easter'];
  assert.deepEqual(zonesOfPhone('+56961234567').toSorted(), anywhere);
  assert.deepEqual(zonesOfPhone('+56221234567'), ['America/Santiago']);
  assert.deepEqual(zonesOfPhone('+56612123456'), ['America/Punta_Arenas']);
});

test('a Portuguese number of the islands has their clock, one of the mainland that of Lisbon', () => {
  assert.deepEqual(zonesOfPhone('+351291234567'), ['Atlantic/Madeira']);
  assert.deepEqual(zonesOfPhone('+351296234567'), ['Atlantic/Azores']);
  assert.deepEqual(zonesOfPhone('+351212345678'), ['Europe/Lisbon']);
  assert.deepEqual(zonesOfPhone('+351912345678'), ['Europe/Lisbon', 'Atlantic/Azores']);
});

test('an overlay points to the zones of its elder', () => {
  for (const group of OVERLAYS) {
    const [elder = '', ...overlays] = group.split(' ');
    const zones = zonesOfPhone(`+1${elder}2345678`).toSorted();
    assert.ok(zones.length > 0, elder);
    for (const code of overlays) {
      assert.deepEqual(zonesOfPhone(`+1${code}2345678`).toSorted(), zones, code);
    }
  }
  const pairs = [
    ['364', 'America/Chicago America/New_York'],
    ['930', 'America/Chicago America/New_York'],
    ['448', 'America/Chicago America/New_York'],
    ['458', 'America/Denver America/Los_Angeles'],
    ['236', 'America/Edmonton America/Vancouver'],
    ['778', 'America/Edmonton America/Vancouver'],
  ];
  for (const [code, zones] of pairs) {
    assert.equal(zonesOfPhone(`+1${code}2345678`).toSorted().join(' '), zones, code);
  }
});

/** Whether the plan has numbers of this code that are somewhere: no toll-free, no personal ones. */
function isPlaced(code: string): boolean {
  const found = parsePhoneNumber(`+1${code}2345678`);
  const country = found.country ?? '';
  const type = found.getType() ?? '';
  if (['US', 'CA', 'PR', 'GU', 'MP'].includes(country)) return /^FIXED_LINE/.test(type);
  // Other islands share the plan: their numbers point to their own clock.
  return country !== '' && type !== '';
}

test('a number of another country of the plan, or of one without a table, points to its country', () => {
  const places: Readonly<Record<string, readonly string[]>> = {
    '+18765552142': ['America/Jamaica'],
    '+14412345678': ['Atlantic/Bermuda'],
    '+18092345678': ['America/Santo_Domingo'],
    '+819012345678': ['Asia/Tokyo'],
    '+971501234567': ['Asia/Dubai'],
    '+50251234567': ['America/Guatemala'],
  };
  for (const [number, zones] of Object.entries(places)) {
    assert.deepEqual(zonesOfPhone(number), zones, number);
  }
  assert.ok(zonesOfPhone('+79161234567').length > 5);
});

test('every area code that the numbering plan has is placed, and no other', () => {
  const numberless = new Set(['340', '684']);
  const overlaid = new Set(OVERLAYS.flatMap((group) => group.split(' ')));
  for (let code = 200; code < 1000; code++) {
    const placed = zonesOfPhone(`+1${code}2345678`).length > 0;
    // Overlays are listed as they are assigned, which is before the library knows their numbers.
    if (numberless.has(String(code)) || overlaid.has(String(code))) assert.ok(placed, `${code}`);
    // A number that is placed can also be brought in.
    if (overlaid.has(String(code))) {
      assert.equal(typeof parsePhone(`+1${code}2345678`, null), 'object', `${code}`);
    } else if (!numberless.has(String(code)))
      assert.equal(placed, isPlaced(String(code)), `${code}`);
  }
});

test('toll-free, personal and unknown codes say nothing', () => {
  for (const number of ['+18885550123', '+15005550123', '+19995550123', '+447000000000']) {
    assert.deepEqual(zonesOfPhone(number), [], number);
  }
});

test('a Mexican number is placed by its longest known beginning, with or without the old 1', () => {
  assert.deepEqual(zonesOfPhone('+526641234567'), ['America/Tijuana']);
  assert.deepEqual(zonesOfPhone('+5216641234567'), ['America/Tijuana']);
  assert.deepEqual(zonesOfPhone('+525512345678'), ['America/Mexico_City']);
  // Chihuahua keeps the time of the centre since 2022, and Ciudad Juárez that of New Mexico.
  assert.deepEqual(zonesOfPhone('+526141234567'), ['America/Chihuahua']);
  assert.ok(zonesOfPhone('+526561234567').includes('America/Ciudad_Juarez'));
  assert.deepEqual(zonesOfPhone('+526621234567'), ['America/Hermosillo']);
  assert.deepEqual(zonesOfPhone('+526671234567'), ['America/Mazatlan']);
});

test('a state is not a zone: Arizona has the Navajo Nation, Indiana two clocks', () => {
  assert.deepEqual(zonesOfRegion('US', 'AZ'), ['America/Phoenix', 'America/Denver']);
  assert.deepEqual(zonesOfRegion('US', 'US-IN'), ['America/New_York', 'America/Chicago']);
  assert.deepEqual(zonesOfRegion('US', 'GU'), ['Pacific/Guam']);
  assert.deepEqual(zonesOfRegion('MX', 'ROO'), ['America/Cancun']);
  assert.deepEqual(zonesOfRegion('GB', 'SCT'), ['Europe/London']);
  assert.deepEqual(zonesOfRegion('US', null), []);
});

test('address and numbers become the signals of the facts', () => {
  const phones = [
    { kind: 'mobile', number: '+18015550123' },
    { kind: 'landline', number: '+18885550123' },
  ] as const;
  assert.deepEqual(tzSignals({ country: 'US', region: 'OH', phones }), [
    { kind: 'residential_address', region: 'US-OH', tz: ['America/New_York'] },
    { kind: 'mobile_area_code', value: '+18015550123', tz: ['America/Denver'] },
    { kind: 'placeless_number', value: '+18885550123', tz: [] },
  ]);
});

test('every country of a pack has zones for a person of whom nothing is known', () => {
  const countries = `US CA MX GB IE DE ES IT AU CO CL BR PE AR IN ID PH SG MY ZA IL`.split(' ');
  for (const country of countries) {
    const zones = zonesWhenUnknown(country);
    assert.ok(zones.length > 0, country);
    for (const zone of zones) assert.ok(isZone(zone), zone);
  }
  assert.deepEqual(zonesWhenUnknown('XX'), []);
});

test('provinces and states elsewhere name each of their clocks', () => {
  const places: readonly (readonly [country: string, region: string | null, zones: string])[] = [
    ['CA', 'ON', 'America/Toronto America/Winnipeg'],
    ['CA', 'CA-SK', 'America/Regina America/Edmonton'],
    ['CA', null, ''],
    ['AU', 'WA', 'Australia/Perth Australia/Eucla'],
    ['AU', 'QLD', 'Australia/Brisbane'],
    ['BR', 'SP', 'America/Sao_Paulo'],
    ['BR', 'AM', 'America/Manaus America/Eirunepe'],
    ['ID', 'PA', 'Asia/Jayapura'],
    ['ES', 'TF', 'Atlantic/Canary'],
    ['ES', 'M', 'Europe/Madrid'],
    ['CL', 'MA', 'America/Punta_Arenas'],
    ['IE', null, 'Europe/Dublin'],
    ['IN', 'KA', 'Asia/Kolkata'],
  ];
  for (const [country, region, zones] of places) {
    assert.equal(zonesOfRegion(country, region).join(' '), zones, `${country} ${region}`);
  }
});

test('numbers elsewhere are placed by their longest known beginning; mobiles without one are not', () => {
  const numbers: readonly (readonly [number: string, zones: string])[] = [
    ['+14165550123', 'America/Toronto'],
    ['+18075550123', 'America/Toronto America/Winnipeg'],
    ['+551130000000', 'America/Sao_Paulo'],
    ['+5592900000000', 'America/Manaus America/Eirunepe'],
    ['+61280000000', 'Australia/Sydney Australia/Broken_Hill'],
    ['+61400000000', ''],
    ['+6281200000000', ''],
    ['+622100000000', 'Asia/Jakarta'],
    // Border towns of Coahuila keep the summer time of Texas (law of 2022-10-28).
    ['+528621234567', 'America/Matamoros America/Monterrey'],
    ['+34928000000', 'Atlantic/Canary'],
    ['+34600000000', 'Europe/Madrid Atlantic/Canary'],
    ['+35315550123', 'Europe/Dublin'],
    ['+972300000000', 'Asia/Jerusalem'],
    ['+99900000000', ''],
  ];
  for (const [number, zones] of numbers)
    assert.equal(zonesOfPhone(number).join(' '), zones, number);
});

test('a number tied to no part of its country may be anywhere in it, unless the address is there', () => {
  const anywhere = zonesOfPlaces(['AU']).toSorted();
  assert.ok(anywhere.length > 5);
  assert.deepEqual(zonesOfUntied('+61400000000', 'GB').toSorted(), anywhere);
  assert.deepEqual(zonesOfUntied('+61400000000', 'AU'), []);
  assert.deepEqual(zonesOfUntied('+18885550123', 'GB'), []);
  const several = ['ES', 'PT', 'MX', 'BR', 'CL', 'AU', 'ID', 'CA', 'US'].toSorted();
  const countries = [...Object.keys(COUNTRIES), 'MX', 'US'].filter(hasSeveralClocks);
  assert.deepEqual(countries.toSorted(), several, 'each has its calling code in zonesOfUntied()');
});

test('a country alone, or a part without a row, may be anywhere in the country', () => {
  const places: readonly (readonly [place: string, zones: string])[] = [
    [
      'MX',
      `America/Cancun America/Chihuahua America/Ciudad_Juarez America/Hermosillo
      America/Matamoros America/Mazatlan America/Merida America/Mexico_City America/Monterrey
      America/Ojinaga America/Tijuana`,
    ],
    ['PT', 'Atlantic/Azores Atlantic/Madeira Europe/Lisbon'],
    ['ES', 'Atlantic/Canary Europe/Madrid'],
    ['CL', 'America/Punta_Arenas America/Santiago Pacific/Easter'],
    ['ID', 'Asia/Jakarta Asia/Jayapura Asia/Makassar'],
    ['ID-KA', 'Asia/Jakarta Asia/Makassar'],
    ['PT-20', 'Atlantic/Azores'],
    ['IE', 'Europe/Dublin'],
    ['XX', ''],
  ];
  for (const [place, zones] of places) {
    assert.equal(zonesOfPlaces([place]).toSorted().join(' '), zones.replace(/\s+/g, ' '), place);
  }
});
