import { type CountsAsCustomer, type Majority, periodsFrom } from '#domain/gate/place-law.ts';

/** Tables of several states. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  [
    'creditcards',
    'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
  ],
  ['howtowin', 'https://howtowinacreditcardlawsuit.net/statute-of-limitations-credit-card-debt'],
]);

/**
 * Limitation periods of the states that no other pack speaks of. Where kinds of contract differ the shorter of
 * written contract and open account stands: whoever asks for a debt that may be barred must not
 * threaten to sue.
 */
export const limitationPeriods = periodsFrom(
  `
US-AL|3|Ala. Code 6-2-37|alabama|creditcards
US-AK|3|Alaska Stat. 09.10.053|alaska|creditcards
US-AZ|3|Ariz. Rev. Stat. 12-543, 12-548|arizona|
US-AR|3|Ark. Code 16-56-105|arkansas|
US-DE|3|10 Del. C. 8106|delaware|creditcards
US-HI|6|Haw. Rev. Stat. 657-1|hawaii|creditcards
US-IN|6|Ind. Code 34-11-2-7, 34-11-2-9|indiana|creditcards
US-KS|3|Kan. Stat. 60-512|kansas|creditcards
US-KY|5|Ky. Rev. Stat. 413.120|kentucky|
US-MS|3|Miss. Code 15-1-29, 15-1-49|mississippi|creditcards
US-MO|5|Mo. Rev. Stat. 516.120|missouri|creditcards
US-MT|5|Mont. Code 27-2-202|montana|
US-NE|4|Neb. Rev. Stat. 25-206|nebraska|creditcards
US-NJ|6|N.J. Stat. 2A:14-1|new-jersey|creditcards
US-NM|4|N.M. Stat. 37-1-4|new-mexico|creditcards
US-ND|6|N.D. Cent. Code 28-01-16|north-dakota|creditcards
US-OH|4|Ohio Rev. Code 2305.06, 2305.07|ohio|
US-OK|3|12 Okla. Stat. 95|oklahoma|
US-RI|10|R.I. Gen. Laws 9-1-13|rhode-island|howtowin
US-SD|6|S.D. Codified Laws 15-2-13|south-dakota|howtowin
US-TN|6|Tenn. Code 28-3-109|tennessee|howtowin
US-UT|4|Utah Code 78B-2-307|utah|howtowin
US-VA|3|Va. Code 8.01-246|virginia|howtowin
US-WY|8|Wyo. Stat. 1-3-105|wyoming|howtowin`,
  'https://law.justia.com/codes/',
  SOURCES,
);

const STATES = 'https://factually.co/fact-checks/politics/us-age-of-majority-by-state-c5ad5e';

/** States in which one is of age later than at eighteen. */
export const agesOfMajority: readonly Majority[] = [
  { place: 'US-AL', years: 19, citation: 'Ala. Code 26-1-1', confirmedBy: STATES },
  { place: 'US-NE', years: 19, citation: 'Neb. Rev. Stat. 43-2101', confirmedBy: STATES },
  { place: 'US-MS', years: 21, citation: 'Miss. Code 1-3-27', confirmedBy: STATES },
  { place: 'US-PR', years: 21, citation: '31 LPRA 5591', confirmedBy: null },
];

/**
 * Whom the federal law counts as the consumer, beside those who act for them: for what they ask, and
 * not where it says whom a first communication has to reach (12 CFR 1006.2(e)).
 */
export const countsAsCustomer: readonly CountsAsCustomer[] = [
  { role: 'spouse', citation: '12 CFR 1006.6(a)(1)' },
  { role: 'parent', ofMinor: true, citation: '12 CFR 1006.6(a)(2)' },
];
