import { CITIES } from './cities.ts';
import { folded } from './fold-name.ts';
import { AMERICAN_TOWNS } from './towns-americas.ts';
import { OTHER_TOWNS } from './towns-elsewhere.ts';

const ALL = { ...AMERICAN_TOWNS, ...OTHER_TOWNS };

const books = new Map<string, ReadonlyMap<string, string>>();

function townsOf(country: string): ReadonlyMap<string, string> {
  const known = books.get(country);
  if (known) return known;
  const rows = Object.entries(ALL[country] ?? {}).flatMap(([region, names]) =>
    names.split(',').map((name): [string, string] => [folded(name), region]),
  );
  const cities = CITIES.filter((city) => city.country === country).flatMap(({ alone, within }) =>
    [...alone].map((name): [string, string] => [name, within]),
  );
  const found = new Map([...rows, ...cities].filter(([name]) => name !== ''));
  books.set(country, found);
  return found;
}

/**
 * The region of a large town of a country, the part after the country in ISO 3166-2; null for every
 * other town.
 *
 * @param name folded
 */
export const regionOfTown = (country: string, name: string): string | null =>
  townsOf(country).get(name) ?? null;
