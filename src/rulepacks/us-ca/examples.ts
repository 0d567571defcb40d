import {
  attempt,
  eventAt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-CA', 'US-CA', 'America/Los_Angeles', '2026-06-10T10:00:00-07:00'),
  actor: OWN_CREDITOR,
});
const eightDays = ['03', '04', '05', '06', '07', '08', '09'].map((day) =>
  attempt(`2026-06-${day}T10:00:00-07:00`),
);

const commercial = (at: string) => ({
  debts: [{ id: 'd1', type: 'commercial', creditor: 'Example Bank' }],
  proposed: { at },
});

export default [
  ...on('US-CA-ROSENTHAL-1692', {
    inside: [
      'a creditor’s eighth call in a week: the number is not in the Act',
      { contact_log: eightDays },
    ],
    edge: ['one second before nine', { proposed: { at: '2026-06-10T20:59:59-07:00' } }],
    outside: [
      'a creditor writes to somebody whom an attorney represents, at night',
      {
        events: [eventAt('attorney_notice', '2026-06-01T10:00:00-07:00')],
        proposed: { at: '2026-06-10T22:00:00-07:00' },
      },
    ],
  }),
  ...on('US-CA-ROSENTHAL-1692', {
    inside: [
      'a written dispute with a creditor: section 1692g is not asked of it',
      { events: [eventAt('dispute', '2026-06-01T10:00:00-07:00', { in_writing: true })] },
    ],
    edge: [
      'a neighbour is asked where the person is',
      { proposed: { person: 'third_party:neighbour', purpose: 'location' } },
    ],
    outside: [
      'at an hour the person called inconvenient',
      {
        consumer: { inconvenient: [{ weekdays: ['wed'], from: '09:00', to: '12:00' }] },
      },
      ['US-CA-ROSENTHAL-1692'],
      '2026-06-10T12:00:00-07:00',
    ],
  }),
  ...on('US-CA-ROSENTHAL-1692', {
    inside: ['a commercial debt before it was covered', commercial('2025-06-30T22:00:00-07:00')],
    edge: ['after, by day', commercial('2025-07-01T10:00:00-07:00')],
    outside: [
      'after, by night',
      commercial('2025-07-01T22:00:00-07:00'),
      ['US-CA-ROSENTHAL-1692'],
      '2025-07-02T08:00:00-07:00',
    ],
  }),
  ...on('US-CA-COERCED-DEBT', {
    inside: [
      'said without papers: the answer is that it must be in writing',
      { events: [eventAt('coerced_debt_notice', '2026-06-01T10:00:00-07:00')] },
    ],
    edge: [
      'claimed, reviewed, and the person was told',
      {
        events: [
          eventAt('coerced_debt', '2026-06-01T10:00:00-07:00'),
          eventAt('coerced_debt_ended', '2026-06-08T10:00:00-07:00'),
        ],
      },
    ],
    outside: [
      'claimed with papers',
      { events: [eventAt('coerced_debt', '2026-06-01T10:00:00-07:00')] },
    ],
  }),
  ...on('US-CA-COERCED-IN-WRITING', {
    inside: ['nothing claimed', {}],
    edge: [
      'the whole claim came after',
      {
        events: [
          eventAt('coerced_debt_notice', '2026-06-01T10:00:00-07:00'),
          eventAt('coerced_debt', '2026-06-08T10:00:00-07:00'),
        ],
      },
      ['US-CA-COERCED-DEBT'],
    ],
    outside: [
      'said on the telephone',
      {
        events: [
          eventAt('coerced_debt_notice', '2026-06-01T10:00:00-07:00', { in_writing: false }),
        ],
      },
    ],
  }),
  ...on('US-CA-COERCED-SECRET', {
    inside: ['a joint debtor, nothing claimed', { proposed: { person: 'co_debtor' } }],
    edge: [
      'a claim about another debt',
      {
        events: [eventAt('coerced_debt', '2026-06-01T10:00:00-07:00', { debts: ['d9'] })],
        proposed: { person: 'co_debtor' },
      },
    ],
    outside: [
      'the joint debtor is still called, and hears nothing of it',
      {
        events: [eventAt('coerced_debt', '2026-06-01T10:00:00-07:00')],
        proposed: { person: 'co_debtor' },
      },
    ],
  }),
];
