import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawPersona, type EventLetter, manners, type Person, reasonWeights } from './persona.ts';

function personOf(customerId: string, event: EventLetter = 'D'): Person {
  return {
    customerId,
    name: 'Dana Levi',
    language: 'en',
    zone: 'Europe/London',
    event,
    owed: { minor: 24_000n, currency: 'GBP' },
    isThirdPartyNumber: false,
    isVulnerable: false,
    answers: {},
  };
}

test('the same seed and customer always draw the same persona', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, id) => {
      assert.deepEqual(drawPersona(seed, personOf(id)), drawPersona(seed, personOf(id)));
    }),
    { seed: 7 },
  );
});

test('fixing one trait leaves the others as drawn', () => {
  const drawn = drawPersona('w', personOf('c1'));
  const fixed = drawPersona('w', { ...personOf('c1'), persona: { callbackHour: 11 } });
  assert.deepEqual(fixed, { ...drawn, callbackHour: 11 });
});

for (const event of ['A', 'B', 'C', 'D'] as const) {
  test(`reasons behind event ${event} come in the shares of their weights`, () => {
    const count = 4_000;
    const seen = new Map<string, number>();
    for (let i = 0; i < count; i += 1) {
      const { reason } = drawPersona('shares', personOf(`customer-${i}`, event));
      seen.set(reason, (seen.get(reason) ?? 0) + 1);
    }
    const weights = Object.entries(reasonWeights[event]);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [reason, weight] of weights) {
      const share = (seen.get(reason) ?? 0) / count;
      assert.ok(Math.abs(share - weight / total) < 0.03, `${reason}: ${share}`);
    }
    assert.equal(seen.size, weights.length);
  });
}

test('every manner occurs and nobody vulnerable is hostile', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 1_000; i += 1) {
    const person = personOf(`customer-${i}`);
    seen.add(drawPersona('m', person).manner);
    const vulnerable = drawPersona('m', { ...person, isVulnerable: true });
    assert.equal(vulnerable.reason, 'hardship');
    assert.notEqual(vulnerable.manner, 'hostile');
  }
  assert.deepEqual([...seen].sort(), [...manners].sort());
});

test('some people keep their promises and some break them', () => {
  const kept = Array.from({ length: 500 }, (_, i) => drawPersona('k', personOf(`c-${i}`)))
    .map((persona) => persona.keepsPromises)
    .filter(Boolean).length;
  assert.ok(kept > 250 && kept < 450, `${kept} of 500`);
});
