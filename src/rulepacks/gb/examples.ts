import { attempt, eventAt, examplesOn, inbound, moreOn } from '#domain/compliance/examples.ts';
import type { Facts } from '#domain/compliance/facts.ts';

const ordinaryCase: Facts = {
  packs: ['GB'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'GB-ENG', tz: ['Europe/London'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+447700900123' },
    { id: 'w1', kind: 'landline', number: '+442079460123', place: 'work' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [{ id: 'd1', type: 'personal_loan', creditor: 'Example Bank' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-17T10:00:00+01:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const open = { gb_hours_08_21: true };
const shutHolidays = { ...open, gb_closed_on_bank_holidays: true };
const start = (kind: string, day: string, other: object = {}) => ({
  events: [eventAt(kind, `${day}T09:00:00+01:00`, other)],
});
const livingIn = (region: string) => ({
  location_signals: [{ kind: 'residential_address', region, tz: ['Europe/London'] }],
});
const spaced = (of: object) => ({
  events: [{ kind: 'bs_moratorium', debts: ['d1'], ...of }],
});
const barred = { debts: [{ id: 'd1', time_barred: true }] };
const morning = [{ from: '09:00', to: '11:00' }];

export default [
  ...on('GB-CONC-TIMES', {
    inside: ['no request made', {}],
    edge: [
      'the named time has ended',
      { consumer: { inconvenient: morning }, ...at('2026-06-17T11:00:00+01:00') },
    ],
    outside: [
      'inside the named time',
      { consumer: { inconvenient: morning } },
      ['GB-CONC-TIMES'],
      '2026-06-17T11:00:00+01:00',
    ],
  }),
  ...on('GB-POLICY-HOURS', {
    inside: ['mid-morning', { policy: open }],
    edge: ['off until the operator sets it', at('2026-06-17T23:00:00+01:00')],
    outside: [
      'Christmas to the first working day',
      { policy: shutHolidays, ...at('2026-12-25T10:00:00+00:00') },
      ['GB-POLICY-HOURS'],
      '2026-12-27T08:00:00+00:00',
    ],
  }),
  ...on('GB-CONC-THIRD', {
    inside: ['the customer', {}],
    edge: ['the debt adviser', { proposed: { person: 'debt_adviser' } }],
    outside: ['a neighbour', { proposed: { person: 'third_party:neighbour' } }],
  }),
  ...on('GB-CONC-VISIT', {
    inside: ['a call', {}],
    edge: [
      'announced',
      { proposed: { channel: 'visit', to: 'a1', content: { notice_given: true } } },
    ],
    outside: ['unannounced', { proposed: { channel: 'visit', to: 'a1' } }],
  }),
  ...on('GB-CONC-DEBTADVICE', {
    inside: ['no adviser', {}],
    edge: ['thirty-first day', start('debt_adviser_notice', '2026-05-18')],
    outside: [
      'thirtieth day',
      start('debt_adviser_notice', '2026-05-19'),
      ['GB-CONC-DEBTADVICE'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...on('GB-CONC-DISPUTE', {
    inside: ['not disputed', {}],
    edge: [
      'without reasonable grounds',
      start('dispute', '2026-06-01', { reasonable_grounds: false }),
    ],
    outside: ['not yet investigated', start('dispute', '2026-06-01')],
  }),
  ...on('GB-CONC-STATUTEBARRED', {
    inside: ['not barred', {}],
    edge: ['barred, and the customer has said nothing', barred],
    outside: ['barred and refused', { ...barred, ...start('will_not_pay', '2026-06-01') }],
  }),
  ...on('GB-CONC-CAPACITY', {
    inside: ['nothing known', {}],
    edge: [
      'the specialist team',
      { consumer: { status: { vulnerable: true } }, proposed: { team: 'specialist' } },
    ],
    outside: ['an ordinary agent', { consumer: { status: { vulnerable: true } } }],
  }),
  ...on('GB-OFCOM-ABANDON', {
    inside: ['off until the operator sets it', { proposed: { mode: 'predictive' } }],
    edge: [
      'seventy-two hours later',
      {
        policy: { gb_no_recall_after_abandoned: true },
        contact_log: [attempt('2026-06-14T10:00:00+01:00', { result: 'abandoned' })],
        proposed: { mode: 'predictive' },
      },
    ],
    outside: [
      'a second too early',
      {
        policy: { gb_no_recall_after_abandoned: true },
        contact_log: [attempt('2026-06-14T10:00:01+01:00', { result: 'abandoned' })],
        proposed: { mode: 'predictive' },
      },
      ['GB-OFCOM-ABANDON'],
      '2026-06-17T10:00:01+01:00',
    ],
  }),
  ...on('GB-BS-MORATORIUM', {
    inside: ['no breathing space', {}],
    edge: ['the day after the sixtieth', start('breathing_space', '2026-04-17')],
    outside: [
      'the sixtieth day',
      start('breathing_space', '2026-04-18'),
      ['GB-BS-MORATORIUM'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...on('GB-MHC-MORATORIUM', {
    inside: ['no treatment', {}],
    edge: [
      'thirty days after treatment ended',
      start('mhc_moratorium', '2026-03-01', { treatment_ended: '2026-05-17' }),
    ],
    outside: ['treatment goes on', start('mhc_moratorium', '2026-03-01')],
  }),
  ...on('GB-SCT-MORATORIUM', {
    inside: ['none', {}],
    edge: [
      'six months are over',
      start('scottish_moratorium', '2025-12-17', { first_day: '2025-12-17' }),
    ],
    outside: [
      'last day',
      start('scottish_moratorium', '2025-12-18', { first_day: '2025-12-18' }),
      ['GB-SCT-MORATORIUM'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...more(
    'GB-POLICY-HOURS',
    [
      'Easter Monday in Scotland is an ordinary day',
      {
        policy: shutHolidays,
        consumer: livingIn('GB-SCT'),
        ...at('2026-04-06T10:00:00+01:00'),
      },
    ],
    [
      'and in England it is not',
      { policy: shutHolidays, ...at('2026-04-06T10:00:00+01:00') },
      ['GB-POLICY-HOURS'],
      '2026-04-07T08:00:00+01:00',
    ],
    [
      'St Andrew’s Day on a Sunday is kept on Monday',
      {
        policy: shutHolidays,
        consumer: livingIn('GB-SCT'),
        ...at('2025-12-01T10:00:00+00:00'),
      },
      ['GB-POLICY-HOURS'],
      '2025-12-02T08:00:00+00:00',
    ],
    [
      'an hour skipped in spring',
      { policy: open, ...at('2026-03-28T21:00:00+00:00') },
      ['GB-POLICY-HOURS'],
      '2026-03-29T08:00:00+01:00',
    ],
  ),
  ...more(
    'GB-CONC-THIRD',
    [
      'an envelope that shows the debt',
      { proposed: { channel: 'letter', to: 'a1', content: { envelope_reveals_debt: true } } },
      ['GB-CONC-THIRD'],
    ],
    ['a public post', { proposed: { channel: 'social_public' } }, ['GB-CONC-THIRD']],
  ),
  ...more(
    'GB-BS-MORATORIUM',
    [
      'the first of sixty days is the day after entry',
      { ...spaced({ entered_at: '2026-04-18T15:00:00+01:00' }), policy: open },
      ['GB-BS-MORATORIUM'],
      '2026-06-18T08:00:00+01:00',
    ],
    [
      'as the register dates it',
      { ...spaced({ first_day: '2026-05-05', last_day: '2026-07-03' }), policy: open },
      ['GB-BS-MORATORIUM'],
      '2026-07-04T08:00:00+01:00',
    ],
    [
      'a joint debtor is protected for the debt',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { person: 'joint_debtor' } },
      ['GB-BS-MORATORIUM'],
    ],
    ['another debt', spaced({ first_day: '2026-05-05', debts: ['d2'] })],
    [
      'a student loan',
      { ...spaced({ first_day: '2026-05-05' }), debts: [{ id: 'd1', type: 'student_loan' }] },
    ],
    [
      'cancelled early',
      {
        events: [
          eventAt('breathing_space', '2026-05-01T09:00:00+01:00'),
          eventAt('breathing_space_cancelled', '2026-06-01T09:00:00+01:00'),
        ],
      },
    ],
    [
      'a letter for payment is contact as well',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { channel: 'letter', to: 'a1' } },
      ['GB-BS-MORATORIUM'],
    ],
    [
      'a statutory notice',
      {
        ...spaced({ first_day: '2026-05-05' }),
        proposed: { channel: 'letter', to: 'a1', purpose: 'statutory_notice' },
      },
    ],
    [
      'an answer to the debtor’s own question',
      {
        ...spaced({ first_day: '2026-05-05' }),
        contact_log: [inbound('L1', '2026-06-17T09:00:00+01:00', { channel: 'phone_call' })],
        proposed: { in_response_to: 'L1' },
      },
    ],
    [
      'through the adviser',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { person: 'debt_adviser' } },
    ],
  ),
  ...more(
    'GB-MHC-MORATORIUM',
    [
      'the thirtieth day after treatment',
      {
        events: [
          {
            kind: 'mhc_moratorium',
            first_day: '2026-03-01',
            treatment_ended: '2026-05-18',
            debts: ['d1'],
          },
        ],
        policy: open,
      },
      ['GB-MHC-MORATORIUM'],
      '2026-06-18T08:00:00+01:00',
    ],
    [
      'the end of the treatment told later',
      {
        events: [
          { kind: 'mhc_moratorium', first_day: '2026-03-01', debts: ['d1'] },
          eventAt('mhc_treatment_ended', '2026-05-17T12:00:00+01:00'),
        ],
      },
    ],
  ),
];
