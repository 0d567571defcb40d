import { isNothing } from './ageing-report.ts';
import { cellText } from './cell-text.ts';
import { detectDecimal, plainDecimal } from './decimals.ts';

/** What columns say of each other stands where so many rows at the least say it: a row may be wrong. */
const mostRows = 0.9;

/** A sum of binary fractions misses by less. */
const tolerance = 0.005;

/** Amounts that are read as what their names say, and never are what is open or was billed. */
const aside = new Set(
  `net netto neto nett base imponibile imposable tax taxes vat tva iva btw mwst ust moms mva dph kdv ppn gst
  hst sst igv itbis pis cofins icms iss afa discount discounts rabatt skonto descuento desconto sconto remise korting
  rabat sleva limit limite limites fido plafond kreditlimit kreditlimiet price preis prix precio preco prezzo
  prijs pris cena rate exchange kurs cours cambio koers quantity qty cantidad menge quantite quantidade quantita
  percent shipping freight monthly mensual mensuel last letzte ultimo ultima dernier insurance ins adjustments adjustment
  write off subtotal sub turnover umsatz commission provision kommission comision commissione retention retencao
  ritenuta withholding deposit kaution fianza caucao kautie caution orig original loan financed initial inicial
  credit debit soll haben item line unit excl ht hors ne netta ohne zzgl sin sem senza geen`
    .split(/\s+/)
    .filter(Boolean),
);

/** The columns of a file as amounts, row by row. */
export class AmountColumns {
  /** The columns that hold amounts and little else, by their place. */
  readonly places: readonly number[];
  private readonly numbers: readonly (readonly number[])[];
  private readonly words: readonly string[];

  /** `isAmount` and `isOther` tell the columns that are known as amounts, and as something else. */
  constructor(
    columns: readonly (readonly string[])[],
    words: readonly string[],
    isAmount: (column: number) => boolean,
    isOther: (column: number) => boolean,
  ) {
    this.words = words;
    const filled = columns.map((values) => values.map(cellText).filter((text) => !isNothing(text)));
    this.places = columns.flatMap((_, at) => {
      const values = filled[at] ?? [];
      if (isOther(at) || values.length === 0 || detectDecimal(values).share < 0.95) return [];
      return isAmount(at) || values.some(isWrittenAsMoney) ? [at] : [];
    });
    const all = this.places.flatMap((at) => filled[at] ?? []);
    const sign = detectDecimal(all).sign ?? 'point';
    this.numbers = columns.map((values, at) =>
      this.places.includes(at) ? values.map((value) => numberOf(cellText(value), sign)) : [],
    );
  }

  /** Whether the name of a column says that it is neither what was billed nor what is open. */
  isAside(at: number): boolean {
    return (this.words[at] ?? '').split(' ').some((word) => aside.has(word));
  }

  /** Whether two columns have the same amounts. */
  areEqual(a: number, b: number): boolean {
    return this.mostly([a, b], ([x = 0, y = 0]) => isSame(x, y));
  }

  /** Whether `low` is nowhere above `high`, and somewhere below it. */
  isBelow(low: number, high: number): boolean {
    return (
      this.mostly([low, high], ([x = 0, y = 0]) => x <= y + tolerance) &&
      this.somewhere([low, high], ([x = 0, y = 0]) => x < y - tolerance)
    );
  }

  /** Whether some amount of a column is more than nothing; or with `all`, each. */
  isPositive(at: number, all = false): boolean {
    return all ? this.mostly([at], ([x = 0]) => x > 0) : this.somewhere([at], ([x = 0]) => x > 0);
  }

  /** Whether the parts add up to the whole in most rows, and each of two at the least is somewhere more than nothing. */
  addUp(parts: readonly number[], whole: number, least = mostRows): boolean {
    if (parts.includes(whole) || new Set(parts).size < parts.length) return false;
    if (parts.filter((part) => this.isPositive(part)).length < 2) return false;
    const isSum = ([sum = 0, ...each]: readonly number[]) =>
      isSame(
        each.reduce((a, b) => a + b, 0),
        sum,
      );
    return this.mostly([whole, ...parts], isSum, least);
  }

  private mostly(
    at: readonly number[],
    fits: (row: readonly number[]) => boolean,
    least = mostRows,
  ): boolean {
    const rows = this.rows(at);
    return rows.length > 0 && rows.filter(fits).length >= rows.length * least;
  }

  private somewhere(at: readonly number[], fits: (row: readonly number[]) => boolean): boolean {
    return this.rows(at).some(fits);
  }

  private rows(at: readonly number[]): readonly (readonly number[])[] {
    const columns = at.map((each) => this.numbers[each] ?? []);
    const count = Math.max(0, ...columns.map((each) => each.length));
    const all = Array.from({ length: count }, (_, i) => columns.map((each) => each[i] ?? 0));
    return all.filter((row) => row.some((each) => each !== 0));
  }
}

const isSame = (a: number, b: number) => Math.abs(a - b) < tolerance;

/** A fraction of two digits or a sign of a currency: whole numbers may be anything. */
const isWrittenAsMoney = (text: string) =>
  /\d[.,]\d{2}(?!\d)|\p{Sc}|\d[.,]\d{3}[.,]/u.test(text) && !/%/.test(text);

function numberOf(text: string, sign: 'point' | 'comma'): number {
  if (isNothing(text)) return 0;
  const plain = plainDecimal(text, sign);
  return plain === null ? Number.NaN : Number(plain);
}
