import type { CellReader } from './cells.ts';
import { isPostalCode, withLostZeros } from './places.ts';

/** The postal code of a row; a zero that a spreadsheet took from its beginning is put back, and said. */
export function readPostalCode(reader: CellReader, country: string | null): string | null {
  const given = reader.text('postalCode');
  if (given === null) return null;
  const whole = withLostZeros(given, country);
  if (whole !== null) reader.note('postalCode', 'postal-zeros-restored');
  else if (!isPostalCode(given, country)) {
    const facts = { value: given, country: country ?? '' };
    return reader.refuse('postalCode', 'impossible-postal-code', facts);
  }
  return whole ?? given;
}
