import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import { changed } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './examples/ordinary-case.ts';
import federal from './index.ts';

const decide = createGate([federal]);
const calm = {
  identifies_individual: true,
  mentions_debt: false,
  identifies_as_debt_collector: false,
  names_employer: false,
};
const estate = { ...calm, states_seeking_person_handling_estate: true };
const asking = (purpose: string, content: Readonly<Record<string, boolean>>) => ({
  ...{ to: 'n1', person: 'third_party:neighbour', purpose },
  content,
});
const dead = { consumer: { status: { deceased: true } } };
const both = { ...estate, states_confirming_location: true };

/** Who is asked for what of somebody alive; of somebody who died each is in order. */
const rows: readonly (readonly [string, string, ReturnType<typeof asking>])[] = [
  ['for the estate', 'USF-10-LOCATION-CONTENT', asking('location_information', estate)],
  ['for the place and the estate', 'USF-10-LOCATION-CONTENT', asking('location_information', both)],
  [
    'for who acts for the estate',
    'USF-10-LOCATION-CONTENT',
    asking('identify_estate_representative', { ...calm, states_confirming_location: true }),
  ],
];

for (const [what, rule, proposed] of rows) {
  test(`a neighbour is asked ${what} only once somebody died`, () => {
    const rules = (change: object) =>
      decide(changed(ordinaryCase, { ...change, proposed })).reasons.map((one) => one.rule);
    assert.deepEqual(rules({}), [rule]);
    assert.deepEqual(rules(dead), []);
  });
}

test('an executor stands for nobody alive, and hears of no debt', () => {
  for (const person of ['executor', 'administrator', 'personal_representative']) {
    const proposed = { person, content: { mentions_debt: true } };
    const rules = (change: object) =>
      decide(changed(ordinaryCase, { ...change, proposed })).reasons.map(({ rule }) => rule);
    assert.deepEqual(rules({}), ['USF-6D-THIRD-PARTY'], person);
    assert.deepEqual(rules(dead), [], person);
  }
});
