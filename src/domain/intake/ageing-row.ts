import { plainAmount } from '#kernel/money.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { isNothing } from './ageing-report.ts';
import { CellReader } from './cells.ts';
import type { ImportMap } from './import-map.ts';

/** What one bucket of a row holds, and the latest day on which it can have been due. */
type BucketItem = { readonly mark: string; readonly dueOn: LocalDate; readonly minor: bigint };

/** Reads the buckets of the rows of an ageing report; `start` turns to the next row. */
export type AgeingReader = {
  readonly start: (cells: readonly string[], line?: number) => void;
  /** The items of the row, those that hold something first; null with problems: refused. */
  readonly read: (reader: CellReader, currency: string) => readonly BucketItem[] | null;
};

type Bucket = { readonly days: number; readonly cells: CellReader };
type Sum = { readonly days: number; minor: bigint };

/** A reader of the buckets that a map names; null where it names none. */
export function ageingReader(
  map: ImportMap,
  header: readonly string[],
  today: LocalDate,
): AgeingReader | null {
  const buckets = Object.entries(map.buckets).map(([column, days]): Bucket => {
    const own: ImportMap = { ...map, columns: { balance: column }, constants: {} };
    return { days, cells: new CellReader(own, header, today) };
  });
  if (buckets.length === 0) return null;
  const asOf = map.asOf ?? today;
  return {
    start: (cells, line) => {
      for (const each of buckets) each.cells.start(cells, line);
    },
    read: (reader, currency) => {
      const sums = readSums(buckets, reader, currency);
      if (sums === null || !isWhole(sums, reader, map, currency)) return null;
      if (!netCredits(sums, reader, currency)) return null;
      reader.note('dueOn', 'due-counted-back');
      const filled = sums.filter(({ minor }) => minor > 0n);
      const empty = sums.filter(({ minor }) => minor === 0n);
      return [...filled, ...empty].map(({ days, minor }) => {
        const mark = days < 0 ? 'not due' : `${days}+`;
        return { mark, dueOn: addDays(asOf, -days), minor };
      });
    },
  };
}

/** What stands in the buckets, by their days, the oldest last; null with problems. */
function readSums(
  buckets: readonly Bucket[],
  reader: CellReader,
  currency: string,
): readonly Sum[] | null {
  const byDays = new Map<number, Sum>();
  for (const { days, cells } of buckets) {
    const text = cells.raw('balance')?.text ?? '';
    const minor = isNothing(text) ? 0n : cells.amount('balance', currency);
    if (minor === null) continue;
    const sum = byDays.get(days) ?? { days, minor: 0n };
    sum.minor += minor;
    byDays.set(days, sum);
  }
  const problems = buckets.flatMap(({ cells }) => cells.problems);
  reader.problems.push(...problems);
  if (problems.length > 0) return null;
  return [...byDays.values()].sort((a, b) => a.days - b.days);
}

/** Whether the buckets add up to the total of the row, where it has one. */
function isWhole(
  sums: readonly Sum[],
  reader: CellReader,
  map: ImportMap,
  currency: string,
): boolean {
  const field = map.columns.balance === undefined ? 'amount' : 'balance';
  const before = reader.problems.length;
  const total = isNothing(reader.raw(field)?.text ?? '') ? null : reader.amount(field, currency);
  if (total === null) return reader.problems.length === before;
  const sum = sums.reduce((all, { minor }) => all + minor, 0n);
  if (sum === total) return true;
  const facts = { sum: plainAmount(sum, currency), total: plainAmount(total, currency) };
  reader.refuse(field, 'buckets-not-total', { ...facts, currency });
  return false;
}

/** Takes credits off the oldest debts first; a row whose credits are more than its debts is refused. */
function netCredits(sums: readonly Sum[], reader: CellReader, currency: string): boolean {
  let credit = 0n;
  for (const sum of sums) {
    if (sum.minor >= 0n) continue;
    credit -= sum.minor;
    sum.minor = 0n;
  }
  if (credit === 0n) return true;
  for (const sum of sums.toReversed()) {
    const taken = credit < sum.minor ? credit : sum.minor;
    sum.minor -= taken;
    credit -= taken;
  }
  if (credit > 0n) {
    reader.refuse('balance', 'credit-set-aside', { value: plainAmount(-credit, currency) });
    return false;
  }
  reader.note('balance', 'credit-netted');
  return true;
}
