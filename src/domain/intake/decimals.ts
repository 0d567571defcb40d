/** The sign between whole and fraction in a file's amounts. */
export type DecimalSign = 'point' | 'comma';

export const decimalSigns: readonly DecimalSign[] = ['point', 'comma'];

// Thousands may stand in groups of three, or by the Indian custom in groups of two and a last of
// three. Anything else between digits is no grouping, so 12,34 is never read as 1234.
const whole = {
  point: /^(?:\d+|\d{1,3}(?:[,' ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/,
  comma: /^(?:\d+|\d{1,3}(?:[.' ]\d{3})+)$/,
} as const;

/** A code of three letters is taken off only as what it is, the currency of the amount. */
const currencyMarks =
  /^(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc}|\p{Sc}|kr\.?|zł|Kč)\s*|\s*(?:[A-Z]{3}|\p{Sc}|kr\.?|zł|Kč)$/gu;
const simple = /^-?\d{1,15}(?:\.\d+)?$/;

/** Longer than any amount with its signs; nothing longer is looked at. */
const longestAmount = 60;

/**
 * The plain decimal (`-1234.5`) of an amount as people write it: with grouping, currency signs,
 * parentheses or a trailing minus or CR for a negative. Null when it is no amount in that writing.
 */
export function plainDecimal(text: string, sign: DecimalSign): string | null {
  const trimmed = text.trim();
  if (trimmed.length > longestAmount) return null;
  if (sign === 'point' && simple.test(trimmed)) return trimmed;
  let rest = trimmed.replace(/[\u00A0\u2009\u202F]/g, ' ').replaceAll('’', "'");
  rest = rest.replaceAll('\u2212', '-').replace(/[\u200E\u200F]/g, '');
  let negative = false;
  if (/^\(.*\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  if (/\s*CR$/.test(rest)) {
    negative = !negative;
    rest = rest.replace(/\s*CR$/, '');
  }
  rest = rest.replace(/\s*DR$/, '');
  const bare = rest.replace(/^([-+]?)\s*/, '$1');
  const leading = /^[-+]/.exec(bare)?.[0] ?? '';
  rest = bare.slice(leading.length).replace(currencyMarks, '').trim();
  const inner = /^[-+]|[-+]$/.exec(rest)?.[0] ?? '';
  if (inner !== '' && leading !== '') return null;
  if (inner !== '') rest = (rest.startsWith(inner) ? rest.slice(1) : rest.slice(0, -1)).trim();
  if ((inner || leading) === '-') negative = !negative;
  return unsigned(rest, sign, negative);
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
  const filled = samples.filter((sample) => sample.trim() !== '');
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
