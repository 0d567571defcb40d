import { distance } from 'fastest-levenshtein';

/** Most words a message lists; of longer lists it names the nearest. */
export const LISTED = 24;

/** What may stand there: the nearest known word where one is near, else all when they are few. */
export function suggestion(word: string, known: readonly string[]): string {
  const [nearest = ''] = known.toSorted((a, b) => distance(word, a) - distance(word, b));
  const isNear = distance(word, nearest) <= Math.ceil(word.length / 3);
  if (isNear) return `; did you mean "${nearest}"?`;
  return known.length <= LISTED ? `; known are ${known.join(', ')}` : '';
}
