import { z } from 'zod';
import { holdKinds } from '#domain/cases/holds.ts';
import { debtTypes } from '#domain/debts/debt-types.ts';
import { date, decimal, id, instant, money } from './shapes.ts';

const itemShape = z.object({
  id,
  accountReference: z.string(),
  reference: z.string(),
  kind: z.enum(['invoice', 'instalment', 'fee']),
  issuedOn: date.nullable(),
  dueOn: date,
  amount: decimal,
  balance: decimal,
  disputed: decimal,
  /** Whether a hold on the item or its account keeps it from being asked for. */
  held: z.boolean(),
  daysOverdue: z.number().int(),
  deliveredOn: date.nullable(),
  deliveredHow: z.string().nullable(),
  deliveredTo: z.string().nullable(),
  /** When it came back, unless it was sent again later. */
  deliveryFailedOn: date.nullable(),
});

/** What the law asks of an account beside its balance. */
const accountShape = z.object({
  id,
  reference: z.string(),
  product: z.string(),
  /** What somebody said; null leaves it to the product. */
  debtType: z.enum(debtTypes).nullable(),
  /** What the gate is told; null: nobody knows. */
  countsAs: z.enum(debtTypes).nullable(),
  studentAccountGroup: z.string().nullable(),
  limitationOn: date.nullable(),
  endedAs: z.enum(['settled', 'discharged']).nullable(),
  /** What was lent or sold on credit at the start; null: nobody said. */
  originalAmount: decimal.nullable(),
  /** The last day it was entered into, renewed, sold or assigned; null: nobody said. */
  renewedOn: date.nullable(),
  /** What the creditor's file told of it; null where it was silent. */
  originalCreditor: z.string().nullable(),
  chargedOffOn: date.nullable(),
  chargedOffAmount: decimal.nullable(),
  /** The last payment before it came here. */
  lastPaidOn: date.nullable(),
  placedOn: date.nullable(),
  /** What of the balance were interest and fees. */
  interest: decimal.nullable(),
  fees: decimal.nullable(),
  fileNote: z.string().nullable(),
  /** The last day before it is time-barred; null: nobody knows. */
  limitation: z
    .object({ lastDay: date, isBarred: z.boolean(), citation: z.string().nullable() })
    .nullable(),
});

/** What may be seen of the debt once the right person is verified. */
export const debtShape = z.object({
  total: money,
  overdue: money,
  /** Money of the customer that no debt has taken yet; not told where only a part is shown. */
  inHand: money,
  /** Payments that wait at the office and are probably the customer's; not told with a part only. */
  likely: money,
  /** What may be asked for today. */
  chaseable: money,
  /** Whether holds leave nothing to ask for. */
  isHeld: z.boolean(),
  /** Their kinds, as far as the reader may know them. */
  heldBy: z.array(z.enum(holdKinds)),
  /** Whether only some accounts are shown: those that whoever is on the line is tied to. */
  onlyPart: z.boolean(),
  oldestDueOn: date.nullable(),
  /** Days, three ways (M-005): from due date, from invoice date, from entry into collection. */
  ages: z.object({
    dueDays: z.number().int(),
    invoiceDays: z.number().int().nullable(),
    entryDays: z.number().int(),
  }),
  items: z.array(itemShape),
  accounts: z.array(accountShape),
  /** The day of the month on which the customer is paid; null: not known. */
  payDay: z.number().int().nullable(),
  methods: z.array(
    z.object({
      id,
      kind: z.enum(['card', 'mandate', 'none']),
      state: z.string(),
      masked: z.string().nullable(),
      expiresOn: date.nullable(),
      /** Whether the bank renews it by itself; null: nobody said. */
      renews: z.boolean().nullable(),
      /** The day of the month on which it is charged. */
      chargingDay: z.number().int().nullable(),
      rejects: z.number().int(),
      /** A better charging day, and how many days before pay day the charge is now; null: it suits. */
      proposedDay: z.object({ day: z.number().int(), daysBefore: z.number().int() }).nullable(),
    }),
  ),
  events: z.array(
    z.object({
      id,
      type: z.enum(['A', 'B', 'C', 'D']),
      subReason: z.string(),
      fault: z.string(),
      happenedOn: date,
      resolved: z.boolean(),
      /** What it cost the creditor, who never asks it of the customer; null: none, or not known. */
      cost: z
        .object({ amount: decimal, currency: z.string(), from: z.enum(['bank', 'policy']) })
        .nullable(),
    }),
  ),
  /** What refused and returned payments of the case have cost the creditor so far. */
  rejectCosts: z.object({
    rejects: z.number().int(),
    /** Rejects of which nobody knows what they cost. */
    unknown: z.number().int(),
    costs: z.array(z.object({ amount: decimal, currency: z.string() })),
  }),
  promises: z.array(
    z.object({
      id,
      amount: decimal,
      dueOn: date,
      state: z.string(),
      paid: decimal,
      madeAt: instant,
    }),
  ),
  plans: z.array(
    z.object({
      id,
      total: decimal,
      frequency: z.string(),
      state: z.string(),
      instalments: z.array(
        z.object({
          number: z.number().int(),
          dueOn: date,
          amount: decimal,
          paid: decimal,
          state: z.string(),
        }),
      ),
    }),
  ),
});
