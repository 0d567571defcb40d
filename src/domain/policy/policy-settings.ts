import { z } from 'zod';
import { caseStates } from '#domain/cases/states.ts';
import { questions } from '#domain/contact/verification.ts';
import { shapeNames } from '#domain/strategy/process-step.ts';
import { withoutIssuedCards } from '#kernel/card-numbers.ts';
import { isShownText, withoutBlanks } from '#kernel/shown-text.ts';
import { isDate } from '#kernel/time.ts';

/**
 * The one schema of a portfolio's policy: the form in which it is stored, sent and edited. Amounts are
 * plain decimals in the portfolio's currency. The messages are codes, some with a number
 * (`at-most 60`), which the screens put into words.
 */

const whole = (least: number, most: number) =>
  z
    .number('not-whole')
    .int('not-whole')
    .min(least, `at-least ${least}`)
    .max(most, `at-most ${most}`);

/** A plain decimal that may be zero. */
const amount = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'not-an-amount');

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time');

/** From and until on a wall clock; null is closed. */
const openTime = z
  .tuple([clockTime, clockTime])
  .refine(([from, until]) => from < until, 'ends-before-it-begins')
  .readonly()
  .nullable();

const date = z.string().refine(isDate, 'not-a-date');

/** Kinds of item that a portfolio may collect. */
export const itemKinds = ['invoice', 'instalment', 'fee'] as const;

/** Roles that may make an offer, and those of them that may approve one beyond another's authority. */
export const offeringRoles = ['agent', 'supervisor', 'manager'] as const;
export const approvingRoles = ['supervisor', 'manager'] as const;

const authority = z.strictObject({
  maxPlanMonths: whole(1, 120),
  minFirstPaymentBps: whole(0, 10_000),
  maxPromiseDays: whole(0, 365),
  minInstalment: amount.refine((text) => /[1-9]/.test(text), 'more-than-zero'),
  maxShortPayments: whole(2, 24),
  maxShortDays: whole(1, 365),
});

const points = whole(-100, 100);

/** Ranges from low to high; the limit of the last one may be open (null). */
const pointRanges = z
  .array(z.strictObject({ upTo: whole(-1_000, 999_999).nullable(), points }))
  .min(1, 'at-least 1')
  .max(12, 'at-most 12')
  .refine(isAscending, 'not-ascending')
  .readonly();

function isAscending(ranges: readonly { readonly upTo: number | null }[]): boolean {
  const limits = ranges.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
  return limits.every((limit, i) => i === 0 || limit > (limits[i - 1] ?? limit));
}

const ranking = z.strictObject({
  amountPercent: pointRanges,
  ageDays: pointRanges,
  daysSinceBreak: pointRanges,
  daysToDisputeDeadline: pointRanges,
  daysToRestriction: pointRanges,
  eventType: z.strictObject({ A: points, B: points, C: points, D: points }),
  pattern: z.strictObject({
    'first-time': points,
    'late-but-pays': points,
    'never-pays': points,
  }),
  perEarlierBreak: whole(0, 100),
  brokenFloor: whole(-100, 0),
  upper: z.strictObject({
    breakDays: whole(0, 365),
    disputeDays: whole(0, 365),
    restrictionDays: whole(0, 365),
  }),
});

const agreements = z.strictObject({
  partPayments: z.boolean(),
  maxBrokenPromises: whole(1, 99),
  brokenWindowDays: whole(1, 3650),
  maxBrokenPlans: whole(1, 99),
  promiseToleranceDays: whole(0, 60),
  promiseTolerance: amount,
  planGraceDays: whole(0, 60),
  planTolerance: amount,
  affordableShareBps: whole(1, 10_000),
  approver: z.enum(approvingRoles),
  authority: z.strictObject({ agent: authority, supervisor: authority, manager: authority }),
});

const week = z.strictObject({
  mon: openTime,
  tue: openTime,
  wed: openTime,
  thu: openTime,
  fri: openTime,
  sat: openTime,
  sun: openTime,
});

/** Words said or shown as they stand: nothing that hides or turns them; empty is none. */
const shown = (most: number) =>
  z
    .string()
    .overwrite((text) => withoutIssuedCards(withoutBlanks(text)))
    .max(most, `at-most ${most}`)
    .refine((text) => text === '' || isShownText(text), 'not-shown');

const voicemailText = shown(400);

/** What is said to a voicemail box; nothing where `leave` is false. */
const voicemail = z.strictObject({
  leave: z.boolean(),
  businessName: shown(80),
  callbackNumber: shown(30),
  texts: z.strictObject({ en: voicemailText, es: voicemailText, he: voicemailText }),
});

