import { BY_LETTER, eventAt, examplesOn, inbound, stateCase } from '#domain/gate/pack-examples.ts';

const on = examplesOn({
  ...stateCase('US-NV', 'US-NV', 'America/Los_Angeles', '2026-06-10T10:00:00-07:00'),
  debts: [{ id: 'd1', type: 'medical', creditor: 'Example Clinic' }],
});
const mailed = (at: string) => [{ kind: 'nv_notice_mailed', mailed_at: at, debts: ['d1'] }];

export default [
  ...on('US-NV-MED60', {
    inside: [
      'another kind of debt',
      { debts: [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank' }] },
    ],
    edge: ['sixty days after', { events: mailed('2026-04-11T15:00:00-07:00') }],
    outside: [
      'a letter fifty-nine days after, though the person wrote first',
      {
        events: [eventAt('nv_notice_mailed', '2026-04-12T15:00:00-07:00')],
        contact_log: [inbound('i1', '2026-06-09T10:00:00-07:00', {})],
        proposed: BY_LETTER,
      },
      ['US-NV-MED60'],
      '2026-06-11T00:00:00-07:00',
    ],
  }),
  ...on('US-NV-MED60', {
    inside: ['the clinic itself', { actor: { type: 'original_creditor', id: 'clinic' } }],
    edge: ['the notice is being mailed', { proposed: { ...BY_LETTER, purpose: 'send_nv_notice' } }],
    outside: ['no notice was mailed', {}],
  }),
];
