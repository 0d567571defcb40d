import type { FactsOf } from '#domain/events/event-kinds.ts';
import { settingsFrom } from '#domain/policy/default-settings.ts';
import type { PolicySettings } from '#domain/policy/policy-settings.ts';
import { settableIn, unknownRules } from '#domain/policy/rule-settings.ts';
import {
  changesBetween,
  settingProblems,
  withPlainAmounts,
} from '#domain/policy/settings-checks.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPortfolio, openCasesByPortfolio } from '#storage/portfolios/policy.ts';
import {
  insertPolicyVersion,
  policyVersion,
  policyVersions,
  putPolicyInForce,
} from '#storage/portfolios/portfolio-policies.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, type Db, now } from '#usecases/app.ts';
import { logAdminEvent, policyChanged } from '#usecases/record-admin-event.ts';
import { portfolioOf } from './steps/portfolio-of.ts';

type LoggedChanges = FactsOf<typeof policyChanged>['changes'];

/** Versions that the screen lists; the one after them is read to tell what the last one changed. */
const versionsShown = 50;

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

/** The settings of a portfolio in force and its latest versions. */
export async function readPolicy(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId: string },
) {
  allow(actor, 'portfolio.configure', portfolioId);
  const { policyVersion: version, currency, country } = await portfolioOf(app, portfolioId);
  const rows = await policyVersions(app.db, portfolioId, versionsShown + 1);
  const read = rows.map((row) => ({ ...row, settings: settingsFrom(row.settings) }));
  return {
    version,
    currency,
    settings: await storedSettings(app.db, portfolioId, version),
    rules: settableIn(app.gate.packs, country),
    versions: read.slice(0, versionsShown).map(({ settings, ...row }, i) => {
      const before = read[i + 1];
      return { ...row, changes: before ? changesBetween(before.settings, settings) : [] };
    }),
  };
}

/**
 * Puts a new version of a portfolio's policy in force, with its reason; each setting that changed is
 * logged with old and new. Throws `conflict` when somebody changed it since it was read, and
 * `invalid-input` for settings that contradict one another.
 */
export async function setPolicy(
  app: App,
  actor: Actor,
  {
    portfolioId,
    version,
    reason,
    settings,
  }: {
    readonly portfolioId: string;
    readonly version: number;
    readonly reason: string;
    readonly settings: PolicySettings;
  },
) {
  return app.db.transaction().execute(async (tx) => {
    await lockPortfolio(tx, portfolioId);
    allow(actor, 'portfolio.configure', portfolioId);
    const portfolio = await portfolioOf(app, portfolioId, tx);
    if (portfolio.policyVersion !== version) {
      throw new Refusal('conflict', { thing: 'portfolio', reason: 'policy-changed' });
    }
    const unknown = unknownRules(settings.gate, app.gate.packs);
    const problems = [
      ...settingProblems(settings, portfolio.currency),
      ...unknown.map((path) => ({ path: `settings.${path}`, message: 'not-a-rule' })),
    ];
    if (problems.length > 0) throw new Refusal('invalid-input', { problems });
    const wanted = withPlainAmounts(settings, portfolio.currency);
    const changes = changesBetween(await storedSettings(tx, portfolioId, version), wanted);
    if (changes.length === 0) return { version, changed: 0 };
    const next = version + 1;
    await insertPolicyVersion(tx, {
      portfolioId,
      version: next,
      settings: wanted,
      madeAt: now(app),
      madeBy: actor.userId,
      reason,
    });
    await putPolicyInForce(tx, portfolioId, next);
    const facts = { version: next, changes: changes as LoggedChanges };
    await logAdminEvent(app, tx, actor, policyChanged, facts, portfolioId);
    return { version: next, changed: changes.length };
  });
}

async function storedSettings(
  db: Db,
  portfolioId: string,
  version: number,
): Promise<PolicySettings> {
  const stored = await policyVersion(db, portfolioId, version);
  if (!stored) throw new Error(`portfolio ${portfolioId} has no version ${version} of its policy`);
  return settingsFrom(stored.settings);
}
