import { z } from 'zod';
import { caseStates } from '#domain/cases/states.ts';
import { questions } from '#domain/contact/verification.ts';
import { shapeNames } from '#domain/strategy/process-step.ts';
import { roles } from '#domain/workforce/rights.ts';
import { endpoint } from './endpoint.ts';
import { date, id, instant } from './shapes.ts';

const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** A plain decimal that may be zero. */
const amount = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'must be a plain decimal');

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as 08:30');

/** From and until on a wall clock; null is closed. */
const openTime = z
  .tuple([clockTime, clockTime])
  .refine(([from, until]) => from < until, 'must end after it begins')
  .readonly()
  .nullable();

const authority = z.strictObject({
  maxPlanMonths: whole(1, 120),
  minFirstPaymentBps: whole(0, 10_000),
  maxPromiseDays: whole(0, 365),
  minInstalment: amount,
  maxShortPayments: whole(1, 24),
  maxShortDays: whole(1, 365),
});

/** Everything a manager decides for a portfolio. Amounts are in its currency. */
export const policySettings = z.strictObject({
  entry: z.strictObject({ graceDays: whole(0, 365), minAmount: amount, exitAmount: amount }),
  shape: z.enum(shapeNames),
  rejectLimit: whole(1, 99),
  outbound: z.boolean(),
  keepWatching: z.boolean(),
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  weekend: z.array(whole(1, 7)).max(6).readonly(),
  holidays: z.array(date).max(400).readonly(),
  agreements: z.strictObject({
    partPayments: z.boolean(),
    maxBrokenPromises: whole(0, 99),
    brokenWindowDays: whole(1, 3650),
    maxBrokenPlans: whole(0, 99),
    promiseToleranceDays: whole(0, 60),
    promiseTolerance: amount,
    planGraceDays: whole(0, 60),
    planTolerance: amount,
    affordableShareBps: whole(1, 10_000),
    approver: z.enum(roles),
    authority: z.strictObject({ agent: authority, supervisor: authority, manager: authority }),
  }),
  verification: z.strictObject({
    questions: z.array(z.enum(questions)).min(1).readonly(),
    answersNeeded: whole(1, questions.length),
    wrongAllowed: whole(1, 9),
  }),
  gate: z.strictObject({
    safeHarboursBind: z.boolean(),
    closedOnBankHolidays: z.boolean(),
    ukHours: z.strictObject({
      mon: openTime,
      tue: openTime,
      wed: openTime,
      thu: openTime,
      fri: openTime,
      sat: openTime,
      sun: openTime,
    }),
  }),
  wipLimits: z.partialRecord(z.enum(caseStates), whole(0, 10_000_000)),
  monthlyCollectionTarget: amount.nullable(),
});

/** The portfolios whose policy one may change. */
export const listPolicies = endpoint({
  name: 'admin.policies',
  method: 'GET',
  path: '/api/admin/portfolios',
  right: 'portfolio.configure',
  summary: 'The portfolios whose policy one may change.',
  input: z.strictObject({}),
  output: z.object({
    portfolios: z.array(
      z.object({
        id,
        name: z.string(),
        creditorName: z.string(),
        kind: z.string(),
        product: z.string(),
        currency: z.string(),
        country: z.string(),
        zone: z.string(),
        collectorRole: z.string(),
        callerId: z.string(),
        openCases: z.number(),
      }),
    ),
  }),
});

/** A portfolio's policy as it works now, and its latest changes. */
export const readPolicy = endpoint({
  name: 'admin.policy',
  method: 'GET',
  path: '/api/admin/portfolios/:portfolioId/policy',
  right: 'portfolio.configure',
  summary: 'The settings of a portfolio in force, with the latest changes.',
  input: z.strictObject({ portfolioId: id }),
  output: z.object({
    revision: z.string(),
    currency: z.string(),
    settings: policySettings,
    changes: z.array(
      z.object({
        id,
        occurredAt: instant,
        actorName: z.string().nullable(),
        changes: z.array(z.object({ setting: z.string(), old: z.unknown(), new: z.unknown() })),
      }),
    ),
  }),
});

/** The policy from now on. `revision` is the one that was read: a change in between refuses. */
export const setPolicy = endpoint({
  name: 'admin.set-policy',
  method: 'PUT',
  path: '/api/admin/portfolios/:portfolioId/policy',
  right: 'portfolio.configure',
  summary: 'Set a portfolio’s policy; what changed is logged with old and new.',
  input: z.strictObject({
    portfolioId: id,
    revision: z.string().max(64),
    settings: policySettings,
  }),
  output: z.object({ revision: z.string(), changed: z.number() }),
});
