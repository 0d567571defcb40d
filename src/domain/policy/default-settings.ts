import { defaultVerification } from '#domain/contact/verification.ts';
import { defaultPriorityTable } from '#domain/queue/priority.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import { itemKinds, type PolicySettings, policySettings } from './policy-settings.ts';

const agent: PolicySettings['agreements']['authority']['agent'] = {
  maxPlanMonths: 6,
  minFirstPaymentBps: 500,
  maxPromiseDays: 14,
  minInstalment: '10',
  maxShortPayments: 3,
  maxShortDays: 45,
};
const supervisor = { ...agent, maxPlanMonths: 18, minFirstPaymentBps: 0, maxPromiseDays: 30 };

/** The policy that a portfolio starts with; amounts are whole units of its currency. */
export const defaultSettings: PolicySettings = {
  entry: { graceDays: 3, minAmount: '0', exitAmount: '0', itemKinds },
  shape: 'short-firm',
  rejectLimit: 3,
  rejectCost: { mandate: null, card: null, other: null },
  charging: { submissionDays: 0, settlementDays: 5 },
  outbound: true,
  keepWatching: false,
  intradayReports: false,
  weekend: plainCalendar.weekend,
  holidays: [],
  agreements: {
    partPayments: true,
    maxBrokenPromises: 2,
    brokenWindowDays: 90,
    maxBrokenPlans: 1,
    promiseToleranceDays: 2,
    promiseTolerance: '1',
    planGraceDays: 5,
    planTolerance: '1',
    affordableShareBps: 8_000,
    approver: 'supervisor',
    authority: { agent, supervisor, manager: { ...supervisor, maxPlanMonths: 36 } },
  },
  verification: defaultVerification,
  gate: {
    safeHarboursBind: false,
    stopMeansEverything: true,
    attorneyResponseDays: 30,
    closingGuardSeconds: 30,
    ruleHours: {},
    rulesOn: [],
    adviceOnly: [],
    houseHours: {
      mon: ['08:00', '20:00'],
      tue: ['08:00', '20:00'],
      wed: ['08:00', '20:00'],
      thu: ['08:00', '20:00'],
      fri: ['08:00', '20:00'],
      sat: ['09:00', '18:00'],
      sun: null,
    },
    voicemail: {
      leave: false,
      businessName: '',
      callbackNumber: '',
      texts: {
        en: 'Hello, this is {agent} from {business}. Please call me back on {number}. Thank you.',
        es: 'Hola, soy {agent} de {business}. Por favor, llámeme al {number}. Gracias.',
        he: 'שלום, מדבר {agent} מ{business}. נא להתקשר אליי למספר {number}. תודה.',
      },
    },
  },
  secondPerson: {
    paymentAbove: '5000',
    creditAbove: '1000',
    refundAbove: '0',
    mostApproved: { back_office: '20000', manager: null },
  },
  ranking: defaultPriorityTable,
  queue: { priorityTierOfTen: 7, dailyGoal: 20 },
  wipLimits: {},
  staleBalanceDays: 30,
  cardExpiryDays: 30,
  // A refused payment may wait three business days to be collected again, and a week-end lies between.
  firstTreatmentHours: { A: 24, B: 120, C: 48, D: 72 },
  monthlyCollectionTarget: null,
};

/** The reason of a policy's first version, which nobody types: the portfolio was made. */
export const firstReason = 'portfolio-made';

/** Settings given in part; a list is given whole. */
export type PartialSettings = Partial<{
  readonly [K in keyof PolicySettings]: PartialOf<PolicySettings[K]>;
}>;
type PartialOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PartialOf<T[K]> | undefined }
    : T;

/**
 * The whole settings from those given, each over its default: what is stored may be older than a
 * field. Throws a `ZodError` for what the schema does not know.
 */
export function settingsFrom(given: unknown): PolicySettings {
  return policySettings.parse(over(defaultSettings, given));
}

function over(start: unknown, given: unknown): unknown {
  if (given === undefined) return start;
  if (!isTree(start) || !isTree(given)) return given;
  const names = [...new Set([...Object.keys(start), ...Object.keys(given)])];
  return Object.fromEntries(names.map((name) => [name, over(start[name], given[name])]));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
