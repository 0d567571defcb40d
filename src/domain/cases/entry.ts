import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';

/** Why an item that looks overdue is not really owed, or not now, and may not be chased. */
export type NotOwedReason =
  | 'paid'
  | 'credited'
  | 'duplicate'
  | 'in-dispute'
  | 'time-barred'
  | 'listed-in-error';

/** An open item (invoice, instalment, fee) as the daily search sees it; amounts in minor units. */
export type OpenItem = {
  readonly itemId: string;
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly openMinor: bigint;
  readonly debtClass: string;
  readonly notOwed: NotOwedReason | null;
};

/**
 * When a portfolio's debt enters and leaves collection. `debtClasses` null takes every class.
 * `exitMinor` is the largest overdue rest that no longer keeps a case open (small balance).
 */
export type EntryPolicy = {
  readonly minMinor: bigint;
  readonly graceDays: number;
  readonly debtClasses: readonly string[] | null;
  readonly exitMinor: bigint;
};

/**
 * Whether an item is overdue: grace days after the due date are over, something is open, the class
 * is collected here and the debt is really owed. In SQL over items:
 * `open_minor > 0 and due_on + grace_days < today and not_owed is null
 *  and (debt_classes is null or debt_class = any(debt_classes))`.
 */
export function isOverdue(item: OpenItem, policy: EntryPolicy, today: LocalDate): boolean {
  return (
    item.openMinor > 0n &&
    addDays(item.dueOn, policy.graceDays) < today &&
    item.notOwed === null &&
    (policy.debtClasses === null || policy.debtClasses.includes(item.debtClass))
  );
}

/** What is overdue for one customer in one portfolio. `oldestDueOn` is null with nothing overdue. */
export type OverdueFind = {
  readonly overdueMinor: bigint;
  readonly oldestDueOn: LocalDate | null;
  readonly oldestIssuedOn: LocalDate | null;
  readonly itemIds: readonly string[];
};

/**
 * The overdue items of one customer and portfolio. In SQL one aggregate per customer:
 * `sum(open_minor), min(due_on), min(issued_on) … where <isOverdue> group by customer_id`.
 */
export function findOverdue(
  items: readonly OpenItem[],
  policy: EntryPolicy,
  today: LocalDate,
): OverdueFind {
  const overdue = items.filter((item) => isOverdue(item, policy, today));
  return {
    overdueMinor: overdue.reduce((sum, item) => sum + item.openMinor, 0n),
    oldestDueOn: overdue.map((item) => item.dueOn).sort()[0] ?? null,
    oldestIssuedOn: overdue.flatMap((item) => item.issuedOn ?? []).sort()[0] ?? null,
    itemIds: overdue.map((item) => item.itemId),
  };
}

/**
 * Whether a customer without an open case enters collection. In SQL:
 * `overdue_minor > exit_minor and overdue_minor >= min_minor`. A minimum below the exit amount
 * would open cases that close at once, so the exit amount counts here too.
 */
export function enters(find: OverdueFind, policy: EntryPolicy): boolean {
  return find.overdueMinor > policy.exitMinor && find.overdueMinor >= policy.minMinor;
}

/** Whether the overdue rest lets an open case leave. In SQL: `overdue_minor <= exit_minor`. */
export function leaves(find: OverdueFind, policy: EntryPolicy): boolean {
  return find.overdueMinor <= policy.exitMinor;
}

/** The age of a debt in whole days, three ways; every report says which one it uses. */
export type Ages = {
  readonly fromDue: number;
  /** Null when the book does not say when the item was issued. */
  readonly fromIssue: number | null;
  /** Null until the debt has entered collection. */
  readonly fromEntry: number | null;
};

/**
 * The three ages of a debt today; an age is negative before its day. In SQL:
 * `today - due_on`, `today - issued_on`, `today - entered_on`.
 */
export function ages(
  dates: {
    readonly dueOn: LocalDate;
    readonly issuedOn: LocalDate | null;
    readonly enteredOn: LocalDate | null;
  },
  today: LocalDate,
): Ages {
  return {
    fromDue: daysBetween(dates.dueOn, today),
    fromIssue: dates.issuedOn === null ? null : daysBetween(dates.issuedOn, today),
    fromEntry: dates.enteredOn === null ? null : daysBetween(dates.enteredOn, today),
  };
}

/** The columns of an ageing report: each holds ages up to and including `toDays`. */
export const ageBuckets = [
  { bucket: 'not-due', toDays: -1 },
  { bucket: '0-30', toDays: 30 },
  { bucket: '31-60', toDays: 60 },
  { bucket: '61-90', toDays: 90 },
  { bucket: '91-120', toDays: 120 },
  { bucket: '121-150', toDays: 150 },
  { bucket: '150+', toDays: Number.POSITIVE_INFINITY },
] as const;

/** The name of an ageing column. */
export type AgeBucket = (typeof ageBuckets)[number]['bucket'];

/**
 * The ageing column of an age in days. Due today is age 0 and stands in `0-30`. In SQL:
 * `case when age < 0 then 'not-due' when age <= 30 then '0-30' … else '150+' end`.
 */
export function ageBucket(ageDays: number): AgeBucket {
  return ageBuckets.find((column) => ageDays <= column.toDays)?.bucket ?? '150+';
}

/**
 * The new due date of an invoice that never arrived: its terms run again from the day it was sent
 * anew, and never end earlier than they did. The lost days are the organisation's.
 */
export function restartedDueOn(
  item: { readonly issuedOn: LocalDate | null; readonly dueOn: LocalDate },
  resentOn: LocalDate,
): { readonly dueOn: LocalDate; readonly lostDays: number } {
  const termDays = item.issuedOn === null ? 0 : daysBetween(item.issuedOn, item.dueOn);
  const restarted = addDays(resentOn, Math.max(0, termDays));
  const lostDays = Math.max(0, daysBetween(item.dueOn, restarted));
  return { dueOn: addDays(item.dueOn, lostDays), lostDays };
}
