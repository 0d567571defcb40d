import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import { isOperational } from '#domain/gate/operator-holds.ts';

/** Named when this process and the database do not agree what time it is. */
export const CLOCK_SKEW = 'DUNLIN-CLOCK-SKEW';
/** Named when a call would show no number, since its portfolio has none. */
export const NO_CALLER_ID = 'DUNLIN-NO-CALLER-ID';
/** Named when something shuts within the guard band, before the contact would have begun. */
export const CLOSING = 'DUNLIN-CLOSING';

/** Remarks that words are in another language than the person prefers. */
export const OTHER_LANGUAGE = 'DUNLIN-LANGUAGE';

/** Difference between the clock of a process and the database's beyond which nobody is contacted. */
export const clockSkewLimitMs = 5_000;

/** The operational reasons, with the titles and citations shown for them. */
export const operationalRules: Readonly<Record<string, { title: string; citation: string }>> = {
  [CLOCK_SKEW]: {
    title: 'The clocks of the system do not agree',
    citation: 'House rule: nobody is contacted while the time is in doubt',
  },
  [NO_CALLER_ID]: {
    title: 'The portfolio has no calling number',
    citation: 'House rule: whoever is called can see who calls and call back',
  },
  [OTHER_LANGUAGE]: {
    title: 'The words are in another language than the customer prefers',
    citation: 'House rule: whoever is written to can read it, or is helped to',
  },
  [CLOSING]: {
    title: 'The hours end, or a wait begins, within moments',
    citation: 'House rule: a guard band before closing',
  },
};

/** Whether contact stops for want of knowledge or time, and not because a rule forbids it. */
export function stopsForOperations(reason: RuleResult): boolean {
  return [CLOCK_SKEW, NO_CALLER_ID].includes(reason.rule) || isOperational(reason);
}

/**
 * Adds that the clocks disagree by so many milliseconds: whatever the rules say, nothing is begun.
 */
export function withClockSkew(decision: Decision, skewMs: number): Decision {
  return stopped(decision, CLOCK_SKEW, 'clocks_agree', { skewSeconds: Math.round(skewMs / 1000) });
}

/** Remarks that what is said is in another language than the person prefers; it refuses nothing. */
export function withOtherLanguage(
  decision: Decision,
  said: string | null | undefined,
  wanted: string | null,
): Decision {
  const codeOf = (language: string) => language.slice(0, 2).toLowerCase();
  if (!said || wanted === null || codeOf(said) === codeOf(wanted)) return decision;
  const remark = { rule: OTHER_LANGUAGE, pack: 'DUNLIN', enforcement: 'advisory' } as const;
  const details = { language: said, prefers: wanted };
  const advisory = { ...remark, bound: 'event', releasing: [], details } as const;
  return { ...decision, advisories: [...decision.advisories, advisory] };
}

/** Adds that a call would show no number. */
export function withoutCallerId(decision: Decision): Decision {
  return stopped(decision, NO_CALLER_ID, 'caller_id_set', {});
}

function stopped(
  decision: Decision,
  rule: string,
  releasing: string,
  details: RuleResult['details'],
): Decision {
  const reason = { rule, pack: 'DUNLIN', enforcement: 'hard', details } as const;
  return {
    ...decision,
    permitted: false,
    reasons: [...decision.reasons, { ...reason, bound: 'event', releasing: [releasing] }],
    nextPermittedAt: null,
    nextKind: decision.nextKind === 'never' ? 'never' : 'on_condition',
    releasing: [...new Set([...decision.releasing, releasing])],
  };
}

/**
 * Adds that the contact would run into a closing edge: what stands against it `later`, at the end of
 * the guard band, and did not stand against it now. Unchanged when nothing does.
 */
export function withClosing(decision: Decision, later: Decision): Decision {
  const standing = new Set(decision.reasons.map(({ rule }) => rule));
  const coming = later.reasons.filter(({ rule }) => !standing.has(rule));
  const [first] = coming;
  if (!first) return decision;
  const details = { shuts: coming.map(({ rule }) => rule).join(' ') };
  const reason = { rule: CLOSING, pack: 'DUNLIN', enforcement: 'policy', details } as const;
  return {
    ...decision,
    permitted: false,
    reasons: [...decision.reasons, { ...reason, bound: first.bound, releasing: first.releasing }],
    nextPermittedAt: later.nextPermittedAt,
    nextKind: later.nextKind,
    releasing: [...new Set([...decision.releasing, ...later.releasing])],
  };
}
