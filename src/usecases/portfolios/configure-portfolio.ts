import { settingsFrom } from '#domain/policy/default-settings.ts';
import type { PolicySettings } from '#domain/policy/policy-settings.ts';
import { settableIn, unknownRules } from '#domain/policy/rule-settings.ts';
import { needsSecondPerson, withChanges } from '#domain/policy/second-person.ts';
import {
  changesBetween,
  settingProblems,
  withPlainAmounts,
} from '#domain/policy/settings-checks.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPortfolio, openCasesByPortfolio } from '#storage/portfolios/policy.ts';
import { policyVersions } from '#storage/portfolios/portfolio-policies.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow } from '#usecases/app.ts';
import { portfolioOf } from './steps/portfolio-of.ts';
import { proposeChanges } from './steps/propose-changes.ts';
import { putPolicy, storedSettings } from './steps/put-policy.ts';

/** Versions that the screen lists; the one after them is read to tell what the last one changed. */
const versionsShown = 50;

/** The portfolios whose place or policy the actor may change. */
export async function listPolicies(app: App, actor: Actor) {
  allow(actor, 'portfolio.place');
  const all = await allPortfolios(app.db, app.tenantId);
  const open = await openCasesByPortfolio(app.db);
  return {
    portfolios: all
      .filter(({ id }) => may(actor, 'portfolio.place', id))
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
 * logged with old and new. What needs a second person is only proposed: the old value stays in force
 * until somebody else confirms. Throws `conflict` when somebody changed it since it was read or
 * a proposal waits, and `invalid-input` for settings that contradict one another.
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
    const before = await storedSettings(tx, portfolioId, version);
    const changes = changesBetween(before, wanted);
    const waiting = changes.filter(({ setting }) => needsSecondPerson(setting));
    const asked = { kind: 'policy', portfolioId, changes: waiting, reason } as const;
    await proposeChanges(app, tx, actor, asked);
    const atOnce = changes.filter(({ setting }) => !needsSecondPerson(setting));
    const proposed = waiting.length;
    if (atOnce.length === 0) return { version, changed: 0, proposed };
    const kept = waiting.map((change) => ({ ...change, new: change.old }));
    const next = { version: version + 1, settings: withChanges(wanted, kept) };
    await putPolicy(app, tx, actor, {
      ...next,
      ...{ portfolioId, changes: atOnce, reason, madeBy: actor.userId, proposalId: null },
    });
    return { version: next.version, changed: atOnce.length, proposed };
  });
}
