import type { Facts } from '#domain/gate/facts/facts.ts';
import { attempt, consentAt, examplesOn, inbound, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['CO'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'CO-DC', tz: ['America/Bogota'] }],
    authorised_channels: ['phone_call', 'sms', 'email'],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+573001234567' },
    { id: 'e1', kind: 'email', address: 'pat.doe@example.net' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Banco Ejemplo' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00-05:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const sms = { channel: 'sms', to: 'm1' };
const talked = (time: string, other: object = {}) =>
  attempt(time, { result: 'conversation', conversation_debts: ['d1'], ...other });
const visit = { proposed: { channel: 'visit', to: 'a1' } };
const script = (content: object) => ({ proposed: { content } });
const anyChannel = { authorised_channels: ['phone_call', 'visit'] };

export default [
  ...on('CO-2300-HOURS', {
    inside: ['a Wednesday morning', {}],
    edge: ['seven on the dot', at('2026-06-10T07:00:00-05:00')],
    outside: [
      'Saturday at three, and Monday is the Día de la Raza',
      at('2026-10-10T15:00:00-05:00'),
      ['CO-2300-HOURS'],
      '2026-10-13T07:00:00-05:00',
    ],
  }),
  ...more(
    'CO-2300-HOURS',
    [
      'a Monday to which All Saints was moved',
      at('2026-11-02T10:00:00-05:00'),
      ['CO-2300-HOURS'],
      '2026-11-03T07:00:00-05:00',
    ],
    ['the first of November itself is open but for its Sunday', at('2027-11-02T10:00:00-05:00')],
    [
      'seven in the evening',
      at('2026-06-12T19:00:00-05:00'),
      ['CO-2300-HOURS'],
      '2026-06-13T08:00:00-05:00',
    ],
    [
      'other hours set expressly',
      {
        ...at('2026-06-10T20:30:00-05:00'),
        consents: [
          consentAt('contact_time', '2026-05-01T10:00:00-05:00', { from: '20:00', to: '21:00' }),
        ],
      },
    ],
    ['the day before the law', at('2023-10-09T20:00:00-05:00')],
  ),
  ...on('CO-2300-CONSENT-CHANNEL', {
    inside: ['calls were authorised', {}],
    edge: ['text is another word for sms', at('2026-06-10T10:00:00-05:00', { channel: 'text' })],
    outside: ['messaging was not', { proposed: { channel: 'messaging' } }],
  }),
  ...more(
    'CO-2300-CONSENT-CHANNEL',
    [
      'nobody recorded which channels were authorised',
      { consumer: { authorised_channels: null } },
      ['CO-2300-CONSENT-CHANNEL'],
    ],
    [
      'a text where nobody recorded them',
      { consumer: { authorised_channels: null }, proposed: sms },
      ['CO-2300-CONSENT-CHANNEL'],
    ],
  ),
  ...on('CO-2300-DAY', {
    inside: ['a talk yesterday', { contact_log: [talked('2026-06-09T10:00:00-05:00')] }],
    edge: [
      'a call nobody answered is no direct contact',
      { contact_log: [attempt('2026-06-10T08:00:00-05:00')] },
    ],
    outside: [
      'a talk this morning',
      { contact_log: [talked('2026-06-10T08:00:00-05:00')] },
      ['CO-2300-DAY'],
      '2026-06-11T07:00:00-05:00',
    ],
  }),
  ...more(
    'CO-2300-DAY',
    [
      'another collector’s talk is not ours',
      { contact_log: [talked('2026-06-10T08:00:00-05:00', { by: 'agency-B' })] },
    ],
    [
      'an answer to the person’s own message',
      {
        contact_log: [
          talked('2026-06-10T08:00:00-05:00'),
          inbound('I1', '2026-06-10T09:30:00-05:00', { channel: 'sms', from: 'm1' }),
        ],
        proposed: { in_response_to: 'I1' },
      },
    ],
    [
      'a slot held for today',
      { contact_log: [attempt('2026-06-10T15:00:00-05:00', { result: 'reserved' })] },
      ['CO-2300-DAY'],
      '2026-06-11T07:00:00-05:00',
    ],
  ),
  ...on('CO-2300-CHANNEL-WEEK', {
    inside: ['the same channel', { contact_log: [talked('2026-06-08T10:00:00-05:00')] }],
    edge: [
      'another channel on the eighth date',
      { contact_log: [talked('2026-06-03T10:00:00-05:00')], proposed: sms },
    ],
    outside: [
      'another channel on the seventh',
      { contact_log: [talked('2026-06-04T10:00:00-05:00')], proposed: sms },
      ['CO-2300-CHANNEL-WEEK'],
      '2026-06-11T07:00:00-05:00',
    ],
  }),
  ...on('CO-2300-REFERENCES', {
    inside: ['the debtor', {}],
    edge: ['a surety', { proposed: { person: 'surety' } }],
    outside: ['a personal reference', { proposed: { person: 'reference' } }],
  }),
  ...on('CO-2300-VISIT', {
    inside: ['a call', {}],
    edge: [
      'microcredit',
      { ...visit, consumer: anyChannel, debts: [{ id: 'd1', type: 'microcredit' }] },
    ],
    outside: ['at home', { ...visit, consumer: anyChannel }],
  }),
  ...on('CO-2300-MOTIVE', {
    inside: ['nothing known of the script', {}],
    edge: ['it asks for payment only', script({ mentions_debt: true })],
    outside: ['it asks for the reason', script({ asks_reason_unpaid: true })],
  }),
];
