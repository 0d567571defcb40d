import { distance } from 'fastest-levenshtein';
import { ownValue } from '#kernel/own-value.ts';
import { allWordings } from './languages.ts';

const split = (text: string) => text.split(/\s+/).filter((word) => word !== '');

const leave: ReadonlySet<string> = new Set(allWordings.flatMap(({ leave: words }) => split(words)));
const targets: readonly string[] = [
  ...new Set(allWordings.flatMap(({ fix: words }) => split(words))),
];
const known: ReadonlySet<string> = new Set(targets);

const digits: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
  '@': 'a',
};

/** Letters written as digits, when that makes a word we look for: `st0p`, `unsub5cribe`. */
export function unleet(folded: string): string {
  if (!/\p{L}[0-9$@]|[0-9$@]\p{L}/u.test(folded)) return folded;
  return folded.replace(/[\p{L}0-9$@]+/gu, (word) => {
    if (!/[0-9$@]/.test(word) || !/\p{L}/u.test(word)) return word;
    const mapped = word.replace(/[0-9$@]/g, (mark) => ownValue(digits, mark) ?? mark);
    if (known.has(mapped)) return mapped;
    const other = mapped.replaceAll('i', 'l');
    return known.has(other) ? other : word;
  });
}

/** A text with near misses of the words we look for put right; `short` when a short word was. */
export type Corrected = {
  readonly folded: string;
  readonly changed: boolean;
  readonly short: boolean;
};

/** From this length on a word with one wrong letter can hardly be another word. */
const longLength = 7;

/**
 * Mends misspelt words: one wrong letter (two from nine letters on) or two letters swapped, the first
 * letter right unless it was swapped. Real words that are near are left alone.
 */
export function fix(folded: string): Corrected {
  let changed = false;
  let short = false;
  const fixed = folded.split(' ').map((word) => {
    const target = targetOf(word);
    if (target === undefined) return word;
    changed = true;
    if (target.length < longLength) short = true;
    return target;
  });
  return { folded: fixed.join(' '), changed, short };
}

function targetOf(word: string): string | undefined {
  if (word.length < 4 || known.has(word) || leave.has(word)) return undefined;
  return targets.find((target) => isNear(word, target));
}

function isNear(word: string, target: string): boolean {
  const difference = Math.abs(word.length - target.length);
  if (difference > 2) return false;
  const swapped = difference === 0 && lettersOf(word) === lettersOf(target);
  if (!swapped && word[0] !== target[0]) return false;
  const off = distance(word, target);
  if (swapped) return off <= 2;
  return off <= (target.length >= 9 ? 2 : 1);
}

const lettersOf = (word: string) => [...word].sort().join('');
