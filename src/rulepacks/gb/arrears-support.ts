import type { Duty } from '#domain/gate/duties.ts';
import { type EvaluationContext, eventsOf } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Rule } from '#domain/gate/pack.ts';

/** Deferred payment credit became regulated on this day (PS26/1). */
const DPC_SINCE = '2026-07-15';

const isDeferred = ({ debts }: EvaluationContext) =>
  debts.some(({ type }) => type === 'deferred_payment_credit');

const isLate = ({ debts }: EvaluationContext) =>
  debts.some(({ days_past_due }) => (days_past_due ?? 0) > 0);

/** No notice about the missed payment has gone out for a deferred payment credit of the attempt. */
function withoutNotice(moment: EvaluationContext): boolean {
  const sent = eventsOf(moment, 'collection_notice').filter(
    ({ event }) => !event.undelivered_notice_at,
  );
  return moment.debts
    .filter(({ type }) => type === 'deferred_payment_credit')
    .some(({ id }) => !sent.some(({ event }) => !event.debts || event.debts.includes(id)));
}

/** Nothing is overdue yet on any debt of which that is told. */
const isBeforeArrears = ({ debts }: EvaluationContext) =>
  debts.length > 0 && debts.every(({ days_past_due }) => days_past_due === 0);

const support = {
  citation: 'FCA PS24/2, CONC 7 as amended',
  source: 'https://www.fca.org.uk/publications/policy-statements/ps24-2-strengthening-protections',
  since: '2024-11-04',
  confidence: 'medium',
  basis: 'secondary',
} as const satisfies Partial<Rule>;

const deferred = {
  citation: 'FCA PS26/1, CONC 7 and PRIN 2A for deferred payment credit',
  source: 'https://www.fca.org.uk/publications/policy-statements',
  since: DPC_SINCE,
  confidence: 'medium',
  basis: 'secondary',
} as const satisfies Partial<Rule>;

/** Support in and before arrears, and what deferred payment credit asks since July 2026. */
export const arrearsSupport: readonly Rule[] = [
  {
    ...support,
    id: 'GB-CONC-BUDGET-COPY',
    title: 'The customer gets a copy of the form of income and spending',
    enforcement: 'definition',
  },
  {
    ...support,
    id: 'GB-CONC-EARLY-SUPPORT',
    title: 'Support is offered before arrears, not after them only',
    enforcement: 'advisory',
    applies: { notChannels: NOT_CONTACT },
    requires: (moment) => (isBeforeArrears(moment) ? ['support_available'] : []),
    check: (moment) => (isBeforeArrears(moment) ? { details: { say: 'support_available' } } : null),
  },
  {
    ...deferred,
    id: 'GB-DPC-MISSED-PAYMENT',
    title: 'Deferred payment credit: information about the missed payment is sent',
    enforcement: 'duty',
    applies: { notChannels: NOT_CONTACT, when: isDeferred },
    check: (moment) =>
      isLate(moment) && withoutNotice(moment)
        ? { details: { send: 'missed_payment_information' } }
        : null,
  },
  {
    ...deferred,
    id: 'GB-DPC-NOTICE',
    title: 'Deferred payment credit: no legal step and no sale before a notice',
    enforcement: 'hard',
    applies: { channels: ['lawsuit', 'debt_transfer'], when: isDeferred },
    check: (moment) => (withoutNotice(moment) ? { releasing: ['notice_sent'] } : null),
  },
];

/** The rule sets no day for the copy: it goes with what the form was taken for. */
const COPY_DAYS = 5;

export const arrearsDuties: readonly Duty[] = [
  {
    on: 'budget_taken',
    kind: 'budget_copy',
    rule: 'GB-CONC-BUDGET-COPY',
    within: { days: COPY_DAYS },
    queue: 'back-office',
    metBy: [],
  },
];
