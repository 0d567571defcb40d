import { operatorPack } from './operator-holds.ts';
import type { Pack, Rule } from './pack.ts';

/** What a desk shows under "why not". */
export type RuleExplanation = Pick<
  Rule,
  'id' | 'title' | 'citation' | 'source' | 'confidence' | 'basis' | 'enforcement' | 'since'
> & { readonly pack: string; readonly until: string | null };

/** Looks a rule up in the packs at hand and among the operator's own; undefined for an unknown id. */
export function explainRule(packs: readonly Pack[], ruleId: string): RuleExplanation | undefined {
  for (const pack of [...packs, operatorPack]) {
    const rule = pack.rules.find((candidate) => candidate.id === ruleId);
    if (!rule) continue;
    const { id, title, citation, source, confidence, basis, enforcement, since } = rule;
    const until = rule.until ?? null;
    const known = { confidence, basis, enforcement };
    return { id, title, citation, source, ...known, since, until, pack: pack.id };
  }
  return undefined;
}
