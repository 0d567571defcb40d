import type { Decision, RuleResult } from './decision.ts';

/** Stands in for a rule whose very name tells of somebody's health or need. */
export const RESTRICTED = 'DUNLIN-RESTRICTED';

/** How that stand-in is worded. */
export const restrictedWords = {
  title: 'A reason that only some may see; a supervisor can say more',
  citation: 'House rule: health and hardship are told to those who need to know',
} as const;

/**
 * The reasons of a decision as somebody without the right to open decisions may hear them: what tells
 * of health or need is one stand-in, and what would lift it is left out (specification §12.52). Each
 * pack says which of its rules do.
 */
export function discreetReasons({ reasons }: Pick<Decision, 'reasons'>): readonly RuleResult[] {
  const open = reasons.filter(({ discreet }) => !discreet);
  const hidden = reasons.find(({ discreet }) => discreet);
  if (!hidden) return open;
  return [...open, { ...hidden, rule: RESTRICTED, releasing: [], details: {} }];
}
