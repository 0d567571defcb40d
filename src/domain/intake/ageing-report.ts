import { type Band, bandOf } from './ageing-names.ts';
import { cellText } from './cell-text.ts';
import { detectDecimal, plainDecimal } from './decimals.ts';
import { namesSum } from './total-words.ts';

/** The columns of an ageing report, by their place. */
export type AgeingColumns = {
  /** Days late that each bucket has at the least; below 0: not due for so many days at the most. */
  readonly buckets: ReadonlyMap<number, number>;
  /** The column that sums them; null where there is none. */
  readonly total: number | null;
};

/** What is not due yet falls due within so many days at the latest, where nobody says otherwise. */
const notDueDays = -30;

/** An ageing report shows its sums in so many columns at least; fewer only beside their total. */
const fewest = 3;

/** A column without the name of a sum is one where so many of its rows add up. */
const mostRows = 0.8;

/** A sum of binary fractions misses by less. */
const tolerance = 0.005;

/** Days late that a bucket has at the least, by its name alone; null where it names none. */
export function bucketDays(name: string): number | null {
  const band = bandOf(name);
  return band === null ? null : edgeOf(band, [band]);
}

/** Kinds of names that tell of days. */
const tellsDays: ReadonlySet<Band['kind']> = new Set(['range', 'open', 'below']);

/** Finds the buckets of an ageing report by the names of columns and by amounts in them. */
export function ageingColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): AgeingColumns | null {
  const named = header.flatMap((name, at) => {
    const band = bandOf(name);
    return band === null ? [] : [{ at, band }];
  });
  const hasDays = named.some(({ band }) => tellsDays.has(band.kind));
  // Beside ranges, what is late at all is their sum.
  const found = named.filter(({ band }) => !(hasDays && band.kind === 'late'));
  const values = found.flatMap(({ at }) => rows.map((row) => cellText(row[at] ?? '')));
  const sign = detectDecimal(values.filter((text) => !isNothing(text))).sign ?? 'point';
  const amount = (text: string) =>
    isNothing(text) ? 0 : Number(plainDecimal(text, sign) ?? Number.NaN);
  if (found.length < 2 || values.some((text) => Number.isNaN(amount(text)))) return null;
  const sums = rows.map((row) =>
    found.reduce((sum, { at }) => sum + amount(cellText(row[at] ?? '')), 0),
  );
  const others = header.map((_, at) => at).filter((at) => !found.some((each) => each.at === at));
  const shareOf = (at: number) => {
    const texts = rows.map((row) => cellText(row[at] ?? ''));
    const isAmounts = !texts.some((text) => Number.isNaN(amount(text)));
    const same = texts.filter((text, i) => Math.abs(amount(text) - (sums[i] ?? 0)) < tolerance);
    return isAmounts && texts.some((text) => amount(text) !== 0) ? same.length / rows.length : 0;
  };
  const summing = others.filter((at) => shareOf(at) >= mostRows);
  const byName = others.filter((at) => namesSum(header[at] ?? '') && shareOf(at) > 0);
  const total = summing.find((at) => byName.includes(at)) ?? summing[0] ?? byName[0] ?? null;
  const isSummed = summing.length > 0;
  if (!isSummed && (found.length < fewest || !hasDays)) return null;
  const bands = found.map(({ band }) => band);
  return { buckets: new Map(found.map(({ at, band }) => [at, edgeOf(band, bands)])), total };
}

/** The fewest days late that fit: what is due then is due that day or earlier. */
function edgeOf(band: Band, bands: readonly Band[]): number {
  switch (band.kind) {
    case 'not-due':
      return notDueDays;
    case 'late':
      return 1;
    case 'below':
      return bands.some(({ kind }) => kind === 'not-due') ? 1 : 0;
    case 'range':
      return band.from;
    case 'older':
      return Math.max(0, ...bands.map((each) => ('to' in each ? each.to : 0))) + 1;
    case 'open': {
      // `90+` beside `61 - 90` begins with the next day.
      const isAfter = bands.some((each) => 'to' in each && each.to === band.from);
      return !band.isExact && isAfter ? band.from + 1 : band.from;
    }
  }
}

/** An empty cell, or the dash that stands for nothing. */
export function isNothing(text: string): boolean {
  return text === '' || /^[-–—]$/.test(text);
}
