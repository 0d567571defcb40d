import { WITHOUT_HOURS } from '../facts/channels.ts';
import type { OperatorWeek, Rule } from '../pack.ts';
import { openHours } from './open-hours.ts';
import { type HolidayCheck, isPublicHoliday } from './place-holidays.ts';

/** Hours an operator keeps where the law names none. */
export type OperatorHours = Pick<Rule, 'id' | 'title' | 'citation' | 'source'> &
  Partial<Pick<Rule, 'since' | 'confidence' | 'basis'>> & {
    /**
     * The holidays on which it is shut when `Policy.rule_hours_shut_on_holidays` names the rule; left
     * out: the public holidays of the place.
     */
    readonly holiday?: HolidayCheck;
    /** The hours that a portfolio starts with. */
    readonly initial?: OperatorWeek;
  };

/**
 * A rule of the operator's own hours: silent until `Policy.rule_hours` names it, and then what settles
 * the hours of the place.
 */
export function operatorHours({
  holiday = isPublicHoliday,
  initial,
  ...rule
}: OperatorHours): Rule {
  return {
    since: '1970-01-01',
    confidence: 'high',
    basis: 'primary',
    ...rule,
    enforcement: 'policy',
    setting: { kind: 'hours', initial: initial ?? null },
    topics: ['hours'],
    applies: {
      notChannels: WITHOUT_HOURS,
      when: ({ facts }) => facts.policy?.rule_hours?.[rule.id] != null,
    },
    check: openHours({
      week: ({ facts }) => facts.policy?.rule_hours?.[rule.id] ?? null,
      holiday: (moment, day) =>
        moment.facts.policy?.rule_hours_shut_on_holidays?.includes(rule.id) === true
          ? holiday(moment, day)
          : false,
    }),
  };
}
