import { type DecimalSign, decimalSigns, plainDecimal } from './decimals.ts';

/** A sum of binary fractions misses by less, also over many rows. */
const tolerance = 0.005;

/** One row alone is no sum: it may be repeated below. */
const fewestRows = 2;

type Sums = { rows: number; readonly of: Record<DecimalSign, number[]> };

const nothing = (): Sums => ({ rows: 0, of: { point: [], comma: [] } });

/**
 * The sums of the columns of a table, since its beginning and since the last sum that it writes itself, in
 * either writing of its amounts: a row of nothing but them is no record.
 */
export class RunningSums {
  private readonly all = nothing();
  private group = nothing();

  /** Counts a record in. */
  add(texts: readonly string[]): void {
    for (const sums of [this.all, this.group]) {
      sums.rows += 1;
      texts.forEach((text, i) => {
        for (const sign of decimalSigns) {
          const value = text === '' ? 0 : numberOf(text, sign);
          sums.of[sign][i] = (sums.of[sign][i] ?? 0) + value;
        }
      });
    }
  }

  /** Says that a sum was written. */
  restart(): void {
    this.group = nothing();
  }

  /** Whether each of the filled cells is the sum of its column, since the last sum or since the beginning. */
  areIn(texts: readonly string[], filled: readonly number[]): boolean {
    const isIn = (sums: Sums, sign: DecimalSign) =>
      sums.rows >= fewestRows &&
      filled.every((i) => {
        const sum = sums.of[sign][i] ?? Number.NaN;
        return Math.abs(numberOf(texts[i] ?? '', sign) - sum) < tolerance;
      });
    return [this.group, this.all].some((sums) => decimalSigns.some((sign) => isIn(sums, sign)));
  }
}

function numberOf(text: string, sign: DecimalSign): number {
  const plain = plainDecimal(text, sign);
  return plain === null ? Number.NaN : Number(plain);
}
