import {
  attempt,
  BY_LETTER,
  eventAt,
  examplesOn,
  locationWords,
  OWN_CREDITOR,
  stateCase,
  TWO_DEBTS,
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

const lent = (original_amount: number) => ({ original_amount, currency: 'USD' });

/** Business debts to one creditor, called about at night. */
const byNight = (...debts: readonly object[]) => ({
  debts: debts.map((debt, i) => ({
    ...{ id: `d${i + 1}`, type: 'business', creditor: 'Example Bank' },
    ...debt,
  })),
  proposed: { at: '2026-06-10T22:00:00-07:00' },
});

/** A debt of business that a natural person owes. */
const business = (proposed: object) => ({
  debts: [{ id: 'd1', type: 'business', creditor: 'Example Bank' }],
  proposed,
});
const first = (proposed: object) => ({
  ...business(proposed),
  consumer: { initial_communication_made: false },
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
      {
        proposed: {
          person: 'third_party:neighbour',
          purpose: 'location',
          content: locationWords,
        },
      },
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
  ...on('US-CA-ROSENTHAL-1692', {
    inside: [
      'a commercial debt last renewed before the law',
      byNight({ renewed_on: '2025-06-30' }),
    ],
    edge: [
      'two loans of one creditor that pass 500,000 dollars together',
      byNight(lent(300_000), lent(200_001)),
    ],
    outside: [
      'assigned on the first day, and just 500,000 dollars together',
      byNight({ ...lent(300_000), renewed_on: '2025-07-01' }, lent(200_000)),
    ],
  }),
  ...on('US-CA-ROSENTHAL-1692', {
    inside: ['a loan beyond the limit', byNight(lent(500_001))],
    edge: [
      'in another currency: the limit is in dollars, so it binds',
      byNight({ ...lent(900_000), currency: 'MXN' }),
      ['US-CA-ROSENTHAL-1692'],
    ],
    outside: ['neither its amount nor its day is known', byNight({})],
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
        debts: TWO_DEBTS,
        events: [eventAt('coerced_debt', '2026-06-01T10:00:00-07:00', { debts: ['d2'] })],
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
  ...on('US-CA-COMMERCIAL-NOTICE', {
    inside: ['a letter that is not the first', business({ ...BY_LETTER })],
    edge: [
      'the first letter the day before',
      first({ ...BY_LETTER, at: '2025-06-30T10:00:00-07:00' }),
    ],
    outside: ['the first letter', first({ ...BY_LETTER, at: '2025-07-01T10:00:00-07:00' })],
  }),
  ...on('US-CA-COMMERCIAL-LANGUAGE', {
    inside: ['the first talk, in English', first({ content: { language: 'en' } })],
    edge: ['a later talk in Spanish', business({ content: { language: 'es' } })],
    outside: ['the first talk, in Spanish', first({ content: { language: 'es' } })],
  }),
];
