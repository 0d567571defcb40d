import { collectorRoles } from '#domain/contact/collector-roles.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { settingsFrom } from '#domain/policy/default-settings.ts';
import { dateIn } from '#kernel/time.ts';
import { always, type Batch } from './batch.ts';
import { homeOf, zoneOf } from './write-person.ts';

type Made = {
  readonly batch: Batch;
  readonly newId: () => string;
  readonly tenantId: string;
  readonly unheld: (path: string) => void;
};

const isCollectorRole = (role: string) => collectorRoles.some((known) => known === role);

/** Settings of a portfolio that say what the policy of an example says. */
function settingsOf({ policy }: Facts, unheld: (path: string) => void) {
  const {
    require_safe_harbors: safeHarboursBind,
    attorney_response_days: attorneyResponseDays,
    rule_hours: hours,
    rule_hours_shut_on_holidays: shut,
    rules_on: rulesOn,
    warn_only: adviceOnly,
    stop_means_everything: stopMeansEverything,
    unknown_location_zone_set: _,
    ...more
  } = policy ?? {};
  for (const key of Object.keys(more)) unheld(`policy.${key}`);
  return settingsFrom({
    gate: {
      safeHarboursBind: safeHarboursBind ?? false,
      stopMeansEverything: stopMeansEverything ?? false,
      ruleHours: Object.fromEntries(
        Object.entries(hours ?? {}).map(([rule, week]) => [
          rule,
          { week: weekOf(week), shutOnHolidays: shut?.includes(rule) ?? false },
        ]),
      ),
      rulesOn: rulesOn ?? [],
      adviceOnly: adviceOnly ?? [],
      ...(attorneyResponseDays ? { attorneyResponseDays } : {}),
    },
  });
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Weekly hours in the form of a portfolio's settings: one stretch a day, or closed. */
function weekOf(week: WeeklyWindows) {
  return Object.fromEntries(days.map((day) => [day, week[day]?.[0] ?? null]));
}

/** Writes one portfolio of a creditor with the collector and the policy of an example. */
export function writePortfolio(made: Made, facts: Facts, creditor: string) {
  const { batch, newId, tenantId, unheld } = made;
  const { actor, proposed } = facts;
  const [id, creditorId] = [newId(), newId()];
  const role = actor.type ?? 'third_party_collector';
  const { type: _, id: __, uses_third_party_name, business_associate, acts_for, ...more } = actor;
  for (const key of Object.keys(more)) unheld(`actor.${key}`);
  if (!isCollectorRole(role)) unheld(`actor.type=${role}`);
  const settings = settingsOf(facts, unheld);
  const callerId = proposed.caller_id ?? '+12125550199';
  const collectorRole = isCollectorRole(role) ? role : 'third_party_collector';
  batch.creditors.push({ id: creditorId, tenantId, name: creditor });
  batch.portfolioPolicies.push({
    ...{ portfolioId: id, version: 1, settings: JSON.stringify(settings) },
    ...{ madeAt: always, reason: 'test' },
  });
  batch.portfolios.push({
    ...{ id, tenantId, creditorId, name: id, kind: 'consumer', product: 'loan', currency: 'USD' },
    ...{ country: homeOf(facts).country, zone: zoneOf(facts), collectorRole, callerId },
    ...{ collector: actor.id, policyVersion: 1, actsFor: acts_for ?? null },
    usesThirdPartyName: uses_third_party_name ?? false,
    businessAssociate: business_associate ?? null,
  });
  return { id, collectorRole, callerId, settings };
}

/** The local date of the attempt, by the clock of its portfolio. */
export function todayOf(facts: Facts): string {
  return dateIn(zoneOf(facts), Date.parse(facts.proposed.at));
}
