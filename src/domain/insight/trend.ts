/** The values that are usual, and whether the newest one lies outside them. */
export type Trend = {
  readonly change: 'up' | 'down' | 'none';
  readonly low: bigint;
  readonly high: bigint;
};

/** Earlier months that a trend is judged against, at least. */
const minTrendMonths = 5;

/**
 * Whether the newest of a row of monthly sums (oldest first, minor units) breaks from the ones
 * before it: outside mean ± 2.66 × mean moving range, the natural limits of a chart of individual
 * values (Shewhart; Wheeler, Understanding Variation, 1993). Null with fewer than six months.
 */
export function trendOf(months: readonly bigint[]): Trend | null {
  const newest = months.at(-1);
  const before = months.slice(0, -1);
  if (newest === undefined || before.length < minTrendMonths) return null;
  const mean = sumOf(before) / BigInt(before.length);
  const steps = before.slice(1).map((value, i) => distance(value, before[i] ?? value));
  const width = (266n * sumOf(steps)) / (100n * BigInt(steps.length));
  const low = mean > width ? mean - width : 0n;
  const high = mean + width;
  return { change: newest > high ? 'up' : newest < low ? 'down' : 'none', low, high };
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
