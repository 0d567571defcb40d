import type { Decision, RuleObligation, RuleResult } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { policyFrom } from '#domain/policy/portfolio-policy.ts';
import { instantOf } from '#kernel/time.ts';
import { gateInputsFrom, recordInputs } from '#storage/gate/inputs.ts';
import { runOn } from '#storage/hot-path.ts';
import type { App } from '#usecases/app.ts';
import { todayOf } from './write-portfolio.ts';
import type { Written } from './write-example.ts';

/** The facts of a written example as the product reads them for the gate. */
export async function readBack(app: App, written: Written): Promise<Facts> {
  const { facts, ids, customerId, caseId, portfolio, settings } = written;
  const { proposed } = facts;
  const at = instantOf(Date.parse(proposed.at));
  const of = {
    ...{ tenantId: app.tenantId, customerId, caseId, exceptAttempt: null, at },
    answers: proposed.in_response_to ? ids.of('entry', proposed.in_response_to) : null,
  };
  const run = runOn(app.db);
  const own = await recordInputs(run, of);
  if (!own) throw new Error(`no customer ${customerId}`);
  const { rows, confirmedRules } = await gateInputsFrom(app.db, run, of, own);
  const policy = policyFrom(settings, { currency: 'USD', holidays: new Set() });
  return factsFrom(rows, portfolio, policy.gate, app.tenantId, facts.packs, {
    channel: proposed.channel,
    contactPointId: ids.of('point', proposed.to ?? ''),
    debts: proposed.debts.map((debt) => ids.of('debt', debt)),
    ...{ at, today: todayOf(facts), mode: proposed.mode ?? 'live_agent' },
    ...{ purpose: proposed.purpose ?? null, person: proposed.person ?? 'consumer' },
    content: proposed.content ?? {},
    inResponseTo: of.answers,
    voicemailPlan: proposed.voicemail_plan ?? null,
    inLiveSession: proposed.in_live_session ?? false,
    rebuttalFactor: proposed.rebuttal_factor ?? null,
    confirmedRules,
  });
}

const regionsOfRows = regionsOf;
export { packsCovering, regionsOfRows };

/** The limits of a policy that every operator has; an example that does not name them has none. */
const operatorLimits = [
  'holds',
  'house_hours',
  'gb_hours',
  'gb_closed_on_bank_holidays',
  'gb_no_recall_after_abandoned',
  'attorney_response_days',
] as const;

/** The facts without those limits of the operator that the example does not name. */
export function asTheExampleAsks(read: Facts, example: Facts): Facts {
  const policy: Record<string, unknown> = { ...read.policy };
  for (const limit of operatorLimits) {
    const isUk = limit === 'gb_hours' && example.policy?.gb_hours_08_21;
    if (!isUk && example.policy?.[limit] === undefined) delete policy[limit];
  }
  return { ...read, policy };
}

/** The example with the limits that every operator has. */
export function withOperatorLimits(example: Facts, read: Facts): Facts {
  const policy: Record<string, unknown> = { ...example.policy };
  for (const limit of operatorLimits) policy[limit] = read.policy?.[limit];
  return { ...example, policy };
}

const shown = ({ rule, details }: RuleResult) => ({ rule, details });

/** What a decision says that has to be the same, in the words of the example. */
export function told(decision: Decision, { ids }: Pick<Written, 'ids'>): Readonly<Record<string, string>> {
  const byRule = <R extends RuleResult | RuleObligation>(list: readonly R[]) =>
    list.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  const text = (value: unknown) => ids.named(JSON.stringify(value));
  return {
    permitted: text(decision.permitted),
    reasons: text(byRule(decision.reasons).map(({ rule }) => rule)),
    next: text([decision.nextKind, decision.nextPermittedAt]),
    advisories: text(byRule(decision.advisories).map(({ rule }) => rule)),
    obligations: text(byRule(decision.obligations)),
    content: text(decision.requiredContent),
    details: text(byRule(decision.reasons).map(shown)),
  };
}
