import { examplesOn, OWN_CREDITOR, stateCase } from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-CT', 'US-CT', 'America/New_York'),
  actor: OWN_CREDITOR,
});

/** A name and the reason, and nothing more. */
const asks = {
  identifies_individual: true,
  states_confirming_location: true,
  names_employer: false,
  mentions_debt: false,
  identifies_as_debt_collector: false,
};

export default [
  ...on('US-CT', {
    inside: ['a creditor in the morning', {}],
    edge: [
      'a neighbour is asked only where the person is',
      { proposed: { person: 'third_party:neighbour', purpose: 'location', content: asks } },
    ],
    outside: [
      'a creditor at nine in the evening',
      { proposed: { at: '2026-06-10T21:00:00-04:00' } },
      ['US-CT'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
];
