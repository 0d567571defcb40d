import {
  attempt,
  BY_EMAIL,
  BY_TEXT,
  eventAt,
  examplesOn,
  inbound,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn(stateCase('US-MA', 'US-MA', 'America/New_York'));
const more = moreOn(stateCase('US-MA', 'US-MA', 'America/New_York'));
const toWork = { to: 'w1' };
const byCreditor = { actor: OWN_CREDITOR };

const twoDebts = [
  { id: 'd1', type: 'credit_card', creditor: 'Example Bank' },
  { id: 'd2', type: 'personal_loan', creditor: 'Example Lender' },
];
const onOtherDebt = ['07', '08', '09'].map((day) =>
  attempt(`2026-06-${day}T10:00:00-04:00`, { debts: ['d2'] }),
);

export default [
  ...on('US-MA-2IN7-PERSONAL', {
    inside: [
      'a busy line and a dead one count for nothing, nor do e-mails and calls to work',
      {
        contact_log: [
          attempt('2026-06-05T10:00:00-04:00', { result: 'busy' }),
          attempt('2026-06-06T10:00:00-04:00', { result: 'not_in_service' }),
          attempt('2026-06-07T10:00:00-04:00', { channel: 'email', to: 'e1', result: 'sent' }),
          attempt('2026-06-08T10:00:00-04:00', toWork),
          attempt('2026-06-09T10:00:00-04:00', { to: 'h1', result: 'voicemail_none' }),
        ],
      },
    ],
    edge: [
      'two attempts, the first of them on the seventh day back',
      {
        contact_log: [
          attempt('2026-06-03T20:30:00-04:00'),
          attempt('2026-06-09T10:00:00-04:00', { to: 'h1' }),
        ],
      },
    ],
    outside: [
      'a text of the creditor after a call and a text',
      {
        ...byCreditor,
        contact_log: [
          attempt('2026-06-04T10:00:00-04:00'),
          attempt('2026-06-08T10:00:00-04:00', { channel: 'sms', result: 'sent' }),
        ],
        proposed: BY_TEXT,
      },
      ['US-MA-2IN7-PERSONAL'],
      '2026-06-11T00:00:00-04:00',
    ],
  }),
  ...on('US-MA-2IN30-OTHER', {
    inside: ['the first call to work', { proposed: toWork }],
    edge: [
      'the second in thirty days: one before is thirty days old, the rest went to the mobile',
      {
        contact_log: [
          attempt('2026-05-11T10:00:00-04:00', toWork),
          attempt('2026-05-12T10:00:00-04:00', toWork),
          attempt('2026-06-09T10:00:00-04:00'),
          attempt('2026-06-09T15:00:00-04:00'),
        ],
        proposed: toWork,
      },
    ],
    outside: [
      'the third within thirty days',
      {
        contact_log: [
          attempt('2026-05-20T10:00:00-04:00', toWork),
          attempt('2026-06-05T10:00:00-04:00', toWork),
        ],
        proposed: toWork,
      },
      ['US-MA-2IN30-OTHER'],
      '2026-06-19T08:00:00-04:00',
    ],
  }),
  ...on('US-MA-HOURS', {
    inside: ['mid-morning', byCreditor],
    edge: ['eight o’clock sharp', { ...byCreditor, proposed: { at: '2026-06-10T08:00:00-04:00' } }],
    outside: [
      'a creditor at nine in the evening',
      { ...byCreditor, proposed: { at: '2026-06-10T21:00:00-04:00' } },
      ['US-MA-HOURS'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('US-MA-HOUSEHOLD', {
    inside: [
      'the debtor’s own calls do not count for the household',
      {
        ...byCreditor,
        contact_log: [
          attempt('2026-06-08T10:00:00-04:00', { to: 'h1' }),
          attempt('2026-06-09T10:00:00-04:00', { to: 'h1' }),
        ],
        proposed: { person: 'spouse', to: 'h1' },
      },
    ],
    edge: [
      'the second call to the spouse in a week',
      {
        contact_log: [attempt('2026-06-09T10:00:00-04:00', { person: 'spouse', to: 'h1' })],
        proposed: { person: 'spouse', to: 'h1' },
      },
    ],
    outside: [
      'the third',
      {
        contact_log: [
          attempt('2026-06-07T10:00:00-04:00', { person: 'spouse', to: 'h1' }),
          attempt('2026-06-09T10:00:00-04:00', { person: 'spouse', to: 'h1' }),
        ],
        proposed: { person: 'spouse', to: 'h1' },
      },
      ['US-MA-HOUSEHOLD'],
      '2026-06-14T08:00:00-04:00',
    ],
  }),
  ...on('US-MA-WORK-REQUEST', {
    inside: [
      'the mobile stays open',
      { events: [eventAt('work_call_request', '2026-06-08T10:00:00-04:00', { medium: 'oral' })] },
    ],
    edge: [
      'an oral request of ten days ago has run out',
      {
        ...byCreditor,
        events: [eventAt('work_call_request', '2026-05-31T10:00:00-04:00', { medium: 'oral' })],
        proposed: toWork,
      },
    ],
    outside: [
      'one of nine days ago',
      {
        ...byCreditor,
        events: [eventAt('work_call_request', '2026-06-01T10:00:00-04:00', { medium: 'oral' })],
        proposed: toWork,
      },
      ['US-MA-WORK-REQUEST'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('US-MA-VALIDATION', {
    inside: ['nothing disputed', byCreditor],
    edge: [
      'the documents were sent',
      {
        ...byCreditor,
        events: [
          eventAt('dispute', '2026-06-01T10:00:00-04:00', { in_writing: true }),
          eventAt('verification_sent', '2026-06-05T10:00:00-04:00'),
        ],
      },
    ],
    outside: [
      'a written dispute with the creditor',
      {
        ...byCreditor,
        events: [eventAt('dispute', '2026-06-01T10:00:00-04:00', { in_writing: true })],
      },
    ],
  }),
  ...on('US-MA-VALIDATION-NOTICE', {
    inside: ['the first contact is long past', byCreditor],
    edge: [
      'the message carries the information',
      {
        ...byCreditor,
        consumer: { initial_communication_made: false },
        proposed: { ...BY_EMAIL, content: { ...BY_EMAIL.content, validation_information: true } },
      },
    ],
    outside: [
      'a creditor’s first call',
      { ...byCreditor, consumer: { initial_communication_made: false } },
    ],
  }),
  ...on('US-MA-2IN7-PERSONAL', {
    inside: ['attempts on another debt', { contact_log: onOtherDebt, debts: twoDebts }],
    edge: [
      'charged to the other debt, were nobody to answer',
      {
        contact_log: [attempt('2026-06-08T10:00:00-04:00'), attempt('2026-06-09T10:00:00-04:00')],
        debts: twoDebts,
        proposed: { debts: ['d1', 'd2'], count_debts: ['d2'] },
      },
    ],
    outside: [
      'across the end of summer time',
      {
        contact_log: [attempt('2026-10-31T20:00:00-04:00'), attempt('2026-11-01T10:00:00-05:00')],
        proposed: { at: '2026-11-02T10:00:00-05:00' },
      },
      ['US-MA-2IN7-PERSONAL'],
      '2026-11-07T08:00:00-05:00',
    ],
  }),
  ...on('US-MA-POSTCONV', {
    inside: [
      'a talk about another debt yesterday',
      {
        debts: twoDebts,
        contact_log: [
          attempt('2026-06-09T10:00:00-04:00', { result: 'conversation', debts: ['d2'] }),
        ],
      },
    ],
    edge: [
      'the eighth day, that of the talk the first; a text within the week is no call',
      { contact_log: [attempt('2026-06-03T10:00:00-04:00', { result: 'conversation' })] },
    ],
    outside: [
      'the seventh day, the person had called',
      {
        contact_log: [
          inbound('i1', '2026-06-04T10:00:00-04:00', {
            channel: 'phone_call',
            from: 'm1',
            result: 'conversation',
          }),
        ],
      },
      ['US-MA-POSTCONV', 'USF-14B-POSTCONV'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...more(
    'US-MA-POSTCONV',
    [
      'the day before the regulation was replaced only the federal presumption spoke',
      {
        contact_log: [attempt('2025-09-23T10:00:00-04:00', { result: 'conversation' })],
        proposed: { at: '2025-09-25T10:00:00-04:00' },
      },
      ['USF-14B-POSTCONV'],
    ],
    [
      'a creditor keeps to the Attorney General’s rules, which know no such wait',
      {
        ...byCreditor,
        contact_log: [attempt('2026-06-09T10:00:00-04:00', { result: 'conversation' })],
      },
    ],
  ),
];
