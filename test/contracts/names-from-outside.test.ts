import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedSettings } from '#contract/compliance/policy-names.ts';
import { isReadable } from '#domain/gate/debt-words.ts';
import { channelOf, purposeOf } from '#domain/gate/facts/aliases.ts';
import { regionOfPostalCode } from '#domain/gate/places/postal-regions.ts';
import { readRegion } from '#domain/gate/places/read-region.ts';
import { zonesOfRegion } from '#domain/gate/places/zones.ts';
import { occasionOf } from '#domain/obligations/obligations.ts';
import { confirmationIn } from '#domain/opt-out-detection/confirmations.ts';
import { freeAdviceIn } from '#domain/strategy/free-advice.ts';

const unknown: readonly [what: string, of: (name: string) => unknown, answer: unknown][] = [
  ['a language', (name) => confirmationIn(name).lang, 'en'],
  ['a language of letters', (name) => isReadable('hello', name), isReadable('hello', 'xx')],
  ['an occasion', occasionOf, null],
  ['a country', freeAdviceIn, null],
  ['a country of postal codes', (name) => regionOfPostalCode(name, '12345'), null],
  ['a country of regions', (name) => readRegion(name, 'x'), null],
  ['a country of zones', (name) => zonesOfRegion(name, null).length, 0],
  ['a setting', (name) => Object.keys(namedSettings({ [name]: true })), null],
];

test('a word that every object has by itself is an unknown word, wherever it comes from', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'valueOf']) {
    assert.equal(channelOf(name), name);
    assert.equal(purposeOf(name), name);
    for (const [what, of, answer] of unknown) {
      const expected = what === 'a setting' ? [name] : answer;
      assert.deepEqual(of(name), expected, `${what} named ${name}`);
    }
  }
});
