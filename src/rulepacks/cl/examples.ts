import type { Facts } from '#domain/gate/facts/facts.ts';
import { attempt, examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['CL'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'confirmed_tz', region: 'CL-RM', tz: ['America/Santiago'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+56961234567' },
    { id: 'e1', kind: 'email', address: 'pat.doe@example.net' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [
    { id: 'd1', type: 'credit_card', creditor: 'Banco Ejemplo' },
    { id: 'd2', type: 'credit_card', creditor: 'Tienda Ejemplo' },
    { id: 'd3', type: 'business', creditor: 'Banco Ejemplo' },
  ],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00-04:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const talked = (time: string, other: object = {}) =>
  attempt(time, { result: 'conversation', conversation_debts: ['d1'], ...other });
const mailed = (time: string, other: object = {}) =>
  attempt(time, { channel: 'email', to: 'e1', result: 'sent', ...other });
const mail = { channel: 'email', to: 'e1' };

export default [
  ...on('CL-37-PHONE-1WEEK', {
    inside: ['none this week', {}],
    edge: ['a talk seven dates ago', { contact_log: [talked('2026-06-03T18:00:00-04:00')] }],
    outside: [
      'a talk six dates ago',
      { contact_log: [talked('2026-06-04T09:00:00-04:00')] },
      ['CL-37-PHONE-1WEEK'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...more(
    'CL-37-PHONE-1WEEK',
    [
      'a visit uses up the week for calls',
      { contact_log: [talked('2026-06-08T09:00:00-04:00', { channel: 'visit', to: 'a1' })] },
      ['CL-37-PHONE-1WEEK'],
      '2026-06-15T08:00:00-04:00',
    ],
    ['nobody answered', { contact_log: [attempt('2026-06-08T09:00:00-04:00')] }],
    [
      'another supplier’s debt',
      {
        contact_log: [
          talked('2026-06-08T09:00:00-04:00', { debts: ['d2'], conversation_debts: ['d2'] }),
        ],
      },
    ],
    [
      'the supplier itself called',
      { contact_log: [talked('2026-06-08T09:00:00-04:00', { by: 'creditor-1' })] },
      ['CL-37-PHONE-1WEEK'],
    ],
    [
      'a business debt',
      {
        contact_log: [talked('2026-06-08T09:00:00-04:00', { debts: ['d3'] })],
        proposed: { debts: ['d3'] },
      },
    ],
    [
      'the day before the reform',
      {
        ...at('2021-04-19T10:00:00-04:00'),
        contact_log: [talked('2021-04-16T10:00:00-04:00')],
      },
    ],
  ),
  ...on('CL-37-OTHER-2WEEK', {
    inside: ['the first', { proposed: mail }],
    edge: ['the second', { contact_log: [mailed('2026-06-08T09:00:00-04:00')], proposed: mail }],
    outside: [
      'the third',
      {
        contact_log: [
          mailed('2026-06-05T09:00:00-04:00'),
          mailed('2026-06-08T09:00:00-04:00', { channel: 'sms', to: 'm1' }),
        ],
        proposed: mail,
      },
      ['CL-37-OTHER-2WEEK'],
      '2026-06-12T08:00:00-04:00',
    ],
  }),
  ...more('CL-37-OTHER-2WEEK', [
    'a message that came back was none',
    {
      contact_log: [
        mailed('2026-06-05T09:00:00-04:00', { result: 'undelivered' }),
        mailed('2026-06-08T09:00:00-04:00'),
      ],
      proposed: mail,
    },
  ]),
  ...on('CL-37-SPACING', {
    inside: ['the only one', { proposed: mail }],
    edge: [
      'two days later',
      { contact_log: [mailed('2026-06-08T18:00:00-04:00')], proposed: mail },
    ],
    outside: [
      'the next day',
      { contact_log: [mailed('2026-06-09T08:00:00-04:00')], proposed: mail },
      ['CL-37-SPACING'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...more('CL-37-SPACING', [
    'a letter waits for the date and for no hour',
    {
      contact_log: [mailed('2026-06-09T08:00:00-04:00')],
      proposed: { channel: 'letter', to: 'a1' },
    },
    ['CL-37-SPACING'],
    '2026-06-11T00:00:00-04:00',
  ]),
  ...on('CL-37-HOURS', {
    inside: ['a Saturday evening', at('2026-06-13T19:00:00-04:00')],
    edge: ['eight in the morning', at('2026-06-10T08:00:00-04:00')],
    outside: [
      'Saturday at eight, and Monday is Saint Peter and Saint Paul',
      at('2026-06-27T20:00:00-04:00'),
      ['CL-37-HOURS'],
      '2026-06-30T08:00:00-04:00',
    ],
  }),
  ...more(
    'CL-37-HOURS',
    [
      'both national days in September, then a Sunday; the clocks have changed',
      at('2026-09-18T10:00:00-03:00'),
      ['CL-37-HOURS'],
      '2026-09-21T08:00:00-03:00',
    ],
    [
      'Easter Island is two hours behind',
      {
        ...at('2026-06-10T09:00:00-04:00'),
        consumer: {
          location_signals: [{ kind: 'confirmed_tz', region: 'CL-VS', tz: ['Pacific/Easter'] }],
        },
      },
      ['CL-37-HOURS'],
      '2026-06-10T08:00:00-06:00',
    ],
    [
      'the day of the Morro, a holiday in Arica alone',
      {
        ...at('2027-06-07T10:00:00-04:00'),
        consumer: {
          location_signals: [{ kind: 'confirmed_tz', region: 'CL-AP', tz: ['America/Santiago'] }],
        },
      },
      ['CL-37-HOURS'],
      '2027-06-08T08:00:00-04:00',
    ],
  ),
  ...on('CL-37-LOG', {
    inside: ['a suit is not a collection action', { proposed: { channel: 'lawsuit' } }],
    edge: ['a business debt', { proposed: { debts: ['d3'] } }],
    outside: ['any call', {}],
  }),
];
