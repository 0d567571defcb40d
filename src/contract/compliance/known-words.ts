import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** Most words a message lists; of longer lists it names the nearest. */
const LISTED = 24;

/** What may stand there: the nearest known word where one is near, else all when they are few. */
function suggestion(word: string, known: readonly string[]): string {
  const [nearest = ''] = known.toSorted((a, b) => distance(word, a) - distance(word, b));
  const isNear = distance(word, nearest) <= Math.ceil(word.length / 3);
  if (isNear) return `; did you mean "${nearest}"?`;
  return known.length <= LISTED ? `; known are ${known.join(', ')}` : '';
}

const unknown = (what: string, word: unknown, known: readonly string[]) =>
  typeof word === 'string'
    ? `unknown ${what} "${word.slice(0, 60)}"${suggestion(word.slice(0, 60), known)}`
    : `must be one of ${known.slice(0, LISTED).join(', ')}`;

/** One word of a closed list. */
export function oneOf(words: readonly string[]) {
  const known = new Set(words);
  return z
    .string({ error: ({ input }) => unknown('word', input, words) })
    .refine((word) => known.has(word), { error: ({ input }) => unknown('word', input, words) });
}

/** One word of a closed list, or anything under a prefix that is left open. */
export function oneOfOrUnder(words: readonly string[], prefix: string) {
  const known = new Set(words);
  return z.string().refine((word) => known.has(word) || word.startsWith(prefix), {
    error: ({ input }) => unknown('word', input, [...words, `${prefix}…`]),
  });
}

/** An object of fields that are all known. */
export function closed<T extends z.core.$ZodLooseShape>(fields: T) {
  const known = Object.keys(fields);
  return z.strictObject(fields, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknown('field', issue.keys[0], known) : undefined,
  });
}
