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

const step = (day: string) => ({
  proposed: { channel: 'lawsuit', to: null, at: `${day}T10:00:00+01:00` },
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
  ...on('EU-CCD2-FORBEARANCE', {
    inside: [
      'forbearance was considered',
      { ...told('forbearance_considered'), ...step('2026-11-20') },
    ],
    edge: ['a suit the day before it applies', step('2026-11-19')],
    outside: ['a suit, and nobody has considered it', step('2026-11-20')],
  }),
  ...more(
    'EU-CCD2-FORBEARANCE',
    [
      'a mortgage has a directive of its own',
      { debts: [{ id: 'd1', type: 'mortgage' }], ...step('2026-11-20') },
    ],
    ['a call is no step of enforcement', { proposed: { at: '2026-11-20T10:00:00+01:00' } }],
  ),
  ...on('EU-AI-50', {
    inside: ['a person calls', { proposed: { at: '2026-08-03T10:00:00+02:00' } }],
    edge: [
      'a synthetic voice the day before',
      { proposed: { at: '2026-08-01T10:00:00+02:00', voice: 'ai_generated_conversational' } },
    ],
    outside: [
      'a synthetic voice from that day on',
      { proposed: { at: '2026-08-02T10:00:00+02:00', voice: 'ai_generated_conversational' } },
    ],
  }),
];
