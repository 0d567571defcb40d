import type { Decision, RuleResult } from './decision.ts';
import { operatorPack } from './operator-holds.ts';
import type { Pack } from './pack.ts';

/** Stands in for a rule whose very name tells something private of somebody. */
export const RESTRICTED = 'DUNLIN-RESTRICTED';

/** How that stand-in is worded: it tells nothing of what it stands for. */
export const restrictedWords = {
  title: 'A reason that only some may see; a supervisor can say more',
  citation: 'House rule: private matters are told to those who need to know',
} as const;

/**
 * The reasons of a decision as somebody without the right to open decisions may hear them: what tells
 * of health, need, death or who speaks for the person is one stand-in, and what would lift it is left
 * out (specification §12.52). Each pack says which of its rules do.
 */
export function discreetReasons({ reasons }: Pick<Decision, 'reasons'>): readonly RuleResult[] {
  const open = reasons.filter(({ discreet }) => !discreet);
  const hidden = reasons.find(({ discreet }) => discreet);
  if (!hidden) return open;
  return [...open, { ...hidden, rule: RESTRICTED, releasing: [], details: {} }];
}

/**
 * The same of rules that were written down by their ids alone: of a rule that no pack at hand knows
 * any more, nothing says that it may be told.
 */
export function discreetRules(
  packs: readonly Pack[],
  known: Readonly<Record<string, unknown>>,
  rules: readonly string[],
): readonly string[] {
  const mayBeTold = (id: string) =>
    Object.hasOwn(known, id) ||
    [...packs, operatorPack].some((pack) =>
      pack.rules.some((rule) => rule.id === id && !rule.discreet),
    );
  const open = rules.filter(mayBeTold);
  return open.length === rules.length ? rules : [...open, RESTRICTED];
}
