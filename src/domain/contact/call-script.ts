import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import type { WordingPart } from '#domain/gate/wording-laws.ts';

/** Those parts of our words that depend on the law of a place which are said to somebody. */
export type ScriptParts = readonly WordingPart[];

/** Whether the words say that a debt is being collected, once the right person is known. */
export function saysDisclosure(parts: ScriptParts): boolean {
  return parts.includes('debt_collector_disclosure');
}

/** Whether the script asks why nothing was paid. */
export function asksReason(parts: ScriptParts): boolean {
  return parts.includes('reason_unpaid');
}

/**
 * What the script of the desk contains: it greets with the agent's own name, says for whom the call
 * is once the person is verified, and nothing of a debt before.
 */
export function callContent(parts: ScriptParts): Content {
  return {
    identity_disclosed: true,
    identifies_individual: true,
    ...(saysDisclosure(parts) ? { debt_collector_disclosure: 'initial' } : {}),
    asks_reason_unpaid: asksReason(parts),
  };
}
