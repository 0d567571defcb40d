import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import type { WordingPart } from '#domain/gate/wording-laws.ts';
import { ownText } from './own-text.ts';

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

/** What words contain, with the language they stand in, ISO 639-1, and so does their disclosure. */
export function inLanguage(content: Content, parts: ScriptParts, language: string): Content {
  const disclosed = content.debt_collector_disclosure && saysDisclosure(parts);
  return { ...content, language, ...(disclosed ? { disclosure_language: language } : {}) };
}

/** The disclosure of a debt collector as a text gives it. */
export const disclosureGiven = {
  debt_collector_disclosure: 'initial',
  identifies_as_debt_collector: true,
} satisfies Content;

/**
 * What the script of the desk contains: it greets with the agent's own name, says for whom the call
 * is once the person is verified, and nothing of a debt before.
 */
export function callContent(parts: ScriptParts): Content {
  return {
    ...ownText,
    identity_disclosed: true,
    identifies_individual: true,
    ...(saysDisclosure(parts) ? disclosureGiven : {}),
    asks_reason_unpaid: asksReason(parts),
  };
}
