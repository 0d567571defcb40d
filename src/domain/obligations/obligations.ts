import { DAY_MS, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import type { Zone } from '#kernel/time.ts';

/** What happened that lays obligations on the collector. */
export type Occasion =
  | 'first_communication'
  | 'opt_out'
  | 'dispute'
  | 'original_creditor_request'
  | 'substantiation_request'
  | 'complaint'
  | 'hardship';

/** Something that has to be sent, said or done by a time. */
export const obligationKinds = [
  'validation_notice',
  'new_york_notice',
  'opt_out_confirmation',
  'dispute_acknowledgement',
  'debt_verification',
  'original_creditor_answer',
  'substantiation',
  'complaint_acknowledgement',
  'complaint_answer',
  'hardship_answer',
] as const;

export type ObligationKind = (typeof obligationKinds)[number];

/** Who works an obligation first; escalated, it is everybody's who leads. */
export type ObligationQueue = 'back-office' | 'compliance';

type ObligationTerm = {
  readonly on: Occasion;
  readonly kind: ObligationKind;
  /** The rule it comes from; the operator's own limits are `DUNLIN-DUTY-…`. */
  readonly rule: string;
  /** Where it holds: any of these packs; everywhere when absent. */
  readonly packs?: readonly string[];
  /** Not where one of these holds, which brings its own. */
  readonly notPacks?: readonly string[];
  /** By the end of the local day so many calendar days later, or so many minutes later. */
  readonly within: { readonly days: number } | { readonly minutes: number };
  readonly queue: ObligationQueue;
  /** Events of the gate by which it is met. */
  readonly metBy: readonly string[];
};

/**
 * Every obligation with its term. Regulation F sets no day for the answer to a dispute, collection
 * rests until it is sent: the operator's own limit of thirty days keeps it from being forgotten.
 */
const terms: readonly ObligationTerm[] = [
  {
    on: 'first_communication',
    kind: 'validation_notice',
    rule: 'USF-34-VALIDATION-5D',
    packs: ['US-FED'],
    within: { days: 5 },
    queue: 'back-office',
    metBy: ['validation_notice'],
  },
  {
    on: 'first_communication',
    kind: 'new_york_notice',
    rule: 'US-NY-INITIAL',
    packs: ['US-NY'],
    within: { days: 5 },
    queue: 'back-office',
    metBy: ['new_york_notice'],
  },
  {
    on: 'opt_out',
    kind: 'opt_out_confirmation',
    rule: 'TCPA-CONFIRM-TEXT',
    packs: ['US-FED'],
    within: { minutes: 5 },
    queue: 'compliance',
    metBy: ['optout_confirmation'],
  },
  {
    on: 'opt_out',
    kind: 'opt_out_confirmation',
    rule: 'DUNLIN-DUTY-CONFIRM',
    notPacks: ['US-FED'],
    within: { days: 1 },
    queue: 'compliance',
    metBy: ['optout_confirmation'],
  },
  {
    on: 'dispute',
    kind: 'dispute_acknowledgement',
    rule: 'DUNLIN-DUTY-ACKNOWLEDGE',
    within: { days: 5 },
    queue: 'back-office',
    metBy: ['dispute_acknowledged', 'dispute_answered'],
  },
  {
    on: 'dispute',
    kind: 'debt_verification',
    rule: 'USF-38-DISPUTE',
    packs: ['US-FED'],
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['dispute_answered'],
  },
  {
    on: 'dispute',
    kind: 'debt_verification',
    rule: 'DUNLIN-DUTY-ANSWER',
    notPacks: ['US-FED'],
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['dispute_answered'],
  },
  {
    on: 'original_creditor_request',
    kind: 'original_creditor_answer',
    rule: 'USF-38-ORIGCRED',
    packs: ['US-FED'],
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['original_creditor_answered'],
  },
  {
    on: 'substantiation_request',
    kind: 'substantiation',
    rule: 'US-NY-SUBSTANTIATION',
    within: { days: 60 },
    queue: 'back-office',
    metBy: ['substantiation_ended'],
  },
  {
    on: 'complaint',
    kind: 'complaint_acknowledgement',
    rule: 'DUNLIN-DUTY-ACKNOWLEDGE',
    within: { days: 5 },
    queue: 'compliance',
    metBy: ['complaint_acknowledged', 'complaint_ended'],
  },
  {
    on: 'complaint',
    kind: 'complaint_answer',
    rule: 'DUNLIN-DUTY-ANSWER',
    within: { days: 30 },
    queue: 'compliance',
    metBy: ['complaint_ended'],
  },
  {
    on: 'hardship',
    kind: 'hardship_answer',
    rule: 'AU-HARDSHIP',
    packs: ['AU'],
    within: { days: 21 },
    queue: 'back-office',
    metBy: ['hardship_ended'],
  },
  {
    on: 'hardship',
    kind: 'hardship_answer',
    rule: 'DUNLIN-DUTY-ANSWER',
    notPacks: ['AU'],
    within: { days: 30 },
    queue: 'back-office',
    metBy: ['hardship_ended'],
  },
];

/** Where and when something happened. */
export type ObligationPlace = {
  /** Packs that cover the person. */
  readonly packs: readonly string[];
  readonly zone: Zone;
  readonly atMs: number;
};

/** An obligation as it arises. */
export type Obligation = {
  readonly kind: ObligationKind;
  readonly rule: string;
  readonly dueMs: number;
  /** From when on it is not only its owner's: a day before, or half the time of short ones. */
  readonly escalatesMs: number;
  readonly queue: ObligationQueue;
};

function dueOf({ within }: ObligationTerm, { zone, atMs }: ObligationPlace): number {
  if ('minutes' in within) return atMs + within.minutes * 60_000;
  const lastDay = localDay(zone, atMs) + within.days;
  return instantOfLocal(zone, lastDay + 1, 0) - 1_000;
}

/** What an occasion obliges to, each with its last instant. */
export function obligationsOn(occasion: Occasion, place: ObligationPlace): Obligation[] {
  const holds = ({ packs, notPacks }: ObligationTerm) =>
    (packs?.some((pack) => place.packs.includes(pack)) ?? true) &&
    !notPacks?.some((pack) => place.packs.includes(pack));
  return terms
    .filter((term) => term.on === occasion && holds(term))
    .map((term) => {
      const dueMs = dueOf(term, place);
      const escalatesMs = Math.max(dueMs - DAY_MS, place.atMs + (dueMs - place.atMs) / 2);
      const { kind, rule, queue } = term;
      return { kind, rule, dueMs, escalatesMs, queue };
    });
}

/** The obligations that an event of the gate (a notice sent, an answer given) meets. */
export function obligationsMetBy(word: string): ObligationKind[] {
  return [...new Set(terms.filter(({ metBy }) => metBy.includes(word)).map(({ kind }) => kind))];
}

/** The occasion that an event of the gate is, when it is one. */
export function occasionOf(word: string): Occasion | null {
  const occasions: Readonly<Record<string, Occasion>> = {
    dispute: 'dispute',
    original_creditor_request: 'original_creditor_request',
    substantiation: 'substantiation_request',
    complaint: 'complaint',
    hardship: 'hardship',
  };
  return occasions[word] ?? null;
}

/** The last instant of a local date, for a due date that a decision worked out. */
export function endOfDate(zone: Zone, date: string): number {
  return instantOfLocal(zone, dayOf(date) + 1, 0) - 1_000;
}
