import { dayAt, type EvaluationContext } from './evaluation-context.ts';
import type { Facts } from './facts/facts.ts';
import type { Applies, Rule, Topic } from './pack.ts';
import type { ReadRule } from './read-packs.ts';

/** Whether a rule applies to the attempt. */
export function speaks(applies: Applies | undefined, moment: EvaluationContext): boolean {
  if (!applies) return true;
  const { channels, notChannels, persons, purposes, modes, when } = applies;
  if (channels && !channels.includes(moment.channel)) return false;
  if (notChannels?.includes(moment.channel)) return false;
  if (persons && !persons.includes(moment.person)) return false;
  if (purposes && !purposes.includes(moment.purpose)) return false;
  if (modes && !modes.includes(moment.mode)) return false;
  return when?.(moment) ?? true;
}

/** Whether a finding of the rule stops the attempt. */
export function blocks({ id, enforcement }: Rule, { policy }: Facts): boolean {
  if (enforcement === 'safe_harbour') return policy?.require_safe_harbors === true;
  if (enforcement === 'guidance' || enforcement === 'code') {
    return !policy?.warn_only?.includes(id);
  }
  return enforcement !== 'duty' && enforcement !== 'advisory' && enforcement !== 'definition';
}

/**
 * The rules in force that speak to the attempt. One that stands in for the law is among them only
 * where no rule that can stop the attempt settles its topic.
 */
export function speaking(
  rules: readonly ReadRule[],
  moment: EvaluationContext,
): readonly ReadRule[] {
  const day = dayAt(moment);
  const heard = rules.filter(
    ({ rule, sinceDay, untilDay }) =>
      day >= sinceDay && day <= untilDay && speaks(rule.applies, moment),
  );
  const isSettled = (topic: Topic) =>
    heard.some(
      ({ rule }) =>
        rule.topics?.includes(topic) &&
        blocks(rule, moment.facts) &&
        (rule.settles?.(moment) ?? true),
    );
  return heard.filter(({ rule }) => !rule.standsInFor || !isSettled(rule.standsInFor));
}
