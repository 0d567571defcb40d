import { examplesOn } from '#domain/gate/pack-examples.ts';
import { ordinaryCase, start } from './ordinary-case.ts';

const on = examplesOn({
  ...ordinaryCase,
  proposed: { ...ordinaryCase.proposed, at: '2026-07-15T10:00:00+01:00' },
});
const owing = (type: string, days_past_due: number) => ({
  debts: [{ id: 'd1', type, creditor: 'Example Shop', days_past_due }],
});
const deferred = owing('deferred_payment_credit', 10);
const suit = { channel: 'lawsuit', to: null };
const noticed = start('collection_notice', '2026-07-10');

/** Support before arrears, and deferred payment credit since 15 July 2026. */
export const arrearsExamples = [
  ...on('GB-CONC-EARLY-SUPPORT', {
    inside: ['arrears not told', {}],
    edge: ['one day late', owing('personal_loan', 1)],
    outside: ['nothing is overdue yet', owing('personal_loan', 0)],
  }),
  ...on('GB-DPC-MISSED-PAYMENT', {
    inside: ['the customer was told of the missed payment', { ...deferred, ...noticed }],
    edge: [
      'the day before it was regulated',
      { ...deferred, proposed: { at: '2026-07-14T10:00:00+01:00' } },
    ],
    outside: ['ten days late, nobody has told the customer', deferred],
  }),
  ...on('GB-DPC-NOTICE', {
    inside: ['a suit after the notice', { ...deferred, ...noticed, proposed: suit }],
    edge: ['a suit on a loan of another kind', { ...owing('personal_loan', 10), proposed: suit }],
    outside: ['a suit without one', { ...deferred, proposed: suit }],
  }),
];
