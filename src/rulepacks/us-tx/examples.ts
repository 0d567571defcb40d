import { examplesOn, stateCase } from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-TX', 'US-TX', 'America/Chicago', '2026-06-10T10:00:00-05:00'),
  actor: { type: 'debt_buyer', id: 'buyer-1' },
});
const barred = [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank', time_barred: true }];

export default [
  ...on('US-TX', {
    inside: ['a debt in time', {}],
    edge: [
      'an agency for the creditor',
      { actor: { type: 'third_party_collector', id: 'agency-A' }, debts: barred },
    ],
    outside: ['a debt buyer and a time-barred debt', { debts: barred }],
  }),
];
