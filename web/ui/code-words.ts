import type { CodeWords } from '#domain/events/words/event-words.ts';
import { ownValue } from '#kernel/own-value.ts';

/**
 * Groups of words in a screen's catalogue that come from the words of events: cases' states, holds,
 * results and other codes are named once, in the domain, for histories, screens and the record.
 */
export const codeGroups: Readonly<
  Record<string, Readonly<Record<string, readonly (keyof CodeWords)[]>>>
> = {
  admin: { state: ['state'] },
  agent: {
    state: ['state'],
    hold: ['hold'],
    reason: ['lateReason'],
    subReason: ['cause'],
    result: ['result'],
    'agreement.state': ['promise', 'plan'],
  },
  cases: { next: ['next'], closed: ['closed'] },
  compliance: { 'obligation.kinds': ['obligation'] },
  'contact-log': { channel: ['medium'] },
  insight: { 'code.case': ['state'], 'code.contact': ['result'], 'code.event': ['cause'] },
  office: { 'event.reasons': ['cause'] },
};

type Catalogue = { readonly [key: string]: unknown };

/** A catalogue with its groups of codes filled; words of its own stay beside them. */
export function withCodeWords(
  own: Catalogue,
  codes: CodeWords,
  groups: Readonly<Record<string, readonly (keyof CodeWords)[]>>,
): Catalogue {
  return Object.entries(groups).reduce((catalogue, [path, lists]) => {
    const words = Object.assign({}, ...lists.map((list) => codes[list]));
    return withGroup(catalogue, path.split('.'), words);
  }, own);
}

function withGroup(catalogue: Catalogue, path: readonly string[], words: Catalogue): Catalogue {
  const [name, ...rest] = path;
  if (name === undefined) return { ...catalogue, ...words };
  const group = (ownValue(catalogue, name) ?? {}) as Catalogue;
  return { ...catalogue, [name]: withGroup(group, rest, words) };
}
