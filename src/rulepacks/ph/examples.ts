import type { Facts } from '#domain/gate/facts/facts.ts';
import { consentAt, examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const ordinaryCase: Facts = {
  packs: ['PH'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'PH-00', tz: ['Asia/Manila'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+639171234567' },
    { id: 'a1', kind: 'mail' },
  ],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank', days_past_due: 30 }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T21:59:59+08:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const night = { proposed: { at: '2026-06-10T22:30:00+08:00' } };
const card = (days_past_due: number) => ({
  debts: [{ id: 'd1', type: 'credit_card', days_past_due }],
});
const loan = (days_past_due: number) => ({
  debts: [{ id: 'd1', type: 'personal_loan', days_past_due }],
});
const morning = '2026-06-11T06:00:00+08:00';

export default [
  ...on('PH-BSP-HOURS', {
    inside: ['one second before ten', {}],
    edge: ['sixty-one days late', { ...night, ...card(61) }],
    outside: ['sixty days late', { ...night, ...card(60) }, ['PH-BSP-HOURS'], morning],
  }),
  ...more(
    'PH-BSP-HOURS',
    [
      'arrears not told',
      { ...night, debts: [{ id: 'd1', type: 'credit_card' }] },
      ['PH-BSP-HOURS'],
      morning,
    ],
    [
      'express permission',
      {
        ...night,
        consents: [
          consentAt('contact_time', '2026-05-01T10:00:00+08:00', { from: '22:00', to: '23:00' }),
        ],
      },
    ],
    ['a letter', { proposed: { ...night.proposed, channel: 'letter', to: 'a1' } }],
  ),
  ...on('PH-SEC-HOURS', {
    inside: ['before ten', loan(3)],
    edge: ['fifteen days late', { ...night, ...loan(15) }],
    outside: ['fourteen days late', { ...night, ...loan(14) }, ['PH-SEC-HOURS'], morning],
  }),
  ...more(
    'PH-SEC-HOURS',
    [
      'somebody of the contact list',
      { ...loan(30), proposed: { person: 'third_party:friend' } },
      ['PH-SEC-HOURS'],
    ],
    [
      'a loan that a bank collects',
      { ...night, ...loan(3), actor: { type: 'bank', id: 'bank-1' } },
    ],
  ),
];
