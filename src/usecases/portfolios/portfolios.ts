import { checkedPlace, placeProblems, plainCallerId } from '#domain/policy/checked-place.ts';
import { defaultSettings, firstReason } from '#domain/policy/default-settings.ts';
import { withPlainAmounts } from '#domain/policy/settings-checks.ts';
import { type Actor, allRights, may } from '#domain/workforce/rights.ts';
import { isCurrency } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { isZone } from '#kernel/time.ts';
import { lockPortfolio } from '#storage/portfolios/policy.ts';
import { insertPolicyVersion } from '#storage/portfolios/portfolio-policies.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import {
  creditorByName,
  insertCreditor,
  insertPortfolio,
  updatePortfolio,
} from '#storage/portfolios/portfolios.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logAdminEvent, portfolioChanged } from '#usecases/record-admin-event.ts';
import { portfolioOf } from './steps/portfolio-of.ts';

/** A portfolio to be made. */
export type NewPortfolio = Pick<
  PortfolioRow,
  'name' | 'creditorName' | 'kind' | 'product' | 'currency' | 'country' | 'zone' | 'collectorRole'
> & { readonly callerId: string };

/** The portfolios the actor holds any right on. */
export async function readPortfolios(app: App, actor: Actor) {
  const all = await allPortfolios(app.db, app.tenantId);
  const mine = all.filter(({ id }) => allRights.some((right) => may(actor, right, id)));
  return {
    portfolios: mine.map(({ policyVersion: _, creditorId: __, ...portfolio }) => portfolio),
  };
}

/**
 * Changes the country whose holidays count and the number that a portfolio calls from. Throws
 * `invalid-input` for a country or number that cannot exist.
 */
export async function changePortfolio(
  app: App,
  actor: Actor,
  wanted: { readonly portfolioId: string; readonly country: string; readonly callerId: string },
): Promise<{ changed: number }> {
  const { portfolioId } = wanted;
  allow(actor, 'portfolio.place', portfolioId);
  const { country, callerId } = checkedPlace(wanted);
  return app.db.transaction().execute(async (tx) => {
    await lockPortfolio(tx, portfolioId);
    const before = await portfolioOf(app, portfolioId, tx);
    const changes = [
      { setting: 'country', old: before.country, new: country },
      { setting: 'callerId', old: before.callerId, new: callerId },
    ].filter((change) => change.old !== change.new);
    if (changes.length === 0) return { changed: 0 };
    await updatePortfolio(tx, portfolioId, { country, callerId });
    await logAdminEvent(app, tx, actor, portfolioChanged, { changes }, portfolioId);
    return { changed: changes.length };
  });
}

/**
 * Makes a portfolio, and its creditor when there is none of that name. Throws `conflict` when the
 * name is taken.
 */
export async function createPortfolio(
  app: App,
  actor: Actor,
  wanted: NewPortfolio,
): Promise<{ id: string }> {
  allow(actor, 'portfolio.configure');
  const problems = [
    ...(isCurrency(wanted.currency) ? [] : [{ path: 'currency', message: 'unknown-currency' }]),
    ...(isZone(wanted.zone) ? [] : [{ path: 'zone', message: 'unknown-zone' }]),
    ...placeProblems(wanted),
  ];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  const id = app.newId();
  await app.db.transaction().execute(async (tx) => {
    const { tenantId } = app;
    const known = await creditorByName(tx, tenantId, wanted.creditorName);
    const creditorId = known ?? app.newId();
    if (!known) await insertCreditor(tx, { id: creditorId, tenantId, name: wanted.creditorName });
    const policyVersion = 1;
    await insertPolicyVersion(tx, {
      portfolioId: id,
      version: policyVersion,
      settings: withPlainAmounts(defaultSettings, wanted.currency),
      madeAt: now(app),
      madeBy: actor.userId,
      confirmedBy: null,
      reason: firstReason,
    });
    const callerId = plainCallerId(wanted);
    const row = { ...wanted, callerId, id, creditorId, policyVersion };
    const made = await insertPortfolio(tx, tenantId, row);
    if (!made) throw new Refusal('conflict', { thing: 'portfolio', reason: 'name-taken' });
  });
  return { id };
}
