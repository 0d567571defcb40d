import {
  ASKS_WHERE,
  attempt,
  BY_EMAIL,
  BY_TEXT,
  consentAt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const on = examplesOn(stateCase('US-DC', 'US-DC', 'America/New_York'));
const late = { id: 'd1', type: 'credit_card', creditor: 'Example Bank' };
const debts = (days_past_due: number) => [{ ...late, days_past_due }];
const consents = [consentAt('dc_electronic', '2026-05-01T10:00:00-04:00')];
const days = (...dates: readonly string[]) =>
  dates.map((date) => attempt(`2026-06-${date}T10:00:00-04:00`));
const messages = (...dates: readonly string[]) =>
  dates.map((date, index) =>
    attempt(`2026-06-${date}T10:00:00-04:00`, {
      channel: index % 2 ? 'sms' : 'email',
      to: index % 2 ? 'm1' : 'e1',
      result: 'sent',
    }),
  );
const asking = { purpose: 'consent_request' };
const asked = (at: string) => attempt(at, { channel: 'sms', result: 'sent', ...asking });

export default [
  ...on('US-DC-4CALLS', {
    inside: [
      'the fourth call of a creditor, one of them a week old',
      {
        actor: OWN_CREDITOR,
        debts: debts(45),
        contact_log: days('03', '05', '06', '08'),
      },
    ],
    edge: [
      'thirty days past due is not more than thirty',
      { debts: debts(30), contact_log: days('04', '05', '06', '08', '09') },
    ],
    outside: [
      'the fifth when thirty-one days past due',
      { debts: debts(31), contact_log: days('05', '06', '08', '09') },
      ['US-DC-4CALLS'],
      '2026-06-12T08:00:00-04:00',
    ],
  }),
  ...on('US-DC-5ELEC', {
    inside: [
      'the third message',
      { consents, contact_log: messages('08', '09'), proposed: BY_EMAIL },
    ],
    edge: [
      'the fifth of all kinds together',
      { consents, contact_log: messages('03', '06', '07', '08', '09'), proposed: BY_EMAIL },
    ],
    outside: [
      'the sixth',
      { consents, contact_log: messages('05', '06', '07', '08', '09'), proposed: BY_TEXT },
      ['US-DC-5ELEC'],
      '2026-06-12T08:00:00-04:00',
    ],
  }),
  ...on('US-DC-ELEC-CONSENT', {
    inside: ['consent was given', { consents, proposed: BY_TEXT }],
    edge: ['a message that asks for it', { proposed: { ...BY_TEXT, ...asking } }],
    outside: [
      'consent to texts is not this consent',
      {
        consents: [consentAt('text', '2026-05-01T10:00:00-04:00', { address: '+16145550141' })],
        proposed: BY_TEXT,
      },
    ],
  }),
  ...on('US-DC-CONSENT-SEEK-1IN7', {
    inside: ['asked for the first time', { proposed: { ...BY_EMAIL, ...asking } }],
    edge: [
      'asked a week ago',
      {
        contact_log: [asked('2026-06-03T10:00:00-04:00')],
        proposed: { ...BY_EMAIL, ...asking },
      },
    ],
    outside: [
      'asked by text two days ago, now by e-mail',
      {
        contact_log: [asked('2026-06-08T10:00:00-04:00')],
        proposed: { ...BY_EMAIL, ...asking },
      },
      ['US-DC-CONSENT-SEEK-1IN7'],
      '2026-06-15T08:00:00-04:00',
    ],
  }),
  ...on('US-DC-VISIT', {
    inside: ['a call', {}],
    edge: [
      'a utility visits',
      {
        actor: OWN_CREDITOR,
        debts: [{ id: 'd1', type: 'utility', creditor: 'Example Power' }],
        proposed: { channel: 'visit', to: 'a1' },
      },
    ],
    outside: ['a bank visits', { actor: OWN_CREDITOR, proposed: { channel: 'visit', to: 'a1' } }],
  }),
  ...on('US-DC-THIRD-PARTY', {
    inside: [
      'a friend is asked where the debtor lives',
      {
        debts: debts(31),
        proposed: {
          to: 'm1',
          person: 'third_party:friend',
          ...ASKS_WHERE,
        },
      },
    ],
    edge: [
      'thirty days past due',
      {
        actor: OWN_CREDITOR,
        debts: debts(30),
        proposed: { to: 'm1', person: 'third_party:friend', content: { mentions_debt: true } },
      },
    ],
    outside: [
      'a friend is told of a debt more than thirty days past due',
      {
        actor: OWN_CREDITOR,
        debts: debts(31),
        proposed: { to: 'm1', person: 'third_party:friend', content: { mentions_debt: true } },
      },
      ['US-DC-THIRD-PARTY'],
    ],
  }),
];
