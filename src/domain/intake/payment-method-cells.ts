import { addDays, addMonths } from '#kernel/time.ts';
import type { BookRow } from './book-row.ts';
import type { CellReader } from './cells.ts';
import { bookFields } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/** What a method may be used by: where one of these cannot be read, it would count as valid. */
const decisive: ReadonlySet<string> = new Set(['methodKind', 'methodState', 'methodExpiresOn']);

/**
 * How the account is paid, or null where a row says nothing of it, or in a word that nobody knows: then
 * the book keeps what it has until the word is answered.
 */
export function readMethod(reader: CellReader, map: ImportMap): BookRow['method'] {
  const kind = reader.choice('methodKind', bookFields.methodKind.choices);
  const state = reader.choice('methodState', bookFields.methodState.choices);
  const expires = reader.date('methodExpiresOn');
  const monthAlone = (map.dateFormats.methodExpiresOn ?? map.dateFormat) === 'my';
  // A card is good through the last day of the month on its face.
  const expiresOn = expires !== null && monthAlone ? addDays(addMonths(expires, 1), -1) : expires;
  const masked = reader.text('methodLast4');
  const last4 = masked === null ? null : lastFourOf(masked);
  // A whole card number must never come to rest here (PCI DSS 4.0, requirement 3.3).
  if (masked !== null && last4 === null) reader.refuse('methodLast4', 'card-number-not-masked');
  const renews = reader.yesNo('methodRenews');
  const chargingDay = readDay(reader, 'chargingDay');
  if (reader.details.some(({ field }) => decisive.has(field))) return null;
  const told = [kind, state, expiresOn, masked, renews, chargingDay];
  if (told.every((one) => one === null)) return null;
  const known = kind ?? (masked !== null || expiresOn !== null ? 'card' : null);
  return { kind: known, state, expiresOn, last4, renews, chargingDay };
}

/** A day of the month; another number is left out. */
export function readDay(reader: CellReader, field: 'chargingDay' | 'payDay'): number | null {
  const day = reader.wholeNumber(field);
  if (day === null || (day >= 1 && day <= 31)) return day;
  return reader.refuse(field, 'impossible-date', { value: String(day) });
}

/** The last four digits of four digits or of a number masked before them. */
function lastFourOf(text: string): string | null {
  return /^(?:[\d\s-]*[*xX•#][\d\s*xX•#-]*?)?(\d{4})$/.exec(text)?.[1] ?? null;
}
