import type { LocalDate } from '#kernel/time.ts';
import type { CellReader } from './cells.ts';

/** The birth date of a row; one that is still to come is none. */
export function readBirthDate(reader: CellReader, today: LocalDate): LocalDate | null {
  const date = reader.date('birthDate', Number(today.slice(0, 4)));
  if (date === null || date <= today) return date;
  return reader.refuse('birthDate', 'date-in-future', { value: date });
}
