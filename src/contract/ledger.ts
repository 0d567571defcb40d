import { z } from 'zod';
import { reversalReasons } from '#domain/key-events/reversal-reasons.ts';
import { knownPayers, payers } from '#domain/parties/payers.ts';
import { endpoint } from './endpoint.ts';
import {
  date,
  decimal,
  done,
  id,
  instant,
  knownReference,
  newReference,
  positiveDecimal,
  remark,
} from './shapes.ts';

const reference = knownReference.nullable().default(null);

export const listPayments = endpoint({
  name: 'ledger.payments',
  method: 'GET',
  path: '/api/payments',
  right: 'payment.read',
  shows: 'customers',
  summary: 'Payments, newest first; with what of each still waits for a debt.',
  input: z.strictObject({
    portfolioId: id.optional(),
    customerId: id.optional(),
    before: instant.optional(),
    unapplied: z.enum(['true', 'false']).default('false'),
  }),
  output: z.object({
    more: z.boolean(),
    payments: z.array(
      z.object({
        id,
        portfolioId: id,
        portfolioName: z.string(),
        customerId: id,
        customerName: z.string(),
        accountReference: z.string(),
        amount: decimal,
        unapplied: decimal,
        currency: z.string(),
        receivedOn: date,
        recordedAt: instant,
        source: z.string(),
        payer: z.enum(payers),
        reference: z.string().nullable(),
        reversedAt: instant.nullable(),
        reversalReason: z.string().nullable(),
      }),
    ),
  }),
});

export const recordPayment = endpoint({
  name: 'ledger.record-payment',
  method: 'POST',
  path: '/api/payments',
  right: 'payment.record',
  shows: 'nobody',
  summary:
    'Books a payment by item, account or customer reference; the same reference counts once.',
  input: z.strictObject({
    portfolioId: id,
    itemReference: reference,
    accountReference: reference,
    customerReference: reference,
    amount: positiveDecimal,
    receivedOn: date,
    /** Whose money it was: only who owes acknowledges the debt by paying. */
    payer: z.enum(payers).default('unknown'),
    reference: newReference,
  }),
  output: z.object({
    /** Null while it waits for a second person. */
    paymentId: id.nullable(),
    /** The approval that it waits for. */
    approvalId: id.nullable(),
    duplicate: z.boolean(),
    allocated: decimal,
    unapplied: decimal,
    currency: z.string(),
  }),
});

export const tellPayer = endpoint({
  name: 'ledger.tell-payer',
  method: 'POST',
  path: '/api/payments/:paymentId/payer',
  right: 'payment.record',
  shows: 'nobody',
  summary: 'Says whose money a payment was: limitation begins anew only with one by who owes.',
  input: z.strictObject({ paymentId: id, payer: z.enum(knownPayers) }),
  output: done,
});

export const reversePayment = endpoint({
  name: 'ledger.reverse-payment',
  method: 'POST',
  path: '/api/payments/:paymentId/reverse',
  right: 'payment.record',
  shows: 'nobody',
  summary: 'Takes a payment back, whole and once, for a reason that decides what follows.',
  input: z.strictObject({
    paymentId: id,
    /** Whose fault it is and what follows: see `domain/key-events/reversal-reasons.ts`. */
    reason: z.enum(reversalReasons),
    /** A known code of the bank (`AM04`, `R01`), with `bank-return` and no other reason. */
    reasonCode: z
      .string()
      .regex(/^[A-Z0-9]{1,8}$/)
      .nullable()
      .default(null),
    note: remark.nullable().default(null),
  }),
  /** `approvalId`: the approval that it waits for. */
  output: z.object({ caseId: id.nullable(), approvalId: id.nullable() }),
});

export const recordCredit = endpoint({
  name: 'ledger.record-credit',
  method: 'POST',
  path: '/api/credits',
  right: 'payment.record',
  shows: 'nobody',
  summary: 'Books a credit note for an item; what it does not owe any more is kept on its account.',
  input: z.strictObject({
    portfolioId: id,
    itemReference: knownReference,
    amount: positiveDecimal,
    issuedOn: date,
    reason: remark,
    reference: newReference,
  }),
  /** `unapplied` is kept on the account; `approvalId`: the approval that it waits for. */
  output: z.object({ duplicate: z.boolean(), unapplied: decimal, approvalId: id.nullable() }),
});
