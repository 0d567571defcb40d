import { ownValue } from '#kernel/own-value.ts';
import { CITIES } from './cities.ts';
import { folded, isTooLongForPlace } from './fold-name.ts';
import { overseasPartOf } from './overseas.ts';
import { readCountry } from './read-country.ts';
import { hyphenatedRegion, readRegion, regionNamed } from './read-region.ts';
import { placesOf } from './regions.ts';
import { regionOfTown } from './town-regions.ts';

/** Countries of our packs, in which a name alone is looked for. */
const COUNTRIES = 'AR AU BR CA CL CO DE ES GB ID IE IL IN IT MX MY PE PH SG US ZA'.split(' ');

/** Where a town and the two letters of its part stand in one line: the codes of both are kept apart. */
const AMERICAN: readonly string[] = ['US', 'CA'];

/** Short forms that mean one place by convention, though a region elsewhere has the same code. */
const CONVENTIONS: Readonly<Record<string, string>> = {
  dc: 'US-DC',
  // The state by its own name, where `New York` alone may be the city.
  ...{ nys: 'US-NY', 'new york state': 'US-NY', 'state of new york': 'US-NY' },
};

/** The places of a country that a text alone may mean: a region, or a large town. */
function placesIn(country: string, text: string): readonly string[] {
  const fields = { country, postalCode: null };
  const named = placesOf({ ...fields, region: text, city: null });
  const name = folded(text);
  // Two or three letters are a code, and what names a region is no town with the code of another.
  const isTown = regionNamed(country, text) === null || regionOfTown(country, name) !== null;
  const towns = isTown && name.length > 3 ? placesOf({ ...fields, region: null, city: text }) : [];
  const told = [...named, ...towns].filter((place) => place.includes('-'));
  // Of a state and a city in it the law of the city holds that of the state.
  return [...new Set(told)].filter((one) => !told.some((other) => other.startsWith(`${one}-`)));
}

/** A country's own name or code, with the nation where it is one of the United Kingdom. */
function wholeCountry(country: string, text: string): readonly string[] {
  const nation = country === 'GB' ? placesIn(country, text) : [];
  if (nation.length > 0) return nation;
  const [place = country] = placesOf({ country, region: null, city: null, postalCode: null });
  if (COUNTRIES.includes(country) || folded(text).length <= 3 || place !== country) return [place];
  // `Georgia` is a country and a state.
  return COUNTRIES.some((other) => placesIn(other, text).length > 0) ? [] : [place];
}

/** What a text without a country means: a name by itself before a town with the code of its part. */
function placesAnywhere(text: string): readonly string[] {
  const name = folded(text);
  const isNamed = (country: string) =>
    regionNamed(country, text) !== null || regionOfTown(country, name) !== null;
  for (const countries of [COUNTRIES.filter(isNamed), AMERICAN, COUNTRIES]) {
    const told = countries.map((country) => placesIn(country, text));
    const [places, ...others] = told.filter(({ length }) => length > 0);
    if (places) return others.length === 0 ? places : [];
  }
  return [];
}

/**
 * The places that a text of the facts names, `US-OH` or `US-NY-NYC`, from a code or a name: of a country,
 * alone or with one of its regions behind a hyphen; of a region or a large town, alone or with its
 * country behind a comma. Several where one country has several of that name (Washington); none when
 * nobody knows the place or the text is too long to be one, or when countries share the name. Two
 * capital letters that are the code of a country mean the country, of the one American country that is
 * known its state, and `CA` alone both. What stays unread is looked for in
 * the one country that is known.
 */
export function readPlaces(text: string, country: string | null = null): readonly string[] {
  if (isTooLongForPlace(text.trim())) return [];
  const coded = country === null ? null : codeWithin(country, text.trim());
  if (coded !== null) return [coded];
  // Canada and California are written alike: where neither is known, the rules of both hold.
  if (country === null && text.trim().toUpperCase() === 'CA') return ['CA', 'US-CA'];
  const places = placesNamed(text);
  return places.length > 0 || country === null ? places : placesIn(country, text.trim());
}

/** Two letters that are the code of a part of the one country that is known: `CA` in the United States. */
function codeWithin(country: string, text: string): string | null {
  if (!AMERICAN.includes(country) || !/^[A-Z]{2}$/i.test(text)) return null;
  const part = text.toUpperCase() === country ? null : readRegion(country, text);
  return part === null ? null : `${country}-${part}`;
}

/** The part of a country that stands behind its code: `US-OH`, `FR-RE`. */
function placesBehind(country: string, part: string): readonly string[] | null {
  const overseas = overseasPartOf({ country, region: part, city: null, postalCode: null });
  if (overseas !== null) return [overseas];
  const region = readRegion(country, part);
  return region === null ? null : [`${country}-${region}`];
}

/** `CA - California`: the code is that of a country too, and the name behind it decides. */
function namedTwice(text: string): readonly string[] {
  const places = COUNTRIES.flatMap((country) => {
    const region = regionNamed(country, text);
    return region === null ? [] : [`${country}-${region}`];
  });
  return places.length === 1 ? places : [];
}

function placesNamed(text: string): readonly string[] {
  const trimmed = text.trim();
  const code = trimmed.toUpperCase();
  if (CITIES.some((city) => city.code === code)) return [code];
  const hyphenated = hyphenatedRegion('CA', trimmed);
  if (hyphenated !== null) return [`CA-${hyphenated}`];
  const [, before = '', part = ''] = /^([^-]*)-(.+)$/.exec(trimmed) ?? [];
  const owner = part === '' ? null : readCountry(before);
  if (owner !== null) {
    return placesBehind(owner, part) ?? namedTwice(trimmed);
  }
  const whole = readCountry(trimmed);
  if (whole !== null) return wholeCountry(whole, trimmed);
  const convention = ownValue(CONVENTIONS, folded(trimmed));
  if (convention !== undefined) return [convention];
  const at = trimmed.lastIndexOf(',');
  const behind = at > 0 ? readCountry(trimmed.slice(at + 1)) : null;
  // `Columbus, GA`: two letters behind a town are its state before they are a country.
  const isCode = at > 0 && /^\s*[A-Z]{2}(\s+[\w\s-]+)?$/i.test(trimmed.slice(at + 1));
  if (behind !== null && !isCode) return placesIn(behind, trimmed.slice(0, at));
  return placesAnywhere(trimmed);
}
