import { regionOfPostalCode } from './postal-regions.ts';
import { isCountryName, readRegion } from './read-region.ts';
import { REGION_SPELLINGS } from './region-names.ts';

/** Where somebody lives, as the book has it. */
export type Residence = {
  /** ISO 3166-1, `US`. */
  readonly country: string;
  /** As the book writes it: a code, `NY` or `US-NY`, or a name, `New York`. */
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
};

/** A city with a law of its own, inside or in place of a region. */
type City = {
  readonly country: string;
  /** The region it lies in; null for one that is a region itself. */
  readonly within: string | null;
  readonly code: string;
  readonly names: readonly string[];
  /** Postal codes inside it; where they are known they decide, whatever the town is called. */
  readonly postal: RegExp;
  /** What a postal code looks like there. */
  readonly looksPostal: RegExp;
};

const CITIES: readonly City[] = [
  {
    country: 'US',
    within: 'NY',
    code: 'US-NY-NYC',
    names: [
      'new york',
      'new york city',
      'nyc',
      'manhattan',
      'brooklyn',
      'bronx',
      'the bronx',
      'queens',
      'staten island',
    ],
    // Manhattan, Staten Island, the Bronx; Queens and Brooklyn, with the codes shared at its edge.
    postal: /^(10[0-4]\d\d|110(01|04|05|40)|11[1-4]\d\d|116\d\d)/,
    looksPostal: /^\d{5}(-?\d{4})?$/,
  },
  {
    country: 'AR',
    within: null,
    code: 'AR-C',
    names: ['buenos aires', 'ciudad de buenos aires', 'ciudad autonoma de buenos aires', 'caba'],
    postal: /^(C1\d{3}|1[0-4]\d\d$)/,
    looksPostal: /^([A-Z]\d{4}|\d{4})/,
  },
];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

function isInside(city: City, { country, city: name, postalCode }: Residence, region: string) {
  if (city.country !== country) return false;
  if (city.within !== null && region !== city.within) return false;
  // A region of its own is only guessed at where the book names none.
  if (city.within === null && region !== '') return false;
  const code = (postalCode ?? '').replaceAll(' ', '').toUpperCase();
  if (city.looksPostal.test(code)) return city.postal.test(code);
  return city.names.includes(plain(name ?? ''));
}

/** Countries in which a part has a law of its own, so that one must be known. */
const lawByRegion: ReadonlySet<string> = new Set(['AR', 'BR', 'CA', 'US']);

/**
 * What a home says of its region, nothing where it repeats the country, and the part after the
 * country in ISO 3166-2 that its name or its postal code tells; empty when neither tells one.
 */
function readHome({ country, region, postalCode }: Residence) {
  const written = region?.trim() ?? '';
  const code = written === '' ? null : readRegion(country, written);
  if (code !== null) return { named: written, region: code };
  const named = isCountryName(country, written) ? '' : written;
  return { named, region: named === '' ? (regionOfPostalCode(country, postalCode) ?? '') : '' };
}

/**
 * What of a home cannot be read although the law, the calendar or the clock of the place depends on
 * it: a region that no part of the country is called by, or none at all where each part has a law of
 * its own. Null when the place is understood.
 */
export function unreadPlace(home: Residence): string | null {
  const { country, city, postalCode } = home;
  const { named, region } = readHome(home);
  if (region !== '') return null;
  if (CITIES.some((one) => isInside(one, home, ''))) return null;
  if (named !== '') return country in REGION_SPELLINGS ? `${country} ${named}` : null;
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
  const { region } = readHome(home);
  const city = CITIES.find((one) => isInside(one, home, region));
  if (city) return city.code;
  return region ? `${home.country}-${region}` : home.country;
}

/** Every place whose law may reach somebody who lives in one of these: country, region and city. */
export function regionsOf(...homes: readonly Residence[]): readonly string[] {
  const all = homes.flatMap((home) => {
    const parts = regionOf(home).split('-');
    return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
  });
  return [...new Set(all)];
}