/** The id of a rule of an installed pack. */
const ruleId = z.string().regex(/^(?=.*[A-Z])[A-Z0-9-]{2,60}$/, 'not-a-rule');

/** Hours under one rule, and whether public holidays are shut. */
export const operatorWeek = z.strictObject({ week, shutOnHolidays: z.boolean() });

const gate = z.strictObject({
  safeHarboursBind: z.boolean(),
  /** A STOP to one kind of message shuts all automatic calls and texts. */
  stopMeansEverything: z.boolean(),
  attorneyResponseDays: whole(1, 365),
  closingGuardSeconds: whole(0, 3_600),
  /** Where a rule leaves the hours to the operator, by its id; else those that its pack starts with. */
  ruleHours: z.record(ruleId, operatorWeek),
  /** Rules that speak only where the operator switches them on. */
  rulesOn: z.array(ruleId).max(100, 'at-most 100').readonly(),
  /** Guidance and industry codes that remark on a contact instead of refusing it. */
  adviceOnly: z.array(ruleId).max(100, 'at-most 100').readonly(),
  /** Where no rule of the place settles the hours of a channel; never on a public holiday. */
  houseHours: week,
  voicemail,
});

/** When a booking by hand needs a second person, and how far each role approves. */
const secondPerson = z.strictObject({
  /** A payment booked or taken back by hand above this. */
  paymentAbove: amount,
  /** A credit note by hand above this. */
  creditAbove: amount,
  /** Money in hand given back by hand above this. */
  refundAbove: amount,
  /** The most that a role approves; null is without limit. */
  mostApproved: z.strictObject({ back_office: amount.nullable(), manager: amount.nullable() }),
});

const treatmentHours = whole(1, 8_760);

/** Everything a manager decides for a portfolio. */
export const policySettings = z.strictObject({
  entry: z.strictObject({
    graceDays: whole(0, 365),
    minAmount: amount,
    exitAmount: amount,
    itemKinds: z.array(z.enum(itemKinds)).min(1, 'choose-one').readonly(),
  }),
  /** The process that a case of this portfolio begins with. */
  shape: z.enum(shapeNames),
  /** How often a payment method may refuse before it is switched off. */
  rejectLimit: whole(1, 99),
  /** What a refused payment costs the creditor where its file does not tell, by method; null: not known. */
  rejectCost: z.strictObject({
    mandate: amount.nullable(),
    card: amount.nullable(),
    other: amount.nullable(),
  }),
  /** Business days from handing a charge in to its day, and from that day until it is surely paid or refused. */
  charging: z.strictObject({ submissionDays: whole(0, 30), settlementDays: whole(0, 30) }),
  /** The portfolio calls out by plan. */
  outbound: z.boolean(),
  /** Customers stay under preventive watch when nothing is overdue any more. */
  keepWatching: z.boolean(),
  /** Booked entries of intraday bank reports (camt.052) are taken as payments. */
  intradayReports: z.boolean(),
  /** ISO weekdays, 1 Monday to 7 Sunday. A week keeps one business day. */
  weekend: z.array(whole(1, 7)).max(6, 'at-most 6').readonly(),
  /** Days off beside the holidays of the country. */
  holidays: z.array(date).max(400, 'at-most 400').readonly(),
  agreements,
  verification: z.strictObject({
    questions: z.array(z.enum(questions)).min(1, 'choose-one').readonly(),
    answersNeeded: whole(1, questions.length),
    wrongAllowed: whole(1, 9),
  }),
  gate,
  secondPerson,
  ranking,
  queue: z.strictObject({
    /** Of ten cases handed out, so many at most from the priority tier while the normal one waits. */
    priorityTierOfTen: whole(1, 10),
    /** Right-party contacts a day that an agent's screen shows as the goal. */
    dailyGoal: whole(1, 500),
  }),
  /** How many cases may be in a state at once. */
  wipLimits: z.partialRecord(z.enum(caseStates), whole(0, 10_000_000)),
  /** Days without a file that tells of it after which the balance of an item is called stale. */
  staleBalanceDays: whole(1, 3_650),
  /** Days before a card expires that its bank does not renew, in which a new one is asked for. */
  cardExpiryDays: whole(0, 365),
  /** Hours from a key event to the first thing done about it, by the type of the event. */
  firstTreatmentHours: z.strictObject({
    A: treatmentHours,
    B: treatmentHours,
    C: treatmentHours,
    D: treatmentHours,
  }),
  /** What to collect in a calendar month. */
  monthlyCollectionTarget: amount.nullable(),
});

/** A portfolio's policy as it is stored and edited. */
export type PolicySettings = z.output<typeof policySettings>;
