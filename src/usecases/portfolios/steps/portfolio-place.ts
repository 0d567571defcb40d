import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import type { Entry } from '#storage/daily-run/open-cases.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db } from '#usecases/app.ts';
import { portfolioOf } from './portfolio-of.ts';
import { policyOf } from './portfolio-policy.ts';

/** A portfolio with its policy in the forms that set-based work needs. */
export type Place = {
  readonly portfolio: PortfolioRow;
  readonly policy: PortfolioPolicy;
  readonly entry: Entry;
  readonly day: (today: LocalDate) => Day;
};

/** The place of a portfolio. Throws `not-found`. */
export async function placeOf(app: App, db: Db, portfolioId: string): Promise<Place> {
  const portfolio = await portfolioOf(app, portfolioId, db);
  const policy = await policyOf(app, db, portfolio);
  const { graceDays, minMinor, debtClasses: kinds, exitMinor } = policy.entry;
  const { currency, zone } = portfolio;
  return {
    portfolio,
    policy,
    entry: { graceDays, minMinor, kinds, shape: policy.shape, currency },
    day: (today) => ({ today, zone, exitMinor }),
  };
}
