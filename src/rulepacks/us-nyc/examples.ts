import {
  attempt,
  BY_EMAIL,
  BY_LETTER,
  consentAt,
  examplesOn,
  inbound,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const old = examplesOn(
  stateCase('US-NYC', 'US-NY-NYC', 'America/New_York', '2026-08-21T10:00:00-04:00'),
);
const on = examplesOn(
  stateCase('US-NYC', 'US-NY-NYC', 'America/New_York', '2026-09-16T10:00:00-04:00'),
);
const heard = { result: 'voicemail_content' };
const mailed = { channel: 'email', to: 'e1', result: 'sent' };
const byCreditor = { actor: OWN_CREDITOR };

export default [
  ...old('US-NYC-FREQ-OLD', {
    inside: [
      'calls that nobody heard',
      {
        contact_log: [
          attempt('2026-08-18T10:00:00-04:00'),
          attempt('2026-08-19T10:00:00-04:00'),
          attempt('2026-08-20T10:00:00-04:00', heard),
        ],
      },
    ],
    edge: [
      'one of two communications is a week old',
      {
        contact_log: [
          attempt('2026-08-14T10:00:00-04:00', heard),
          attempt('2026-08-19T10:00:00-04:00', mailed),
        ],
      },
    ],
    outside: [
      'the rule ends before the count does',
      {
        contact_log: [
          attempt('2026-08-27T10:00:00-04:00', heard),
          attempt('2026-08-28T10:00:00-04:00', mailed),
        ],
        proposed: { at: '2026-08-31T10:00:00-04:00' },
      },
      ['US-NYC-FREQ-OLD'],
      '2026-09-01T08:00:00-04:00',
    ],
  }),
  ...on('US-NYC-FREQ-3IN7', {
    inside: [
      'the person’s own account of three: an answer and a busy line are left out',
      {
        contact_log: [
          inbound('i1', '2026-09-14T09:00:00-04:00', {}),
          attempt('2026-09-14T10:00:00-04:00', { ...mailed, in_response_to: 'i1' }),
          attempt('2026-09-14T11:00:00-04:00', { result: 'busy' }),
          attempt('2026-09-15T10:00:00-04:00'),
        ],
      },
    ],
    edge: [
      'the third on this account, others on another',
      {
        debts: [
          { id: 'd1', type: 'credit_card', creditor: 'Example Bank' },
          { id: 'd2', type: 'credit_card', creditor: 'Example Shop' },
        ],
        contact_log: [
          attempt('2026-09-12T10:00:00-04:00', { debts: ['d2'] }),
          attempt('2026-09-13T10:00:00-04:00'),
          attempt('2026-09-14T10:00:00-04:00', { channel: 'letter', to: 'a1', result: 'sent' }),
        ],
      },
    ],
    outside: [
      'the fourth, by a creditor, whatever the medium',
      {
        ...byCreditor,
        contact_log: [
          attempt('2026-09-11T10:00:00-04:00'),
          attempt('2026-09-13T10:00:00-04:00', mailed),
          attempt('2026-09-14T10:00:00-04:00'),
        ],
      },
      ['US-NYC-FREQ-3IN7'],
      '2026-09-18T00:00:00-04:00',
    ],
  }),
  ...on('US-NYC-POSTEXCHANGE', {
    inside: ['nobody was spoken to', { contact_log: [attempt('2026-09-15T10:00:00-04:00')] }],
    edge: [
      'a talk seven days ago',
      {
        contact_log: [attempt('2026-09-09T10:00:00-04:00', { result: 'conversation' })],
      },
    ],
    outside: [
      'a letter the day after an exchange of chat',
      {
        contact_log: [
          attempt('2026-09-15T10:00:00-04:00', { channel: 'chat', result: 'exchange' }),
        ],
        proposed: BY_LETTER,
      },
      ['US-NYC-POSTEXCHANGE'],
      '2026-09-22T00:00:00-04:00',
    ],
  }),
  ...on('US-NYC-ELEC', {
    inside: ['a call', {}],
    edge: [
      'an e-mail with consent in writing',
      {
        consents: [
          consentAt('ny_email_written', '2026-09-02T10:00:00-04:00', {
            address: 'sam@example.org',
          }),
        ],
        proposed: BY_EMAIL,
      },
    ],
    outside: ['an e-mail without', { proposed: BY_EMAIL }],
  }),
  ...on('US-NYC-ELEC-NOTICE', {
    inside: [
      'the first contact is long past',
      { ...byCreditor, proposed: BY_EMAIL },
      ['US-NYC-ELEC'],
    ],
    edge: [
      'a first call is no electronic contact',
      { consumer: { initial_communication_made: false } },
    ],
    outside: [
      'the first e-mail',
      {
        ...byCreditor,
        consumer: { initial_communication_made: false },
        consents: [
          consentAt('email', '2026-09-02T10:00:00-04:00', {
            address: 'sam@example.org',
            given_to: 'creditor-1',
          }),
        ],
        proposed: BY_EMAIL,
      },
    ],
  }),
  ...old('US-NYC-FREQ-OLD', {
    inside: ['one voicemail', { contact_log: [attempt('2026-08-17T10:00:00-04:00', heard)] }],
    edge: [
      'two on an account and then a creditor, whom the old rule did not bind',
      {
        ...byCreditor,
        contact_log: [
          attempt('2026-08-17T10:00:00-04:00', heard),
          attempt('2026-08-19T10:00:00-04:00', mailed),
        ],
      },
    ],
    outside: [
      'a voicemail and an e-mail went before',
      {
        contact_log: [
          attempt('2026-08-17T10:00:00-04:00', heard),
          attempt('2026-08-19T10:00:00-04:00', mailed),
        ],
      },
      ['US-NYC-FREQ-OLD'],
      '2026-08-24T08:00:00-04:00',
    ],
  }),
];
