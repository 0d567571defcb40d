import { type AgreementPolicy, defaultAgreementPolicy } from '#domain/agreements/authority.ts';
import type { EntryPolicy } from '#domain/cases/entry.ts';
import { defaultVerification, type VerificationPolicy } from '#domain/contact/verification.ts';
import type { ShapeName } from '#domain/strategy/process-step.ts';
import { type BusinessCalendar, plainCalendar } from '#kernel/business-days.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import type { PortfolioRow } from '#storage/workforce/users.ts';

/** Everything a portfolio decides for itself about its cases. */
export type PortfolioPolicy = {
  readonly entry: EntryPolicy;
  readonly agreements: AgreementPolicy;
  readonly calendar: BusinessCalendar;
  /** The process that a case of this portfolio begins with. */
  readonly shape: ShapeName;
  /** How often a payment method may refuse before it is switched off. */
  readonly rejectLimit: number;
  readonly verification: VerificationPolicy;
  /** The portfolio calls out by plan. */
  readonly outbound: boolean;
  /** Customers stay under preventive watch when nothing is overdue any more. */
  readonly keepWatching: boolean;
};

const defaultRejectLimit = 3;
const defaultEntry: EntryPolicy = { minMinor: 1n, graceDays: 3, debtClasses: null, exitMinor: 0n };

/**
 * Reads `portfolios.policy`: keys `entry`, `agreements`, `calendar`, `processShape`,
 * `rejectLimit`, `verification`, `outbound`, `keepWatching`, each over a default. Days off are the
 * holidays of the country and those of `calendar.holidays`. Amounts are digits in minor units.
 */
export function portfolioPolicy(
  portfolio: Pick<PortfolioRow, 'policy' | 'currency' | 'country'>,
): PortfolioPolicy {
  const { policy } = portfolio;
  const calendar = part(policy, 'calendar');
  return {
    entry: { ...defaultEntry, ...withAmounts(part(policy, 'entry'), ['minMinor', 'exitMinor']) },
    agreements: agreementsOf(part(policy, 'agreements'), portfolio.currency),
    calendar: {
      weekend: (calendar['weekend'] as number[] | undefined) ?? plainCalendar.weekend,
      holidays: new Set([...countryHolidays(portfolio.country), ...furtherDaysOff(policy)]),
    },
    shape: policy['processShape'] === 'long-service' ? 'long-service' : 'short-firm',
    rejectLimit: rejectLimitOf(policy['rejectLimit']),
    verification: { ...defaultVerification, ...part(policy, 'verification') },
    outbound: policy['outbound'] !== false,
    keepWatching: policy['keepWatching'] === true,
  };
}

/** The days off a portfolio has beside the holidays of its country. */
export function furtherDaysOff(policy: PortfolioRow['policy']): readonly string[] {
  return (part(policy, 'calendar')['holidays'] as string[] | undefined) ?? [];
}

function rejectLimitOf(given: unknown): number {
  return typeof given === 'number' && given > 0 ? given : defaultRejectLimit;
}

/** The authority of a role given in part lies over that role's default. */
function agreementsOf(given: Record<string, unknown>, currency: string): AgreementPolicy {
  const start = defaultAgreementPolicy(currency);
  const authority = Object.fromEntries(
    Object.entries(part(given, 'authority')).map(([role, own]) => [
      role,
      {
        ...start.authority[role as keyof AgreementPolicy['authority']],
        ...withAmounts(own as Record<string, unknown>, ['minInstalment']),
      },
    ]),
  );
  return {
    ...start,
    ...withAmounts(given, ['promiseToleranceMinor', 'planToleranceMinor']),
    authority: { ...start.authority, ...authority },
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
