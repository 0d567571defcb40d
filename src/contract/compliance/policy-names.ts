import { everyDay } from '#domain/gate/checks/open-hours.ts';
import type { Policy } from '#domain/gate/facts/policy-facts.ts';
import { ownValue } from '#kernel/own-value.ts';

/** A name under which a case may give an operator's setting of one rule. */
const NAMES: Readonly<Record<string, Policy>> = {
  gb_hours_08_21: { rule_hours: { 'GB-POLICY-HOURS': everyDay('08:00', '21:00') } },
};

/** The operator's settings with those given by another name under the rule that they set. */
export function namedSettings(policy: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(policy);
  const own = Object.fromEntries(given.filter(([name]) => !Object.hasOwn(NAMES, name)));
  const named = given.flatMap(([name, value]) =>
    value === true ? (ownValue(NAMES, name) ?? []) : [],
  );
  if (named.length === 0) return own;
  const hours = named.map(({ rule_hours }) => rule_hours);
  return { ...own, rule_hours: Object.assign({}, ...hours, own['rule_hours']) };
}
