import { isSmallWord, meaningOfWord } from './header-words.ts';

/** Letters that a word cut to its first ones has at the least. */
const fewestLetters = 3;

/** Words are short for others of so many letters more at the least. */
const fewestCut = 2;

/**
 * Whether a word is another one cut short: its first letters (`fallig` of `falligkeit`), or its first and
 * some of its consonants in their order (`vlr` of `valor`, `pmt` of `payment`).
 */
export function isCut(short: string, word: string): boolean {
  if (short.length < fewestLetters || word.length < short.length + fewestCut) return false;
  if (short[0] !== word[0]) return false;
  if (word.startsWith(short)) return true;
  if (short.length > 5 || /[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** The words of a name that say something, in their order. */
export const tellingWords = (words: string): readonly string[] =>
  words.split(' ').filter((word) => word !== '' && !isSmallWord(word));

/**
 * Whether a name is another one with words of it cut short, word by word: `data emiss` is `data emissione`.
 * One word at least must stand as it is or in another language, unless the name has one alone.
 */
export function isShortened(
  name: readonly string[],
  full: readonly string[],
  isKnown: (word: string) => boolean,
): boolean {
  if (name.length === 2 && full.length === 1) return isPartedCut(name, full[0] ?? '');
  if (name.length !== full.length || name.length === 0) return false;
  let cuts = 0;
  for (const [i, word] of name.entries()) {
    const whole = full[i] ?? '';
    if (word === whole || meaningOfWord(word) === meaningOfWord(whole)) continue;
    // A word that is a name of its own is no other one cut short; nor is a single one of few letters.
    const isWhole = isKnown(word) && (word.length > 4 || meaningOfWord(word) !== word);
    if (isWhole || !isCut(word, whole)) return false;
    if (name.length === 1 && (word.length < 5 || !whole.startsWith(word))) return false;
    cuts += 1;
  }
  return cuts > 0 && cuts <= 2;
}

/** Whether a word of two parts has its first one cut short: `verv datum` is `vervaldatum`. */
function isPartedCut([first = '', last = '']: readonly string[], whole: string): boolean {
  const isLong = first.length >= fewestLetters && last.length > fewestLetters;
  const isCutInside = whole.length >= first.length + last.length + fewestCut;
  return isLong && isCutInside && whole.startsWith(first) && whole.endsWith(last);
}
