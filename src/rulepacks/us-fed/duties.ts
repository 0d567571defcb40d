import type { Duty } from '#domain/gate/duties.ts';

/**
 * What federal law has to be done by a time. Regulation F sets no day for the answer to a dispute or
 * a request for the original creditor: collection rests until it is sent (12 CFR 1006.38), and thirty
 * days keep it from being forgotten.
 */
export const duties: readonly Duty[] = [
  {
    on: 'first_communication',
    kind: 'validation_notice',
    rule: 'USF-34-VALIDATION-5D',
    within: { days: 5 },
    queue: 'back-office',
    metBy: ['validation_notice'],
  },
  {
    on: 'opt_out',
    kind: 'opt_out_confirmation',
    rule: 'TCPA-CONFIRM-TEXT',
    within: { minutes: 5 },
    queue: 'compliance',
    metBy: ['optout_confirmation'],
  },
  {
    on: 'dispute',
    kind: 'debt_verification',
    rule: 'USF-38-DISPUTE',
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['dispute_answered'],
  },
  {
    on: 'original_creditor_request',
    kind: 'original_creditor_answer',
    rule: 'USF-38-ORIGCRED',
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['original_creditor_answered'],
  },
];
