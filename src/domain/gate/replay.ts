import type { Judge } from './decide.ts';
import { type VerdictWord, verdictWord } from './decision.ts';
import type { Facts } from './facts/facts.ts';
import { readFacts } from './facts/unread-words.ts';
import { operatorPack } from './operator-holds.ts';
import { type Pack, packsCovering } from './pack.ts';

/** Under what rules past contacts are decided again. */
export type ReplayQuestion = {
  /** Rules of unread source that two people have confirmed, and channels without a rule. */
  readonly confirmedRules: readonly string[];
  /** Rules of unread source that would be silent. */
  readonly silencedRules: readonly string[];
  /** Ask every pack that covers the person today, also those installed since. */
  readonly newPacks: boolean;
  /** Whose contacts: every portfolio, or those of the one who asks. */
  readonly portfolios: 'all' | readonly string[];
};

/** A decision of the record, with what is needed to make it again. */
export type KeptVerdict = {
  readonly verdict: VerdictWord;
  readonly rules: readonly string[];
  readonly facts: Facts;
};

/** How a decision would have been made under other rules. */
export type ReplayedVerdict = {
  readonly becomes: VerdictWord;
  readonly rules: readonly string[];
  /** `null` when nothing changes. */
  readonly change: 'newly_refused' | 'newly_allowed' | 'otherwise' | null;
};

const OPERATOR_RULES: ReadonlySet<string> = new Set(operatorPack.rules.map(({ id }) => id));

/** Reasons that no facts hold: the state of the case, the clock. They stand as they stood. */
const isOutside = (rule: string) => rule.startsWith('DUNLIN-') && !OPERATOR_RULES.has(rule);

/** The facts of a decision, asked of the rules in question. */
export function askedAnew(facts: Facts, question: ReplayQuestion, packs: readonly Pack[]): Facts {
  const regions = facts.consumer.location_signals.flatMap(({ region }) => region ?? []);
  // Kept under the words of its time, and read under those of today.
  const own = readFacts(facts);
  const covering = question.newPacks ? packsCovering(packs, regions).map(({ id }) => id) : [];
  return {
    ...own,
    packs: [...new Set([...own.packs, ...covering])],
    policy: {
      ...own.policy,
      silence_refuses: true,
      confirmed_rules: question.confirmedRules,
      silenced_rules: question.silencedRules,
    },
  };
}

const sameRules = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((rule) => other.includes(rule));

function changeOf(
  was: VerdictWord,
  becomes: VerdictWord,
  same: boolean,
): ReplayedVerdict['change'] {
  if (was === becomes) return same ? null : 'otherwise';
  if (was === 'permitted') return 'newly_refused';
  return becomes === 'permitted' ? 'newly_allowed' : 'otherwise';
}

/** Decides a kept contact again and says what would be different. */
export function replayed(
  kept: KeptVerdict,
  question: ReplayQuestion,
  packs: readonly Pack[],
  judge: Judge,
): ReplayedVerdict {
  const { permitted, reasons } = judge(askedAnew(kept.facts, question, packs));
  const outside = kept.rules.filter(isOutside);
  const rules = [...new Set([...reasons.map(({ rule }) => rule), ...outside])];
  const becomes = outside.length > 0 ? 'refused' : verdictWord({ permitted });
  const change = changeOf(kept.verdict, becomes, sameRules(rules, kept.rules));
  return { becomes, rules, change };
}
