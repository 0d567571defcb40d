import { ownValue } from '#kernel/own-value.ts';
import type { LocalDate } from '#kernel/time.ts';

/** The age at which somebody of a place is of age, where it is not eighteen. */
type Majority = {
  readonly years: number;
  /** Law and section. */
  readonly citation: string;
  /**
   * Where the age was found said by somebody else in November 2026; null: written down from memory.
   * All ages here are above eighteen: one that is wrong treats somebody of age as a minor.
   */
  readonly confirmedBy: string | null;
};

const eighteen = 18;

const STATES = 'https://factually.co/fact-checks/politics/us-age-of-majority-by-state-c5ad5e';
const PROVINCES = 'https://www.legalline.ca/legal-answers/who-is-considered-a-child-under-the-law';

const nineteen = (citation: string, confirmedBy: string | null): Majority => ({
  ...{ years: 19, citation, confirmedBy },
});

/** By country or by country and region; all others: eighteen. */
export const majorities: Readonly<Record<string, Majority>> = {
  'US-AL': nineteen('Ala. Code 26-1-1', STATES),
  'US-NE': nineteen('Neb. Rev. Stat. 43-2101', STATES),
  'US-MS': { years: 21, citation: 'Miss. Code 1-3-27', confirmedBy: STATES },
  'US-PR': { years: 21, citation: '31 LPRA 5591', confirmedBy: null },
  'CA-BC': nineteen('Age of Majority Act, RSBC 1996 c 7', PROVINCES),
  'CA-NB': nineteen('Age of Majority Act, RSNB 2011 c 103', PROVINCES),
  'CA-NL': nineteen('Age of Majority Act, SNL 1995 c A-4.2', PROVINCES),
  'CA-NS': nineteen('Age of Majority Act, RSNS 1989 c 4', PROVINCES),
  'CA-NT': nineteen('Age of Majority Act, RSNWT 1988 c A-2', PROVINCES),
  'CA-NU': nineteen('Age of Majority Act, RSNWT (Nu) 1988 c A-2', PROVINCES),
  'CA-YT': nineteen('Age of Majority Act, RSY 2002 c 2', PROVINCES),
  ID: { years: 21, citation: 'Civil Code (KUHPerdata) art. 330', confirmedBy: null },
  KR: nineteen('Civil Act art. 4', null),
  NZ: { years: 20, citation: 'Age of Majority Act 1970 s 4', confirmedBy: null },
  TH: { years: 20, citation: 'Civil and Commercial Code s 19', confirmedBy: null },
};

/** The highest age of any place: whoever is older is of age everywhere. */
const oldest = Math.max(...Object.values(majorities).map(({ years }) => years));

/** The age of majority of a region (`US-AL`, `US-NY-NYC`, `DE`). */
export function ageOfMajority(region: string): number {
  const [country = '', part] = region.split('-');
  const found = ownValue(majorities, `${country}-${part}`) ?? ownValue(majorities, country);
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
