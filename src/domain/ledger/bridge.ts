import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';
import { effectOn, type Ledger, type Posting } from './postings.ts';

/**
 * One day of one portfolio in one currency, in minor units: `opening + newDebt − collected −
 * credited − writtenOff − moved = closing`. A reversal lowers the line it withdraws, so a line may
 * be negative. `closing` is measured, never computed from the lines: `difference` (measured less
 * computed) is zero, or the books are wrong and the screen says so.
 */
export type BridgeRow = {
  readonly portfolioId: string;
  readonly currency: string;
  readonly day: LocalDate;
  readonly opening: bigint;
  readonly newDebt: bigint;
  readonly collected: bigint;
  readonly credited: bigint;
  readonly writtenOff: bigint;
  /** Moved out less moved in. */
  readonly moved: bigint;
  readonly closing: bigint;
  readonly difference: bigint;
};

/** The lines of a bridge between opening and closing. */
export const bridgeLines = ['newDebt', 'collected', 'credited', 'writtenOff', 'moved'] as const;
export type BridgeLine = (typeof bridgeLines)[number];

/** The line that the other side of a change of debt belongs to. */
export const lineOf: Readonly<Record<Ledger, BridgeLine | null>> = {
  receivable: null,
  billed: 'newDebt',
  'fee-income': 'newDebt',
  'interest-income': 'newDebt',
  cash: 'collected',
  unapplied: 'collected',
  credited: 'credited',
  'written-off': 'writtenOff',
  moved: 'moved',
};

/** Days that one bridge may span: ten years. */
export const maxBridgeDays = 3_660;

/**
 * The bridge of every portfolio and currency for every day from `from` to `to`, in the order
 * portfolio, currency, day. Needs all postings from the start of the books. `measured` tells the
 * closing balance as kept elsewhere (for instance the sum of the stored item balances) and defaults
 * to the receivable ledger at that day's end. Throws RangeError for a span above maxBridgeDays.
 */
export function bridge(
  postings: readonly Posting[],
  span: { readonly from: LocalDate; readonly to: LocalDate },
  measured?: (portfolioId: string, currency: string, day: LocalDate) => bigint,
): BridgeRow[] {
  const days = daysBetween(span.from, span.to) + 1;
  if (days > maxBridgeDays) throw new RangeError(`a bridge spans at most ${maxBridgeDays} days`);
  const groups = Map.groupBy(postings, (p) => `${p.portfolioId} ${p.currency}`);
  const rows: BridgeRow[] = [];
  for (const key of [...groups.keys()].toSorted()) {
    const mine = groups.get(key) ?? [];
    const first = mine[0];
    if (!first) continue;
    const { portfolioId, currency } = first;
    const byDay = Map.groupBy(mine, (p) => p.bookedOn);
    let opening =
      measured?.(portfolioId, currency, addDays(span.from, -1)) ??
      debtOf(mine.filter((p) => p.bookedOn < span.from));
    for (let i = 0; i < days; i += 1) {
      const day = addDays(span.from, i);
      const today = byDay.get(day) ?? [];
      const closing = measured?.(portfolioId, currency, day) ?? opening + debtOf(today);
      rows.push(bridgeDay({ portfolioId, currency, day, opening, closing }, today));
      opening = closing;
    }
  }
  return rows;
}

/** One row from a measured opening and closing and the postings of that day, portfolio, currency. */
export function bridgeDay(
  known: Pick<BridgeRow, 'portfolioId' | 'currency' | 'day' | 'opening' | 'closing'>,
  postings: readonly Posting[],
): BridgeRow {
  const lines = { newDebt: 0n, collected: 0n, credited: 0n, writtenOff: 0n, moved: 0n };
  for (const posting of postings) {
    const effect = effectOn('receivable', posting);
    if (effect === 0n) continue;
    const line = lineOf[posting.debit === 'receivable' ? posting.credit : posting.debit];
    if (line) lines[line] += line === 'newDebt' ? effect : -effect;
  }
  const { newDebt, collected, credited, writtenOff, moved } = lines;
  const computed = known.opening + newDebt - collected - credited - writtenOff - moved;
  return { ...known, ...lines, difference: known.closing - computed };
}

function debtOf(postings: readonly Posting[]): bigint {
  return postings.reduce((sum, posting) => sum + effectOn('receivable', posting), 0n);
}
