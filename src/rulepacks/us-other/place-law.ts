import { periodsFrom } from '#domain/gate/place-law.ts';

/** Tables of several states. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  [
    'creditcards',
    'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
  ],
  ['howtowin', 'https://howtowinacreditcardlawsuit.net/statute-of-limitations-credit-card-debt'],
]);

/**
 * Limitation periods of these states. Where kinds of contract differ the shorter of
 * written contract and open account stands: whoever asks for a debt that may be barred must not
 * threaten to sue.
 */
export const limitationPeriods = periodsFrom(
  `
US-CO|6|Colo. Rev. Stat. 13-80-103.5|colorado|
US-GA|4|Ga. Code 9-3-25|georgia|
US-ID|4|Idaho Code 5-216, 5-217|idaho|
US-IL|5|735 ILCS 5/13-205|illinois|creditcards
US-IA|5|Iowa Code 614.1(4)|iowa|
US-LA|3|La. Civ. Code 3494|louisiana|creditcards
US-ME|6|14 M.R.S. 752; 32 M.R.S. 11013(8)|maine|creditcards
US-MI|6|Mich. Comp. Laws 600.5807|michigan|creditcards
US-MN|6|Minn. Stat. 541.05|minnesota|creditcards
US-NH|3|N.H. Rev. Stat. 508:4|new-hampshire|creditcards
US-NC|3|N.C. Gen. Stat. 1-52|north-carolina|creditcards
US-PA|4|42 Pa. C.S. 5525|pennsylvania|
US-SC|3|S.C. Code 15-3-530|south-carolina|howtowin
US-VT|6|12 V.S.A. 511|vermont|howtowin
US-WI|6|Wis. Stat. 893.43|wisconsin|howtowin`,
  'https://law.justia.com/codes/',
  SOURCES,
);
