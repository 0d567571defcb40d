import { settingsFrom } from '#domain/policy/default-settings.ts';
import { type PortfolioPolicy, policyFrom } from '#domain/policy/portfolio-policy.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import { policyVersion } from '#storage/portfolios/portfolio-policies.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db } from '#usecases/app.ts';

/** What of a portfolio says which policy is in force there. */
export type PolicyPointer = Pick<PortfolioRow, 'id' | 'policyVersion' | 'currency' | 'country'>;

/**
 * The policy in force in a portfolio: read once for each version and kept by the process. It cannot be
 * out of date, because the version comes with the portfolio and a version never changes.
 */
export async function policyOf(
  app: Pick<App, 'policies'>,
  db: Db,
  portfolio: PolicyPointer,
): Promise<PortfolioPolicy> {
  const { id, policyVersion: version, country, currency } = portfolio;
  const known = app.policies.get(id);
  if (known?.version === version && known.country === country) return known.policy;
  const stored = await policyVersion(db, id, version);
  if (!stored) throw new Error(`portfolio ${id} points at version ${version} of no policy`);
  const policy = policyFrom(settingsFrom(stored.settings), {
    currency,
    holidays: countryHolidays(country),
  });
  // A transaction that began earlier may read an older version; the newest one stays.
  if (known === undefined || known.version <= version) {
    app.policies.set(id, { version, country, policy });
  }
  return policy;
}

/** The policies in force in several portfolios, in their order, each with its portfolio. */
export async function policiesOf<P extends PolicyPointer>(
  app: Pick<App, 'policies'>,
  db: Db,
  portfolios: readonly P[],
): Promise<readonly (P & { readonly policy: PortfolioPolicy })[]> {
  const all: (P & { readonly policy: PortfolioPolicy })[] = [];
  for (const portfolio of portfolios) {
    all.push({ ...portfolio, policy: await policyOf(app, db, portfolio) });
  }
  return all;
}
