import { ownValue } from '#kernel/own-value.ts';

/** Letters that Unicode does not take apart, as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' },
};

/**
 * One form of a name: small letters without accents, apostrophes and dots, other signs as blanks.
 */
export function folded(text: string): string {
  return text
    .replace(/[ßæœøłđı]/gi, (letter) => ownValue(LETTERS, letter.toLowerCase()) ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´ʻʼ׳״".]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A folded name in one word: `newyork`. */
export const tight = (name: string): string => name.replaceAll(' ', '');

/** Longer than any town with its region, country and postal code behind it. */
const longestPlace = 300;

/** Whether a text is longer than any place is written: nobody looks for one in it. */
export const isTooLongForPlace = (text: string): boolean => text.trim().length > longestPlace;
