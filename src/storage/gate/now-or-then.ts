/** Stands in the text of a statement for whether it tells of a past instant as it was then. */
export const asOf = ':asOf::boolean';

/**
 * A statement in the two forms in which it runs: about now, and about a past instant. What only the
 * other form needs is gone before the database plans it: nearly every contact asks about now.
 */
export function nowOrThen<Statement>(
  text: string,
  make: (text: string, form: 'now' | 'then') => Statement,
): (isThen: boolean) => Statement {
  const now = make(text.replaceAll(asOf, 'false'), 'now');
  const then = make(text.replaceAll(asOf, 'true'), 'then');
  return (isThen) => (isThen ? then : now);
}
