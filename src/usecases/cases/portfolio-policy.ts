import { type AgreementPolicy, defaultAgreementPolicy } from '#domain/agreements/authority.ts';
import type { EntryPolicy } from '#domain/cases/entry.ts';
import { type BusinessCalendar, plainCalendar } from '#domain/strategy/business-days.ts';
import type { PortfolioRow } from '#storage/users.ts';

/** Everything a portfolio decides for itself about its cases. */
export type PortfolioPolicy = {
  readonly entry: EntryPolicy;
  readonly agreements: AgreementPolicy;
  readonly calendar: BusinessCalendar;
  /** The portfolio calls out by plan. */
  readonly outbound: boolean;
  /** Customers stay under preventive watch when nothing is overdue any more. */
  readonly keepWatching: boolean;
};

const defaultEntry: EntryPolicy = { minMinor: 1n, graceDays: 3, debtClasses: null, exitMinor: 0n };

/**
 * Reads `portfolios.policy`: keys `entry`, `agreements`, `calendar`, `outbound`, `keepWatching`, each
 * over a default. Amounts in it are digits in minor units.
 */
export function portfolioPolicy(
  portfolio: Pick<PortfolioRow, 'policy' | 'currency'>,
): PortfolioPolicy {
  const { policy } = portfolio;
  const calendar = part(policy, 'calendar');
  return {
    entry: { ...defaultEntry, ...withAmounts(part(policy, 'entry'), ['minMinor', 'exitMinor']) },
    agreements: {
      ...defaultAgreementPolicy(portfolio.currency),
      ...withAmounts(part(policy, 'agreements'), ['promiseToleranceMinor', 'planToleranceMinor']),
    },
    calendar: {
      weekend: (calendar['weekend'] as number[] | undefined) ?? plainCalendar.weekend,
      holidays: new Set((calendar['holidays'] as string[] | undefined) ?? []),
    },
    outbound: policy['outbound'] !== false,
    keepWatching: policy['keepWatching'] === true,
  };
}

function part(policy: PortfolioRow['policy'], key: string): Record<string, unknown> {
  const value = policy[key];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function withAmounts(
  given: Record<string, unknown>,
  amounts: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      amounts.includes(key) ? BigInt(value as string | number) : value,
    ]),
  );
}
