/** What we wrote to somebody before, to tell it from their own words. */
export type SentTexts = {
  /** False where nobody looked what was sent. */
  readonly known: boolean;
  /** Whether this is one of our messages, whole or cut off at its end. */
  readonly has: (quoted: string) => boolean;
  /** Whether this is a line out of one of them. */
  readonly hasLine: (line: string) => boolean;
  /** A text without our messages in it, whole or cut off at their end. */
  readonly without: (text: string) => string;
};

/** Fewer letters than this are a word of ours that anybody may write. */
const leastLetters = 12;

/** So many letters of the beginning of a message of ours are its beginning, and no chance. */
const leastBeginning = 24;

/** What of a message must be there at least where no mark says that it was cut off. */
const mostOfIt = 0.6;

const letters = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Nobody looked what was sent. */
export const sentUnknown: SentTexts = {
  known: false,
  has: () => false,
  hasLine: () => false,
  without: (text) => text,
};

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
    without: (text) => withoutAll(text, ours),
  };
}

/** A text without any of our messages, given as letters. */
function withoutAll(text: string, ours: readonly string[]): string {
  let now: Placed = placed(text);
  for (const one of ours) {
    if (one.length < leastLetters) continue;
    let from = 0;
    for (let cuts = 0; cuts < mostCuts; cuts += 1) {
      const at = now.letters.indexOf(one.slice(0, leastBeginning), from);
      if (at === -1) break;
      const cut = cutAt(now, at, one);
      from = cut === null ? at + 1 : at;
      if (cut !== null) now = placed(cut);
    }
  }
  return now.text;
}

/** The text without the message that begins at a letter; null where that is not the message. */
function cutAt({ text, letters: all, places }: Placed, at: number, one: string): string | null {
  let length = Math.min(leastBeginning, one.length);
  while (length < one.length && all[at + length] === one[length]) length += 1;
  const [first, last] = [places[at] ?? 0, (places[at + length - 1] ?? 0) + 1];
  const isCutOff = length >= leastBeginning && /^\s{0,3}(?:…|\.{3})/u.test(text.slice(last));
  if (length < one.length * mostOfIt && !isCutOff) return null;
  return `${text.slice(0, first)} ${text.slice(last)}`;
}

/** A message that is found more often is taken out no more than this. */
const mostCuts = 20;

/** A text, its letters, and where each stands in it. */
type Placed = {
  readonly text: string;
  readonly letters: string;
  readonly places: readonly number[];
};

function placed(text: string): Placed {
  const read: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const letter of letters(sign)) {
      read.push(letter);
      for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
    }
    at += sign.length;
  }
  return { text, letters: read.join(''), places };
}

/** What of a text somebody wrote. */
export type NewPart = {
  /** Their own words. */
  readonly own: string;
  /** Words that look like those of a program or of an earlier message, and may be their own. */
  readonly doubtful: string;
  /** What another sender wrote, in a message without words of their own. */
  readonly quoted: string;
};
