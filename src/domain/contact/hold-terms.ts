import type { HoldKind } from '#domain/cases/holds.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';

/** Who looks at a hold, by when at the latest, and with which task. */
export type HoldTerms = {
  /** Calendar days to the review, and the most a person may ask for. */
  readonly reviewDays: number;
  readonly mostDays: number;
  readonly task: string;
  readonly queue: 'back-office' | 'supervisors' | 'specialists';
};

/**
 * The terms of each hold that a conversation may lay. The breathing space of hardship is 30 days as
 * in CONC 7.11.7R; a complaint must be answered within eight weeks (DISP 1.6.2R), looked at in two.
 * A claim of coerced debt is reviewed in 30 business days in New York (Gen. Bus. Law §604-bb), and in
 * 30 days here. The others are the house's own.
 */
export const holdTerms: Readonly<Record<HoldKind, HoldTerms>> = {
  dispute: { reviewDays: 14, mostDays: 30, task: 'answer-dispute', queue: 'back-office' },
  hardship: { reviewDays: 30, mostDays: 60, task: 'review-hardship', queue: 'back-office' },
  vulnerable: { reviewDays: 30, mostDays: 90, task: 'review-vulnerable', queue: 'specialists' },
  deceased: { reviewDays: 30, mostDays: 90, task: 'confirm-death', queue: 'back-office' },
  insolvent: { reviewDays: 60, mostDays: 180, task: 'file-claim', queue: 'back-office' },
  represented: { reviewDays: 30, mostDays: 90, task: 'write-to-adviser', queue: 'back-office' },
  identity: { reviewDays: 30, mostDays: 60, task: 'check-identity-theft', queue: 'back-office' },
  'coerced-debt': {
    ...{ reviewDays: 30, mostDays: 45, task: 'review-coerced-debt', queue: 'back-office' },
  },
  error: { reviewDays: 5, mostDays: 30, task: 'check-debt', queue: 'back-office' },
  complaint: { reviewDays: 14, mostDays: 56, task: 'answer-complaint', queue: 'supervisors' },
  technical: { reviewDays: 5, mostDays: 30, task: 'correct-data', queue: 'back-office' },
  'stop-contact': { reviewDays: 90, mostDays: 180, task: 'write-letter', queue: 'back-office' },
  'not-transferred': {
    ...{ reviewDays: 30, mostDays: 180, task: 'review-not-transferred', queue: 'back-office' },
  },
};

/** The review date of a new hold: the one asked for, kept within the terms. */
export function reviewOnFor(
  kind: HoldKind,
  today: LocalDate,
  asked: LocalDate | null = null,
): LocalDate {
  const { reviewDays, mostDays } = holdTerms[kind];
  if (asked === null) return addDays(today, reviewDays);
  const latest = addDays(today, mostDays);
  return asked > latest ? latest : asked;
}
