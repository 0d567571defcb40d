import {
  attempt,
  BY_LETTER,
  examplesOn,
  inbound,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn(
  stateCase('US-WA', 'US-WA', 'America/Los_Angeles', '2026-06-10T10:00:00-07:00'),
);
const posted = { channel: 'letter', to: 'a1', result: 'sent' };
const mailed = { channel: 'email', to: 'e1', result: 'sent' };
const toWork = { to: 'w1' };

export default [
  ...on('US-WA-3WEEK', {
    inside: [
      'answers to the person are left out',
      {
        contact_log: [
          attempt('2026-06-06T10:00:00-07:00', posted),
          attempt('2026-06-07T10:00:00-07:00'),
          inbound('i1', '2026-06-08T09:00:00-07:00', {}),
          attempt('2026-06-08T10:00:00-07:00', { ...mailed, in_response_to: 'i1' }),
        ],
      },
    ],
    edge: [
      'the third in seven dates',
      {
        contact_log: [
          attempt('2026-06-03T10:00:00-07:00', posted),
          attempt('2026-06-04T10:00:00-07:00', mailed),
          attempt('2026-06-05T10:00:00-07:00', { person: 'spouse' }),
        ],
      },
    ],
    outside: [
      'a letter as the fourth',
      {
        contact_log: [
          attempt('2026-06-05T10:00:00-07:00', posted),
          attempt('2026-06-06T10:00:00-07:00', mailed),
          attempt('2026-06-08T10:00:00-07:00', { person: 'spouse' }),
        ],
        proposed: BY_LETTER,
      },
      ['US-WA-3WEEK'],
      '2026-06-12T00:00:00-07:00',
    ],
  }),
  ...on('US-WA-WORK-1WEEK', {
    inside: ['the first at work', { proposed: toWork }],
    edge: [
      'the one before is a week old',
      { contact_log: [attempt('2026-06-03T10:00:00-07:00', toWork)], proposed: toWork },
    ],
    outside: [
      'the second in a week',
      { contact_log: [attempt('2026-06-08T10:00:00-07:00', toWork)], proposed: toWork },
      ['US-WA-WORK-1WEEK'],
      '2026-06-15T08:00:00-07:00',
    ],
  }),
  ...on('US-WA-HOURS', {
    inside: ['mid-morning', {}],
    edge: [
      'half past seven by a creditor, whom the federal hours do not bind',
      { actor: OWN_CREDITOR, proposed: { at: '2026-06-10T07:30:00-07:00' } },
    ],
    outside: [
      'a minute before',
      { actor: OWN_CREDITOR, proposed: { at: '2026-06-10T07:29:00-07:00' } },
      ['US-WA-HOURS'],
      '2026-06-10T07:30:00-07:00',
    ],
  }),
  ...on('US-WA-CELL-2DAY', {
    inside: [
      'a call to the landline is another thing',
      {
        contact_log: [
          attempt('2026-06-10T08:30:00-07:00'),
          attempt('2026-06-10T09:00:00-07:00', { to: 'h1' }),
        ],
      },
    ],
    edge: [
      'yesterday’s calls are over',
      {
        contact_log: [attempt('2026-06-09T20:00:00-07:00'), attempt('2026-06-09T20:30:00-07:00')],
      },
    ],
    outside: [
      'the third of a day',
      {
        contact_log: [
          attempt('2026-06-10T08:30:00-07:00'),
          attempt('2026-06-10T09:00:00-07:00', { channel: 'sms', result: 'sent' }),
        ],
      },
      ['US-WA-CELL-2DAY'],
      '2026-06-11T08:00:00-07:00',
    ],
  }),
];
