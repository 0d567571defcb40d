import {
  BY_EMAIL,
  consentAt,
  eventAt,
  examplesOn,
  moreOn,
  OWN_CREDITOR,
  stateCase,
  TWO_DEBTS,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = stateCase('US-NY', 'US-NY', 'America/New_York');
const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const since = examplesOn(
  stateCase('US-NY', 'US-NY', 'America/New_York', '2026-06-24T10:00:00-04:00'),
);
const unaffirmed = { address: 'sam@example.org', debts: ['d1'] };
const written = (debts: string[], of: object = { affirmed_not_employer: true }) =>
  consentAt('ny_email_written', '2026-05-01T10:00:00-04:00', { ...unaffirmed, debts, ...of });

export default [
  ...on('US-NY-EMAIL-CONSENT', {
    inside: ['written consent for the debt', { consents: [written(['d1'])], proposed: BY_EMAIL }],
    edge: ['a creditor is not bound', { actor: OWN_CREDITOR, proposed: BY_EMAIL }],
    outside: [
      'written consent for another debt',
      { consents: [written(['d2'])], debts: TWO_DEBTS, proposed: BY_EMAIL },
    ],
  }),
  ...more('US-NY-EMAIL-CONSENT', [
    'written consent that does not say whose address it is',
    { consents: [written(['d1'], {})], proposed: BY_EMAIL },
    ['US-NY-EMAIL-CONSENT'],
  ]),
  ...on('US-NY-INITIAL', {
    inside: ['the first contact is long past', {}],
    edge: [
      'a creditor owes no such notice',
      { actor: OWN_CREDITOR, consumer: { initial_communication_made: false } },
    ],
    outside: ['the first call', { consumer: { initial_communication_made: false } }],
  }),
  ...on('US-NY-SUBSTANTIATION', {
    inside: ['nothing was asked', {}],
    edge: [
      'asked and supplied',
      {
        events: [
          eventAt('substantiation_request', '2026-05-01T10:00:00-04:00'),
          eventAt('substantiation_sent', '2026-06-01T10:00:00-04:00'),
        ],
      },
    ],
    outside: [
      'asked, and sixty days have gone by',
      { events: [eventAt('substantiation_request', '2026-04-01T10:00:00-04:00')] },
    ],
  }),
  ...more('US-NY-SUBSTANTIATION', [
    'asked, nobody noted when',
    { events: [{ kind: 'substantiation_request', debts: ['d1'] }] },
    ['US-NY-SUBSTANTIATION'],
  ]),
  ...since('US-NY-COERCED-DEBT', {
    inside: [
      'said without papers: the answer is that it must be in writing',
      { events: [eventAt('coerced_debt_notice', '2026-06-18T10:00:00-04:00')] },
    ],
    edge: [
      'claimed, reviewed, and the person was told',
      {
        events: [
          eventAt('coerced_debt', '2026-06-18T10:00:00-04:00'),
          eventAt('coerced_debt_ended', '2026-06-22T10:00:00-04:00'),
        ],
      },
    ],
    outside: [
      'claimed with papers',
      { events: [eventAt('coerced_debt', '2026-06-18T10:00:00-04:00')] },
    ],
  }),
  ...since('US-NY-COERCED-IN-WRITING', {
    inside: ['nothing claimed', {}],
    edge: [
      'the whole claim came after',
      {
        events: [
          eventAt('coerced_debt_notice', '2026-06-18T10:00:00-04:00'),
          eventAt('coerced_debt', '2026-06-22T10:00:00-04:00'),
        ],
      },
      ['US-NY-COERCED-DEBT'],
    ],
    outside: [
      'said on the telephone',
      {
        events: [
          eventAt('coerced_debt_notice', '2026-06-18T10:00:00-04:00', { in_writing: false }),
        ],
      },
    ],
  }),
  ...since('US-NY-COERCED-SECRET', {
    inside: ['a joint debtor, nothing claimed', { proposed: { person: 'co_debtor' } }],
    edge: [
      'a claim about another debt',
      {
        debts: TWO_DEBTS,
        events: [eventAt('coerced_debt', '2026-06-18T10:00:00-04:00', { debts: ['d2'] })],
        proposed: { person: 'co_debtor' },
      },
    ],
    outside: [
      'the joint debtor is still called, and hears nothing of it',
      {
        events: [eventAt('coerced_debt', '2026-06-18T10:00:00-04:00')],
        proposed: { person: 'co_debtor' },
      },
    ],
  }),
];
