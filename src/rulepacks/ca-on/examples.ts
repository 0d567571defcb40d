import {
  attempt,
  BY_LETTER,
  consentAt,
  eventAt,
  examplesOn,
  inbound,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-ON', 'CA-ON', 'America/Toronto'),
  packs: ['CA-ON'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const notice = (date: string) => eventAt('on_notice_sent', `${date}T15:00:00-04:00`);
const bounced = (date: string) => eventAt('notice_not_received', `${date}T15:00:00-04:00`);
const first = { consumer: { initial_communication_made: false } };
const talk = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00-04:00`, { result: 'conversation', ...of });
const voicemail = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00-04:00`, { result: 'voicemail_content', ...of });
const email = (date: string) =>
  attempt(`${date}T10:00:00-04:00`, { channel: 'email', to: 'e1', result: 'sent' });
const full = [talk('2026-05-20'), voicemail('2026-06-05'), email('2026-06-07'), talk('2026-06-09')];
const twoCreditors = [
  { id: 'd1', type: 'credit_card', creditor: 'Example Bank' },
  { id: 'd2', type: 'credit_card', creditor: 'Another Bank' },
  { id: 'd3', type: 'personal_loan', creditor: 'Example Bank' },
];

export default [
  ...on('CA-ON-WAIT6', {
    inside: ['long since told', {}],
    edge: ['the sixth day after the notice', { events: [notice('2026-06-04')] }],
    outside: [
      'the fifth day',
      { events: [notice('2026-06-05')] },
      ['CA-ON-WAIT6'],
      '2026-06-11T07:00:00-04:00',
    ],
  }),
  ...more(
    'CA-ON-WAIT6',
    ['a first call without any notice', first, ['CA-ON-WAIT6']],
    ['the notice itself by letter', { ...first, proposed: BY_LETTER }],
    [
      'the notice itself by e-mail',
      { ...first, proposed: { channel: 'email', to: 'e1', purpose: 'initial_notice' } },
    ],
    [
      'the wait that ends on a Sunday ends at one o’clock',
      { events: [notice('2026-06-08')] },
      ['CA-ON-WAIT6'],
      '2026-06-14T13:00:00-04:00',
    ],
    [
      'a notice that was not received was never sent',
      { events: [notice('2026-05-20'), bounced('2026-06-05')] },
      ['CA-ON-WAIT6'],
    ],
    [
      'six more days after it was sent again',
      { events: [notice('2026-05-20'), bounced('2026-06-05'), notice('2026-06-08')] },
      ['CA-ON-WAIT6'],
      '2026-06-14T13:00:00-04:00',
    ],
    ['a creditor need not wait', { ...first, actor: OWN_CREDITOR }],
  ),
  ...on('CA-ON-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['seven in the morning to the second', at('2026-06-13T07:00:00-04:00')],
    outside: [
      'Saturday night runs into Sunday afternoon',
      at('2026-06-13T21:00:00-04:00'),
      ['CA-ON-HOURS'],
      '2026-06-14T13:00:00-04:00',
    ],
  }),
  ...more(
    'CA-ON-HOURS',
    ['Family Day', at('2026-02-16T10:00:00-05:00'), ['CA-ON-HOURS'], '2026-02-17T07:00:00-05:00'],
    [
      'Christmas on a Friday, Boxing Day, then a Sunday',
      at('2026-12-25T10:00:00-05:00'),
      ['CA-ON-HOURS'],
      '2026-12-27T13:00:00-05:00',
    ],
    ['e-mail has no hours here', at('2026-06-14T23:00:00-04:00', { channel: 'email', to: 'e1' })],
    [
      'the north-west of the province keeps Central time',
      {
        consumer: {
          location_signals: [{ kind: 'confirmed_tz', region: 'CA-ON', tz: ['America/Winnipeg'] }],
        },
        ...at('2026-06-10T07:30:00-04:00'),
      },
      ['CA-ON-HOURS'],
      '2026-06-10T07:00:00-05:00',
    ],
  ),
  ...on('CA-ON-3IN7', {
    inside: ['two contacts', { contact_log: full.slice(0, 3) }],
    edge: [
      'the first of three contacts was seven days ago',
      { contact_log: [...full.slice(0, 1), voicemail('2026-06-03'), ...full.slice(2)] },
    ],
    outside: [
      'three contacts in the week',
      { contact_log: full },
      ['CA-ON-3IN7'],
      '2026-06-12T07:00:00-04:00',
    ],
  }),
  ...more(
    'CA-ON-3IN7',
    [
      'nobody has spoken yet',
      { contact_log: [1, 5, 7, 9].map((day) => voicemail(`2026-06-0${day}`)) },
    ],
    [
      'unanswered calls, letters and answers are free',
      {
        contact_log: [
          ...full.slice(0, 2),
          attempt('2026-06-06T10:00:00-04:00'),
          attempt('2026-06-06T12:00:00-04:00', { result: 'voicemail_none' }),
          attempt('2026-06-07T10:00:00-04:00', { channel: 'letter', to: 'a1', result: 'sent' }),
          inbound('L1', '2026-06-08T10:00:00-04:00', {}),
          { ...email('2026-06-08'), in_response_to: 'L1' },
        ],
      },
    ],
    [
      'another creditor has a count of its own',
      { debts: twoCreditors, contact_log: full, proposed: { debts: ['d2'] } },
    ],
    [
      'two debts of one creditor share it',
      { debts: twoCreditors, contact_log: full, proposed: { debts: ['d3'] } },
      ['CA-ON-3IN7'],
      '2026-06-12T07:00:00-04:00',
    ],
    ['a letter', { contact_log: full, proposed: BY_LETTER }],
    [
      'an answer to the debtor',
      {
        contact_log: [...full, inbound('L1', '2026-06-10T09:00:00-04:00', {})],
        proposed: { channel: 'email', to: 'e1', in_response_to: 'L1' },
      },
    ],
    [
      'more calls were agreed',
      {
        contact_log: full,
        consents: [consentAt('additional_calls', '2026-06-09T10:00:00-04:00')],
      },
    ],
    [
      'a slot already held counts',
      {
        contact_log: [
          ...full.slice(0, 3),
          attempt('2026-06-10T09:00:00-04:00', { result: 'reserved' }),
        ],
      },
      ['CA-ON-3IN7'],
      '2026-06-12T07:00:00-04:00',
    ],
  ),
];
