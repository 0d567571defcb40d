import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { zonesOfPhone, zonesOfRegion } from '#domain/gate/places/zones.ts';
import { offsetAt } from '#kernel/local-clock.ts';

/** Lines of `words: codes` of a second source. */
function rowsOf(name: string): readonly (readonly [words: string, codes: readonly string[]])[] {
  const file = new URL(`../data/phone-time-zones/${name}`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [words = '', codes = ''] = line.split(': ');
    return [words, codes.split(' ')];
  });
}

const WINTER = Date.parse('2026-01-15T12:00:00Z');
const SUMMER = Date.parse('2026-07-15T12:00:00Z');

/** What a clock shows, whatever its name. */
const clockOf = (zone: string) => `${offsetAt(zone, WINTER)} ${offsetAt(zone, SUMMER)}`;

const theirs = new Map(
  rowsOf('zones-by-beginning.txt').flatMap(([zones, codes]) =>
    codes.map((code): [string, readonly string[]] => [code, zones.split(' ')]),
  ),
);

function theirZones(digits: string): readonly string[] {
  for (let length = digits.length; length > 0; length--) {
    const zones = theirs.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return [];
}

/** Where the second source is behind or says nothing of a number, and why ours stands. */
const OURS_STANDS: Readonly<Record<string, string>> = {
  '1867': 'Yukon keeps one time since 2020; theirs is that of Vancouver before',
  '52614 52652 52657 52659': 'Chihuahua left the time of Mazatlán in 2022 (law of 2022-10-28)',
  '52663': 'an overlay of Tijuana, which theirs does not know yet',
  '34': 'no number: 34 is followed by 6 to 9, and each of these has its own rows',
  '55673480 55693527 55925009':
    'single exchanges of operators in São Paulo, under codes of elsewhere',
  '55553682': 'no region has the code 55 inside the country',
};
const known = new Set(Object.keys(OURS_STANDS).flatMap((codes) => codes.split(' ')));

test('what a second source says of the beginning of a number, our tables say too', () => {
  const wrong: string[] = [];
  const stands = new Set(known);
  for (const code of theirs.keys()) {
    const digits = code.padEnd(11, '2');
    const ours = zonesOfPhone(`+${digits}`);
    // A number that no part has is tied to none: nothing is said, and the address stands.
    if (ours.length === 0) continue;
    const clocks = new Set(ours.map(clockOf));
    const lacks = theirZones(digits).filter((zone) => !clocks.has(clockOf(zone)));
    if (lacks.length === 0) continue;
    if (!stands.delete(code)) wrong.push(`${code} lacks ${lacks.join(' ')}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...stands], [], 'the sources agree: take it off the list');
});

test('a number of North America points to clocks of the state that a second source gives its code', () => {
  const wrong: string[] = [];
  for (const [state, codes] of rowsOf('states-of-area-codes.txt')) {
    const ofState = [...zonesOfRegion('US', state), ...zonesOfRegion('CA', state)];
    const clocks = new Set(ofState.map(clockOf));
    if (clocks.size === 0) continue;
    for (const code of codes) {
      const ours = zonesOfPhone(`+1${code}2345678`);
      if (ours.length === 0) continue;
      if (!ours.some((zone) => clocks.has(clockOf(zone)))) wrong.push(`${code} ${state}: ${ours}`);
    }
  }
  assert.deepEqual(wrong, []);
});
