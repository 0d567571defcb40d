import { iso31661 } from 'iso-3166';
import { folded, isTooLongForPlace, tight } from './fold-name.ts';

/** Languages in which books name countries, those of the product first. */
const LANGUAGES = 'en es he fr de pt it nl ca pl tr ru ar id zh hi'.split(' ');

/** Usual names that CLDR does not give, divided by commas. */
const SPELLINGS: Readonly<Record<string, string>> = {
  AE: 'uae, emirates, emiratos',
  AR: 'republica argentina',
  AU: 'commonwealth of australia, aust',
  BA: 'bosnia, בוסניה',
  BR: 'republica federativa do brasil',
  CD: 'zaire',
  CL: 'republica de chile',
  CO: 'republica de colombia',
  CI: 'ivory coast',
  CV: 'cape verde',
  CZ: 'czech republic, republica checa, tschechische republik',
  DE: 'brd, federal republic of germany, bundesrepublik deutschland, republica federal de alemania',
  GB: `uk, great britain, britain, england, scotland, wales, northern ireland, united kingdom of great britain and
    northern ireland, gran bretana, inglaterra, escocia, gales, pais de gales, irlanda del norte, grossbritannien,
    angleterre, ecosse, pays de galles, irlande du nord, grande bretagne, gran bretagna, inghilterra, scozia, schottland, nordirland,
    royaume uni de grande bretagne, reino unido de gran bretana e irlanda del norte, n ireland, cymru, gra bretanha, אנגליה, סקוטלנד, ויילס, צפון אירלנד, בריטניה, בריטניה הגדולה, הממלכה המאוחדת`,
  DO: 'rep dominicana, r dominicana, dominican rep',
  ES: 'reino de espana, kingdom of spain',
  HK: 'hong kong',
  ID: 'republic of indonesia, republik indonesia',
  IE: 'eire, republic of ireland, rep of ireland, irish republic, southern ireland, republica de irlanda',
  IL: 'state of israel, estado de israel, מדינת ישראל',
  IN: 'bharat, republic of india, hindustan',
  IT: 'repubblica italiana, italian republic',
  KP: 'north korea',
  KR: 'south korea, republic of korea, corea, korea',
  MK: 'macedonia',
  MM: 'burma',
  MY: 'malaysien',
  MX: 'mejico, estados unidos mexicanos, united mexican states',
  NL: 'holland, holanda, hollande, olanda, netherlands, the netherlands, הולנד',
  PE: 'republica del peru',
  PH: 'pilipinas, republika ng pilipinas, republic of the philippines, the philippines',
  RU: 'russian federation',
  SG: 'republic of singapore',
  SZ: 'swaziland',
  TR: 'turkey',
  US: `usa, us of a, america, united states of america, estados unidos de america, estados unidos de norteamerica, eeuu, ee uu,
    eua, etats unis damerique, vereinigte staaten von amerika, stati uniti damerica, ארהב, ארצות הברית של אמריקה`,
  VA: 'vatican, vaticano',
  VI: 'usvi, us vi, us virgin islands, us virgin is, islas virgenes de estados unidos',
  ZA: 'rsa, republic of south africa, surafrica, republica de sudafrica, suid afrika, the republic of south africa',
};

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
  const assigned = iso31661.filter(({ alpha2 }) => !NO_COUNTRY.has(alpha2));
  for (const { alpha2 } of assigned) add(alpha2, alpha2);
  for (const [code, names] of Object.entries(SPELLINGS)) {
    for (const name of names.split(',')) add(name, code);
  }
  for (const { alpha2, alpha3 } of assigned) add(alpha3, alpha2);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const { alpha2 } of assigned) add(names.of(alpha2), alpha2);
  }
  return known;
}

/**
 * The ISO 3166-1 code of a country from its code or its name in the languages of books, whatever the
 * case, accents and dots; null when no country is called so.
 */
export function readCountry(text: string): string | null {
  if (isTooLongForPlace(text)) return null;
  const name = folded(text);
  const bare = name.replace(/^(?:the|la|el|los|las|le|les|l|die|der|das) /, '');
  const spellings = [name, tight(name), bare, tight(bare)];
  return spellings.map((one) => countries().get(one)).find((code) => code !== undefined) ?? null;
}
