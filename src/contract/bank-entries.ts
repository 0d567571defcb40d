import { z } from 'zod';
import { reversalReasons } from '#domain/key-events/reversal-reasons.ts';
import { payers } from '#domain/parties/payers.ts';
import { endpoint } from './endpoint.ts';
import { date, decimal, done, freeWords, id, knownReference } from './shapes.ts';

const candidate = z.object({
  itemId: id,
  accountId: id,
  customerId: id,
  itemReference: z.string(),
  accountReference: z.string(),
  customerReference: z.string(),
  customerName: z.string(),
  balance: decimal,
  currency: z.string(),
  dueOn: date,
});

const state = z.enum(['unmatched', 'matched', 'set_aside', 'known', 'left_out']);

/** The earlier entry that one is, or may be, once more, with the file that brought it. */
const sameEntry = z.object({
  id,
  state,
  amount: decimal,
  currency: z.string(),
  bookedOn: date,
  payerName: z.string().nullable(),
  reference: z.string().nullable(),
  remittance: z.string().nullable(),
  /** Its place in the file: of a file of payments, the line. */
  position: z.int(),
  fileName: z.string().nullable(),
});

/** Bank entries in one state; the unmatched ones with what they could be and why. */
export const readEntries = endpoint({
  name: 'intake.read-entries',
  method: 'GET',
  path: '/api/bank-entries',
  right: 'entry.resolve',
  shows: 'customers',
  summary: 'Bank entries that wait for a person, were matched, are known again, or were put aside.',
  input: z.strictObject({ state, entryId: id.optional() }),
  output: z.object({
    entries: z.array(
      z.object({
        id,
        portfolioId: id,
        portfolioName: z.string(),
        amount: decimal,
        /** Charges of banks within the amount, a cost of the creditor; null without any. */
        charges: decimal.nullable(),
        currency: z.string(),
        bookedOn: date,
        payerName: z.string().nullable(),
        payerAccount: z.string().nullable(),
        /** Whose money it is as the file says. */
        payerRole: z.enum(payers).nullable(),
        reference: z.string().nullable(),
        remittance: z.string().nullable(),
        returnReason: z.string().nullable(),
        /** Of money that went back: its code does not say why, so whoever decides has to. */
        asksReason: z.boolean(),
        state,
        how: z.string().nullable(),
        note: z.string().nullable(),
        reasons: z.array(z.object({ code: z.string(), about: z.string().nullable() })),
        candidates: z.array(candidate),
        /** Its place in its file: of a file of payments, the line. */
        position: z.int(),
        sameAs: sameEntry.nullable(),
      }),
    ),
  }),
});

const reference = knownReference.nullable();

/** Says whose an entry is. One reference, or for money that went back the payment it was. */
export const matchEntry = endpoint({
  name: 'intake.match-entry',
  method: 'POST',
  path: '/api/bank-entries/:entryId/match',
  right: 'entry.resolve',
  shows: 'nobody',
  summary: 'Book an entry as a payment of an item, account or customer.',
  input: z.strictObject({
    entryId: id,
    itemReference: reference,
    accountReference: reference,
    customerReference: reference,
    paymentId: id.nullable(),
    /** Whose money it is; null goes by the file, and by the name of the payer. */
    payer: z.enum(payers).nullable().default(null),
    /** Why money went back, where the bank gave no code that is known. */
    reason: z.enum(reversalReasons).exclude(['bank-return']).nullable().default(null),
    note: freeWords({ least: 0, most: 2000 }).nullable(),
  }),
  /** The request that it waits for when it is above the portfolio's limit. */
  output: done.extend({ approvalId: id.nullable() }),
});

/** Says whether an entry is an earlier one once more, or another movement of its own. */
export const decideSameEntry = endpoint({
  name: 'intake.decide-same-entry',
  method: 'POST',
  path: '/api/bank-entries/:entryId/same',
  right: 'entry.resolve',
  shows: 'nobody',
  summary: 'Say whether an entry is the same as an earlier one; another one is matched anew.',
  input: z.strictObject({ entryId: id, same: z.boolean() }),
  output: done,
});

/** Puts an entry aside with a note. */
export const setEntryAside = endpoint({
  name: 'intake.set-entry-aside',
  method: 'POST',
  path: '/api/bank-entries/:entryId/set-aside',
  right: 'entry.resolve',
  shows: 'nobody',
  summary: 'Put an entry aside: it is no payment of a debt here.',
  input: z.strictObject({ entryId: id, note: freeWords({ least: 1, most: 2000 }) }),
  output: done,
});
