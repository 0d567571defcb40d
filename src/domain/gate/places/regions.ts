import { iso31662 } from 'iso-3166';
import { partsWithHolidays } from '#kernel/country-holidays.ts';
import { ownValue } from '#kernel/own-value.ts';
import { CITIES, type City, namesCity } from './cities.ts';
import { folded } from './fold-name.ts';
import { nationOf } from './nations.ts';
import { overseasPartOf } from './overseas.ts';
import { regionOfPostalCode } from './postal-regions.ts';
import { isCountryName, readRegion, regionNamed } from './read-region.ts';
import { readTown, type Town } from './read-town.ts';
import { regionOfTown } from './town-regions.ts';
import { hasSeveralClocks } from './zones.ts';

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
  /** Every region that a field tells, ISO 3166-2 without the country; none when nothing tells one. */
  readonly regions: readonly string[];
  readonly towns: readonly string[];
  readonly postalCodes: readonly string[];
};

const unique = (codes: readonly (string | null)[]): readonly string[] => [
  ...new Set(codes.filter((code) => code !== null)),
];

/** Territories of the United States that ISO 3166-1 lists as countries; the law is that of the former. */
const US_TERRITORIES: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

/** The country whose law holds, and the region that its code tells. */
function countryOf(home: Residence): readonly [country: string, written: string] {
  const { country, region } = home;
  const part = overseasPartOf(home);
  if (part !== null) return [part, ''];
  if (US_TERRITORIES.has(country)) return ['US', country];
  return [country, region?.trim() ?? ''];
}

/** Countries in which a pack or a rule is of a part alone, so that one must be known. */
export const lawByRegion: ReadonlySet<string> = new Set(['AR', 'BR', 'CA', 'US']);

/**
 * Whether law, calendar or clock depend on the region that is named. Of the United Kingdom nobody need
 * know the nation: where none can be read, the bank holidays of all of them hold, under one law.
 */
const dependsOnRegion = (country: string): boolean =>
  country !== 'GB' &&
  (lawByRegion.has(country) || hasSeveralClocks(country) || partsWithHolidays(country).size > 0);

const inCountry = (country: string) => CITIES.filter((city) => city.country === country);

/** The region that a field written for it names: by itself, with a town before it, or by a town alone. */
function namedRegion(country: string, written: string, town: Town): string | null {
  if (written === '') return null;
  const city = inCountry(country).find(({ asRegion }) => asRegion.has(town.name));
  return (
    readRegion(country, written) ?? town.region ?? city?.within ?? regionOfTown(country, town.name)
  );
}

/** The town that a field written for the region names: before a region, or in place of one. */
function townInRegion(country: string, written: string, { name, region }: Town): readonly string[] {
  const coded = inCountry(country).find(({ code }) => code === written.toUpperCase());
  if (coded) return [...coded.names].slice(0, 1);
  const isTown =
    inCountry(country).some(({ asRegion }) => asRegion.has(name)) ||
    (readRegion(country, written) === null && regionOfTown(country, name) !== null);
  return region !== null || isTown ? [name] : [];
}

const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** Whether one of two regions of a country lies in the other: a province of an autonomous community. */
function isSamePlace(country: string, one: string, other: string): boolean {
  const [first, second] = [`${country}-${one}`, `${country}-${other}`];
  return one === other || parents.get(first) === second || parents.get(second) === first;
}

/** A part with a country code of its own was looked for before, with the postal code. */
const isNotOverseas = (country: string) => (region: string | null) =>
  overseasPartOf({ country, region, city: null, postalCode: null }) === null;

/**
 * Regions of towns that the other fields do not know of. A town elsewhere may bear the name of a large
 * one (Dallas, Oregon): that is believed where region and postal code agree.
 */
function regionsOfTowns(
  country: string,
  {
    towns,
    named,
    told,
    byPostal,
  }: Readonly<Record<'towns' | 'told' | 'byPostal', readonly string[]>> & {
    readonly named: string | null;
  },
): readonly string[] {
  if (named !== null && byPostal.includes(named)) return [];
  const regions = unique(towns.map((town) => regionOfTown(country, town)));
  const isKnown = regions.some((one) => told.some((other) => isSamePlace(country, one, other)));
  if (isKnown) return [];
  // A city field that holds the name of a region: `Quebec`, `São Paulo`. In the United States most such
  // towns lie in another state (Wyoming, Michigan).
  const isRegionToo = told.length === 0 && (country !== 'US' || regions.length > 0);
  const bearing = isRegionToo ? towns.filter((town) => town.length > 3) : [];
  const borne = bearing.map((town) => readRegion(country, town)).filter(isNotOverseas(country));
  return unique([...regions, ...borne]);
}

/** Names of a region that books give the city beside it too: a province and its former capital. */
const SHARED_NAMES: Readonly<Record<string, readonly [names: string, other: string]>> = {
  AR: ['buenos aires|bs as|bsas|bs aires', 'C'],
};

/** The other place that the name of a region may mean, where neither postal code nor town tells. */
function sharedName(country: string, written: string, known: readonly string[]): readonly string[] {
  const [names = '', other = ''] = ownValue(SHARED_NAMES, country) ?? [];
  const isShared = names.split('|').includes(folded(written));
  return isShared && written !== '' && known.length === 0 ? [other] : [];
}

