import { z } from 'zod';
import { planStates } from '#domain/agreements/plan-judgement.ts';
import { promiseStates } from '#domain/agreements/promise.ts';
import { payers } from '#domain/parties/payers.ts';
import { code, count, currency, date, form, id, minor } from './fact-forms.ts';

const plan = {
  conversationId: id,
  planId: id,
  totalMinor: minor,
  currency,
  instalments: count,
  firstDueOn: date.nullable(),
  as: z.literal('plan'),
};

/** Money that came, went back or was credited, and what was agreed about it. */
export const moneyEvents = {
  'payment.received': form(1, {
    paymentId: id,
    amountMinor: minor,
    currency,
    /** What no open item took. */
    unappliedMinor: minor,
    receivedOn: date,
    source: code,
    conversationId: id.nullable(),
  }),
  /** Somebody said whose money a payment was. */
  'payment.payer-told': form(1, { paymentId: id, payer: z.enum(payers), was: z.enum(payers) }),
  'payment.reversed': form(1, {
    paymentId: id,
    amountMinor: minor,
    currency,
    reasonCode: code.nullable(),
  }),
  /** What of a payment waited and now reduced a debt. */
  'payment.applied': form(1, { paymentId: id, amountMinor: minor, currency }),
  /** What of a credit note waited on the account and now reduced a debt. */
  'credit.applied': form(1, { creditId: id, amountMinor: minor, currency }),
  /** What of a payment or credit note waited and was given back to the customer. */
  'payment.refunded': form(1, { paymentId: id, amountMinor: minor, currency, refundedOn: date }),
  'credit.refunded': form(1, { creditId: id, amountMinor: minor, currency, refundedOn: date }),
  /** What of a payment went to debt that was written off before; the case stays as it ended. */
  'payment.recovered': form(1, { paymentId: id, amountMinor: minor, currency }),
  'credit.booked': form(1, {
    creditId: id,
    itemId: id,
    amountMinor: minor,
    currency,
    /** The day of the note; lines of before do not tell it. */
    issuedOn: date.nullish(),
    /** What its item did not owe any more: it waits on the account. */
    unappliedMinor: minor,
  }),
  /** When a payment method expires, whether it renews, or its charging day was corrected. */
  'method.corrected': form(1, { methodId: id, expiresOn: date.nullable() }),
  'method.recorded': form(1, {
    conversationId: id,
    methodId: id,
    kind: z.enum(['card', 'mandate']),
    as: z.literal('new-method'),
  }),
  'promise.made': form(1, {
    conversationId: id,
    promiseId: id,
    amountMinor: minor,
    currency,
    dueOn: date,
    method: code,
    as: z.enum(['promise', 'part-promise']),
  }),
  'promise.judged': form(1, { promiseId: id, state: z.enum(promiseStates) }),
  'plan.proposed': form(1, plan),
  /** In force from now: agreed within the agent's authority, or approved by a supervisor. */
  'plan.made': form(1, plan),
  'plan.approved': form(1, { planId: id }),
  'plan.refused': form(1, { planId: id }),
  'plan.judged': form(1, { planId: id, state: z.enum(planStates) }),
} as const;
