import { type Compiled, compiled } from './compile.ts';
import { fold, wordsOf } from './fold.ts';
import { fix, unleet } from './spelling.ts';

/** A keyword found in a longer message, and the list that it is in. */
export type KeywordAmongWords = { readonly by: Compiled; readonly words: string };

/**
 * A keyword that stands out in a longer message: in capitals, first, last, or set apart by a comma, a
 * dash or an emoji (`I have a lawyer, stop`). Never a part of an instruction or a bus stop.
 */
export function keywordAmongWords(
  text: string,
  ordered: readonly Compiled[],
): KeywordAmongWords | null {
  const folded = unleet(fold(text));
  const parted = unleet(fold(text.replace(apart, '.')));
  const inAnyLanguage = ordered.reduce((rest, by) => masked(by, rest), parted);
  const spelt = fix(folded);
  return (
    loudStop(text, folded) ??
    firstOf(ordered, (by) => setApart(by, parted)) ??
    firstOf(ordered, (by) => wishApart(by, inAnyLanguage)) ??
    firstOf(ordered, (by) => {
      const rest = masked(by, folded);
      return inCapitals(by, text, rest) ?? atTheEnd(by, rest) ?? atTheStart(by, rest);
    }) ??
    (spelt.changed ? firstOf(ordered, (by) => atTheEnd(by, masked(by, spelt.folded))) : null)
  );
}

function firstOf(
  ordered: readonly Compiled[],
  find: (by: Compiled) => string | null,
): KeywordAmongWords | null {
  for (const by of ordered) {
    const words = find(by);
    if (words !== null) return { by, words };
  }
  return null;
}

/** A folded text without what only looks like a wish. */
const masked = (by: Compiled, folded: string) =>
  folded.replace(by.onlyThen, '#').replace(by.lookAlikes, '#');

/** A message that begins with the word of the law: `stop I paid this on the 3rd`, not `stop worrying`. */
const begins = /^(?:please |pls |ok |hi |hey |hello )?stop(?![^ ])(?! \p{L}+ing(?![^ ]))/u;

/** The last word in capitals, and the one before it: `I am at work STOP`. */
const loudAtEnd = /(?:(?<before>[\p{L}'’]+)[^\p{L}]+)?(?<!\p{L})STOP\P{L}*$/u;

/** Words before STOP that make it an instruction, its opposite or a place. */
const instructing =
  /^(?:reply|text|txt|send|sms|msg|type|press|respond|write|answer|enter|say|word|with|don.?t|dont|not|never|bus|full|pit)$/iu;

/** STOP in capitals among small letters, or at the beginning. */
function loudStop(text: string, folded: string): KeywordAmongWords | null {
  const [english] = compiled;
  if (!english) return null;
  const rest = masked(english, folded);
  const isLoud = /(?<!\p{L})STOP(?!\p{L})/u.test(text) && /\p{Ll}/u.test(text);
  const atEnd = loudAtEnd.exec(text);
  const isLast = atEnd !== null && !instructing.test(atEnd.groups?.['before'] ?? '');
  const stands = isLoud && (isLast || /(?<![^ ])stop(?![^ ])/.test(rest));
  return stands || begins.test(rest) ? { by: english, words: 'stop' } : null;
}

/** What parts a message besides the marks that end a sentence; not the hyphen of `non-stop`. */
const apart =
  /[,\u060C\u3001\uFF0C\u2012-\u2015~*_\u2022\u00B7]|--+|(?<=\s)-|-(?=\s)|(?![\u{1F6D1}\u26D4\u{1F6AB}])\p{Extended_Pictographic}\uFE0F?/gu;

/** Words that a keyword set apart is no keyword with: an amount, and the name of a bank. */
const neverApart: ReadonlySet<string> = new Set(['no more', 'td']);

/** Keywords that are words of everyday talk as well: with `I want to` it is a job that somebody quits. */
const alone: ReadonlySet<string> = new Set(['quit', 'end', 'cancel', 'remove']);
const pleas: ReadonlySet<string> = new Set('please pls plz kindly just now thanks'.split(' '));

/** A part longer than this says more than a keyword and politeness. */
const longestPart = 60;

/** A part of a message that is a keyword and politeness. */
function setApart(by: Compiled, parted: string): string | null {
  const rest = masked(by, parted);
  for (const part of rest.split(/ ?[.?#] ?/)) {
    if (part.length > longestPart) continue;
    const words = wordsOf(part);
    const said = words.filter((word) => !by.courtesy.has(word)).join(' ');
    if (!by.optOut.has(said) || neverApart.has(said)) continue;
    if (!alone.has(said) || words.every((word) => word === said || pleas.has(word))) return said;
  }
  return null;
}

/** A wish where it begins a sentence, or a comma sets it apart: `wrong person, go away`. */
function wishApart(by: Compiled, rest: string): string | null {
  const wish = [...rest.matchAll(by.unsure)].find(
    ({ index }) => !by.doubts.test(rest.slice(0, index).replace(/ ?[.?#] /g, ' ')),
  );
  return wish?.[0] ?? null;
}

/** A first or last word in capitals, which others are not: `j'ai un avocat ARRET`. */
function inCapitals(by: Compiled, text: string, rest: string): string | null {
  if (!/\p{Ll}/u.test(text)) return null;
  const read = wordsOf(rest);
  const typed = text.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const ends = [[typed.at(-1), read.at(-1)] as const, [typed[0], read[0]] as const];
  for (const [word = '', said = ''] of ends) {
    const isLoud = word.length > 2 && /^[\p{Lu}\p{M}]+$/u.test(word) && fold(word) === said;
    if (isLoud && by.optOut.has(said) && !neverApart.has(said)) return said;
  }
  return null;
}

/** Keywords that hardly begin or end a sentence unless they are meant so. */
const plain: ReadonlySet<string> = new Set(
  'stop halt stopp arretez parar parem paren smettetela стоп הסר הסירו תפסיקו'.split(' '),
);

/** Words before a verb or a noun in a sentence: `I would like to stop`, `at this stop`. */
const governing: ReadonlySet<string> = new Set(
  fold(`not never this that his her our their every any some which what no gas coffee lunch quick subway taxi
    should must can i we might may debit payment payments fees charges order garnishment clock
    a de sin sem que puedo posso vou voy quiero quero tengo consigo preciso necesito debo devo
    ich wir kann einen`).split(' '),
);

const wordsIn = (rest: string) => wordsOf(rest).filter((word) => !pleas.has(word));

const isPlain = (by: Compiled, word: string) => plain.has(word) && by.optOut.has(word);

/** A message whose last word is a keyword, with nothing before it that makes it a noun or a verb. */
function atTheEnd(by: Compiled, rest: string): string | null {
  const words = wordsIn(rest);
  const [before = '', last = ''] = words.slice(-2);
  if (governing.has(before) || !by.optOut.has(last)) return null;
  if (isPlain(by, last)) return last;
  // `WRONG PERSON CANCEL`: who says that has no plan or appointment to cancel.
  const isAnother =
    alone.has(last) && by.also.some(([what, of]) => others.has(what) && rest.search(of) !== -1);
  return isAnother && before !== 'to' ? last : null;
}

const others: ReadonlySet<string> = new Set(['wrong_person', 'attorney']);

/** A message whose first word is a keyword that is not English, which is read above. */
function atTheStart(by: Compiled, rest: string): string | null {
  const [first = ''] = wordsIn(rest);
  return isPlain(by, first) && by.language !== 'en' ? first : null;
}
