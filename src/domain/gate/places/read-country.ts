import { iso31661 } from 'iso-3166';
import { COUNTRY_SPELLINGS } from './country-spellings.ts';
import { folded, isTooLongForPlace, tight } from './fold-name.ts';

/** Languages in which books name countries, those of the product first. */
const LANGUAGES = 'en es he fr de pt it nl ca pl tr ru ar id zh hi'.split(' ');

/** Languages in which countries name themselves; what another country is called already stays its own. */
const LOCAL_LANGUAGES =
  'sv fi da nb cs sk hu ro el bg hr sl et lv lt mt ga uk sr sq mk is ja ko th ms fil hy az bn ka kk uz fo'.split(
    ' ',
  );

/** Beside the standard, by agreement of those who use it. */
const KOSOVO = { alpha2: 'XK', alpha3: 'XKX' };

/** Codes that CLDR names and that are no country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN']);

const known = new Map<string, string>();

/** Every spelling of every country; read from the runtime's own names (CLDR) once. */
function countries(): ReadonlyMap<string, string> {
  if (known.size > 0) return known;
  const add = (name: string | undefined, code: string) => {
    const spelling = folded(name ?? '');
    for (const one of [spelling, tight(spelling)]) {
      if (one !== '' && !known.has(one)) known.set(one, code);
    }
  };
  const standard = iso31661.filter(({ alpha2 }) => !NO_COUNTRY.has(alpha2));
  const assigned = [...standard, KOSOVO];
  for (const { alpha2 } of assigned) add(alpha2, alpha2);
  for (const { alpha2, alpha3 } of assigned) add(alpha3, alpha2);
  for (const [code, names] of Object.entries(COUNTRY_SPELLINGS)) {
    for (const name of names.split(',')) add(name, code);
  }
  for (const { alpha2, name } of standard) for (const one of turned(name)) add(one, alpha2);
  for (const language of [...LANGUAGES, ...LOCAL_LANGUAGES]) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const { alpha2 } of assigned) add(names.of(alpha2), alpha2);
  }
  return known;
}

/** A name of the standard, and as one says it: `Korea, Republic of` is the Republic of Korea. */
function turned(name: string): readonly string[] {
  const bare = name.replace(/ \(.*\)$/, '');
  const [said = '', form] = bare.split(', ');
  return form ? [name, `${form} ${said}`] : [name, bare];
}

/** What stands before a name and says how the country is ruled, in folded words. */
const FORMS = [
  '(?:the )?(?:federal |federative |islamic |democratic |socialist |plurinational |bolivarian |peoples )*',
  '(?:republic|kingdom|principality|grand duchy|sultanate|commonwealth|union|federation) of (?:the )?',
  '|(?:la |el )?(?:republica|reino|principado)(?: federal| islamica| popular| bolivariana)* ',
  '(?:de la|de las|del|de los|de|do|da|dos) ',
  '|(?:la |le )?(?:republique|royaume|principaute)(?: federale| islamique| populaire)* ',
  '(?:de la |de l|du |des |de |d)',
  '|(?:die |das )?(?:bundes|volks)?(?:republik|konigreich|furstentum) ',
  '|(?:la |il )?(?:repubblica|regno)(?: federale)? (?:della |dell|del |di |d)',
  '|(?:republika|konungariket|kongeriget|kongeriket) (?:e )?',
].join('');
const ruled = new RegExp(`^(?:${FORMS})(?=.)`, 'u');

/** A code of three digits (`840`); two could be one whose zero was lost, or a telephone code. */
export function readCountryNumber(text: string): string | null {
  const digits = text.trim();
  if (!/^\d{3}$/.test(digits)) return null;
  return iso31661.find(({ numeric }) => numeric === digits)?.alpha2 ?? null;
}

/**
 * The ISO 3166-1 code of a country from its code or its name in the languages of books, whatever the
 * case, accents and dots; null when no country is called so.
 */
export function readCountry(text: string): string | null {
  if (isTooLongForPlace(text)) return null;
  const name = folded(text);
  const bare = name.replace(/^(?:the|la|el|los|las|le|les|l|die|der|das) /, '');
  const unruled = name.replace(ruled, '');
  const spellings = [name, tight(name), bare, tight(bare), unruled, tight(unruled)];
  return spellings.map((one) => countries().get(one)).find((code) => code !== undefined) ?? null;
}
