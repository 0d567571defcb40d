import type { Facts } from '#domain/gate/facts/facts.ts';
import {
  attempt,
  BY_EMAIL,
  BY_LETTER,
  consentAt,
  eventAt,
  examplesOn,
  inbound,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

/** An ordinary case of the city, whose person said which language they prefer. */
function cityCase(at: string): Facts {
  const facts = stateCase('US-NYC', 'US-NY-NYC', 'America/New_York', at);
  return { ...facts, consumer: { ...facts.consumer, language: 'en' } };
}

const old = examplesOn(cityCase('2026-08-21T10:00:00-04:00'));
const on = examplesOn(cityCase('2026-09-16T10:00:00-04:00'));
const heard = { result: 'voicemail_content' };
const mailed = { channel: 'email', to: 'e1', result: 'sent' };
const byCreditor = { actor: OWN_CREDITOR };
const chatted = attempt('2026-09-15T10:00:00-04:00', { channel: 'chat', result: 'exchange' });
/** What the person wrote from the address that the next message goes to. */
const wrote = (at: string) => ({ contact_log: [inbound('i1', at, {})], proposed: BY_EMAIL });

const ordinaryNew = cityCase('2027-03-10T10:00:00-05:00');
const since2027 = examplesOn(ordinaryNew);
const moreSince2027 = moreOn(ordinaryNew);
const more = moreOn(cityCase('2026-09-16T10:00:00-04:00'));
const stopped = eventAt('media_optout', '2027-03-09T10:00:00-05:00', {
  medium: 'phone_call',
  via: 'voice',
});
/** Said on the telephone, long after the validation period. */
const disputedOn = (at: string) => eventAt('dispute', at, { in_writing: false });

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
          attempt('2026-12-27T10:00:00-05:00', heard),
          attempt('2026-12-28T10:00:00-05:00', mailed),
        ],
        proposed: { at: '2026-12-31T10:00:00-05:00' },
      },
      ['US-NYC-FREQ-OLD'],
      '2027-01-01T08:00:00-05:00',
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
      'a letter the day after an exchange of chat: mail is outside the new rules',
      { contact_log: [chatted], proposed: BY_LETTER },
    ],
    outside: [
      'a call the day after an exchange of chat',
      { contact_log: [chatted] },
      ['US-NYC-POSTEXCHANGE'],
      '2026-09-22T08:00:00-04:00',
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
  ...more('US-NYC-FREQ-OLD', [
    'until the new rules begin the old limit binds beside them, letters included',
    {
      contact_log: [
        attempt('2026-09-12T10:00:00-04:00', heard),
        attempt('2026-09-14T10:00:00-04:00', { channel: 'letter', to: 'a1', result: 'sent' }),
      ],
    },
    ['US-NYC-FREQ-OLD'],
    '2026-09-19T08:00:00-04:00',
  ]),
  ...moreSince2027(
    'US-NYC-FREQ-3IN7',
    [
      'letters are neither counted nor limited',
      {
        contact_log: [
          attempt('2027-03-05T10:00:00-05:00'),
          attempt('2027-03-06T10:00:00-05:00', mailed),
          attempt('2027-03-07T10:00:00-05:00'),
        ],
        proposed: BY_LETTER,
      },
    ],
    [
      'the fourth over calls and e-mail',
      {
        contact_log: [
          attempt('2027-03-05T10:00:00-05:00'),
          attempt('2027-03-06T10:00:00-05:00', mailed),
          attempt('2027-03-07T10:00:00-05:00'),
        ],
      },
      ['US-NYC-FREQ-3IN7'],
      '2027-03-12T08:00:00-05:00',
    ],
  ),
  ...more(
    'US-NYC-ELEC',
    ['the person wrote from the address sixty days ago', wrote('2026-07-18T10:00:00-04:00')],
    [
      'the person wrote from it sixty-one days ago',
      wrote('2026-07-17T10:00:00-04:00'),
      ['US-NYC-ELEC'],
    ],
    [
      'the person wrote yesterday, and nobody recorded their language',
      { ...wrote('2026-09-15T10:00:00-04:00'), consumer: { language: null } },
      ['US-NYC-ELEC'],
    ],
    [
      'their language is on record',
      { ...wrote('2026-09-15T10:00:00-04:00'), consumer: { language: 'es' } },
    ],
  ),
  ...since2027('US-NYC-STOP', {
    inside: ['a creditor whom nobody told to stop', byCreditor],
    edge: [
      'a creditor writes a letter to somebody who said to stop calling',
      { ...byCreditor, events: [stopped], proposed: BY_LETTER },
    ],
    outside: [
      'a creditor calls somebody who said to stop calling',
      { ...byCreditor, events: [stopped] },
    ],
  }),
  ...since2027('US-NYC-DISPUTE', {
    inside: ['nothing disputed', {}],
    edge: [
      'disputed and verified',
      {
        events: [
          disputedOn('2027-02-01T10:00:00-05:00'),
          eventAt('verification_sent', '2027-03-01T10:00:00-05:00'),
        ],
      },
    ],
    outside: [
      'disputed by word of mouth, not verified yet',
      { events: [disputedOn('2027-02-01T10:00:00-05:00')] },
    ],
  }),
  ...since2027('US-NYC-UNVERIFIED', {
    inside: ['nothing disputed', {}],
    edge: [
      'the sixtieth day',
      { events: [disputedOn('2027-01-09T10:00:00-05:00')] },
      ['US-NYC-DISPUTE'],
    ],
    outside: [
      'the sixty-first day',
      { events: [disputedOn('2027-01-08T10:00:00-05:00')] },
      ['US-NYC-DISPUTE', 'US-NYC-UNVERIFIED'],
    ],
  }),
];
