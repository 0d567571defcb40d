import { iso31661, iso31662 } from 'iso-3166';
import { ownValue } from '#kernel/own-value.ts';
import { folded, isTooLongForPlace, tight } from './fold-name.ts';
import { readCountry } from './read-country.ts';
import { HYPHENATED, REGION_SPELLINGS } from './region-names.ts';

/** Words that stand before or after the name of a region and say only what it is. */
const kindOfRegion = new RegExp(
  [
    '^(?:the |(?:the )?(?:state|province|commonwealth|territory|region|estado|edo|provincia|prov',
    '|land|bundesland|pcia|departamento|comunidad|principado|provinsi|etat)',
    ' (?:of |de |del |de la |do |da |du |d |autonoma de )?)',
    '|,? (?:state|province|prov|usa|us|canada)$',
  ].join(''),
  'g',
);

const withoutKind = (name: string) => name.replace(kindOfRegion, '').trim();

/**
 * Names in several languages stand in one entry, and some turned: `Alacant/Alicante`,
 * `Asturias, Principado de`.
 */
function namesIn(name: string): readonly string[] {
  const parts = name.split(/[/()]/).map((part) => part.trim());
  const turned = parts.map((part) => part.split(',')).filter((words) => words.length === 2);
  const straight = turned.flatMap(([front = '', back = '']) => [front, `${back} ${front}`]);
  return [name, ...parts, ...straight].filter((part) => part !== '');
}

const books = new Map<string, ReadonlyMap<string, string>>();

/** Every spelling of the regions of a country; read from the lists once. */
function namesOf(country: string): ReadonlyMap<string, string> {
  const known = books.get(country);
  if (known) return known;
  const found = new Map<string, string>();
  const add = (name: string, region: string) => {
    for (const spelling of [folded(name), withoutKind(folded(name))]) {
      for (const one of [spelling, tight(spelling)]) {
        if (one !== '' && !found.has(one)) found.set(one, region);
      }
    }
  };
  const entries = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
  const spellings = Object.entries(ownValue(REGION_SPELLINGS, country) ?? {});
  // Codes win over names, and what we list over what is a part of a longer name.
  for (const { code } of entries)
    add(code.slice(country.length + 1), code.slice(country.length + 1));
  for (const [region, names] of spellings) {
    add(region, region);
    for (const name of names.split(',')) add(name, region);
  }
  for (const { code, name } of entries) add(name, code.slice(country.length + 1));
  for (const { code, name } of entries) {
    for (const part of namesIn(name)) add(part, code.slice(country.length + 1));
  }
  books.set(country, found);
  return found;
}

/** Whether a text begins with the code of the country: `US-NY`, `us ny`. */
function isOf(country: string, text: string): boolean {
  const begin = text
    .trimStart()
    .slice(0, country.length + 1)
    .toUpperCase();
  return begin === `${country}-` || begin === `${country} `;
}

/** A folded name without the code of the country before it. */
const afterCode = (country: string, name: string): string =>
  isOf(country, name) ? name.slice(country.length + 1) : name;

/** Codes of three letters, which books write as well: `USA-NY`. */
const longCode = new Map(
  iso31661.map(({ alpha2, alpha3 }) => [alpha2 as string, alpha3 as string]),
);

/** The region of which a whole text is a name or a code, as `readRegion()` has them. */
export function regionNamed(country: string, text: string): string | null {
  if (isTooLongForPlace(text)) return null;
  const hyphenated = hyphenatedRegion(country, text);
  if (hyphenated !== null) return hyphenated;
  const names = namesOf(country);
  const name = folded(text);
  const [first = '', ...rest] = name.split(' ');
  const own =
    first.toUpperCase() === longCode.get(country) ? rest.join(' ') : afterCode(country, name);
  for (const one of [name, own, withoutKind(name), withoutKind(own)]) {
    const found = names.get(one) ?? names.get(tight(one));
    if (found !== undefined) return found;
  }
  return namedTwice(country, text);
}

/** The region whose abbreviation is told from other names by its points and hyphens: `N.-É.`. */
export const hyphenatedRegion = (country: string, text: string): string | null =>
  ownValue(ownValue(HYPHENATED, country) ?? {}, plainLetters(text)) ?? null;

/** Small letters without accents, with every sign kept but a point at the end. */
const plainLetters = (text: string) =>
  text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');

/** A code and the name of the same region with a dash between: `NJ - New Jersey`. */
function namedTwice(country: string, text: string): string | null {
  const [one = '', other = '', ...more] = text.split(/\s[-–—]\s/u);
  if (other === '' || more.length > 0) return null;
  const region = regionNamed(country, one);
  return region !== null && region === regionNamed(country, other) ? region : null;
}

/**
 * The code of a state or province from what a book says of it: its code in small or large letters,
 * with or without the country, its name in the languages of books, or a usual abbreviation.
 *
 * @param country ISO 3166-1, `US`
 * @returns the part after the country in ISO 3166-2, `NY`; null when no region of the country is
 *   called so
 */
export function readRegion(country: string, text: string): string | null {
  if (isTooLongForPlace(text)) return null;
  const names = namesOf(country);
  const [, code = ''] = /^[a-z]{2}-([a-z\d]{1,3})(?:-|$)/i.exec(text.trim()) ?? [];
  const coded = isOf(country, text) ? names.get(folded(code)) : undefined;
  if (coded !== undefined) return coded;
  const named = regionNamed(country, withoutPostalCode(text));
  if (named !== null) return named;
  const [region, behind] = lastComma(text);
  if (region !== '' && isCountryName(country, behind)) return readRegion(country, region);
  // A city or a name before a code or a name: `New York, NY`, `Austin, Texas`, `Missouri (MO)`.
  const [, after = ''] = /[,(/]\s*([\p{L}.]{2,4})\)?\s*$/u.exec(text) ?? [];
  return names.get(folded(after)) ?? names.get(folded(behind)) ?? null;
}

/** What stands before and behind the last comma: `Texas` and ` United States`. */
function lastComma(text: string): readonly [string, string] {
  const at = text.lastIndexOf(',');
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Five figures or a Canadian code, glued to what stands before it or not; four figures only apart from
 * it. A single sign is looked at before it: the search stays linear in whatever length of blanks.
 */
const POSTAL_BEHIND =
  /(?:(?<![\p{N}.])(\d{5}(?:-\d{4})?|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)|(?<=[\s,])(\d{4}))$/u;

/** A text without the postal code behind it: `NY 10001`, `NY10001`, `NSW 2000`, `ON M5V 1A1`. */
export function withoutPostalCode(text: string): string {
  const found = POSTAL_BEHIND.exec(text.trimEnd());
  if (!found) return text;
  let end = found.index;
  while (/[\s,-]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The postal code behind a text, or null. */
export function postalCodeBehind(text: string): string | null {
  const [, long, short] = POSTAL_BEHIND.exec(text.trimEnd()) ?? [];
  return long ?? short ?? null;
}

/** Whether a text names the whole country, and so no part of it. */
export function isCountryName(country: string, text: string): boolean {
  return readCountry(text) === country;
}
