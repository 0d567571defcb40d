import { type PartialSettings, settingsFrom } from '#domain/policy/default-settings.ts';
import type { Instant } from '#kernel/time.ts';
import { instantOf } from '#kernel/time.ts';
import { insertPolicyVersion, putPolicyInForce } from '#storage/portfolios/portfolio-policies.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db } from '#usecases/app.ts';

/** The first version of a policy: the default with what is given over it. */
export async function firstPolicy(
  db: Db,
  portfolioId: string,
  madeAt: Instant,
  settings: PartialSettings = {},
): Promise<void> {
  await insertPolicyVersion(db, {
    ...{ portfolioId, version: 1, madeAt, madeBy: null, confirmedBy: null, reason: 'test' },
    settings: settingsFrom(settings),
  });
}

/** Puts the default policy with these settings over it in force; answers the portfolio as it is then. */
export async function nextPolicy(
  { app, db }: { readonly app: App; readonly db: Db },
  portfolioId: string,
  settings: PartialSettings,
): Promise<PortfolioRow> {
  const find = async () => {
    const all = await allPortfolios(db, app.tenantId);
    const found = all.find(({ id }) => id === portfolioId);
    if (!found) throw new Error(`no portfolio ${portfolioId}`);
    return found;
  };
  const version = (await find()).policyVersion + 1;
  await insertPolicyVersion(db, {
    ...{
      portfolioId,
      version,
      madeAt: instantOf(app.clock()),
      madeBy: null,
      confirmedBy: null,
      reason: 'test',
    },
    settings: settingsFrom(settings),
  });
  await putPolicyInForce(db, portfolioId, version);
  return find();
}
