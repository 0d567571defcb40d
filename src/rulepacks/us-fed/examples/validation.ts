import type { Example } from '#domain/gate/pack.ts';
import { attempt, consentAt, eventAt, examplesOn } from '#domain/gate/pack-examples.ts';
import { email, letter, ordinaryCase } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const dispute = (received: string, other: object = {}) =>
  eventAt('dispute', received, { validation_period_end: '2026-06-08', ...other });
const original = (received: string) =>
  eventAt('original_creditor_request', received, { validation_period_end: '2026-06-08' });
const bureau = {
  channel: 'credit_reporting',
  to: 'bureau',
  person: 'consumer_reporting_agency',
  already_furnished: false,
};
const mailed = (day: string) => ({
  kind: 'letter_about_debt_mailed',
  at: `2026-${day}T10:00:00-04:00`,
});
const sale = { channel: 'debt_transfer', to: 'buyer', person: 'creditor' };
const firstCall = { initial_communication_made: false };
const notice = { purpose: 'send_validation_notice' };
const firstEmail = {
  ...email,
  content: { optout_notice: true, debt_collector_disclosure: 'initial' },
};
const inTime = '2026-06-08T23:50:00-04:00';
const late = '2026-06-09T00:10:00-04:00';

export const validationExamples: readonly Example[] = [
  ...on('USF-34-VALIDATION-5D', {
    inside: ['spoken to before', {}],
    edge: [
      'a limited-content message conveys nothing',
      {
        consumer: firstCall,
        proposed: {
          voicemail_plan: {
            business_name: 'ABC Inc',
            requests_reply: true,
            contact_person_named: true,
            callback_number: true,
          },
        },
      },
    ],
    outside: ['the first talk', { consumer: firstCall }],
  }),
  ...on('USF-34-CONTENT', {
    inside: ['a call', {}],
    edge: ['a letter that is no notice', { proposed: letter }],
    outside: ['the notice', { proposed: { ...letter, ...notice } }],
  }),
  ...on('ESIGN', {
    inside: ['by mail', { proposed: { ...letter, ...notice } }],
    edge: [
      'the notice in the first communication itself',
      { consumer: firstCall, proposed: { ...firstEmail, ...notice } },
    ],
    outside: [
      'a later notice by e-mail',
      {
        consents: [consentAt('esign', '2026-05-01T10:00:00-04:00')],
        proposed: { ...email, ...notice },
      },
    ],
  }),
  ...on('USF-34-VALIDATION-PERIOD', {
    inside: ['no notice', {}],
    edge: [
      'a notice that came back was never sent',
      {
        events: [
          {
            kind: 'validation_notice_sent',
            at: '2026-05-01T10:00:00-04:00',
            undelivered_notice_at: '2026-05-10T10:00:00-04:00',
          },
        ],
      },
    ],
    outside: ['sending it', { proposed: { ...letter, ...notice } }],
  }),
  ...on('USF-38-DISPUTE', {
    inside: ['no dispute', {}],
    edge: ['received after the last local day', { events: [dispute(late)] }],
    outside: ['received ten minutes before its end', { events: [dispute(inTime)] }],
  }),
  ...on('USF-38-ORIGCRED', {
    inside: ['not asked', {}],
    edge: ['asked too late', { events: [original(late)] }],
    outside: ['asked in time', { events: [original(inTime)] }],
  }),
  ...on('MARK-DISPUTED', {
    inside: ['no dispute', {}],
    edge: ['on another debt', { events: [dispute(inTime, { in_writing: false, debts: ['d2'] })] }],
    outside: ['disputed in a talk', { events: [dispute(inTime, { in_writing: false })] }],
  }),
  ...on('USF-38-ORAL', {
    inside: ['no dispute', {}],
    edge: ['a dispute in writing and in time', { events: [dispute(inTime)] }, ['USF-38-DISPUTE']],
    outside: ['a dispute after the period', { events: [dispute(late)] }],
  }),
  ...on('USF-38-OVERSHADOW', {
    inside: [
      'nothing against the rights',
      { proposed: { content: { overshadows_rights: false } } },
    ],
    edge: [
      'after the period',
      {
        events: [{ kind: 'validation_notice_sent', at: '2026-03-02T10:00:00-05:00' }],
        proposed: { content: { overshadows_rights: true } },
      },
    ],
    outside: ['inside the period', { proposed: { content: { overshadows_rights: true } } }],
  }),
  ...on('USF-42-DELIVERY', {
    inside: ['by mail', { proposed: { ...letter, ...notice } }],
    edge: [
      'by e-mail with consent to electronic notices',
      {
        consents: [consentAt('esign', '2026-05-01T10:00:00-04:00')],
        proposed: { ...email, ...notice },
      },
    ],
    outside: ['by e-mail without', { proposed: { ...email, ...notice } }],
  }),
  ...on('USF-30A-FURNISH', {
    inside: [
      'after a talk',
      {
        contact_log: [
          attempt('2026-06-01T10:00:00-04:00', {
            result: 'conversation',
            conversation_debts: ['d1'],
          }),
        ],
        proposed: bureau,
      },
    ],
    edge: ['fifteenth day after the letter', { events: [mailed('05-27')], proposed: bureau }],
    outside: [
      'fourteenth day',
      { events: [mailed('05-28')], proposed: bureau },
      ['USF-30A-FURNISH'],
      '2026-06-11T00:00:00-04:00',
    ],
  }),
  ...on('USF-30B-TRANSFER', {
    inside: ['a debt that is owed', { proposed: sale }],
    edge: [
      'a paid debt goes back to its owner',
      {
        debts: [{ id: 'd1', status: 'paid' }],
        proposed: { ...sale, purpose: 'return_to_owner' },
      },
    ],
    outside: ['a paid debt', { debts: [{ id: 'd1', status: 'paid' }], proposed: sale }],
  }),
  ...on('FCRA-IDTHEFT', {
    inside: ['no report', { proposed: sale }],
    edge: [
      'a report on another debt',
      {
        events: [eventAt('identity_theft', '2026-05-01T10:00:00-04:00', { debts: ['d2'] })],
        proposed: sale,
      },
    ],
    outside: [
      'sale of a debt reported as theft',
      { events: [eventAt('identity_theft', '2026-05-01T10:00:00-04:00')], proposed: sale },
    ],
  }),
];
