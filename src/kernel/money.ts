import { ownValue } from './own-value.ts';

/** An exact amount: whole minor units (cents, pence, yen) of one ISO 4217 currency. */
export type Money = { readonly minor: bigint; readonly currency: string };

/** Decimal places of a currency's minor unit (ISO 4217), where they differ from two. */
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Units of account and funds of ISO 4217 that debts are kept in, which runtimes do not list. */
const units = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW'];

const known: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...units]);

/** Whether the code is an ISO 4217 currency or unit of account. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Number of decimals of the currency's minor unit: 2 for USD, 0 for JPY, 3 for BHD. */
export function decimalsOf(currency: string): number {
  return ownValue(exponents, currency) ?? 2;
}

/**
 * Whole digits that one item or payment may have. A file's slip of the finger beyond that is no money,
 * and a book of such amounts still sums within 64 bits.
 */
export const wholeDigitsLimit = 12;

/** Whether an amount is more than any one item or payment can be. */
export function isBeyondLimit(minor: bigint, currency: string): boolean {
  const size = minor < 0n ? -minor : minor;
  return size >= 10n ** BigInt(wholeDigitsLimit + decimalsOf(currency));
}

/** Why a text is not an exact amount. */
export type AmountProblem = 'not-a-number' | 'not-exact';

/**
 * Reads a plain decimal (`-1234.50`: point as decimal sign, no grouping) into minor units.
 * `not-exact` when it has more decimals than the currency, unless they are zeros.
 */
export function parseAmount(text: string, currency: string): bigint | AmountProblem {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return 'not-a-number';
  const [, sign, whole = '0', fraction = ''] = match;
  const decimals = decimalsOf(currency);
  if (!/^0*$/.test(fraction.slice(decimals))) return 'not-exact';
  const minor = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return sign === '-' ? -minor : minor;
}

/** The plain decimal of an amount (`-1234.50`), exact: what goes on the wire and into files. */
export function plainAmount(minor: bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return minor < 0n ? `-${text}` : text;
}

/** The amount as a reader of the locale writes it, from exact digits: no binary floating point. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimalsOf(currency),
    maximumFractionDigits: decimalsOf(currency),
  });
  // Intl takes a decimal string exactly; the type of `format` still says number | bigint.
  return format.format(plainAmount(minor, currency) as `${number}`);
}

/**
 * Splits an amount into `parts` whole parts that sum to it, at most one minor unit apart; the first
 * parts carry the remainder. Throws RangeError unless `parts` is a whole number above zero.
 */
export function splitEvenly(minor: bigint, parts: number): bigint[] {
  if (!Number.isInteger(parts) || parts < 1)
    throw new RangeError('parts is a whole number above 0');
  const count = BigInt(parts);
  const base = minor / count;
  const left = Number(minor - base * count);
  const unit = left < 0 ? -1n : 1n;
  return Array.from({ length: parts }, (_, i) => (i < Math.abs(left) ? base + unit : base));
}

/** The smaller of two amounts in one currency. */
export function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
