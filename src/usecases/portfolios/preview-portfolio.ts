import { type Pack, packsCovering } from '#domain/gate/pack.ts';
import { checkedPlace } from '#domain/policy/checked-place.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { countryHolidays } from '#kernel/country-holidays.ts';
import { dateIn } from '#kernel/time.ts';
import { openWork } from '#storage/portfolios/policy.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from './steps/portfolio-of.ts';

/**
 * What a change of a portfolio's country and calling number would change, before it is saved: the rule
 * packs that an address without a country falls under, the public holidays still to come, the rules that
 * another kind of debtors switches off or on, and how much open work it touches. Throws `invalid-input` like the change itself.
 */
export async function previewPortfolio(
  app: App,
  actor: Actor,
  wanted: {
    readonly portfolioId: string;
    readonly country: string;
    readonly callerId: string;
    readonly kind?: string | undefined;
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
  const protecting = consumerRules(app.gate.packs, before.country);
  const kind = wanted.kind ?? before.kind;
  const isChanged = kind !== before.kind;
  return {
    rules: {
      lost: isChanged && kind === 'business' ? protecting : [],
      won: isChanged && kind === 'consumer' ? protecting : [],
    },
    before: { ...of(before.country), callerId: before.callerId },
    after: { ...of(to.country), callerId: to.callerId },
    ...(await openWork(app.db, portfolioId)),
  };
}

/** The rules of a country and of its parts that protect consumers alone. */
function consumerRules(packs: readonly Pack[], country: string) {
  const isWithin = (place: string) => place === country || place.startsWith(`${country}-`);
  return packs
    .filter(({ covers, territory }) => covers === 'consumers' && territory.some(isWithin))
    .flatMap(({ rules }) => rules.filter(({ applies }) => applies?.anyDebtor !== true))
    .map(({ id: rule, title, citation }) => ({ rule, title, citation }));
}
