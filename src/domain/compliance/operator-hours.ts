import type { Moment } from './moment.ts';
import { type Hours, openHours } from './open-hours.ts';
import type { Finding } from './pack.ts';

/**
 * Contact hours of the operator's own where the law names none, read from `policy.rule_hours` under
 * the rule's id; without an entry there the rule is silent.
 */
export function operatorHours(
  rule: string,
  other: Omit<Hours, 'week'> = {},
): (moment: Moment) => Finding | null {
  return openHours({
    ...other,
    week: ({ facts }) => facts.policy?.rule_hours?.[rule] ?? null,
  });
}
