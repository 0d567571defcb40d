import { examplesOn, locationWords, OWN_CREDITOR, stateCase } from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-CT', 'US-CT', 'America/New_York'),
  actor: OWN_CREDITOR,
});

export default [
  ...on('US-CT', {
    inside: ['a creditor in the morning', {}],
    edge: [
      'a neighbour is asked only where the person is',
      {
        proposed: {
          person: 'third_party:neighbour',
          purpose: 'location',
          content: locationWords,
        },
      },
    ],
    outside: [
      'a creditor at nine in the evening',
      { proposed: { at: '2026-06-10T21:00:00-04:00' } },
      ['US-CT'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
];
