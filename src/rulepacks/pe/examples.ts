import type { Facts } from '#domain/gate/facts/facts.ts';
import { examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['PE'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'PE-LIM', tz: ['America/Lima'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+51912345678' },
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
const letter = (content: object) => ({ proposed: { channel: 'letter', to: 'a1', content } });

export default [
  ...on('PE-62-HOURS', {
    inside: [
      'an e-mail on a Sunday night',
      at('2026-06-14T22:00:00-05:00', { channel: 'email', to: 'e1' }),
    ],
    edge: ['seven in the morning', at('2026-06-10T07:00:00-05:00')],
    outside: [
      'a Saturday',
      at('2026-06-13T10:00:00-05:00'),
      ['PE-62-HOURS'],
      '2026-06-15T07:00:00-05:00',
    ],
  }),
  ...more(
    'PE-62-HOURS',
    [
      'a visit at eight in the evening before the two national days',
      at('2026-07-27T20:00:00-05:00', { channel: 'visit', to: 'a1' }),
      ['PE-62-HOURS'],
      '2026-07-30T07:00:00-05:00',
    ],
    ['one second before eight', at('2026-06-10T19:59:59-05:00')],
  ),
  ...on('PE-62-OTHER', {
    inside: ['a plain letter', letter({ mentions_debt: true })],
    edge: ['a suit is announced, in the firm’s own form', letter({ threatens_suit: true })],
    outside: ['a letter in the form of a summons', letter({ resembles_court_document: true })],
  }),
  ...more('PE-62-OTHER', [
    'a poster at the door',
    {
      proposed: {
        channel: 'letter',
        to: 'a1',
        content: { format: 'poster', visibility: 'public' },
      },
    },
    ['PE-62-OTHER'],
  ]),
];
