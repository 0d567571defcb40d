import { ownValue } from '#kernel/own-value.ts';
import { parsePhone } from '#kernel/phone.ts';
import type { Zone } from '#kernel/time.ts';
import type { LocationSignal } from '../facts/facts.ts';
import { readRegion } from './read-region.ts';
import { MX_NUMBERS, MX_STATES, OVERLAYS, US_AREA_CODES, US_STATES } from './zone-tables.ts';
import { OTHER_COUNTRIES } from './zone-tables-elsewhere.ts';
import { CA_AREA_CODES, COUNTRIES, WORLD_NUMBERS } from './zone-tables-world.ts';

type Rows = readonly (readonly [zones: string, codes: string])[];

const listed = (zones: string): readonly Zone[] => zones.split(/\s+/).filter(Boolean);

const byCode = (rows: Rows): ReadonlyMap<string, readonly Zone[]> =>
  new Map(
    rows.flatMap(([zones, codes]) =>
      codes.split(/\s+/).map((code): [string, readonly Zone[]] => [code, listed(zones)]),
    ),
  );

const northAmerica = withOverlays(byCode([...US_AREA_CODES, ...CA_AREA_CODES]));
const mxNumbers = byCode(MX_NUMBERS);
const worldNumbers = byCode(WORLD_NUMBERS);
const usStates = byCode(US_STATES);
const mxStates = byCode(MX_STATES);

/** Codes that serve one area together point to the zones of all of them. */
function withOverlays(
  codes: ReadonlyMap<string, readonly Zone[]>,
): ReadonlyMap<string, readonly Zone[]> {
  const all = new Map(codes);
  for (const group of OVERLAYS) {
    const served = group.split(' ');
    const zones = [...new Set(served.flatMap((code) => all.get(code) ?? []))];
    for (const code of served) all.set(code, zones);
  }
  return all;
}

const elsewhere = new Map(
  OTHER_COUNTRIES.split(';').map((row): [string, readonly Zone[]] => {
    const [country = '', ...zones] = listed(row);
    return [country, zones];
  }),
);

const parts = new Map(
  Object.entries(COUNTRIES).map(([country, zones]) => [country, byCode(zones.parts)]),
);

/** Longer beginnings of numbers than this stand in no table. */
const longestBeginning = 7;

