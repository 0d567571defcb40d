import type { FactsOf } from '#domain/events/event-kinds.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  lockPortfolio,
  openCasesByPortfolio,
  policyEvents,
  policyRevision,
  savePolicy,
} from '#storage/portfolios/policy.ts';
import { allPortfolios, type PortfolioRow } from '#storage/workforce/users.ts';
import { type App, allow, type Db } from '#usecases/app.ts';
import { logAdminEvent, policyChanged } from '#usecases/record-admin-event.ts';
import {
  changesBetween,
  type PolicySettings,
  policyOf,
  type SettingChange,
  settingsOf,
} from './policy-settings.ts';

const logSize = 50;

/** The portfolios whose policy the actor may change. */
export async function listPolicies(app: App, actor: Actor) {
  allow(actor, 'portfolio.configure');
  const all = await allPortfolios(app.db, app.tenantId);
  const open = await openCasesByPortfolio(app.db);
  return {
    portfolios: all
      .filter(({ id }) => may(actor, 'portfolio.configure', id))
      .map((portfolio) => ({ ...portfolio, openCases: open.get(portfolio.id) ?? 0 })),
  };
}

/** The settings of a portfolio in force and its latest changes. */
export async function readPolicy(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId: string },
) {
  const portfolio = await portfolioOf(app, app.db, actor, portfolioId);
  const events = await policyEvents(app.db, portfolioId, policyChanged, logSize);
  return {
    revision: (await policyRevision(app.db, portfolioId)) ?? '',
    currency: portfolio.currency,
    settings: settingsOf(portfolio),
    changes: events.map(({ id, occurredAt, actorName, facts }) => ({
      ...{ id, occurredAt, actorName },
      changes: facts['changes'] as SettingChange[],
    })),
  };
}

/**
 * Sets the policy of a portfolio; each setting that changed is logged with old and new.
 * Throws `conflict` when somebody changed it since it was read.
 */
export async function setPolicy(
  app: App,
  actor: Actor,
  {
    portfolioId,
    revision,
    settings,
  }: {
    readonly portfolioId: string;
    readonly revision: string;
    readonly settings: PolicySettings;
  },
) {
  return app.db.transaction().execute(async (tx) => {
    await lockPortfolio(tx, portfolioId);
    const portfolio = await portfolioOf(app, tx, actor, portfolioId);
    if ((await policyRevision(tx, portfolioId)) !== revision) {
      throw new Refusal('conflict', { thing: 'portfolio', reason: 'policy-changed' });
    }
    const policy = policyOf(settings, portfolio);
    const changes = changesBetween(settingsOf(portfolio), settingsOf({ ...portfolio, policy }));
    if (changes.length > 0) {
      await savePolicy(tx, portfolioId, policy);
      const facts = { changes: changes as FactsOf<typeof policyChanged>['changes'] };
      await logAdminEvent(app, tx, actor, policyChanged, facts, portfolioId);
    }
    return {
      revision: (await policyRevision(tx, portfolioId)) ?? '',
      changed: changes.length,
    };
  });
}

async function portfolioOf(
  app: App,
  db: Db,
  actor: Actor,
  portfolioId: string,
): Promise<PortfolioRow> {
  allow(actor, 'portfolio.configure', portfolioId);
  const portfolio = (await allPortfolios(db, app.tenantId)).find(({ id }) => id === portfolioId);
  if (!portfolio) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  return portfolio;
}
