import type { Decision, RuleObligation, RuleResult } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { App } from '#usecases/app.ts';
import type { Ids } from './batch.ts';
import { readBack } from './read-back.ts';
import type { Written } from './write-example.ts';

/** The limits of a policy that every operator has; an example that does not name them has none. */
const operatorLimits = [
  'holds',
  'house_hours',
  'attorney_response_days',
  'stop_means_everything',
  'rule_hours',
  'rule_hours_shut_on_holidays',
  'rules_on',
  'warn_only',
] as const;

/** The facts without those limits of the operator that the example does not name. */
function asTheExampleAsks(read: Facts, example: Facts): Facts {
  const policy: Record<string, unknown> = { ...read.policy };
  for (const limit of operatorLimits) {
    if (example.policy?.[limit] === undefined) delete policy[limit];
  }
  return { ...read, policy };
}

/** The example with the limits that every operator has. */
function withOperatorLimits(example: Facts, read: Facts): Facts {
  const policy: Record<string, unknown> = { ...example.policy };
  for (const limit of operatorLimits) policy[limit] = read.policy?.[limit];
  return { ...example, policy };
}

/** What a decision says that has to be the same, in the words of the example. */
function told(decision: Decision, ids: Ids): Readonly<Record<string, string>> {
  const sorted = <R extends RuleResult | RuleObligation>(list: readonly R[]) =>
    list.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  const text = (value: unknown) => ids.named(JSON.stringify(value));
  const { nextPermittedAt } = decision;
  return {
    permitted: text(decision.permitted),
    reasons: text(sorted(decision.reasons).map(({ rule, bound }) => [rule, bound])),
    next: text([decision.nextKind, nextPermittedAt && Date.parse(nextPermittedAt)]),
    advisories: text(sorted(decision.advisories).map(({ rule }) => rule)),
    obligations: text(sorted(decision.obligations)),
    content: text(decision.requiredContent),
    releasing: text(decision.releasing.toSorted()),
  };
}

/**
 * In what the decision about the person in the database differs from that about the example: both
 * with the operator's own limits off where the example has none, and with those every operator has.
 */
export async function differences(app: App, written: Written): Promise<readonly string[]> {
  const { facts, ids } = written;
  const read = await readBack(app, written);
  const pairs = [
    ['', facts, asTheExampleAsks(read, facts)],
    ['with the operator’s limits, ', withOperatorLimits(facts, read), read],
  ] as const;
  return pairs.flatMap(([when, example, again]) => {
    const wanted = told(app.gate.decide(example), ids);
    const got = told(app.gate.decide(again), ids);
    return Object.keys(wanted)
      .filter((part) => wanted[part] !== got[part])
      .map((part) => `${when}${part}: ${wanted[part]} -> ${got[part]}`);
  });
}
