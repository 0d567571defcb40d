import type { CaseState } from '#domain/cases/states.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';

/**
 * How many cases may be in a state at once: `wipLimits` of the portfolios’ policies, added up where
 * several are in view. Null when one of those with cases to hold sets none, or none does.
 */
export function limitOf(
  portfolios: readonly { readonly policy: Pick<PortfolioPolicy, 'wipLimits'> }[],
  state: CaseState,
): number | null {
  const limits = portfolios.map(({ policy }) => policy.wipLimits[state] ?? null);
  if (limits.length === 0 || limits.includes(null)) return null;
  return limits.reduce<number>((sum, limit) => sum + (limit ?? 0), 0);
}
