import { type LawChange, lawChange, type PortfolioTraits } from '#domain/policy/portfolio-law.ts';
import { traitsAmong } from '#domain/policy/second-person.ts';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import { transferAmong } from '#domain/policy/transfer-proposal.ts';
import { dateIn } from '#kernel/time.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';

/** Tells what proposed changes of a portfolio's traits or collector change in law; null for others. */
export async function lawsOfChanges(app: App) {
  const portfolios = await allPortfolios(app.db, app.tenantId);
  const of = new Map(portfolios.map((portfolio) => [portfolio.id, portfolio]));
  return (portfolioId: string | null, changes: readonly SettingChange[]): LawChange | null => {
    const portfolio = of.get(portfolioId ?? '');
    const traits = traitsAmong(changes) as Partial<PortfolioTraits>;
    const collectorRole = transferAmong(changes)?.role ?? portfolio?.collectorRole;
    if (!portfolio || !collectorRole) return null;
    const after = { ...portfolio, ...traits, collectorRole };
    const isSame = collectorRole === portfolio.collectorRole && Object.keys(traits).length === 0;
    const today = dateIn(portfolio.zone, app.clock());
    return isSame ? null : lawChange(app.gate.packs, portfolio, after, today);
  };
}
