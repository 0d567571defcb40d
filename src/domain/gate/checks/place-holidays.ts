import { iso31662 } from 'iso-3166';
import type { Calendar } from '#kernel/calendars.ts';
import { countryHolidays, isHolidayAnywhereIn } from '#kernel/country-holidays.ts';
import { dateOfDay } from '#kernel/local-clock.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { EvaluationContext } from '../evaluation-context.ts';

/** Whether a local day is a holiday where the person lives; `unknown` beyond a calendar's years. */
export type HolidayCheck = (moment: EvaluationContext, day: number) => ReturnType<Calendar>;

const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** The places that the signals of a person name, `DE-SN`. */
const placesOf = ({ facts }: EvaluationContext): ReadonlySet<string> =>
  new Set(facts.consumer.location_signals.flatMap(({ region }) => region || []));

/** Whether a date is a public holiday of a place: of its country and part; of any part of a country alone. */
function isHolidayOf(place: string, date: LocalDate): boolean {
  const [country = '', part] = place.split('-');
  if (part === undefined) return isHolidayAnywhereIn(country, date);
  // A province has the days of its community.
  const above = parents.get(`${country}-${part}`)?.slice(country.length + 1) || null;
  return [null, part, above].some((one) => countryHolidays(country, one).has(date));
}

/** Public holidays where the person may be: of every country that a place of theirs lies in, and of its part. */
export function isPublicHoliday(moment: EvaluationContext, day: number): boolean {
  const date = dateOfDay(day);
  return [...placesOf(moment)].some((place) => isHolidayOf(place, date));
}

/**
 * The holidays of a country whose law speaks of public holidays and leaves some to its parts: those of a
 * calendar, and those of the part in which the person lives; of every part where nobody knows which.
 */
export function withThoseOfParts(country: string, calendar: Calendar): HolidayCheck {
  return (moment, day) => {
    const own = calendar(day);
    if (own === true) return true;
    const date = dateOfDay(day);
    // Of the days of the whole country the calendar of the law alone says which count: banks have more.
    if (countryHolidays(country).has(date)) return own;
    const places = [...placesOf(moment)].filter(
      (place) => place === country || place.startsWith(`${country}-`),
    );
    const asked = places.length > 0 ? places : [country];
    return asked.some((place) => isHolidayOf(place, date)) ? true : own;
  };
}
