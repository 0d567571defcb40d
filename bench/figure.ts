/** One measured figure beside its baseline of the same run and its budget. */
export type Figure = {
  readonly what: string;
  readonly unit: string;
  /** The median of alternating runs, unless `what` says otherwise. */
  readonly measured: number;
  /** What the same run measured of the baseline, in the same unit; null for an absolute budget. */
  readonly baseline: number | null;
  readonly baselineWhat: string | null;
  /** The budget in words, as docs and readers know it. */
  readonly budget: string;
  readonly met: boolean;
};

/** One benchmark: its figures, and what was run (sizes, clients). */
export type BenchResult = {
  readonly name: string;
  readonly setting: string;
  readonly figures: readonly Figure[];
};

/** The middle value; the mean of the middle two for an even count. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` of all values lies, interpolated. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
