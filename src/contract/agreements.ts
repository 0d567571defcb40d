import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { date, decimal, decimalFromZero, id, positiveDecimal } from './shapes.ts';

const on = { conversationId: id };
const base = '/api/conversations/:conversationId';

/** One rung of the negotiation ladder with what this agent may offer on it. */
export const rungShape = z.object({
  rung: z.enum(['full', 'part', 'promise', 'short-arrangement', 'plan', 'hardship']),
  offered: z.boolean(),
  /** Codes of why not, when not offered. */
  whyNot: z.array(z.string()),
  amount: decimal.nullable(),
  least: decimal.nullable(),
  mostDays: z.number().int().nullable(),
  mostInstalments: z.number().int().nullable(),
});

export const readLadder = endpoint({
  name: 'contact.ladder',
  method: 'GET',
  path: `${base}/ladder`,
  right: 'case.work',
  shows: 'customer',
  summary: 'What this agent may offer now. Needs verification and the late reason.',
  input: z.strictObject(on),
  output: z.object({
    currency: z.string(),
    today: date,
    /** The first pay day from today on, when banks are open; null: nobody knows it. */
    nextPayOn: date.nullable(),
    rungs: z.array(rungShape),
  }),
});

const method = z.enum(['card', 'bank-transfer', 'direct-debit', 'cash', 'other']);

/** That the terms were read back and the customer said yes to them: nothing is recorded without. */
const agreed = z.literal(true, 'customer-said-yes');

export const makePromise = endpoint({
  name: 'contact.promise',
  method: 'POST',
  path: `${base}/promises`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Records a promise; with `rest`, a part now and a dated promise for what remains.',
  input: z.strictObject({
    ...on,
    amount: positiveDecimal,
    dueOn: date,
    method,
    restDueOn: date.nullable().default(null),
    agreed,
  }),
  output: z.object({ promiseIds: z.array(id) }),
});

const affordability = z.strictObject({
  income: decimalFromZero,
  housing: decimalFromZero,
  living: decimalFromZero,
  otherDebts: decimalFromZero,
});

const planTerms = {
  frequency: z.enum(['weekly', 'fortnightly', 'monthly']),
  firstDueOn: date,
  /** Exactly one of the two is given. */
  instalments: z.number().int().min(2).max(120).nullable(),
  instalmentAmount: positiveDecimal.nullable(),
  affordability: affordability.nullable().default(null),
};

const planShape = z.object({
  total: decimal,
  currency: z.string(),
  instalments: z.array(z.object({ number: z.number().int(), dueOn: date, amount: decimal })),
  needsApproval: z.boolean(),
  why: z.array(z.string()),
  disposable: decimal.nullable(),
});

export const previewPlan = endpoint({
  name: 'contact.preview-plan',
  method: 'POST',
  path: `${base}/plan-preview`,
  right: 'case.work',
  shows: 'customer',
  summary:
    'The instalments such a plan would have, summing to the debt, and whether it is in reach.',
  whileClockInDoubt: true,
  input: z.strictObject({ ...on, ...planTerms }),
  output: planShape,
});

export const makePlan = endpoint({
  name: 'contact.plan',
  method: 'POST',
  path: `${base}/plans`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Makes the plan; above the agent’s authority it waits for a supervisor.',
  input: z.strictObject({ ...on, ...planTerms, agreed }),
  output: planShape.extend({ planId: id, state: z.string() }),
});
