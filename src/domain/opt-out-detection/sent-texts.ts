/** What we wrote to somebody before, to tell it from their own words. */
export type SentTexts = {
  /** False where nobody looked what was sent. */
  readonly known: boolean;
  /** Whether this is one of our messages, whole or cut off at its end. */
  readonly has: (quoted: string) => boolean;
  /** Whether this is a line out of one of them. */
  readonly hasLine: (line: string) => boolean;
};

/** Fewer letters than this are a word of ours that anybody may write. */
const leastLetters = 12;

const letters = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Nobody looked what was sent. */
export const sentUnknown: SentTexts = { known: false, has: () => false, hasLine: () => false };

/** The texts that we sent to somebody. */
export function sentTexts(texts: readonly string[]): SentTexts {
  const ours = texts.map(letters).filter((one) => one !== '');
  return {
    known: true,
    has: (quoted) => {
      const theirs = letters(quoted);
      return ours.some(
        (one) => one === theirs || (theirs.length >= leastLetters && one.startsWith(theirs)),
      );
    },
    hasLine: (line) => {
      const theirs = letters(line);
      return theirs.length >= leastLetters && ours.some((one) => one.includes(theirs));
    },
  };
}

/** What of a text somebody wrote. */
export type NewPart = {
  /** Their own words. */
  readonly own: string;
  /** Words that look like those of a program or of an earlier message, and may be their own. */
  readonly doubtful: string;
};
