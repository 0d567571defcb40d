import type { LocalDate } from '#kernel/time.ts';
import type { CellReader } from './cells.ts';

/** Years after which nobody is a minor anywhere; a year more than any law asks. */
const grownUp = 22;

/**
 * The birth date of a row. One that is still to come is none; one that no calendar has is none either,
 * unless it may be that of a minor, whom the law protects: then the row waits for it.
 */
export function readBirthDate(reader: CellReader, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4));
  const date = reader.date('birthDate', thisYear);
  if (date === null) {
    const text = reader.raw('birthDate')?.text ?? '';
    if (mayBeOfMinor(text, thisYear)) reader.insist('birthDate');
    return null;
  }
  if (date <= today) return date;
  return reader.refuse('birthDate', 'date-in-future', { value: date });
}

/** Whether a text that is no date tells of a year in which a minor may be born, or of none for certain. */
function mayBeOfMinor(text: string, thisYear: number): boolean {
  if (!/\d/.test(text)) return false;
  const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? thisYear);
  return year >= thisYear - grownUp && year <= thisYear;
}
