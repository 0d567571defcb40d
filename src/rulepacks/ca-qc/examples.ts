import {
  attempt,
  BY_LETTER,
  eventAt,
  examplesOn,
  moreOn,
  OWN_CREDITOR,
  stateCase,
  TWO_DEBTS,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-QC', 'CA-QC', 'America/Toronto'),
  packs: ['CA-QC'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const byEmail = { channel: 'email', to: 'e1' };
const told = (kind: string, date: string, of: object = {}) => ({
  events: [eventAt(kind, `${date}T10:00:00-04:00`, of)],
});
const toWork = { to: 'w1' };
const inVain = attempt('2026-06-08T18:00:00-04:00', { to: 'h1' });
const atWork = attempt('2026-06-09T10:00:00-04:00', { to: 'w1', result: 'conversation' });
const asked = (date: string) => told('qc_written_only_request', date, { in_writing: true });

export default [
  ...on('CA-QC-WAIT5', {
    inside: ['long since told', {}],
    edge: ['the fifth day after the notice', told('qc_notice_sent', '2026-06-05')],
    outside: [
      'the fourth day',
      told('qc_notice_sent', '2026-06-06'),
      ['CA-QC-WAIT5'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...more(
    'CA-QC-WAIT5',
    ['an e-mail may go at once', { ...told('qc_notice_sent', '2026-06-09'), proposed: byEmail }],
    [
      'a notice by e-mail is not on paper',
      told('qc_notice_sent', '2026-06-01', { medium: 'email' }),
      ['CA-QC-WAIT5'],
    ],
    [
      'five more days after it came back',
      {
        events: [
          eventAt('qc_notice_sent', '2026-05-20T10:00:00-04:00'),
          eventAt('qc_notice_returned', '2026-06-05T10:00:00-04:00'),
          eventAt('qc_notice_resent', '2026-06-08T10:00:00-04:00'),
        ],
      },
      ['CA-QC-WAIT5'],
      '2026-06-13T08:00:00-04:00',
    ],
  ),
  ...on('CA-QC-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['one second before eight in the evening', at('2026-06-13T19:59:59-04:00')],
    outside: [
      'Saturday at eight in the evening',
      at('2026-06-13T20:00:00-04:00'),
      ['CA-QC-HOURS'],
      '2026-06-15T08:00:00-04:00',
    ],
  }),
  ...more(
    'CA-QC-HOURS',
    [
      'Good Friday; Saturday is open',
      at('2026-04-03T10:00:00-04:00'),
      ['CA-QC-HOURS'],
      '2026-04-04T08:00:00-04:00',
    ],
    [
      'Easter Monday is shut as well',
      at('2026-04-04T20:00:00-04:00'),
      ['CA-QC-HOURS'],
      '2026-04-07T08:00:00-04:00',
    ],
    [
      'the National Holiday',
      at('2026-06-24T10:00:00-04:00'),
      ['CA-QC-HOURS'],
      '2026-06-25T08:00:00-04:00',
    ],
    [
      'Canada Day on a Sunday moves to the second of July',
      at('2029-07-02T10:00:00-04:00'),
      ['CA-QC-HOURS'],
      '2029-07-03T08:00:00-04:00',
    ],
    ['Boxing Day is open', at('2026-12-26T10:00:00-05:00')],
    ['an e-mail on Sunday night', at('2026-06-14T22:00:00-04:00', byEmail)],
    ['a creditor on Sunday', { actor: OWN_CREDITOR, ...at('2026-06-14T10:00:00-04:00') }],
    [
      'the Magdalen Islands keep Atlantic time',
      {
        consumer: {
          location_signals: [{ kind: 'confirmed_tz', region: 'CA-QC', tz: ['America/Halifax'] }],
        },
        ...at('2026-06-10T20:30:00-03:00'),
      },
      ['CA-QC-HOURS'],
      '2026-06-11T08:00:00-03:00',
    ],
  ),
  ...on('CA-QC-WRITTEN-ONLY', {
    inside: ['nothing asked', {}],
    edge: ['three months later', asked('2026-03-10')],
    outside: [
      'a day before three months are over',
      asked('2026-03-11'),
      ['CA-QC-WRITTEN-ONLY'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...more(
    'CA-QC-WRITTEN-ONLY',
    ['by e-mail', { ...asked('2026-06-01'), proposed: byEmail }],
    ['asked by word of mouth', told('written_only_request', '2026-06-01', { in_writing: false })],
  ),
  ...on('CA-QC-CONTEST', {
    inside: ['not contested', {}],
    edge: ['contested by word of mouth', told('qc_contest', '2026-06-01', { in_writing: false })],
    outside: ['contested in writing', told('qc_contest', '2026-06-01')],
  }),
  ...more(
    'CA-QC-CONTEST',
    [
      'a letter too',
      { ...told('debt_contested', '2026-06-01'), proposed: BY_LETTER },
      ['CA-QC-CONTEST'],
    ],
    [
      'another debt',
      { ...told('debt_contested', '2026-06-01', { debts: ['d2'] }), debts: TWO_DEBTS },
    ],
  ),
  ...on('CA-QC-NOTDEBTOR', {
    inside: ['nobody denied it', {}],
    edge: [
      'said by whoever has another number',
      told('not_debtor_statement', '2026-06-01', { address: 'h1' }),
    ],
    outside: ['said by this person', told('not_debtor_statement', '2026-06-01')],
  }),
  ...more('CA-QC-NOTDEBTOR', [
    'in their own words',
    told('not_my_debt', '2026-06-01'),
    ['CA-QC-NOTDEBTOR'],
  ]),
  ...on('CA-QC-WORK', {
    inside: ['home', { proposed: { to: 'h1' } }],
    edge: ['work, after home was tried in vain', { contact_log: [inVain], proposed: toWork }],
    outside: ['work first', { proposed: toWork }],
  }),
  ...more(
    'CA-QC-WORK',
    [
      'their mobile, while they say they are at work until noon',
      { consumer: { current_place: 'work', current_place_until: '2026-06-10T12:00:00-04:00' } },
      ['CA-QC-WORK'],
      '2026-06-10T12:00:00-04:00',
    ],
    ['a second time', { contact_log: [inVain, atWork], proposed: toWork }, ['CA-QC-WORK']],
    ['a creditor is bound as well', { actor: OWN_CREDITOR, proposed: toWork }, ['CA-QC-WORK']],
  ),
];
