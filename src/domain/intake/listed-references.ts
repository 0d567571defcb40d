import { compact } from './names.ts';

/** A word of a payer's text and where it stands in it. */
export type Word = {
  readonly text: string;
  /** Its letters and digits alone. */
  readonly raw: string;
  readonly from: number;
  readonly to: number;
};

/** Takes a reference that a list or range names beside one that stands there whole. */
type Take = (reference: string, how: 'weak' | 'implied') => void;

/** References of a range at most: `7702 bis 7709`. */
const maxRange = 30;
/** Words that are looked at after a reference. */
const maxWords = 24;

const listed = /^(?:\s*(?:[,;+/&]|UND|U\.?|AND|Y|E|ET|EN|OG|OCH)\s*)$/u;
const ranging = /^(?:\s*(?:BIS|TO|THRU|THROUGH|HASTA|A|ATE|AU|TOT|TIL|TILL|-|–|\.\.)\s*)$/u;

/** What follows a reference in a list or range, with its last digits only: `RE-7702/03`, `bis 7704`. */
export function addListed(take: Take, text: string, words: readonly Word[], from: number): void {
  const base = words[from];
  if (base === undefined) return;
  const before = words[from - 1]?.raw ?? '';
  const [head = '', ...slashed] = base.text.split('/');
  const [own = '', ...dashed] = head.split(/[-–](?=\d+$)/);
  // `RE 7702, 7703`: the letters stand before as a word of their own.
  const prefix = /^\p{L}{1,5}$/u.test(before) && /^\d+$/.test(base.raw) ? before : '';
  for (const letters of new Set(['', prefix])) {
    let stem = letters + compact(head);
    for (const tail of slashed) stem = addNext(take, stem, compact(tail), false) ?? stem;
    if (dashed.length > 0) take(letters + compact(own), 'weak');
    for (const tail of dashed) addNext(take, letters + compact(own), tail, true);
    addFollowing(take, text, words.slice(from + 1, from + maxWords), { stem, end: base.to });
  }
}

function addFollowing(
  take: Take,
  text: string,
  words: readonly Word[],
  base: { readonly stem: string; readonly end: number },
): void {
  let { stem, end } = base;
  for (const word of words) {
    if (listed.test(word.text) || ranging.test(word.text)) continue;
    const gap = text.slice(end, word.from);
    // `RE 7702 7703`: only a number as long as the one before goes on without a word between.
    const isNext = gap.trim() === '' && word.raw.length === (/\d+$/.exec(stem)?.[0] ?? '').length;
    if (!isNext && !listed.test(gap) && !ranging.test(gap)) return;
    const next = addNext(take, stem, word.raw, ranging.test(gap));
    if (next === null) return;
    stem = next;
    end = word.to;
  }
}

/** Adds what a number after `stem` stands for; answers the whole reference, or null for none. */
function addNext(take: Take, stem: string, said: string, isRange: boolean): string | null {
  const [, letters = '', digits = ''] = /^(.*?)(\d+)$/.exec(stem) ?? [];
  const tail = letters !== '' && said.startsWith(letters) ? said.slice(letters.length) : said;
  if (digits.length < 2 || !/^\d+$/.test(tail) || tail.length > digits.length) return null;
  const next = digits.slice(0, digits.length - tail.length) + tail;
  if (isRange) {
    const [low, high] = [BigInt(digits), BigInt(next)];
    if (high <= low || high - low > BigInt(maxRange)) return null;
    for (let each = low + 1n; each <= high; each += 1n) {
      take(letters + String(each).padStart(digits.length, '0'), 'implied');
    }
  } else take(letters + next, 'implied');
  return letters + next;
}
