import type { AgeingColumns } from './ageing-report.ts';
import type { IntakeDefaults } from './cells.ts';
import type { Field, SheetKind } from './fields.ts';
import { type Guess, guessMapping } from './guess.ts';

/** Fields that say of each row when it was due: such rows are items, and their buckets tell no more. */
const dueFields: ReadonlySet<Field | null> = new Set<Field>([
  'dueOn',
  'daysPastDue',
  'monthsPastDue',
]);

/** What is open is in the buckets, or is their sum. */
const openFields: ReadonlySet<Field | null> = new Set<Field>(['balance', 'amount']);

/** The guesses of all columns, and the buckets of an ageing report among them, each with its days. */
export function guessWithBuckets(
  kind: SheetKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  defaults: IntakeDefaults,
  ageing: AgeingColumns | null,
): { readonly guesses: Guess[]; readonly buckets: Readonly<Record<string, number>> } {
  if (ageing === null)
    return { guesses: guessMapping(kind, header, samples, defaults), buckets: {} };
  const others = header.map((_, at) => at).filter((at) => !ageing.buckets.has(at));
  const pick = (row: readonly string[]) => others.map((at) => row[at] ?? '');
  const guessed = guessMapping(kind, pick(header), samples.map(pick), defaults);
  const isByItem = guessed.some(({ field }) => dueFields.has(field));
  const nothing = { field: null, also: null, confidence: 0, about: null } as const;
  const guesses = header.map((column, at): Guess => {
    const own = guessed[others.indexOf(at)];
    if (own === undefined) {
      return { ...nothing, column, why: isByItem ? 'nothing-fits' : 'ageing-bucket' };
    }
    if (isByItem) return own;
    if (at === ageing.total) {
      const field = 'balance';
      return { column, field, also: null, confidence: 1, why: 'sum-of-buckets', about: field };
    }
    return openFields.has(own.field)
      ? { ...nothing, column, why: 'not-sure', about: own.field }
      : own;
  });
  if (isByItem) return { guesses, buckets: {} };
  const days = [...ageing.buckets].map(([at, least]) => [header[at] ?? '', least] as const);
  return { guesses, buckets: Object.fromEntries(days) };
}
