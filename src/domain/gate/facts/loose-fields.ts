/**
 * Sources call the same thing by different names, and the facts keep fields that nobody foresaw. A
 * rule that asks for a yes or no reads it under any name that fits.
 */

/** The fields of a record by what they hold; most hold nothing that a rule asks for. */
type Split = {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly numbers: readonly (readonly [key: string, value: number])[];
  readonly texts: readonly (readonly [key: string, value: string])[];
};

const NOTHING: Split = { yes: [], no: [], numbers: [], texts: [] };

const splits = new WeakMap<object, Split>();

function split(record: object): Split {
  const yes: string[] = [];
  const no: string[] = [];
  const numbers: [string, number][] = [];
  const texts: [string, string][] = [];
  for (const key in record) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[key];
    if (value === true) yes.push(key);
    else if (value === false) no.push(key);
    else if (typeof value === 'number') numbers.push([key, value]);
    else if (typeof value === 'string') texts.push([key, value]);
  }
  return { yes, no, numbers, texts };
}

/** Some thirty rules ask the same record: it is read once. */
function splitOf(record: object | null | undefined): Split {
  if (!record) return NOTHING;
  let found = splits.get(record);
  if (!found) {
    found = split(record);
    splits.set(record, found);
  }
  return found;
}

/** Whether a field whose name fits is true. */
export function says(record: object | null | undefined, name: RegExp): boolean {
  return splitOf(record).yes.some((key) => name.test(key));
}

/** Whether a field whose name fits is false; an absent one is not. */
export function denies(record: object | null | undefined, name: RegExp): boolean {
  return splitOf(record).no.some((key) => name.test(key));
}

/** The first number under a name that fits. */
export function numberUnder(record: object | null | undefined, name: RegExp): number | undefined {
  return splitOf(record).numbers.find(([key]) => name.test(key))?.[1];
}

/** The first text under a name that fits. */
export function textUnder(record: object | null | undefined, name: RegExp): string | undefined {
  return splitOf(record).texts.find(([key]) => name.test(key))?.[1];
}

/** The first record under a name that fits, where a source keeps fields of one thing together. */
export function recordUnder(
  record: object | null | undefined,
  name: RegExp,
): object | null | undefined {
  if (!record) return undefined;
  for (const key in record) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'object' && !Array.isArray(value) && name.test(key)) return value;
  }
  return undefined;
}
