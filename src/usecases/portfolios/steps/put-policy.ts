import type { FactsOf } from '#domain/events/event-kinds.ts';
import { settingsFrom } from '#domain/policy/default-settings.ts';
import type { PolicySettings } from '#domain/policy/policy-settings.ts';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import {
  insertPolicyVersion,
  policyVersion,
  putPolicyInForce,
} from '#storage/portfolios/portfolio-policies.ts';
import { type App, type Db, now, type Tx } from '#usecases/app.ts';
import { logAdminEvent, policyChanged } from '#usecases/record-admin-event.ts';

/** Changes in the form in which events hold them. */
export type LoggedChanges = FactsOf<typeof policyChanged>['changes'];

/** The settings of a version, each over its default. Throws when there is no such version. */
export async function storedSettings(
  db: Db,
  portfolioId: string,
  version: number,
): Promise<PolicySettings> {
  const stored = await policyVersion(db, portfolioId, version);
  if (!stored) throw new Error(`portfolio ${portfolioId} has no version ${version} of its policy`);
  return settingsFrom(stored.settings);
}

/** Puts settings in force as the next version and logs what changed; under the portfolio's lock. */
export async function putPolicy(
  app: App,
  tx: Tx,
  actor: Actor,
  put: {
    readonly portfolioId: string;
    readonly version: number;
    readonly settings: PolicySettings;
    readonly changes: readonly SettingChange[];
    readonly reason: string;
    /** Whose change it is; null: the system. */
    readonly madeBy: string | null;
    /** The proposal that the actor confirms; null for a change that needs nobody else. */
    readonly proposalId: string | null;
  },
): Promise<void> {
  const { portfolioId, version, settings, reason, madeBy, proposalId } = put;
  const confirmedBy = proposalId === null ? null : actor.userId;
  await insertPolicyVersion(tx, {
    ...{ portfolioId, version, settings, reason, madeBy, confirmedBy },
    madeAt: now(app),
  });
  await putPolicyInForce(tx, portfolioId, version);
  const facts = { version, changes: put.changes as LoggedChanges, proposalId };
  await logAdminEvent(app, tx, actor, policyChanged, facts, portfolioId);
}
