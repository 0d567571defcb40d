import type { LocalDate } from '#kernel/time.ts';
import { cellText, cellValue, plainOf } from './cell-text.ts';
import { isNoDate } from './stand-in-dates.ts';

/**
 * The order in which a file writes the parts of a date; any of `- / . space` may part them, a time
 * after the date is read over, months may be numbers or names, years have two or four digits.
 * `my` is a month alone (`Jan-2012`) and means its first day.
 */
export type DateFormat = 'ymd' | 'dmy' | 'mdy' | 'my';

export const dateFormats: readonly DateFormat[] = ['ymd', 'dmy', 'mdy', 'my'];

/** The first letters of each month in English, Spanish, German, French and Hebrew. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'jän', 'ינו'],
  ['feb', 'fév', 'fev', 'fév', 'פבר'],
  ['mar', 'mär', 'mrz', 'מרץ', 'מרס'],
  ['apr', 'abr', 'avr', 'אפר'],
  ['may', 'mai', 'מאי'],
  ['jun', 'juin', 'יונ'],
  ['jul', 'juil', 'יול'],
  ['aug', 'ago', 'aoû', 'aou', 'אוג'],
  ['sep', 'set', 'ספט'],
  ['oct', 'okt', 'אוק'],
  ['nov', 'נוב'],
  ['dec', 'dic', 'dez', 'déc', 'דצמ'],
];

const parts = /^(\p{L}+|\d{1,4})([-/. ,]+)(\p{L}+|\d{1,2})(?:\.?(?:[-/. ,]+)(\d{4}|\d{1,2}))?$/u;
/** The year first and a sign behind each part, as Hungary, Japan, China and Korea write it. */
const signed = /^(\d{4})\s?[.年년]\s?(\d{1,2})\s?[.月월]\s?(\d{1,2})\s?[.日일]?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const time =
  /(?:[T ,]+|^)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Longer than a day with its time and zone; nothing longer is looked at. */
const longestDate = 60;

/**
 * The date a text says in that format, null when it says none that exists (30 February). A year of
 * two digits is the latest one not after `latestYear`. Years outside 1900 to 2199 are refused: they
 * are typing errors or an empty value's stand-in.
 */
export function parseDate(text: string, format: DateFormat, latestYear: number): LocalDate | null {
  const trimmed = text.trim();
  if (trimmed.length > longestDate) return null;
  const plain = plainOf(trimmed);
  const match = plain === null && format !== 'ymd' ? null : iso.exec(plain ?? trimmed);
  if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const dayOnly = trimmed.replace(time, '').trim();
  return format === 'my' ? monthAlone(dayOnly, latestYear) : wholeDate(dayOnly, format, latestYear);
}

function wholeDate(text: string, format: DateFormat, latestYear: number): LocalDate | null {
  const tight = compact.exec(text) ?? signed.exec(text);
  if (tight) {
    return format === 'ymd' ? dateOf(Number(tight[1]), Number(tight[2]), Number(tight[3])) : null;
  }
  // The point of an ordinal may stand behind the year too.
  const match = parts.exec(text.replace(/(?<=\d{4})\.$/, ''));
  if (!match || match[4] === undefined) return null;
  const [, first = '', , second = '', third = ''] = match;
  if (format === 'ymd') {
    return first.length === 4 ? dateOf(Number(first), monthOf(second), Number(third)) : null;
  }
  if (first.length === 4 && /^\d/.test(first)) return null;
  // A month written as a word shows its place by itself.
  const monthFirst = /^\p{L}/u.test(first) || (format === 'mdy' && /^\d/.test(second));
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return /^\d/.test(day) ? dateOf(yearOf(third, latestYear), monthOf(month), Number(day)) : null;
}

function monthAlone(text: string, latestYear: number): LocalDate | null {
  const match = /^(\p{L}+|\d{1,2})\.?[-/. ,]*(\d{4}|\d{2})$/u.exec(text);
  const [, month = '', year = ''] = match ?? [];
  if (!match || (/^\d/.test(month) && !/[-/. ]/.test(text))) return null;
  return dateOf(yearOf(year, latestYear), monthOf(month), 1);
}

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  return monthNames.findIndex((starts) => starts.some((start) => word.startsWith(start))) + 1;
}

function yearOf(text: string, latestYear: number): number {
  if (text.length === 4) return Number(text);
  if (text.length !== 2) return 0;
  const year = latestYear - (latestYear % 100) + Number(text);
  return year > latestYear ? year - 100 : year;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (lengths[month - 1] ?? 0) + (leap ? 1 : 0)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** What samples say about the format of their dates. */
export type DateFinding = {
  /** The format that reads most samples; null when none reads four in five. */
  readonly format: DateFormat | null;
  /** Other formats that read as many but to other dates: the user must choose. */
  readonly alternatives: readonly DateFormat[];
  /** Share of the filled samples that the format reads, 0 to 1. */
  readonly share: number;
};

/** Samples read at the least for a format to be believed. */
const enough = 0.8;

/** Finds the format of the dates in a column. Blank samples and stand-ins for no date say nothing. */
export function detectDateFormat(samples: readonly string[], latestYear: number): DateFinding {
  const filled = samples.map(cellValue).filter((sample) => sample !== '' && !isNoDate(sample));
  const readings = dateFormats.map((format) => {
    const dates = filled.map((sample) => parseDate(sample, format, latestYear));
    return { format, dates, read: dates.filter((date) => date !== null).length };
  });
  const best = readings.reduce((top, each) => (each.read > top.read ? each : top));
  // A column of stand-ins alone is one of dates all the same.
  const isEmpty = samples.every((sample) => cellText(sample) === '');
  const share = filled.length > 0 ? best.read / filled.length : isEmpty ? 0 : 1;
  if (share < enough || best.read === 0) return { format: null, alternatives: [], share };
  const differs = (dates: readonly (LocalDate | null)[]) =>
    dates.some((date, i) => date !== best.dates[i]);
  const alternatives = readings
    .filter(
      ({ format, read, dates }) => format !== best.format && read === best.read && differs(dates),
    )
    .map(({ format }) => format);
  return { format: best.format, alternatives, share };
}
