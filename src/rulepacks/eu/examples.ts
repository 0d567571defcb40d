import { eventAt, examplesOn, moreOn, stateCase } from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('EU', 'DE', 'Europe/Berlin', '2026-06-10T10:00:00+02:00'),
  packs: ['EU'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const told = (...kinds: readonly string[]) => ({
  events: kinds.map((kind, index) => eventAt(kind, `2026-06-0${index + 1}T10:00:00+02:00`)),
});

export default [
  ...on('EU-GDPR', {
    inside: ['nothing asked', {}],
    edge: ['the restriction was lifted', told('gdpr_restriction', 'gdpr_restriction_lifted')],
    outside: ['processing restricted', told('gdpr_restriction')],
  }),
  ...more(
    'EU-GDPR',
    ['an objection not yet decided', told('gdpr_objection'), ['EU-GDPR']],
    ['an objection overruled', told('gdpr_objection', 'gdpr_objection_decided')],
    [
      'the answer to the request',
      {
        ...told('gdpr_restriction'),
        proposed: { channel: 'letter', to: 'a1', purpose: 'gdpr_answer' },
      },
    ],
  ),
  ...on('EU-NPL', {
    inside: ['never transferred', {}],
    edge: ['the person was told', told('credit_transferred', 'transfer_notice')],
    outside: ['transferred, and nobody has told the person', told('credit_transferred')],
  }),
  ...more('EU-NPL', [
    'a bill for electricity is no credit of a bank',
    { ...told('credit_transferred'), debts: [{ id: 'd1', type: 'utility' }] },
  ]),
];
