/** A text is read no further than this. */
export const readLimit = 6000;

const stopSigns = /[\u{1F6D1}\u{26D4}\u{1F6AB}]/gu;
const hands = /[\u270B\u{1F91A}\u{1F590}\u{1F645}]/gu;

/** Marks that end a sentence; the question mark is kept apart. */
const ends = /[.!;:\n\r\u2026\u3002\u0964\u061B|()[\]{}]+/gu;

/**
 * A text as words with one space between: small letters, no accents, no apostrophes inside English
 * contractions, no sign that is not seen (soft hyphens, marks of direction), full stops as ` . ` and question marks as ` ? `, stop-sign emoji as the word `stop`
 * (a raised hand only where nothing else is written: it also says hello).
 */
export function fold(text: string): string {
  const plain = text
    .slice(0, readLimit)
    .replaceAll('\u200B', ' ')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i');
  const lettered = /[\p{L}\p{N}]/u.test(plain);
  return plain
    .replace(stopSigns, ' stop ')
    .replace(hands, lettered ? ' ' : ' stop ')
    .replace(/[\u2019\u2018\u00B4`\u05F3]/gu, "'")
    .replace(/(?<=\p{L})'(?=(?:t|s|m|re|ve|ll|d|all|n)(?!\p{L}))/gu, '')
    .replace(joinable, (run) => run.replace(/[^\p{L}\p{N}$@]/gu, ''))
    .replace(ends, ' . ')
    .replace(/[?\u061F]+/gu, ' ? ')
    .replace(/[^\p{L}\p{N}$@.?]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(?:\. )+(?=\.)/g, '')
    .trim();
}

/** Letters spaced out, as in `S.T.O.P` or `s t o p`: four or more single ones in a row. */
const joinable = /(?<![\p{L}\p{N}])[\p{L}\p{N}$@](?:[ .*_-]+[\p{L}\p{N}$@](?![\p{L}\p{N}])){3,}/gu;

/** The words of a folded text, without the marks. */
export function wordsOf(folded: string): string[] {
  return folded.split(' ').filter((word) => word !== '' && word !== '.' && word !== '?');
}
