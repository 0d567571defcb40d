import { packsCovering } from '#domain/gate/pack.ts';
import { checkedPlace } from '#domain/policy/checked-place.ts';
import { lawChange, type PortfolioTraits } from '#domain/policy/portfolio-law.ts';
import { lawTraits } from '#domain/policy/second-person.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import { dateIn } from '#kernel/time.ts';
import { openWork } from '#storage/portfolios/policy.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from './steps/portfolio-of.ts';

/**
 * What a change of a portfolio would change, before it is proposed: the rule packs that an address
 * without a country falls under, the public holidays still to come, the rules, hours and duties that
 * start or stop to apply, and how much open work it touches. Throws `invalid-input` like the change itself.
 */
export async function previewPortfolio(
  app: App,
  actor: Actor,
  wanted: {
    readonly portfolioId: string;
    readonly country: string;
    readonly callerId: string;
    readonly kind?: PortfolioTraits['kind'] | undefined;
    readonly usesThirdPartyName?: boolean | undefined;
    readonly businessAssociate?: boolean | null | undefined;
    readonly actsFor?: PortfolioTraits['actsFor'] | undefined;
  },
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
  const { kind, usesThirdPartyName, businessAssociate, actsFor } = wanted;
  const after: PortfolioTraits = {
    ...before,
    country: to.country,
    ...(kind === undefined ? {} : { kind }),
    ...(usesThirdPartyName === undefined ? {} : { usesThirdPartyName }),
    ...(businessAssociate === undefined ? {} : { businessAssociate }),
    ...(actsFor === undefined ? {} : { actsFor }),
  };
  return {
    law: lawChange(app.gate.packs, before, after, today),
    needsSecondPerson: lawTraits.some((trait) => before[trait] !== after[trait]),
    before: { ...of(before.country), callerId: before.callerId },
    after: { ...of(to.country), callerId: to.callerId },
    ...(await openWork(app.db, portfolioId)),
  };
}
