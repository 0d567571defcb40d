import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { date, decimal, id, positiveDecimal, remark } from './shapes.ts';

/** Customers who paid, or were credited, what no debt has taken yet. */
export const listMoney = endpoint({
  name: 'ledger.money-in-hand',
  method: 'GET',
  path: '/api/money-in-hand',
  right: 'payment.read',
  shows: 'customers',
  summary: 'Customers with money in hand, the longest waiting first, with what they owe.',
  input: z.strictObject({}),
  output: z.object({
    more: z.boolean(),
    customers: z.array(
      z.object({
        portfolioId: id,
        portfolioName: z.string(),
        customerId: id,
        customerName: z.string(),
        customerReference: z.string(),
        currency: z.string(),
        inHand: decimal,
        since: date,
        owed: decimal,
        disputed: decimal,
        /** Something that is to become of it waits for a second person. */
        waits: z.boolean(),
      }),
    ),
  }),
});

/** What waits of one customer, and what it could be applied to. */
export const readMoney = endpoint({
  name: 'ledger.customer-money',
  method: 'GET',
  path: '/api/money-in-hand/:portfolioId/:customerId',
  right: 'payment.read',
  shows: 'customers',
  summary: 'Payments and credit notes of a customer of which something waits, and open items.',
  input: z.strictObject({ portfolioId: id, customerId: id }),
  output: z.object({
    currency: z.string(),
    sources: z.array(
      z.object({
        id,
        of: z.enum(['payment', 'credit']),
        day: date,
        reference: z.string().nullable(),
        accountReference: z.string(),
        amount: decimal,
      }),
    ),
    items: z.array(
      z.object({
        id,
        reference: z.string(),
        dueOn: date,
        balance: decimal,
        disputed: decimal,
      }),
    ),
  }),
});

const money = { portfolioId: id, customerId: id, sourceId: id, amount: positiveDecimal };

/** `approvalId`: the approval that it waits for. */
const waiting = z.object({ approvalId: id.nullable() });

export const applyMoney = endpoint({
  name: 'ledger.apply-money',
  method: 'POST',
  path: '/api/money-in-hand/apply',
  right: 'payment.record',
  shows: 'nobody',
  summary: 'Applies money in hand to an open item; above the limit a second person approves.',
  input: z.strictObject({
    ...money,
    itemId: id,
    /** The customer asked for it to go there: only then disputed debt takes it. */
    directed: z.boolean().default(false),
  }),
  output: waiting,
});

export const refundMoney = endpoint({
  name: 'ledger.refund-money',
  method: 'POST',
  path: '/api/money-in-hand/refund',
  right: 'payment.refund',
  shows: 'nobody',
  summary: 'Records that money in hand was paid back; above the limit a second person approves.',
  input: z.strictObject({ ...money, refundedOn: date, note: remark }),
  output: waiting,
});
