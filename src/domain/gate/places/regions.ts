/** Where somebody lives, as the book has it. */
export type Residence = {
  /** ISO 3166-1, `US`. */
  readonly country: string;
  /** The part after the country in ISO 3166-2, `NY`, or the whole, `US-NY`. */
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

/**
 * The smallest place with a law of its own in which somebody lives, in the words of the packs'
 * territories: `US-NY-NYC`, `US-OH`, `GB`.
 */
export function regionOf(home: Residence): string {
  const region = (home.region ?? '').replace(`${home.country}-`, '');
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
