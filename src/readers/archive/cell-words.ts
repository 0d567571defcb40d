import { SSF } from '@e965/xlsx';
import { asTold } from '#domain/intake/cell-text.ts';
import { withoutCurrency } from '#domain/intake/currency-marks.ts';

/** A cell as the library reads it: its type, its value, the format it is shown in, its formula. */
export type WorkbookCell = {
  readonly t: string;
  readonly v?: unknown;
  readonly z?: unknown;
  readonly f?: unknown;
};

/** Errors of formulas by the code that files keep. */
const errors: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * The text of a cell as the file means it. Numbers and dates are told apart from texts that look like
 * them; a formula counts by its kept value, and without one is an error.
 */
export function wordsOf(cell: WorkbookCell | undefined, date1904: boolean): string {
  if (cell === undefined) return '';
  const { t, v, f } = cell;
  if (t === 'e') return errors.get(v) ?? '#VALUE!';
  if (v === undefined || v === null || t === 'z') return f === undefined ? '' : '#CALC!';
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  if (t === 'd') return v instanceof Date ? asTold(v.toISOString().slice(0, 10)) : String(v);
  if (t === 'n' && typeof v === 'number') return numberWords(v, cell.z, date1904);
  return String(v).replace(/[\t\r\n]+/g, ' ');
}

function numberWords(value: number, format: unknown, date1904: boolean): string {
  const shown = typeof format === 'string' ? format : 'General';
  if (SSF.is_date(shown)) return dateWords(value, shown, date1904);
  if (isPadded(shown) && Number.isInteger(value)) return SSF.format(shown, value).trim();
  if (/%/.test(shown.replace(/"[^"]*"|\\./g, ''))) return `${plainNumber(value * 100)}%`;
  // A spreadsheet keeps fifteen digits: a longer number has lost its last ones.
  if (Math.abs(value) >= 1e15) return value.toExponential(5).replace('e', 'E');
  const mark = markOf(shown);
  const plain = plainNumber(value);
  if (mark !== '') return asTold(`${mark} ${plain}`);
  return Number.isInteger(value) ? plain : asTold(plain);
}

/** A day as ISO; a time alone as it is shown; what is no day of the calendar as its number. */
function dateWords(value: number, format: string, date1904: boolean): string {
  const code = SSF.parse_date_code(value, { date1904 });
  if (!code || (value < 1 && value > 0)) return SSF.format(format, value);
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${String(code.y).padStart(4, '0')}-${pad(code.m)}-${pad(code.d)}`;
  // The day 0 of the calendar is how an empty date is kept.
  return value < 1 ? '0000-00-00' : asTold(day);
}

/** Noise of a sum of binary fractions, never a part of an amount. */
const noise = (value: number) => Math.min(5e-5, 1e-9 + Math.abs(value) * 2e-14);
const mostDecimals = 10;

/** A number with the decimals that it means: 0.30000000000000004 is 0.3. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const rounded = Number(value.toFixed(decimals));
    if (Math.abs(value - rounded) > noise(value)) continue;
    const text = value.toFixed(decimals);
    return Number(text) === 0 ? '0' : text;
  }
  return String(Number(value.toPrecision(15)));
}

/** Formats that show more zeros than the number has, such as of postal codes and account numbers. */
function isPadded(format: string): boolean {
  const [first = ''] = format.split(';');
  const shape = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /0{2}/.test(shape) && !/[#.?,%/E]/.test(shape) && !/\*/.test(shape);
}

/** The sign of a currency that a format puts beside the number; empty for none. */
function markOf(format: string): string {
  const [first = ''] = format.split(';');
  const [, local = ''] = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(first) ?? [];
  const quoted = [...first.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text.trim());
  const bare = /[$\p{Sc}]/u.exec(first.replace(/"[^"]*"|\[[^\]]*\]/g, ''))?.[0] ?? '';
  const marks = [local.trim(), ...quoted, bare].filter((mark) => mark !== '');
  return marks.find((mark) => (withoutCurrency(`${mark} 1`)?.currencies.length ?? 0) > 0) ?? '';
}
