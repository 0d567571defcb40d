import { iso31662 } from 'iso-3166';
import { ownValue } from '#kernel/own-value.ts';
import { CITIES, type PlaceTitle } from './cities.ts';
import { isCountryName } from './read-region.ts';
import { REGION_SPELLINGS } from './region-names.ts';
import { placesOf, type Residence } from './regions.ts';

/** A place with a law of its own, to be shown: a country, and which part of it. */
export type NamedPlace = {
  /** ISO 3166-1; screens name it by themselves. */
  readonly country: string;
  /** Its part, or what the book says of it where nobody can read that; null for the whole country. */
  readonly part: PlaceTitle | null;
};

/** Spanish names of regions that differ from those of the standard. */
const SPANISH: Readonly<Record<string, string>> = {
  'CA-BC': 'Columbia Británica',
  'CA-NB': 'Nuevo Brunswick',
  'CA-NL': 'Terranova y Labrador',
  'CA-NS': 'Nueva Escocia',
  'CA-NT': 'Territorios del Noroeste',
  'CA-PE': 'Isla del Príncipe Eduardo',
  'CA-YT': 'Yukón',
  'DE-BB': 'Brandeburgo',
  'DE-BE': 'Berlín',
  'DE-BY': 'Baviera',
  'DE-HH': 'Hamburgo',
  'DE-NI': 'Baja Sajonia',
  'DE-NW': 'Renania del Norte-Westfalia',
  'DE-RP': 'Renania-Palatinado',
  'DE-SL': 'Sarre',
  'DE-SN': 'Sajonia',
  'DE-ST': 'Sajonia-Anhalt',
  'DE-TH': 'Turingia',
  'ES-CT': 'Cataluña',
  'GB-EAW': 'Inglaterra y Gales',
  'GB-ENG': 'Inglaterra',
  'GB-NIR': 'Irlanda del Norte',
  'GB-SCT': 'Escocia',
  'GB-WLS': 'Gales',
  'US-AS': 'Samoa Americana',
  'US-DC': 'Distrito de Columbia',
  'US-HI': 'Hawái',
  'US-LA': 'Luisiana',
  'US-MI': 'Míchigan',
  'US-MO': 'Misuri',
  'US-MP': 'Islas Marianas del Norte',
  'US-MS': 'Misisipi',
  'US-NC': 'Carolina del Norte',
  'US-ND': 'Dakota del Norte',
  'US-NH': 'Nuevo Hampshire',
  'US-NJ': 'Nueva Jersey',
  'US-NM': 'Nuevo México',
  'US-NY': 'Nueva York',
  'US-OR': 'Oregón',
  'US-PA': 'Pensilvania',
  'US-SC': 'Carolina del Sur',
  'US-SD': 'Dakota del Sur',
  'US-VI': 'Islas Vírgenes',
  'US-WV': 'Virginia Occidental',
};

const standard = new Map(iso31662.map(({ code, name }) => [code, straight(name)]));

/** The standard turns some names to sort them: `Asturias, Principado de`. */
function straight(name: string): string {
  const [front = '', back, more] = name.split(', ');
  return back === undefined || more !== undefined || back.includes(' and ')
    ? name
    : `${back} ${front}`;
}

/** The first Hebrew name among the spellings that books are read by. */
function hebrewName(country: string, region: string): string | undefined {
  const spellings = ownValue(ownValue(REGION_SPELLINGS, country) ?? {}, region) ?? '';
  return spellings
    .split(',')
    .map((name) => name.trim())
    .find((text) => /^[\p{Script=Hebrew}\P{L}]+$/u.test(text));
}

/** A place by its code: `US-NY-NYC`, `GB-ENG`, `MX`. A part that no table has keeps its code. */
export function namedPlace(place: string): NamedPlace {
  const [country = place, region] = place.split('-');
  if (region === undefined) return { country, part: null };
  const city = CITIES.find(({ code }) => code === place);
  if (city) return { country, part: city.title };
  const code = `${country}-${region}`;
  const en = standard.get(code) ?? region;
  const es = ownValue(SPANISH, code) ?? en;
  return { country, part: { en, es, he: hebrewName(country, region) ?? en } };
}

/**
 * Where somebody lives, to be shown: the smallest places whose law holds. More than one where region,
 * town and postal code contradict each other.
 */
export function namedPlacesOf(home: Residence): readonly NamedPlace[] {
  const written = home.region?.trim() ?? '';
  return placesOf(home).map((place) => {
    const named = namedPlace(place);
    const isUnread = named.part === null && written !== '' && !isCountryName(place, written);
    return isUnread ? { ...named, part: { en: written, es: written, he: written } } : named;
  });
}
