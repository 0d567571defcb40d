import type { LocalDate } from '#kernel/time.ts';

/** The age at which somebody of a place is of age, where it is not eighteen. */
type Majority = {
  readonly years: number;
  /** Law and section. */
  readonly citation: string;
  readonly confidence: 'high' | 'medium' | 'low';
};

const eighteen = 18;

const nineteen = (citation: string): Majority => ({ years: 19, citation, confidence: 'high' });

/** By country or by country and region; all others: eighteen. */
export const majorities: Readonly<Record<string, Majority>> = {
  'US-AL': nineteen('Ala. Code 26-1-1'),
  'US-NE': nineteen('Neb. Rev. Stat. 43-2101'),
  'US-MS': { years: 21, citation: 'Miss. Code 1-3-27', confidence: 'high' },
  'US-PR': { years: 21, citation: '31 LPRA 5591', confidence: 'medium' },
  'CA-BC': nineteen('Age of Majority Act, RSBC 1996 c 7'),
  'CA-NB': nineteen('Age of Majority Act, RSNB 2011 c 103'),
  'CA-NL': nineteen('Age of Majority Act, SNL 1995 c A-4.2'),
  'CA-NS': nineteen('Age of Majority Act, RSNS 1989 c 4'),
  'CA-NT': nineteen('Age of Majority Act, RSNWT 1988 c A-2'),
  'CA-NU': nineteen('Age of Majority Act, RSNWT (Nu) 1988 c A-2'),
  'CA-YT': nineteen('Age of Majority Act, RSY 2002 c 2'),
  ID: { years: 21, citation: 'Civil Code (KUHPerdata) art. 330', confidence: 'medium' },
  JP: { years: 18, citation: 'Civil Code art. 4 (since 1 April 2022)', confidence: 'high' },
  KR: nineteen('Civil Act art. 4'),
  NZ: { years: 20, citation: 'Age of Majority Act 1970 s 4', confidence: 'high' },
  TH: { years: 20, citation: 'Civil and Commercial Code s 19', confidence: 'high' },
};

/** The highest age of any place: whoever is older is of age everywhere. */
const oldest = Math.max(...Object.values(majorities).map(({ years }) => years));

/** The age of majority of a region (`US-AL`, `US-NY-NYC`, `DE`). */
export function ageOfMajority(region: string): number {
  const [country = '', part] = region.split('-');
  const found = majorities[`${country}-${part}`] ?? majorities[country];
  return found?.years ?? eighteen;
}

/**
 * Whether somebody born on a day is a minor on `today`, the date at their own place. Of several
 * regions the highest age counts: whoever may be a minor is treated as one.
 */
export function isMinor(bornOn: LocalDate, today: LocalDate, regions: readonly string[]): boolean {
  const age = ageOn(bornOn, today);
  return age < oldest && age < Math.max(eighteen, ...regions.map(ageOfMajority));
}

/** Whether somebody is young enough to be a minor anywhere, a day of doubt included. */
export function mayBeMinor(bornOn: LocalDate, today: LocalDate): boolean {
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) <= oldest + 1;
}

/** Whole years on a day; who was born on 29 February is a year older on 1 March in other years. */
function ageOn(bornOn: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
