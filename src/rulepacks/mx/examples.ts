import type { Facts } from '#domain/gate/facts/facts.ts';
import { examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['MX'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'MX-BCN', tz: ['America/Tijuana'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+526641234567' },
    { id: 'a1', kind: 'mail' },
  ],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Banco Ejemplo' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-14T10:00:00-07:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });

export default [
  ...on('MX-HOURS', {
    inside: ['a Sunday morning in Tijuana', {}],
    edge: ['one second before ten in the evening', at('2026-06-14T21:59:59-07:00')],
    outside: [
      'half past seven in Mexico City is half past six in Tijuana',
      at('2026-06-15T07:30:00-06:00'),
      ['MX-HOURS'],
      '2026-06-15T07:00:00-07:00',
    ],
  }),
  ...more(
    'MX-HOURS',
    [
      'no summer time in Mexico City since 2022',
      {
        consumer: {
          location_signals: [
            { kind: 'confirmed_tz', region: 'MX-CMX', tz: ['America/Mexico_City'] },
          ],
        },
        ...at('2026-06-14T22:00:00-06:00'),
      },
      ['MX-HOURS'],
      '2026-06-15T07:00:00-06:00',
    ],
    [
      'the border keeps the summer time of the United States',
      {
        consumer: {
          location_signals: [
            { kind: 'confirmed_tz', region: 'MX-CHH', tz: ['America/Ciudad_Juarez'] },
          ],
        },
        ...at('2026-06-14T06:59:59-06:00'),
      },
      ['MX-HOURS'],
      '2026-06-14T07:00:00-06:00',
    ],
    ['a letter', { proposed: { at: '2026-06-14T23:00:00-07:00', channel: 'letter', to: 'a1' } }],
  ),
  ...on('MX-THIRD-PARTY', {
    inside: ['the debtor', {}],
    edge: ['a surety owes too', { proposed: { person: 'surety' } }],
    outside: ['a reference', { proposed: { person: 'reference' } }],
  }),
  ...on('MX-CALLERID', {
    inside: ['nothing known of the number shown', {}],
    edge: ['the number is shown', { proposed: { caller_id: '+525512345678' } }],
    outside: ['hidden', { proposed: { caller_id: 'hidden' } }],
  }),
  ...on('MX-PAYMENT', {
    inside: ['the bank itself', { actor: { type: 'bank', id: 'banco' } }],
    edge: ['the original creditor', { actor: { type: 'original_creditor', id: 'banco' } }],
    outside: ['a collection firm', {}],
  }),
];
