import {
  ASKS_WHERE,
  attempt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const base = stateCase('US-OR', 'US-OR', 'America/Los_Angeles', '2026-06-10T10:00:00-07:00');
const on = examplesOn({
  ...base,
  actor: OWN_CREDITOR,
  contact_log: [attempt('2026-06-04T18:00:00-07:00', { to: 'h1' })],
  proposed: { ...base.proposed, to: 'w1' },
});

export default [
  ...on('US-OR-WORK-1WEEK', {
    inside: ['a vain try at home of an evening went before', {}],
    edge: [
      'the call before was made last Friday',
      {
        contact_log: [
          attempt('2026-06-04T20:59:00-07:00', { to: 'h1' }),
          attempt('2026-06-05T10:00:00-07:00', { to: 'w1' }),
        ],
      },
    ],
    outside: [
      'the second in one business week',
      {
        contact_log: [
          attempt('2026-06-04T18:00:00-07:00', { to: 'h1' }),
          attempt('2026-06-08T10:00:00-07:00', { to: 'w1' }),
        ],
      },
      ['US-OR-WORK-1WEEK'],
      '2026-06-15T00:00:00-07:00',
    ],
  }),
  ...on('US-OR-WORK-1WEEK', {
    inside: ['the mobile stays open', { contact_log: [], proposed: { to: 'm1' } }],
    edge: [
      'an agency after a busy line at home at seven in the evening',
      {
        actor: { type: 'third_party_collector', id: 'agency-A' },
        contact_log: [attempt('2026-06-09T19:00:00-07:00', { to: 'h1', result: 'busy' })],
      },
    ],
    outside: [
      'home was tried by day only',
      { contact_log: [attempt('2026-06-09T14:00:00-07:00', { to: 'h1' })] },
    ],
  }),
  ...on('US-OR-EMPLOYER', {
    inside: [
      'an employer is asked where the debtor lives',
      {
        proposed: {
          to: 'm1',
          person: 'third_party:employer',
          ...ASKS_WHERE,
        },
      },
    ],
    edge: [
      'the law speaks of the employer',
      { proposed: { to: 'm1', person: 'third_party:sister', content: { mentions_debt: true } } },
    ],
    outside: [
      'an employer is told',
      { proposed: { to: 'm1', person: 'third_party:employer', content: { mentions_debt: true } } },
      ['US-OR-EMPLOYER'],
    ],
  }),
];