/** The nation of a council area of the United Kingdom: law and holidays are those of the nation. */
const withinNation = (country: string, region: string): string | null =>
  country === 'GB' ? nationOf(region) : region;

/** The code of a region before a postal code: `MA 02108`. */
const regionBefore = /^\s*[A-Za-z]{2,3}[\s,-]+(?=\S*\d)/;

/** What books write where they know nothing; a region of that name is read before. */
const blanks: ReadonlySet<string> = new Set(
  'n a|na|null|none|nil|x|xx|xxx|unknown|not known|undefined|desconocido|desconhecido|unbekannt'.split(
    '|',
  ),
);

const isBlank = (written: string): boolean => folded(written) === '' || blanks.has(folded(written));

/** A decision asks for the same home several times. */
const reads = new WeakMap<Residence, Read>();

function readHome(home: Residence): Read {
  const known = reads.get(home);
  if (known) return known;
  const read = readAnew(home);
  reads.set(home, read);
  return read;
}

/** Reads the fields of a home together: books write towns, regions and postal codes in any of them. */
function readAnew(home: Residence): Read {
  const [country, written] = countryOf(home);
  const inRegion = readTown(country, written);
  const town = readTown(country, home.city ?? '');
  const named = namedRegion(country, written, inRegion);
  const towns = [town.name, ...townInRegion(country, written, inRegion)].filter(Boolean);
  const postal = home.postalCode?.replace(regionBefore, '') ?? null;
  const postalCodes = unique([postal, town.postalCode, inRegion.postalCode])
    .map((code) => code.replaceAll(' ', '').toUpperCase())
    .filter(Boolean);
  const common = { country, towns, postalCodes };
  const isSomething = written !== '' && named === null && !isBlank(written);
  if (isSomething && !isCountryName(country, written)) {
    return { ...common, named: written, regions: [] };
  }
  const byPostal = unique(postalCodes.map((code) => regionOfPostalCode(country, code)));
  // `West Va.` is a name as it stands, and no town in Virginia.
  const behind = regionNamed(country, written) === null ? inRegion.region : null;
  const sure = unique([named, behind, town.region, ...byPostal]);
  const byTown = unique(towns.map((one) => regionOfTown(country, one)));
  const told = unique([...sure, ...sharedName(country, written, [...byPostal, ...byTown])]);
  const others = regionsOfTowns(country, { towns, named, told, byPostal });
  const all = [...told, ...others].map((region) => withinNation(country, region));
  // The wider of two names for one place tells nothing beside the other.
  const regions = unique(all).filter(
    (one, at, list) => !list.slice(0, at).some((other) => isSamePlace(country, one, other)),
  );
  return { ...common, named: named === null ? '' : written, regions };
}

/**
 * Whether a home in a region is inside a city with a law of its own, or may be: also where town and
 * postal code contradict each other, and where neither is known to lie elsewhere in the region.
 */
function isInside(city: City, region: string, { country, towns, postalCodes }: Read): boolean {
  if (city.country !== country || city.within !== region) return false;
  // A code of another region tells nothing of where in this one it would be.
  const telling = postalCodes
    .filter((code) => city.looksPostal.test(code))
    .filter((code) => regionOfPostalCode(country, code) === region);
  if (telling.some((code) => city.postal.test(code))) return true;
  if (towns.some((town) => namesCity(city, town))) return true;
  return telling.length === 0 && !towns.some((town) => city.outside.has(town));
}

/**
 * What of a home cannot be read although the law, the calendar or the clock of the place depends on
 * it: a region that no part of the country is called by, or none at all where each part has a law of
 * its own. Null when the place is understood.
 */
export function unreadPlace(home: Residence): string | null {
  const { country, named, regions, towns, postalCodes } = readHome(home);
  if (regions.length > 0) return null;
  if (named !== '') return dependsOnRegion(country) ? `${country} ${named}` : null;
  // Of an Argentine place that is named it is known that it is not the city with a law of its own.
  if (country === 'AR' && towns.length + postalCodes.length > 0) return null;
  return lawByRegion.has(country) ? country : null;
}

/**
 * The smallest places with a law of their own in which somebody may live, in the words of the packs'
 * territories: `US-NY-NYC`, `US-OH`, `GB`. More than one where region, town and postal code
 * contradict each other: then the law, the holidays and the clock of each are kept. A region that
 * cannot be read gives the country alone: see `unreadPlace`.
 */
export function placesOf(home: Residence): readonly string[] {
  const read = readHome(home);
  if (read.regions.length === 0) return [read.country];
  return read.regions.map((region) => {
    const city = CITIES.find((one) => isInside(one, region, read));
    return city?.code ?? `${read.country}-${region}`;
  });
}

/** Every place whose law may reach somebody who lives in one of these: country, region and city. */
export function regionsOf(...homes: readonly Residence[]): readonly string[] {
  const all = homes.flatMap(placesOf).flatMap((place) => {
    const parts = place.split('-');
    return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
  });
  return [...new Set(all)];
}
