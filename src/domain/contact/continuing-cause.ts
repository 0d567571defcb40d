import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import { discreetReasons, RESTRICTED } from '#domain/gate/discretion.ts';
import { stopsForOperations } from './operational-reasons.ts';

/** What keeps a call that the customer placed from the debt, the strictest first. */
export const continuingCauses = ['barred', 'unknown', 'speaker', 'house'] as const;

/**
 * `barred`: a law, a hold or the customer's own wish stands against it. `unknown`: the rules gave no
 * answer. `speaker`: the number is not known to be the customer's. `house`: house rules alone.
 */
export type ContinuingCause = (typeof continuingCauses)[number];

const ofSpeaker: readonly string[] = ['DUNLIN-THIRD-PARTY', 'DUNLIN-POINT'];

/** House rules that stand for a law or a wish: what the customer asked for or is going through. */
const isBinding = (rule: string) =>
  rule.startsWith('DUNLIN-HOLD') || ['DUNLIN-DISPUTED', RESTRICTED].includes(rule);

function causeOf(reason: RuleResult): ContinuingCause {
  if (stopsForOperations(reason)) return 'unknown';
  if (reason.pack !== 'DUNLIN' || isBinding(reason.rule)) return 'barred';
  return ofSpeaker.includes(reason.rule) ? 'speaker' : 'house';
}

/** Why a decision leaves nothing to say of the debt; null where nothing stands against it. */
export function continuingCause(decision: Decision): ContinuingCause | null {
  const found = discreetReasons(decision).map(causeOf);
  return continuingCauses.find((cause) => found.includes(cause)) ?? null;
}
