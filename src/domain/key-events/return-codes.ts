import {
  addBusinessDays,
  type BusinessCalendar,
  businessDayFrom,
  businessDaysBefore,
} from '#kernel/business-days.ts';
import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';
import type { EventType, Fault, SubReason } from './events.ts';
import { bacsCodes, cardCodes, nachaCodes, sepaCodes } from './return-code-table.ts';
import type { Representing, ReturnScheme } from './return-scheme.ts';

/**
 * What a reason code means here: the event it raises, who is at fault, whether the payment method
 * is still good and whether the same payment may be tried again (`represent` null is never).
 * `name` is the code's own name in its standard. An editable row; `defaultReturnCodes` is the start.
 */
export type ReturnCode = {
  readonly scheme: ReturnScheme;
  readonly code: string;
  readonly name: string;
  readonly type: EventType;
  readonly reason: SubReason;
  readonly fault: Fault;
  readonly methodValid: boolean;
  readonly represent: Representing | null;
  /** A hold to set when the code arrives. */
  readonly sets: 'deceased' | null;
};

/** The codes that ship; an organisation edits its own copy. */
export const defaultReturnCodes: readonly ReturnCode[] = [
  ...sepaCodes,
  ...nachaCodes,
  ...bacsCodes,
  ...cardCodes,
];

/** The row of a code in a table; null when the table does not know it and a person must judge. */
export function returnCodeOf(
  table: readonly ReturnCode[],
  scheme: ReturnScheme,
  code: string,
): ReturnCode | null {
  const wanted = code.trim().toUpperCase();
  return table.find((row) => row.scheme === scheme && row.code === wanted) ?? null;
}

/** Lists whose codes stand in the files of banks; others use the same digits for something else. */
const bankLists: readonly ReturnScheme[] = ['sepa', 'nacha'];

/** What a code in a bank's file means; null when no list of banks knows it and a person must judge. */
export function bankReturnCode(code: string): ReturnCode | null {
  for (const scheme of bankLists) {
    const found = returnCodeOf(defaultReturnCodes, scheme, code);
    if (found) return found;
  }
  return null;
}

/** The row of a code that a person wrote down: `AM04`, or with its list `sepa:AM04`. */
export function namedReturnCode(written: string): ReturnCode | null {
  const [scheme, name = ''] = written.includes(':') ? written.split(':') : [null, written];
  const wanted = name.trim().toUpperCase();
  const found = defaultReturnCodes.find(
    (row) => row.code === wanted && (scheme === null || row.scheme === scheme),
  );
  return found ?? null;
}

/** What is known when a refused payment asks to be presented again. */
export type RepresentingCase = {
  readonly firstRefusedOn: LocalDate;
  readonly lastRefusedOn: LocalDate;
  /** How often this payment was presented again already. */
  readonly timesSoFar: number;
  /** Day of the month on which the customer's method is charged, 1 to 31: money is there then. */
  readonly payDay: number | null;
  /** The day the back office corrected what was wrong; null while it has not. */
  readonly correctedOn: LocalDate | null;
  /** Another reject would cost at least as much as there is to collect. */
  readonly costsMore: boolean;
  /** Business days that a charge is handed in before its day. */
  readonly submissionDays: number;
  readonly today: LocalDate;
  readonly calendar: BusinessCalendar;
};

/** The day to present a payment again, or why not. */
export type RepresentingVerdict =
  | {
      readonly ok: true;
      /** The day of the charge, and the day it is handed in for it. */
      readonly on: LocalDate;
      readonly submitOn: LocalDate;
    }
  | {
      readonly ok: false;
      readonly reason:
        | 'never'
        | 'limit-reached'
        | 'after-correction'
        | 'window-over'
        | 'costs-more';
    };

/** Computes when a refused payment is presented again under its code's rule. */
export function representOn(
  rule: Representing | null,
  facts: RepresentingCase,
): RepresentingVerdict {
  if (rule === null) return { ok: false, reason: 'never' };
  if (facts.timesSoFar >= rule.maxTimes) return { ok: false, reason: 'limit-reached' };
  if (rule.onlyAfterCorrection && facts.correctedOn === null) {
    return { ok: false, reason: 'after-correction' };
  }
  const { calendar, submissionDays } = facts;
  const waited = addBusinessDays(facts.lastRefusedOn, rule.afterBusinessDays, calendar);
  const corrected = rule.onlyAfterCorrection ? facts.correctedOn : null;
  const inTime = addBusinessDays(facts.today, submissionDays, calendar);
  const earliest = businessDayFrom(
    [waited, corrected ?? waited, inTime].sort().at(-1) ?? waited,
    calendar,
  );
  const last = addDays(facts.firstRefusedOn, rule.withinDays);
  if (earliest > last) return { ok: false, reason: 'window-over' };
  if (facts.costsMore) return { ok: false, reason: 'costs-more' };
  const near =
    rule.nearPayDay && facts.payDay !== null
      ? payDayFrom(earliest, facts.payDay, calendar)
      : earliest;
  const on = near <= last ? near : earliest;
  return { ok: true, on, submitOn: businessDaysBefore(on, submissionDays, calendar) };
}

/**
 * The first pay day on or after a date, moved to the next business day when banks are closed. A
 * short month pays on its last day.
 */
export function payDayFrom(date: LocalDate, payDay: number, calendar: BusinessCalendar): LocalDate {
  const monthStart = `${date.slice(0, 8)}01`;
  const thisMonth = payDayOfMonth(monthStart, payDay);
  if (thisMonth >= date) return businessDayFrom(thisMonth, calendar);
  const nextMonth = `${addDays(monthStart, 31).slice(0, 8)}01`;
  return businessDayFrom(payDayOfMonth(nextMonth, payDay), calendar);
}

function payDayOfMonth(monthStart: LocalDate, payDay: number): LocalDate {
  const nextStart = `${addDays(monthStart, 31).slice(0, 8)}01`;
  return addDays(monthStart, Math.min(payDay, daysBetween(monthStart, nextStart)) - 1);
}