function longestFit(codes: ReadonlyMap<string, readonly Zone[]>, digits: string): readonly Zone[] {
  for (let length = longestBeginning; length > 0; length--) {
    const zones = codes.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return [];
}

/** Non-geographic North American codes: they say nothing about a place. */
const US_PLACELESS = /^(5(00|2[1-9]|33|44|66|77|88)|8(00|22|33|44|55|66|77|8\d)|9(00|76))/;

/** UK numbers that are tied to a place in the country, mobiles included. */
const GB_PLACED = /^(1|2|7[1-57-9])/;

/**
 * Zones a telephone number points to; empty when it gives no hint.
 *
 * @param number E.164, `+16145550101`
 */
export function zonesOfPhone(number: string): readonly Zone[] {
  const digits = number.replace(/\D/g, '');
  if (digits.startsWith('1')) {
    const national = digits.slice(1);
    return US_PLACELESS.test(national)
      ? []
      : (northAmerica.get(national.slice(0, 3)) ?? zonesOfPlan(digits));
  }
  if (digits.startsWith('52')) {
    // A 1 after the country code once marked mobiles; books still carry it.
    const rest = digits.slice(2);
    const national = rest.length === 11 && rest.startsWith('1') ? rest.slice(1) : rest;
    return longestFit(mxNumbers, national);
  }
  if (digits.startsWith('44')) return GB_PLACED.test(digits.slice(2)) ? ['Europe/London'] : [];
  const known = longestFit(worldNumbers, digits);
  return known.length > 0 ? known : zonesOfPlan(digits);
}

/** Anywhere in the country of the numbering plan; empty for numbers of no country or of no plan. */
function zonesOfPlan(digits: string): readonly Zone[] {
  const phone = parsePhone(`+${digits}`, null);
  if (typeof phone === 'string' || phone.country === null) return [];
  // Where the parts of a country have tables, a number that none of them holds is tied to no part.
  return hasSeveralClocks(phone.country) ? [] : zonesAnywhereIn(phone.country);
}

/**
 * Zones of an address; empty when the place is not known.
 *
 * @param country ISO 3166-1, `US`
 * @param region as a book writes it: `OH`, `US-OH`, `Ohio`
 */
export function zonesOfRegion(country: string, region: string | null): readonly Zone[] {
  const code = readRegion(country, region ?? '') ?? '';
  if (country === 'US') return usStates.get(code) ?? [];
  if (country === 'MX') return mxStates.get(code) ?? [];
  return parts.get(country)?.get(code) ?? listed(ownValue(COUNTRIES, country)?.rest ?? '');
}

/** Tables of the parts of a country. */
const partsOf = (country: string): ReadonlyMap<string, readonly Zone[]> =>
  ({ US: usStates, MX: mxStates })[country] ?? parts.get(country) ?? new Map();

/** Whether the parts of a country have clocks of their own. */
export const hasSeveralClocks = (country: string): boolean => partsOf(country).size > 0;

/** Every zone in which somebody may be of whom the country alone is known. */
function zonesAnywhereIn(country: string): readonly Zone[] {
  const rest = elsewhere.get(country) ?? listed(ownValue(COUNTRIES, country)?.rest ?? '');
  return [...new Set([...rest, ...[...partsOf(country).values()].flat()])];
}

/**
 * Zones of places in the words of the packs' territories: those of each of them. A country alone, or a
 * part of it that no table knows, may be anywhere in the country.
 */
export function zonesOfPlaces(places: readonly string[]): readonly Zone[] {
  const zones = places.flatMap((place) => {
    const country = place.slice(0, 2);
    const own = place === country ? [] : zonesOfRegion(country, place);
    return own.length > 0 ? own : zonesAnywhereIn(country);
  });
  return [...new Set(zones)];
}

/** The calling codes of countries whose parts have clocks of their own; North America has area codes. */
const CODES: readonly (readonly [code: string, country: string])[] = [
  ['34', 'ES'],
  ['351', 'PT'],
  ['52', 'MX'],
  ['55', 'BR'],
  ['56', 'CL'],
  ['61', 'AU'],
  ['62', 'ID'],
];

/**
 * Every zone of the country of a number that is tied to no part of it, as mobiles of Australia and
 * Indonesia are; empty where the address is in that country and says more, and for numbers of no place.
 *
 * @param number E.164
 * @param home country of the address, ISO 3166-1
 */
export function zonesOfUntied(number: string, home: string): readonly Zone[] {
  const digits = number.replace(/\D/g, '');
  const country = CODES.find(([code]) => digits.startsWith(code))?.[1];
  return country === undefined || country === home ? [] : zonesAnywhereIn(country);
}

/** Zones to intersect in the two countries whose tables stand apart. */
const widest: Readonly<Record<string, readonly Zone[]>> = {
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  MX: ['America/Mexico_City', 'America/Cancun', 'America/Hermosillo', 'America/Tijuana'],
};

/** Zones to intersect when nothing tells where in a country somebody is; empty for an unknown one. */
export function zonesWhenUnknown(country: string): readonly Zone[] {
  const known = ownValue(widest, country) ?? elsewhere.get(country);
  return known ?? listed(ownValue(COUNTRIES, country)?.unknown ?? '');
}

/** A person's address and numbers, as far as known. */
export type WhereAbouts = {
  readonly country: string;
  readonly region: string | null;
  readonly phones: readonly { readonly kind: 'mobile' | 'landline'; readonly number: string }[];
};

/** Location signals for `Facts.consumer`: each number and the address, with the zones it points to. */
export function tzSignals({ country, region, phones }: WhereAbouts): LocationSignal[] {
  const code = region ? `${country}-${region.replace(`${country}-`, '')}` : country;
  const address: LocationSignal = {
    kind: 'residential_address',
    region: code,
    tz: [...zonesOfRegion(country, region)],
  };
  const numbers = phones.map(({ kind, number }): LocationSignal => {
    const tz = [...zonesOfPhone(number)];
    return { kind: tz.length ? `${kind}_area_code` : 'placeless_number', value: number, tz };
  });
  return [address, ...numbers];
}
