import { fold, wordsOf } from '../fold.ts';
import type { AlsoSaid } from '../wording.ts';
import { bereaved } from './bereaved.ts';
import { atTheirEnd, danger, noDanger } from './danger.ts';
import { isDenied, ofOthers } from './denied.ts';
import { facts } from './facts.ts';
import { aName } from './phrases.ts';
import { times } from './times.ts';

/** What somebody tells besides a wish, and the text without what is no wish. */
export type Told = {
  readonly said: readonly AlsoSaid[];
  /** The folded text in which the lists of the languages look for more that is told. */
  readonly forFacts: string;
  /** The folded text in which wishes are looked for. */
  readonly forWishes: string;
  /** Words of somebody who may be at their end, and that may as well be a wish to be left alone. */
  readonly weary: string | null;
};

const titles =
  '(?:(?:mr|mrs|ms|miss|herr|frau|monsieur|madame|senor|senora|sr|sra|signor|signora) )?';
const gone = '#';

/**
 * Reads what the tables of all languages know from a folded text: danger to life first, whose words are
 * never looked at as a wish (`I do not want to live any more`). `names` are the customer's.
 */
export function readTold(folded: string, names: readonly string[]): Told {
  const named = withNames(folded, names);
  const known = named.replace(ofOthers, gone);
  const plain = known.replace(bereaved, gone);
  const isDanger = firstIn(danger, known.replace(noDanger, gone)) !== null;
  const said: AlsoSaid[] = isDanger ? ['danger'] : [];
  for (const [what, pattern] of facts) if (isTold(pattern, plain)) said.push(what);
  if (plain !== known && !said.includes('health')) said.push('health');
  if (firstIn(times, plain)) said.push('inconvenient_time');
  return {
    said,
    forFacts: folded.replace(ofOthers, gone).replace(bereaved, gone),
    forWishes: isDanger ? folded.replace(danger, gone) : folded,
    weary: isDanger ? null : (firstIn(atTheirEnd, folded)?.[0] ?? null),
  };
}

/** Whether a phrase of an expression stands in a text and is not denied there. */
export const isTold = (pattern: RegExp, folded: string): boolean =>
  [...folded.matchAll(pattern)].some(({ index }) => !isDenied(folded, index));

function firstIn(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** A folded text with one word in place of the customer's names. */
function withNames(folded: string, names: readonly string[]): string {
  const parts = names.flatMap((name) => wordsOf(fold(name))).filter((part) => part.length > 1);
  const known = [...new Set(parts)].map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  if (known.length === 0) return folded;
  const one = `(?:${known.filter((part) => part !== '').join('|')})`;
  return folded
    .replace(new RegExp(`(?<![^ ])${titles}${one}(?: ${one})*(?![^ ])`, 'gu'), aName)
    .replace(new RegExp(`(?<![^ ])${titles}${one}s(?![^ ])`, 'gu'), `${aName} s`);
}
