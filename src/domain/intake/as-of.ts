import type { LocalDate } from '#kernel/time.ts';
import type { IntakeDefaults } from './cells.ts';
import { dateOrderOf } from './date-order.ts';
import { dateFormats, parseDate } from './dates.ts';

/** Words before the day that a report speaks of, without accents. */
const marks =
  /(?:^|[^\p{L}])(?:as of|as at|as on|stand|stichtag|per|zum|al|a la fecha|fecha de corte|a fecha|a(?=\s\d)|au|arrete|situazione|alla data|em|posicao|data base|op|peildatum|נכון ליום|ליום|תאריך)(?:[^\p{L}]|$)/iu;

const written =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\p{L}{3,} \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}{3,}\.? (?:de |del )?\d{4}/gu;

/** Titles looked at are no longer than this. */
const maxTitleChars = 200;

/**
 * The days that the titles of a file may speak of: one where they tell it, two where its day and month
 * could be exchanged and the country tells nothing, none where they are silent.
 */
export function daysInTitles(
  titles: readonly string[],
  { today, country }: IntakeDefaults,
): readonly LocalDate[] {
  const latestYear = Number(today.slice(0, 4)) + 1;
  const found = titles
    .map((title) => title.slice(0, maxTitleChars).normalize('NFC'))
    .filter((title) => marks.test(title.normalize('NFD').replace(/\p{M}/gu, '')))
    .map((title) => title.match(written) ?? []);
  const texts = new Set(found.flat());
  const [text] = texts;
  // Two days are a period, and tell nothing of which is meant.
  if (text === undefined || texts.size > 1) return [];
  const plain = text.replace(/ de(?:l)? /g, ' ');
  const read = dateFormats.flatMap((format) => {
    const day = format === 'my' ? null : parseDate(plain, format, latestYear);
    return day === null || day > today ? [] : [{ format, day }];
  });
  const days = [...new Set(read.map(({ day }) => day))];
  if (days.length < 2) return days;
  const order = dateOrderOf(country);
  const byCountry = read.find(({ format }) => format === order);
  return byCountry ? [byCountry.day] : days;
}
