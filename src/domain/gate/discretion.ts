import type { Decision, RuleResult } from './decision.ts';

/** Stands in for a rule whose very name tells of somebody's health or need. */
export const RESTRICTED = 'DUNLIN-RESTRICTED';

/** How that stand-in is worded. */
export const restrictedWords = {
  title: 'A reason that only some may see; a supervisor can say more',
  citation: 'House rule: health and hardship are told to those who need to know',
} as const;

/** Rules that speak of health, capacity, need or of other people's affairs. */
const DISCREET = [
  /^DUNLIN-HOLD-(VULNERABLE|HARDSHIP|IDENTITY-THEFT|DEBT-ADVISER|DEBT-REVIEW|MINOR)$/,
  /^GB-(CONC-CAPACITY|MHC-MORATORIUM|CONC-DEBTADVICE)$/,
  /^AU-HARDSHIP$/,
  /^HIPAA-/,
  /^MINOR$/,
];

/** Whether the name of a rule may be told only to those who may open decisions. */
export function isDiscreet(rule: string): boolean {
  return DISCREET.some((pattern) => pattern.test(rule));
}

/**
 * The reasons of a decision as somebody without the right to open decisions may hear them: what tells
 * of health or need is one stand-in, and what would lift it is left out (specification §12.52).
 */
export function discreetReasons({ reasons }: Pick<Decision, 'reasons'>): readonly RuleResult[] {
  const open = reasons.filter(({ rule }) => !isDiscreet(rule));
  const hidden = reasons.find(({ rule }) => isDiscreet(rule));
  if (!hidden) return open;
  return [...open, { ...hidden, rule: RESTRICTED, releasing: [], details: {} }];
}
