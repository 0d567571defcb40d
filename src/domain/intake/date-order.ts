import type { DateFormat } from './dates.ts';

/** Countries and territories that write the month first. */
const monthFirst: ReadonlySet<string> = new Set('US PR GU VI AS MP UM FM MH PW'.split(' '));

/** Countries where both orders are in use, or the year comes first: they decide nothing. */
const undecided: ReadonlySet<string> = new Set(
  'CA PH PA KE GH KY TG GL ZA LR CN JP KR KP TW MN HU LT SE IR BT'.split(' '),
);

/** The order of day and month that a country writes; null where it does not tell (CLDR). */
export function dateOrderOf(country: string | null): Extract<DateFormat, 'dmy' | 'mdy'> | null {
  if (country === null || undecided.has(country)) return null;
  return monthFirst.has(country) ? 'mdy' : 'dmy';
}
