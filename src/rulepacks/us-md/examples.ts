import { eventAt, examplesOn, OWN_CREDITOR, stateCase } from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-MD', 'US-MD', 'America/New_York'),
  actor: OWN_CREDITOR,
});

export default [
  ...on('US-MD', {
    inside: ['a creditor in the morning', {}],
    edge: ['eight sharp', { proposed: { at: '2026-06-10T08:00:00-04:00' } }],
    outside: [
      'a creditor after a written request to stop',
      { events: [eventAt('cease_notice', '2026-06-01T10:00:00-04:00', { in_writing: true })] },
    ],
  }),
];
