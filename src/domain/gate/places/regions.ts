import { CITIES, type City } from './cities.ts';
import { regionOfPostalCode } from './postal-regions.ts';
import { readCountry } from './read-country.ts';
import { isCountryName, readRegion } from './read-region.ts';
import { readTown, type Town } from './read-town.ts';

/** Where somebody lives, as the book has it. */
export type Residence = {
  /** ISO 3166-1, `US`. */
  readonly country: string;
  /** As the book writes it: a code, `NY` or `US-NY`, or a name, `New York`. */
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
};

/** What is known of a home once its fields were read together. */
type Read = {
  readonly country: string;
  /** What was written as the region, nothing where it repeats the country. */
  readonly named: string;
  /** The part after the country in ISO 3166-2; empty when nothing tells one. */
  readonly region: string;
  readonly towns: readonly string[];
  readonly postalCode: string;
};

function isInside(city: City, { country, region, towns, postalCode }: Read): boolean {
  if (city.country !== country) return false;
  if (city.within !== null && region !== city.within) return false;
  // A region of its own is only guessed at where the book names none.
  if (city.within === null && region !== '') return false;
  if (city.looksPostal.test(postalCode)) return city.postal.test(postalCode);
  // Somewhere in the region and nobody knows where: the stricter law of the city may be theirs.
  if (towns.length === 0) return city.within !== null;
  return towns.some((town) => city.names.has(town));
}

const cityOf = (read: Read) => CITIES.find((one) => isInside(one, read));

/** Countries in which a part has a law of its own, so that one must be known. */
const lawByRegion: ReadonlySet<string> = new Set(['AR', 'BR', 'CA', 'US']);

/** Countries in which law, calendar or clock depend on the region that is named. */
const dependsOnRegion: ReadonlySet<string> = new Set([
  ...['AR', 'AU', 'BR', 'CA', 'CL', 'ES', 'ID', 'MX', 'PT', 'US'],
]);

/** The region that a field written for it names: by itself, with a town before it, or by a town alone. */
function namedRegion(country: string, written: string, town: Town): string | null {
  if (written === '') return null;
  const city = inCountry(country).find(({ asRegion }) => asRegion.has(town.name));
  return readRegion(country, written) ?? town.region ?? city?.within ?? null;
}

const inCountry = (country: string) => CITIES.filter((city) => city.country === country);

/** The town that a field written for the region names: before a region, or in place of one. */
function townInRegion(country: string, written: string, { name, region }: Town): readonly string[] {
  const coded = inCountry(country).find(({ code }) => code === written.toUpperCase());
  if (coded) return [...coded.names].slice(0, 1);
  return region !== null || inCountry(country).some(({ asRegion }) => asRegion.has(name))
    ? [name]
    : [];
}

/** The region that the name of a city tells wherever it stands. */
function regionOfCity(country: string, { name, region }: Town): string | null {
  const city = inCountry(country).find(({ alone }) => alone.has(name));
  return region ?? city?.within ?? null;
}

/** Reads the fields of a home together: books write towns, regions and postal codes in any of them. */
function readHome({ country, region, city, postalCode }: Residence): Read {
  const written = region?.trim() ?? '';
  const inRegion = readTown(country, written);
  const town = readTown(country, city ?? '');
  const code = namedRegion(country, written, inRegion);
  const towns = [town.name, ...townInRegion(country, written, inRegion)].filter(Boolean);
  const postal = [postalCode, town.postalCode, inRegion.postalCode].find((one) => one?.trim());
  const common = {
    ...{ country, towns },
    postalCode: (postal ?? '').replaceAll(' ', '').toUpperCase(),
  };
  if (code !== null) return { ...common, named: written, region: code };
  const named = isCountryName(country, written) ? '' : written;
  const told = regionOfCity(country, town) ?? regionOfPostalCode(country, postal ?? null);
  return { ...common, named, region: named === '' ? (told ?? '') : '' };
}

/**
 * What of a home cannot be read although the law, the calendar or the clock of the place depends on
 * it: a region that no part of the country is called by, or none at all where each part has a law of
 * its own. Null when the place is understood.
 */
export function unreadPlace(home: Residence): string | null {
  const { country, city, postalCode } = home;
  const read = readHome(home);
  if (read.region !== '' || cityOf(read)) return null;
  if (read.named !== '') return dependsOnRegion.has(country) ? `${country} ${read.named}` : null;
  // Of an Argentine place that is named it is known that it is not the city with a law of its own.
  if (country === 'AR' && (city ?? postalCode) !== null) return null;
  return lawByRegion.has(country) ? country : null;
}

/**
 * The smallest place with a law of its own in which somebody lives, in the words of the packs'
 * territories: `US-NY-NYC`, `US-OH`, `GB`. A region that cannot be read gives the country alone: see
 * `unreadPlace`.
 */
export function regionOf(home: Residence): string {
  const read = readHome(home);
  const city = cityOf(read);
  if (city) return city.code;
  return read.region ? `${home.country}-${read.region}` : home.country;
}

/** Every place whose law may reach somebody who lives in one of these: country, region and city. */
export function regionsOf(...homes: readonly Residence[]): readonly string[] {
  const all = homes.flatMap((home) => {
    const parts = regionOf(home).split('-');
    return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
  });
  return [...new Set(all)];
}

/**
 * A place as facts name it, `US-OH` or `US-NY-NYC`, from a code or a name of a country, alone or with a
 * code or name of one of its regions behind a hyphen; null when nobody knows the place.
 */
export function readPlace(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (CITIES.some((city) => city.code === code)) return code;
  const [, before = '', region] = /^([^-]*)-(.+)$/.exec(text.trim()) ?? [];
  const country = readCountry(region === undefined ? text : before);
  if (region === undefined || country === null) return readCountry(text);
  const part = readRegion(country, region);
  return part === null ? null : `${country}-${part}`;
}
