const time =
  /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** Words and signs for nothing. */
const nothing = /^(?:[-–—./\s]+|n\/?a|null|nil|none|nan|nat)$/i;

/** Days that programs write for none, as year, month and day: empty, endless, and the first of a calendar. */
const emptyDays: ReadonlySet<string> = new Set([
  ...['1-1-1', '1753-1-1', '1899-12-30', '1899-12-31', '1900-1-0', '1900-1-1'],
  ...['2999-12-31', '9999-12-31', '9999-1-1', '9999-9-9', '9999-99-99'],
]);

const parted = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Whether a text stands for no date at all: zeros or nines, the first or last day of a calendar, or a
 * word for nothing. The order of day and month does not matter to it.
 */
export function isNoDate(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 40) return false;
  if (nothing.test(trimmed)) return true;
  const day = trimmed.replace(time, '').trim();
  const [, first = '', second = '', third = ''] = parted.exec(day) ?? compact.exec(day) ?? [];
  if (first === '') return false;
  const digits = first + second + third;
  if (/^0+$/.test(digits) || /^9+$/.test(digits)) return true;
  const yearFirst = first.length > 2;
  const [year, ...rest] = (yearFirst ? [first, second, third] : [third, first, second]).map(Number);
  // A year of two digits is one of this century or the last.
  if (!yearFirst && third.length < 3) return false;
  const [a = 0, b = 0] = rest;
  return emptyDays.has(`${year}-${a}-${b}`) || emptyDays.has(`${year}-${b}-${a}`);
}

/** The beginning of Unix time, which stands for none everywhere but in a birth date. */
export function isEpoch(date: string): boolean {
  return date === '1970-01-01';
}
