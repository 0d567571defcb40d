import { CITIES } from './cities.ts';
import { folded, isTooLongForPlace } from './fold-name.ts';
import { isCountryName, postalCodeBehind, readRegion, withoutPostalCode } from './read-region.ts';

/** What a book's text of a town says: its name, and the region and postal code behind it. */
export type Town = {
  /** Folded; empty when the text names none. */
  readonly name: string;
  readonly region: string | null;
  readonly postalCode: string | null;
};

/** The words before and after each blank from the third from the end on. */
function splits(name: string): readonly (readonly [front: string, back: string])[] {
  const words = name.split(' ');
  return [1, 2, 3]
    .filter((count) => count < words.length)
    .map((count) => [words.slice(0, -count).join(' '), words.slice(-count).join(' ')]);
}

/** Without the country behind the last comma: `Brooklyn, NY, USA`. */
function withoutCountry(country: string, text: string): string {
  const at = text.lastIndexOf(',');
  return at > 0 && isCountryName(country, text.slice(at + 1)) ? text.slice(0, at) : text;
}

/**
 * The region that stands behind a town without a comma: a code of two letters, or a name behind a city
 * that we know. Behind any other word a name may be a part of a longer one (`East Virginia`).
 */
function regionBehind(country: string, front: string, back: string): string | null {
  const region = /^[a-z]{2}$/.test(back) ? readRegion(country, back) : null;
  if (region !== null) return region;
  const city = CITIES.find((one) => one.country === country && one.names.has(front));
  const named = city ? readRegion(country, back) : null;
  return named !== null && named === city?.within ? named : null;
}

/** Reads a town, with the region and postal code that books write behind it: `Brooklyn NY 11201`. */
export function readTown(country: string, text: string): Town {
  if (isTooLongForPlace(text)) return { name: '', region: null, postalCode: null };
  const postalCode = postalCodeBehind(text);
  const rest = withoutCountry(country, withoutPostalCode(withoutCountry(country, text.trim())));
  const at = rest.lastIndexOf(',');
  if (at > 0) {
    const region = readRegion(country, rest.slice(at + 1));
    if (region !== null) return { name: folded(rest.slice(0, at)), region, postalCode };
  }
  const name = folded(rest);
  for (const [front, back] of splits(name)) {
    const region = regionBehind(country, front, back);
    if (region !== null) return { name: front, region, postalCode };
  }
  return { name, region: null, postalCode };
}
