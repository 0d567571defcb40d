import type { Calendar } from '#kernel/calendars.ts';
import { WITHOUT_HOURS } from '../facts/channels.ts';
import type { Rule } from '../pack.ts';
import { openHours } from './open-hours.ts';

/** Hours an operator keeps where the law names none. */
export type OperatorHours = Pick<Rule, 'id' | 'title' | 'citation' | 'source'> &
  Partial<Pick<Rule, 'since' | 'confidence' | 'basis'>> & {
    /** Public holidays of the place, shut when `Policy.rule_hours_shut_on_holidays` names the rule. */
    readonly holidays?: Calendar;
  };

/** A rule of the operator's own hours: silent until `Policy.rule_hours` names it. */
export function operatorHours({ holidays, ...rule }: OperatorHours): Rule {
  return {
    since: '1970-01-01',
    confidence: 'high',
    basis: 'primary',
    ...rule,
    enforcement: 'policy',
    applies: { notChannels: WITHOUT_HOURS },
    check: openHours({
      week: ({ facts }) => facts.policy?.rule_hours?.[rule.id] ?? null,
      holiday: ({ facts }, day) =>
        holidays !== undefined &&
        facts.policy?.rule_hours_shut_on_holidays?.includes(rule.id) === true
          ? holidays(day)
          : false,
    }),
  };
}
