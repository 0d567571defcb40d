import { addDays, addMonths, type LocalDate } from '#kernel/time.ts';
import { type LimitationPeriod, limitationPeriods } from './limitation-periods.ts';

/** What the book knows of a debt that bears on when it is time-barred. */
export type LimitationFacts = {
  /** The last day before it is barred, where somebody said so; stands before every period. */
  readonly limitationOn: LocalDate | null;
  /** Since when it is in default; paying the oldest of several claims does not move it. */
  readonly defaultOn: LocalDate | null;
  readonly lastPaidOn: LocalDate | null;
};

/** The last day before a debt is barred, and where that is known from. */
export type Limitation = {
  readonly lastDay: LocalDate;
  /** Null where the date was given. */
  readonly period: LimitationPeriod | null;
};

/** The period of a region (`US-NY`, `US-NY-NYC`, `DE`), or null where none is known. */
export function limitationPeriod(region: string): LimitationPeriod | null {
  const [country = '', part] = region.split('-');
  const places = limitationPeriods;
  return places.get(`${country}-${part}`) ?? places.get(country) ?? null;
}

/**
 * When a debt is time-barred, or null where nobody knows. A payment restarts the period only where
 * the law says so, and only inside it: what is barred stays barred.
 */
export function limitationOf(region: string, facts: LimitationFacts): Limitation | null {
  if (facts.limitationOn) return { lastDay: facts.limitationOn, period: null };
  const period = limitationPeriod(region);
  if (period === null || facts.defaultOn === null) return null;
  const first = lastDayOf(facts.defaultOn, period);
  const paidOn = facts.lastPaidOn;
  const restarts =
    period.paymentRestarts && paidOn !== null && paidOn > facts.defaultOn && paidOn <= first;
  return { lastDay: restarts ? lastDayOf(paidOn, period) : first, period };
}

function lastDayOf(start: LocalDate, period: LimitationPeriod): LocalDate {
  const from = period.from === 'end_of_year' ? `${start.slice(0, 4)}-12-31` : start;
  return addMonths(from, period.years * 12);
}

/** The day from which a debt is barred, the day after the last. */
export function barredSince({ lastDay }: Limitation): LocalDate {
  return addDays(lastDay, 1);
}

/** Whether a debt is barred on a day; null where nobody knows, which is not the same as no. */
export function isTimeBarred(limitation: Limitation | null, today: LocalDate): boolean | null {
  return limitation === null ? null : today > limitation.lastDay;
}
