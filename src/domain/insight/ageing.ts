import { type AgeBucket, type Ages, ageBucket, ageBuckets, ages } from '#domain/cases/entry.ts';
import type { LocalDate } from '#kernel/time.ts';

/** The day from which a report counts the age of a debt (M-005): it always says which. */
export const ageBases = ['due', 'issue', 'entry'] as const;
export type AgeBasis = (typeof ageBases)[number];

/** A column of the report; `no-date` holds what the book gives no such day for. */
export type AgeingColumn = AgeBucket | 'no-date';

/** The columns of the report from left to right. */
export const ageingColumns: readonly AgeingColumn[] = [
  ...ageBuckets.map(({ bucket }) => bucket),
  'no-date',
];

/** An open item as the report sees it; `group` is what a line stands for: an agent, a team … */
export type AgeingItem = {
  readonly itemId: string;
  readonly group: string;
  readonly currency: string;
  readonly balance: bigint;
  readonly dueOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly enteredOn: LocalDate | null;
};

/** What stands in one cell: money in minor units and the items behind it. */
export type AgeingCell = { readonly minor: bigint; readonly itemIds: readonly string[] };

/** One line of the report; the cells sum to the total. */
export type AgeingLine = {
  readonly group: string;
  readonly currency: string;
  readonly total: bigint;
  readonly cells: Readonly<Partial<Record<AgeingColumn, AgeingCell>>>;
};

const ageOf: Readonly<Record<AgeBasis, (of: Ages) => number | null>> = {
  due: (of) => of.fromDue,
  issue: (of) => of.fromIssue,
  entry: (of) => of.fromEntry,
};

/**
 * The column of an item. What is not due today is `not-due` on every basis, so that the three
 * reports differ only in how they age the same overdue debt.
 */
export function ageingColumn(
  item: Pick<AgeingItem, 'dueOn' | 'issuedOn' | 'enteredOn'>,
  basis: AgeBasis,
  today: LocalDate,
): AgeingColumn {
  const all = ages(item, today);
  if (all.fromDue < 0) return 'not-due';
  const days = ageOf[basis](all);
  return days === null ? 'no-date' : ageBucket(days);
}

/** The ageing report (M-189): a line per group and currency, in that order; settled items are off. */
export function ageing(
  items: readonly AgeingItem[],
  basis: AgeBasis,
  today: LocalDate,
): AgeingLine[] {
  const open = items.filter(({ balance }) => balance > 0n);
  const lines = Map.groupBy(open, ({ group, currency }) => JSON.stringify([group, currency]));
  const keys = [...lines.keys()].toSorted();
  return keys.flatMap((key) => {
    const mine = lines.get(key) ?? [];
    const first = mine[0];
    if (!first) return [];
    const cells: Partial<Record<AgeingColumn, AgeingCell>> = {};
    for (const [column, members] of Map.groupBy(mine, (i) => ageingColumn(i, basis, today))) {
      cells[column] = { minor: sumOf(members), itemIds: members.map(({ itemId }) => itemId) };
    }
    return [{ group: first.group, currency: first.currency, total: sumOf(mine), cells }];
  });
}

function sumOf(items: readonly AgeingItem[]): bigint {
  return items.reduce((sum, { balance }) => sum + balance, 0n);
}
