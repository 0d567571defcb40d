import type { Facts } from '#domain/gate/facts/facts.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['AR'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [
      {
        kind: 'residential_address',
        region: 'AR-C',
        tz: ['America/Argentina/Buenos_Aires'],
      },
    ],
  },
  contact_points: [{ id: 'm1', kind: 'mobile', number: '+5491112345678' }],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Banco Ejemplo' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00-03:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const neighbour = { proposed: { person: 'third_party:neighbour' } };
const says = (content: object) => ({ proposed: { content } });
const cordoba = {
  consumer: {
    location_signals: [
      { kind: 'residential_address', region: 'AR-X', tz: ['America/Argentina/Cordoba'] },
    ],
  },
};
const week: WeeklyWindows = { wed: [['09:00', '19:00']], thu: [['09:00', '19:00']] };
const policy = { rule_hours: { 'AR-POLICY-HOURS': week } };
const night = { proposed: { at: '2026-06-10T22:00:00-03:00' } };

export default [
  ...on('AR-8BIS', {
    inside: ['nothing known of the words', {}],
    edge: ['a lawful suit is announced', says({ threatens_suit: true })],
    outside: ['the form of a claim in court', says({ resembles_court_document: true })],
  }),
  ...more('AR-8BIS', ['humiliation', says({ humiliates: true }), ['AR-8BIS']]),
  ...on('AR-CABA-6171', {
    inside: ['the debtor', {}],
    edge: ['a neighbour outside the city', { ...cordoba, ...neighbour }],
    outside: ['a neighbour in the city', neighbour],
  }),
  ...more(
    'AR-CABA-6171',
    ['asked for by name', { ...cordoba, ...neighbour, packs: ['AR-CABA'] }, ['AR-CABA-6171']],
    ['the bank itself is no agency', { ...neighbour, actor: { type: 'bank', id: 'banco' } }],
  ),
  ...on('AR-POLICY-HOURS', {
    inside: ['inside the operator’s hours', { policy }],
    edge: ['off until set', night],
    outside: [
      'after the operator’s hours',
      { ...night, policy },
      ['AR-POLICY-HOURS'],
      '2026-06-11T09:00:00-03:00',
    ],
  }),
];
