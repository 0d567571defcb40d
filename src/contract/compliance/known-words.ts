import { z } from 'zod';
import { LISTED, suggestion } from '#domain/gate/facts/nearest-word.ts';

/** What is said of a word or field that nobody knows, with the nearest one. */
export const unknown = (what: string, word: unknown, known: readonly string[]) =>
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

/** An object of fields that are all known. */
export function closed<T extends z.core.$ZodLooseShape>(fields: T) {
  const known = Object.keys(fields);
  return z.strictObject(fields, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknown('field', issue.keys[0], known) : undefined,
  });
}
