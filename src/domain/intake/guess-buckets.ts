import type { AgeingColumns } from './ageing-report.ts';
import type { IntakeDefaults } from './cells.ts';
import type { Field, SheetKind } from './fields.ts';
import { type Guess, type Guesses, guessMapping } from './guess.ts';
import type { Tie } from './joint-evidence.ts';

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
): Guesses & { readonly buckets: Readonly<Record<string, number>> } {
  if (ageing === null) return { ...guessMapping(kind, header, samples, defaults), buckets: {} };
  const others = header.map((_, at) => at).filter((at) => !ageing.buckets.has(at));
  const pick = (row: readonly string[]) => others.map((at) => row[at] ?? '');
  const { guesses: guessed, ties: found } = guessMapping(
    kind,
    pick(header),
    samples.map(pick),
    defaults,
  );
  const ties = found.map((tie) => placed(tie, others));
  const isByItem = guessed.some(({ field }) => dueFields.has(field));
  const nothing = { field: null, also: null, confidence: 0, about: null } as const;
  const guesses = header.map((column, at): Guess => {
    const own = guessed[others.indexOf(at)];
    if (own === undefined) {
      return { ...nothing, column, why: isByItem ? 'nothing-fits' : 'ageing-bucket' };
    }
    if (isByItem) {
      // What the buckets of an item add up to is what is open of it.
      const isOpen = at === ageing.total && (own.field === null || own.field === 'amount');
      if (!isOpen || guessed.some(({ field }) => field === 'balance')) return own;
      const balance = { column, field: 'balance', also: null, confidence: 1 } as const;
      return { ...balance, why: 'sum-of-buckets', about: 'balance' };
    }
    if (at === ageing.total) {
      const field = 'balance';
      return { column, field, also: null, confidence: 1, why: 'sum-of-buckets', about: field };
    }
    return openFields.has(own.field)
      ? { ...nothing, column, why: 'not-sure', about: own.field }
      : own;
  });
  if (isByItem) return { guesses, ties, buckets: {} };
  const days = [...ageing.buckets].map(([at, least]) => [header[at] ?? '', least] as const);
  // What is open is told by the buckets, and when it was due.
  const left = ties.filter(
    (tie) =>
      !(tie.of === 'field' ? [tie.field] : tie.fields).some(
        (field) => openFields.has(field) || dueFields.has(field),
      ),
  );
  return { guesses, ties: left, buckets: Object.fromEntries(days) };
}

/** A tie among the columns that are no buckets, by their places in the file. */
function placed(tie: Tie, others: readonly number[]): Tie {
  const place = (at: number) => others[at] ?? at;
  return tie.of === 'field'
    ? { ...tie, columns: tie.columns.map(place) }
    : { ...tie, column: place(tie.column) };
}
