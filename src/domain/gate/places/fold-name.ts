/**
 * One form of a name: small letters without accents, apostrophes and dots, other signs as blanks.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´׳״".]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A folded name in one word: `newyork`. */
export const tight = (name: string): string => name.replaceAll(' ', '');
