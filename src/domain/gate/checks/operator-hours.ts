import type { Calendar } from '#kernel/calendars.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { WITHOUT_HOURS } from '../facts/channels.ts';
import type { OperatorWeek, Rule } from '../pack.ts';
import { openHours } from './open-hours.ts';

/** Hours an operator keeps where the law names none. */
export type OperatorHours = Pick<Rule, 'id' | 'title' | 'citation' | 'source'> &
  Partial<Pick<Rule, 'since' | 'confidence' | 'basis'>> & {
    /**
     * Whether a local day is a public holiday where the person lives; then it is shut when
     * `Policy.rule_hours_shut_on_holidays` names the rule.
     */
    readonly holiday?: (moment: EvaluationContext, day: number) => ReturnType<Calendar>;
    /** The hours that a portfolio starts with. */
    readonly initial?: OperatorWeek;
  };

/**
 * A rule of the operator's own hours: silent until `Policy.rule_hours` names it, and then what settles
 * the hours of the place.
 */
export function operatorHours({ holiday, initial, ...rule }: OperatorHours): Rule {
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
          ? (holiday?.(moment, day) ?? false)
          : false,
    }),
  };
}
