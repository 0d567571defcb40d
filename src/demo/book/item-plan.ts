import type { LocalDate } from '#kernel/time.ts';

/** One item as drawn: when due, for how much, and the day it was paid before our time. */
export type ItemDraft = {
  readonly kind: 'invoice' | 'instalment';
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: bigint;
  readonly paidOn: LocalDate | null;
  readonly deliveredHow: string;
};

/** Since when a debtor's debt is ours to collect; null for customers who are up to date. */
export type DebtPlan = { readonly enteredOn: LocalDate | null; readonly today: LocalDate };
