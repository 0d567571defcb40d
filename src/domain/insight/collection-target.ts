import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { plainAmount } from '#kernel/money.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '#kernel/time.ts';

/**
 * What the portfolios of a currency are to collect in a period: the month’s target shared evenly by
 * its days, rounded down to the minor unit once. Null when no portfolio has one.
 */
export function targetOf(
  portfolios: readonly {
    readonly currency: string;
    readonly policy: Pick<PortfolioPolicy, 'monthlyTargetMinor'>;
  }[],
  currency: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): string | null {
  const monthly = portfolios
    .filter((portfolio) => portfolio.currency === currency)
    .map(({ policy }) => policy.monthlyTargetMinor)
    .filter((minor) => minor !== null);
  if (monthly.length === 0) return null;
  const perMonth = monthly.reduce((sum, minor) => sum + minor, 0n);
  const shares = monthsOf(from, to).map(({ days, ofDays }) => [BigInt(days), BigInt(ofDays)]);
  // One division over the product of the months’ lengths, so that nothing is rounded twice.
  const whole = shares.reduce((product, [, ofDays = 1n]) => product * ofDays, 1n);
  const part = shares.reduce((sum, [days = 0n, ofDays = 1n]) => sum + (days * whole) / ofDays, 0n);
  return plainAmount((perMonth * part) / whole, currency);
}

/** The calendar months a period touches: its days in each, of how many. */
function monthsOf(from: LocalDate, to: LocalDate): { days: number; ofDays: number }[] {
  const months: { days: number; ofDays: number }[] = [];
  let start = from;
  while (start <= to) {
    const first = `${start.slice(0, 8)}01`;
    const next = addMonths(first, 1);
    const last = addDays(next, -1);
    const end = to < last ? to : last;
    months.push({ days: daysBetween(start, end) + 1, ofDays: daysBetween(first, next) });
    start = next;
  }
  return months;
}
