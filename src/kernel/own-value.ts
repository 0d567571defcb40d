/**
 * What a table has under a key that comes from outside, such as a word of a file or of a message. A
 * plain lookup would find `constructor` and `toString` in every object.
 */
export function ownValue<V>(
  table: { readonly [key: string]: V | undefined },
  key: string,
): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
