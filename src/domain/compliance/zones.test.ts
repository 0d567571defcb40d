import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isZone } from '#kernel/time.ts';
import { MX_NUMBERS, MX_STATES, US_AREA_CODES, US_STATES } from './zone-tables.ts';
import { tzSignals, zonesOfPhone, zonesOfRegion } from './zones.ts';

test('every zone of the tables is known to the runtime, and no code stands twice', () => {
  for (const table of [US_AREA_CODES, MX_NUMBERS, US_STATES, MX_STATES]) {
    const codes = table.flatMap(([, row]) => row.split(/\s+/));
    assert.equal(new Set(codes).size, codes.length);
    for (const zone of table.flatMap(([zones]) => zones.split(' '))) assert.ok(isZone(zone), zone);
  }
});

test('an area code that straddles zones names them all', () => {
  assert.deepEqual(zonesOfPhone('+18505550123').toSorted(), [
    'America/Chicago',
    'America/New_York',
  ]);
  assert.deepEqual(zonesOfPhone('+16145550123'), ['America/New_York']);
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
