import { cellValue, plainOf } from './cell-text.ts';
import { withoutCurrency } from './currency-marks.ts';

/** The sign between whole and fraction in a file's amounts. */
export type DecimalSign = 'point' | 'comma';

export const decimalSigns: readonly DecimalSign[] = ['point', 'comma'];

// Thousands may stand in groups of three, or by the Indian custom in groups of two and a last of
// three. Anything else between digits is no grouping, so 12,34 is never read as 1234.
const whole = {
  point: /^(?:\d+|\d{1,3}(?:[,' ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/,
  comma: /^(?:\d+|\d{1,3}(?:[.' ]\d{3})+)$/,
} as const;

const simple = { point: /^-?\d{1,15}(?:\.\d+)?$/, comma: /^-?\d{1,15}(?:,\d+)?$/ } as const;

/** Longer than any amount with its signs; nothing longer is looked at. */
const longestAmount = 60;

/** Credit and debit as they stand beside an amount: `Cr`, `DR.`, before it or behind it. */
const creditOrDebit = /^(cr|dr)(?![a-z])\.?\s*|(?<=[\d\s)])(cr|dr)\.?$/gi;

/** How whole amounts are written in German and Swiss files: `20,-` and `20.--`. */
const noFraction = /(?<=\d)[.,]--?$/;

/** An amount as it was read: the plain decimal, and the currencies that its sign may stand for. */
export type ReadDecimal = { readonly plain: string; readonly currencies: readonly string[] };

/**
 * The plain decimal (`-1234.5`) of an amount as people write it: with grouping, currency signs,
 * parentheses or a trailing minus or Cr for a negative. Null when it is no amount in that writing, or
 * when it has two signs that could contradict each other.
 */
export function readDecimal(text: string, sign: DecimalSign): ReadDecimal | null {
  const told = plainOf(text);
  if (told !== null) return readDecimal(told, 'point');
  const trimmed = text.trim();
  if (trimmed.length > longestAmount) return null;
  if (simple[sign].test(trimmed)) return { plain: trimmed.replace(',', '.'), currencies: [] };
  const signs: ('+' | '-')[] = [];
  const take = (from: string, pattern: RegExp) =>
    from
      .replace(pattern, (found) => {
        signs.push(/^cr|^[-(]/i.test(found) ? '-' : '+');
        return '';
      })
      .trim();
  let rest = take(evenly(trimmed), creditOrDebit).replace(noFraction, '');
  const inside = /^\((.*)\)$/.exec(rest)?.[1];
  if (inside !== undefined) {
    signs.push('-');
    rest = inside.trim();
  }
  rest = take(rest, /^[-+]|[-+]$/g);
  const bare = withoutCurrency(rest);
  if (bare === null) return null;
  const further = /^\((.*)\)$/.exec(bare.rest)?.[1];
  if (further !== undefined) signs.push('-');
  rest = take((further ?? bare.rest).trim(), /^[-+]|[-+]$/g);
  if (signs.length > 1) return null;
  const plain = unsigned(rest, sign, signs[0] === '-');
  return plain === null ? null : { plain, currencies: bare.currencies };
}

/** As `readDecimal`, whatever the currency. */
export function plainDecimal(text: string, sign: DecimalSign): string | null {
  return readDecimal(text, sign)?.plain ?? null;
}

/** One space, apostrophe and minus for the many that files have. */
function evenly(text: string): string {
  return text
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/[\u2018\u2019\u02BC\u2032\u00B4`]/g, "'")
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/[\u200E\u200F]/g, '');
}

function unsigned(text: string, sign: DecimalSign, negative: boolean): string | null {
  const mark = sign === 'point' ? '.' : ',';
  const at = text.lastIndexOf(mark);
  const left = at === -1 ? text : text.slice(0, at);
  const fraction = at === -1 ? '' : text.slice(at + 1);
  if (!whole[sign].test(left === '' && fraction !== '' ? '0' : left) || /\D/.test(fraction)) {
    return null;
  }
  const digits = left.replace(/\D/g, '') || '0';
  return `${negative ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}`;
}

/** What samples say about the decimal sign. */
export type DecimalFinding = {
  /** The sign that reads most samples; null when none reads four in five. */
  readonly sign: DecimalSign | null;
  /** The samples read either way but to other amounts (`1,234`): the user must choose. */
  readonly ambiguous: boolean;
  /** Share of the filled samples that are amounts, 0 to 1. */
  readonly share: number;
};

const enough = 0.8;

/** Finds the decimal sign of a column of amounts. Blank samples say nothing. */
export function detectDecimal(samples: readonly string[]): DecimalFinding {
  const filled = samples.map(cellValue).filter((sample) => sample !== '');
  const read = (sign: DecimalSign) => filled.map((sample) => plainDecimal(sample, sign));
  const [points, commas] = [read('point'), read('comma')];
  const count = (amounts: readonly (string | null)[]) =>
    amounts.filter((amount) => amount !== null).length;
  const sign = count(commas) > count(points) ? 'comma' : 'point';
  const best = Math.max(count(points), count(commas));
  const share = filled.length === 0 ? 0 : best / filled.length;
  if (share < enough) return { sign: null, ambiguous: false, share };
  const tie = count(points) === count(commas);
  return { sign, ambiguous: tie && points.some((amount, i) => amount !== commas[i]), share };
}
