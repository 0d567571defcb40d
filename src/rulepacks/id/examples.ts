import type { Facts } from '#domain/gate/facts/facts.ts';
import { consentAt, examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['ID'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'ID-JK', tz: ['Asia/Jakarta'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+6281234567890' },
    { id: 'w1', kind: 'landline', number: '+62211234567', place: 'work' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Bank Contoh' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00+07:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const consent = consentAt('contact_time', '2026-05-01T10:00:00+07:00', {
  from: '20:00',
  to: '22:00',
});

export default [
  ...on('ID-POJK-HOURS', {
    inside: ['a Saturday evening', at('2026-06-13T19:00:00+07:00')],
    edge: [
      'nine in the evening with consent to it',
      { ...at('2026-06-10T21:00:00+07:00'), consents: [consent] },
    ],
    outside: [
      'Saturday at eight',
      at('2026-06-13T20:00:00+07:00'),
      ['ID-POJK-HOURS'],
      '2026-06-15T08:00:00+07:00',
    ],
  }),
  ...more(
    'ID-POJK-HOURS',
    [
      'Islamic New Year',
      at('2026-06-16T10:00:00+07:00', { channel: 'sms' }),
      ['ID-POJK-HOURS'],
      '2026-06-17T08:00:00+07:00',
    ],
    [
      'both days of Idul Fitri, the second a Sunday',
      at('2026-03-21T10:00:00+07:00'),
      ['ID-POJK-HOURS'],
      '2026-03-23T08:00:00+07:00',
    ],
    [
      'half past eight in Jayapura is half past six in Jakarta',
      {
        ...at('2026-06-10T06:30:00+07:00'),
        consumer: {
          location_signals: [{ kind: 'confirmed_tz', region: 'ID-PA', tz: ['Asia/Jayapura'] }],
        },
      },
    ],
    ['the calendar ends', at('2029-06-13T10:00:00+07:00'), ['DUNLIN-NO-CALENDAR']],
    ['before the regulation', at('2023-12-21T21:00:00+07:00')],
  ),
  ...on('ID-POJK-OTHER', {
    inside: ['the consumer at home', { proposed: { channel: 'visit', to: 'a1' } }],
    edge: ['a call to the desk is no visit', { proposed: { to: 'w1' } }],
    outside: ['a relative', { proposed: { person: 'third_party:relative' } }],
  }),
  ...more('ID-POJK-OTHER', [
    'a visit to the workplace',
    { proposed: { channel: 'visit', to: 'w1' } },
    ['ID-POJK-OTHER'],
  ]),
];
