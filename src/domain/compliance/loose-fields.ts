/**
 * Sources call the same thing by different names, and the facts keep fields that nobody foresaw. A
 * rule that asks for a yes or no reads it under any name that fits.
 */

const entriesOf = (record: object | null | undefined) => Object.entries(record ?? {});

/** Whether a field whose name fits is true. */
export function says(record: object | null | undefined, name: RegExp): boolean {
  return entriesOf(record).some(([key, value]) => value === true && name.test(key));
}

/** Whether a field whose name fits is false; an absent one is not. */
export function denies(record: object | null | undefined, name: RegExp): boolean {
  return entriesOf(record).some(([key, value]) => value === false && name.test(key));
}

/** The first number under a name that fits. */
export function numberUnder(record: object | null | undefined, name: RegExp): number | undefined {
  for (const [key, value] of entriesOf(record)) {
    if (typeof value === 'number' && name.test(key)) return value;
  }
  return undefined;
}

/** The first text under a name that fits. */
export function textUnder(record: object | null | undefined, name: RegExp): string | undefined {
  for (const [key, value] of entriesOf(record)) {
    if (typeof value === 'string' && name.test(key)) return value;
  }
  return undefined;
}
