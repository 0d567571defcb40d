import { packsCovering } from '#domain/gate/pack.ts';
import { checkedPlace } from '#domain/policy/checked-place.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import { dateIn } from '#kernel/time.ts';
import { openWork } from '#storage/portfolios/policy.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from './steps/portfolio-of.ts';

/**
 * What a change of a portfolio's country and calling number would change, before it is saved: the rule
 * packs that an address without a country falls under, the public holidays still to come, and how much
 * open work it touches. Throws `invalid-input` like the change itself.
 */
export async function previewPortfolio(
  app: App,
  actor: Actor,
  wanted: { readonly portfolioId: string; readonly country: string; readonly callerId: string },
) {
  const { portfolioId } = wanted;
  allow(actor, 'portfolio.place', portfolioId);
  const to = checkedPlace(wanted);
  const before = await portfolioOf(app, portfolioId);
  const today = dateIn(before.zone, app.clock());
  const of = (country: string) => ({
    country,
    packs: packsCovering(app.gate.packs, [country]).map(({ id, name }) => ({ id, name })),
    holidays: [...countryHolidays(country)].filter((date) => date >= today).length,
  });
  return {
    before: { ...of(before.country), callerId: before.callerId },
    after: { ...of(to.country), callerId: to.callerId },
    ...(await openWork(app.db, portfolioId)),
  };
}
