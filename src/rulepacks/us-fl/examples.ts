import {
  ASKS_WHERE,
  BY_EMAIL,
  BY_LETTER,
  BY_TEXT,
  eventAt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-FL', 'US-FL', 'America/New_York'),
  actor: OWN_CREDITOR,
});

export default [
  ...on('US-FL-HOURS', {
    inside: ['an e-mail at night', { proposed: { ...BY_EMAIL, at: '2026-06-10T23:00:00-04:00' } }],
    edge: [
      'a call at eight sharp in the east and the panhandle’s own seven is shut',
      {
        consumer: {
          location_signals: [
            { kind: 'residential_address', region: 'US-FL', tz: ['America/Chicago'] },
            { kind: 'mobile_area_code', value: '+1-305', tz: ['America/New_York'] },
          ],
        },
        proposed: { at: '2026-06-10T08:00:00-04:00' },
      },
      ['US-FL-HOURS'],
      '2026-06-10T08:00:00-05:00',
    ],
    outside: [
      'a text at nine in the evening',
      { proposed: { ...BY_TEXT, at: '2026-06-10T21:00:00-04:00' } },
      ['US-FL-HOURS'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('US-FL-ATTORNEY', {
    inside: ['nobody represents the person', {}],
    edge: [
      'the attorney was asked and kept silent for thirty days',
      {
        events: [
          eventAt('attorney_notice', '2026-04-01T10:00:00-04:00'),
          eventAt('attorney_contacted', '2026-05-01T10:00:00-04:00'),
        ],
      },
    ],
    outside: [
      'a creditor calls a represented person',
      { events: [eventAt('attorney_notice', '2026-06-01T10:00:00-04:00')] },
    ],
  }),
  ...on('US-FL-HOURS', {
    inside: [
      'the first night on which e-mail is exempt',
      { proposed: { ...BY_EMAIL, at: '2025-05-16T00:30:00-04:00' } },
    ],
    edge: [
      'a letter has no hours',
      { proposed: { ...BY_LETTER, at: '2026-06-10T23:00:00-04:00' } },
    ],
    outside: [
      'an e-mail on the night before: open as soon as the exemption begins',
      { proposed: { ...BY_EMAIL, at: '2025-05-15T22:00:00-04:00' } },
      ['US-FL-HOURS'],
      '2025-05-16T00:00:00-04:00',
    ],
  }),
  ...on('US-FL-THIRD-PARTY', {
    inside: [
      'a creditor asks a neighbour where the debtor lives',
      {
        proposed: {
          to: 'm1',
          person: 'third_party:neighbour',
          ...ASKS_WHERE,
        },
      },
    ],
    edge: [
      'the family may hear of it',
      { proposed: { to: 'm1', person: 'third_party:sister', content: { mentions_debt: true } } },
    ],
    outside: [
      'a neighbour is told',
      { proposed: { to: 'm1', person: 'third_party:neighbour', content: { mentions_debt: true } } },
      ['US-FL-THIRD-PARTY'],
    ],
  }),
];
