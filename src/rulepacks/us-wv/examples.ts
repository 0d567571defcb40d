import {
  ASKS_WHERE,
  attempt,
  BY_EMAIL,
  eventAt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-WV', 'US-WV', 'America/New_York'),
  actor: OWN_CREDITOR,
});
const calls = (count: number, result = 'no_answer') =>
  Array.from({ length: count }, (_, index) => {
    const day = String(4 + (index % 6)).padStart(2, '0');
    const minute = String(index).padStart(2, '0');
    return attempt(`2026-06-${day}T10:${minute}:00-04:00`, { result });
  });
const written = { in_writing: true };

export default [
  ...on('US-WV-FREQ', {
    inside: ['the tenth talk of a week', { contact_log: calls(9, 'conversation') }],
    edge: ['the thirtieth call', { contact_log: calls(29) }],
    outside: [
      'the thirty-first',
      { contact_log: calls(30) },
      ['US-WV-FREQ'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('US-WV-HOURS', {
    inside: ['mid-morning', {}],
    edge: ['one second before nine', { proposed: { at: '2026-06-10T20:59:59-04:00' } }],
    outside: [
      'an e-mail at nine in the evening',
      { proposed: { ...BY_EMAIL, at: '2026-06-10T21:00:00-04:00' } },
      ['US-WV-HOURS'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('US-WV-ATTY72', {
    inside: ['nobody represents the person', {}],
    edge: [
      'seventy-two hours to the minute',
      { events: [eventAt('attorney_notice', '2026-06-07T10:00:00-04:00', written)] },
    ],
    outside: [
      'a minute more',
      { events: [eventAt('attorney_notice', '2026-06-07T09:59:00-04:00', written)] },
    ],
  }),
  ...on('US-WV-THIRD-PARTY', {
    inside: [
      'a sister is asked where the debtor lives',
      {
        proposed: {
          to: 'm1',
          person: 'third_party:sister',
          ...ASKS_WHERE,
        },
      },
    ],
    edge: [
      'one who lives in the same home',
      { proposed: { person: 'third_party:household_member', content: { mentions_debt: true } } },
    ],
    outside: [
      'a sister who lives elsewhere is told',
      { proposed: { to: 'm1', person: 'third_party:sister', content: { mentions_debt: true } } },
      ['US-WV-THIRD-PARTY'],
    ],
  }),
];
