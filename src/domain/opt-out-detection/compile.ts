import { fold, wordsOf } from './fold.ts';
import { allWordings } from './languages.ts';
import { en } from './phrases/en.ts';
import type { AlsoSaid, NamedMedium, Wording } from './wording.ts';

/** Words of every language that may stand around a keyword: `stop svp` mixes two. */
const courtesy: ReadonlySet<string> = new Set(
  allWordings.flatMap((one) => wordsOf(fold(one.courtesy))),
);

/** A wording made ready: each list one expression over folded text. */
export type Compiled = {
  readonly language: string;
  readonly optOut: ReadonlySet<string>;
  readonly optIn: ReadonlySet<string>;
  readonly help: ReadonlySet<string>;
  readonly courtesy: ReadonlySet<string>;
  readonly sure: RegExp;
  readonly unsure: RegExp;
  readonly lookAlikes: RegExp;
  /** Matches the part of a sentence before a request that puts it in doubt. */
  readonly doubts: RegExp;
  readonly onlyThen: RegExp;
  readonly media: readonly (readonly [NamedMedium, RegExp])[];
  readonly here: RegExp;
  readonly everything: RegExp;
  readonly also: readonly (readonly [Exclude<AlsoSaid, 'inconvenient_time'>, RegExp])[];
};

const oneWord = '[^ .?#]+';
const never = '(?!)';

/** A list of patterns as one alternation of whole words over folded text. */
export function expression(patterns: string, words: Wording['words'], flags = 'gu'): RegExp {
  const whole = linesOf(patterns).map((line) => filled(line, words));
  return new RegExp(`(?<![^ ])(?:${whole.join('|') || never})(?![^ ])`, flags);
}

/** The patterns of a block: a line indented deeper, or after a `|`, goes on where the last ended. */
function linesOf(block: string): string[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const base = indentOf(lines[0] ?? '');
  const patterns: string[] = [];
  for (const line of lines) {
    const last = patterns.at(-1);
    const goesOn = last?.endsWith('|') || (base > 0 && indentOf(line) > base);
    if (last !== undefined && goesOn)
      patterns[patterns.length - 1] = last + spaceAfter(last) + line.trim();
    else patterns.push(line.trim());
  }
  return patterns;
}

/** A group whose words begin with a space goes on so in the next line. */
function spaceAfter(last: string): '' | ' ' {
  if (!last.endsWith('|')) return '';
  const open: number[] = [];
  for (const [at, mark] of [...last].entries()) {
    if (mark === '(') open.push(at);
    else if (mark === ')') open.pop();
  }
  const group = open.at(-1);
  return group !== undefined && last.startsWith('(?: ', group) ? ' ' : '';
}

const indentOf = (line: string) => line.length - line.trimStart().length;

function filled(line: string, words: Wording['words']): string {
  return line
    .replace(/(?<!\?)<([a-z]+)>/g, (_, name: string) => `(?:${joined(words[name] ?? never)})`)
    .replace(/^\^ /, '(?<=^|[.?#] )')
    .replaceAll('~', `(?:${oneWord} ){0,3}`)
    .replaceAll('_', `(?:${oneWord})`);
}

const joined = (block: string) => linesOf(block).join('|');

const setOf = (block: string) =>
  new Set(
    block
      .split('|')
      .map((word) => wordsOf(fold(word)).join(' '))
      .filter((word) => word !== ''),
  );

const english = setOf(en.keywords.optOut);

/** English keywords are left to the English list, which knows what else they may mean. */
function own(keywords: ReadonlySet<string>, language: string): ReadonlySet<string> {
  if (language === 'en') return keywords;
  return new Set([...keywords].filter((word) => !english.has(word)));
}

function compile(wording: Wording): Compiled {
  const { words, keywords } = wording;
  const list = (patterns: string) => expression(patterns, words);
  return {
    language: wording.language,
    optOut: own(setOf(keywords.optOut), wording.language),
    optIn: setOf(keywords.optIn),
    help: setOf(keywords.help),
    courtesy,
    sure: list(wording.sure),
    unsure: list(wording.unsure),
    lookAlikes: list(wording.lookAlikes),
    doubts: new RegExp(`(?<![^ ])(?:${joined(wording.doubts)}) (?:${oneWord} ){0,4}$`, 'u'),
    onlyThen: list(wording.onlyThen),
    media: Object.entries(wording.media).map(([medium, named]) => [
      medium as NamedMedium,
      expression(joined(named), words, 'u'),
    ]),
    here: expression(joined(wording.here), words, 'u'),
    everything: expression(joined(wording.everything), words, 'u'),
    also: Object.entries(wording.also).map(([what, patterns]) => [
      what as Exclude<AlsoSaid, 'inconvenient_time'>,
      expression(patterns, words),
    ]),
  };
}

/** All languages, compiled once. */
export const compiled: readonly Compiled[] = allWordings.map(compile);
