import { type Compiled, compiled } from './compile.ts';
import { fold, readLimit, wordsOf } from './fold.ts';
import { keywordAmongWords } from './keyword-among-words.ts';
import { newPart } from './new-part.ts';
import { deniesBeing } from './not-the-person.ts';
import { type SentTexts, sentUnknown } from './sent-texts.ts';
import { withoutSmallTalk } from './small-talk.ts';
import { fix, unleet } from './spelling.ts';
import { onlyBy } from './told/only-by.ts';
import { isTold, readTold } from './told/read-told.ts';
import type { AlsoSaid, NamedMedium } from './wording.ts';

/** Where words came from: what is answered names the address, what is told does not. */
export type WordsChannel = 'sms' | 'messaging' | 'email' | 'chat' | 'letter' | 'note' | 'call';

/** What somebody's words ask of us about contacting them. */
export type OptOutRequest = {
  readonly kind: 'opt_out' | 'opt_in' | 'help' | 'none';
  readonly certainty: 'sure' | 'unsure';
  /**
   * `address`: what they wrote from or named; `medium`: one way to reach them; `all`: every way; `only`:
   * every way but the medium.
   */
  readonly scope: 'address' | 'medium' | 'all' | 'only';
  /** With `medium`, the one meant. With `address`, only electronic messages; without: all use of it. */
  readonly medium?: NamedMedium | 'chat';
  /** The words that were found, as folded. */
  readonly matched: string;
  /** ISO 639-1 of the list that found them. */
  readonly language: string | null;
  readonly also: readonly AlsoSaid[];
  /** False for a text so long that only its beginning and its end were read: a person has to look. */
  readonly whole: boolean;
  /** False for what they wrote of which no list tells what it asks: a person has to look. */
  readonly understood: boolean;
};

/** A text is taken apart no further than this; the rest is kept and shown, not read. */
const textLimit = 40_000;

const written: readonly WordsChannel[] = ['sms', 'messaging', 'email', 'chat'];

/**
 * Reads what a person wants from their own words, in any of the languages we have lists for; the
 * customer's language is tried first. Quoted earlier messages are not read.
 *
 * `sure`: the whole message is a keyword of the law or of a provider (47 CFR 64.1200(a)(10)), or it
 * says outright not to be contacted. `unsure`: a reasonable person might have meant it – a keyword
 * among other words, a complaint about being contacted, a condition, a misspelling of a short word.
 * `none`: neither. The line between `unsure` and `none` is drawn low on purpose: unsure requests are
 * obeyed at once and looked at by a person, so a false alarm costs a look, a miss breaks the law. The
 * line between `sure` and `unsure` decides only whether a person looks. An `unsure` opt-in is never
 * obeyed: the cost is the other way round.
 */
export function readOptOut(
  text: string,
  from: {
    readonly channel: WordsChannel;
    readonly language?: string | null;
    /** What we wrote to them before; nobody looked when left out. */
    readonly sent?: SentTexts;
    /** How the customer is called, as far as the book knows. */
    readonly names?: readonly string[];
    /** The e-mail address that they wrote from. */
    readonly address?: string | null;
  },
): OptOutRequest {
  const sender = { names: from.names ?? [], address: from.address ?? null };
  const part = newPart(text.slice(0, textLimit), from.sent ?? sentUnknown, sender);
  const { own, doubtful, quoted } = part;
  const parts = Object.values(part);
  const whole = text.length <= textLimit && parts.every(({ length }) => length <= readLimit);
  const read = withDanger(readWords(beginningAndEnd(own), from), beginningAndEnd(quoted));
  const tells = (also: OptOutRequest['also']) =>
    isUnderstood({ ...read, also }, from.channel, `${own} ${doubtful} ${quoted}`);
  if (read.kind !== 'none' || doubtful === '') {
    return { ...read, whole, understood: tells(read.also) };
  }
  // What may be their own words is obeyed, and looked at.
  const perhaps = readWords(beginningAndEnd(doubtful), from);
  const also = [...new Set([...read.also, ...perhaps.also])];
  if (perhaps.kind !== 'opt_out') return { ...read, also, whole, understood: tells(also) };
  return { ...perhaps, also, certainty: 'unsure', whole, understood: true };
}

/** Whoever wrote it: words of danger to life are never passed over. */
function withDanger<R extends Pick<OptOutRequest, 'also'>>(read: R, quoted: string): R {
  const isDanger = readTold(unleet(fold(quoted)), []).said.includes('danger');
  return isDanger ? { ...read, also: [...new Set([...read.also, 'danger' as const])] } : read;
}

/**
 * Whether somebody need not look at what was written: it asks for something clear, tells something, or
 * is no more than thanks, a number or a sign. A call and a note have somebody who heard or wrote them.
 */
function isUnderstood(
  { kind, certainty, also }: Pick<OptOutRequest, 'kind' | 'certainty' | 'also'>,
  channel: WordsChannel,
  text: string,
): boolean {
  if (channel === 'call' || channel === 'note' || also.length > 0) return true;
  if (kind === 'opt_out') return true;
  if (kind === 'opt_in') return certainty === 'sure';
  return kind === 'none' && saysNothing(text);
}

const [{ courtesy } = { courtesy: new Set<string>() }] = compiled;

/** Nothing but thanks and greetings, numbers and signs. */
const saysNothing = (text: string) =>
  wordsOf(withoutSmallTalk(text)).every((word) => courtesy.has(word) || !/\p{L}/u.test(word));

/** What of a long text is read: most of its beginning, and its end, where people say what they want. */
function beginningAndEnd(text: string): string {
  if (text.length <= readLimit) return text;
  const end = Math.floor(readLimit / 3);
  return `${text.slice(0, readLimit - end - 1)}\n${text.slice(-end)}`;
}

function readWords(
  words: string,
  from: {
    readonly channel: WordsChannel;
    readonly language?: string | null;
    readonly names?: readonly string[];
  },
): Omit<OptOutRequest, 'whole' | 'understood'> {
  const told = readTold(unleet(fold(words)), from.names ?? []);
  const folded = told.forWishes;
  const ordered = [...compiled].sort((a, b) => rankOf(a, from.language) - rankOf(b, from.language));
  const denied = deniesBeing(words, from.names ?? []) ? (['wrong_person'] as const) : [];
  const heard = ordered.flatMap((one) => alsoSaid(one, told.forFacts));
  const also = [...new Set([...told.said, ...heard, ...denied])];
  if (told.weary !== null) {
    const perhaps = { kind: 'opt_out', certainty: 'unsure', parts: [told.weary], keyword: true };
    const [by] = ordered;
    if (by) return optOutOf({ ...perhaps, by } as Found, from.channel, also);
  }
  const only = onlyBy(withoutTimes(folded, ordered));
  if (only) {
    const language = from.language?.slice(0, 2) ?? null;
    const { medium, words: matched } = only;
    return { kind: 'opt_out', certainty: 'unsure', scope: 'only', medium, matched, language, also };
  }
  const plain = strongest(ordered.map((one) => find(one, folded)));
  if (plain?.certainty === 'sure') return optOutOf(plain, from.channel, also);
  const fixed = fix(folded);
  const guessed = fixed.changed ? strongest(ordered.map((one) => find(one, fixed.folded))) : null;
  const found =
    guessed && (!plain || !fixed.short)
      ? { ...guessed, certainty: fixed.short ? ('unsure' as const) : guessed.certainty }
      : plain;
  if (found) return optOutOf(found, from.channel, also);
  const among = keywordAmongWords(words, ordered);
  if (among) {
    const { by, words: said } = among;
    const request = { kind: 'opt_out', certainty: 'unsure', parts: [said], keyword: true } as const;
    return optOutOf({ ...request, by }, from.channel, also);
  }
  const nothing = { certainty: 'sure', scope: 'address', matched: '', language: null } as const;
  return { kind: 'none', ...nothing, also };
}

/** `Call me only after five` is about a time. */
const withoutTimes = (folded: string, ordered: readonly Compiled[]) =>
  ordered.reduce((rest, by) => rest.replace(by.onlyThen, '#'), folded);

const rankOf = ({ language }: Compiled, hint: string | null | undefined) =>
  language === hint?.slice(0, 2) ? 0 : 1;

type Found = {
  readonly kind: 'opt_out' | 'opt_in' | 'help';
  readonly certainty: 'sure' | 'unsure';
  /** Each request, in the words that were found. */
  readonly parts: readonly string[];
  readonly keyword: boolean;
  readonly by: Compiled;
};

function strongest(found: readonly (Found | null)[]): Found | null {
  const there = found.filter((one) => one !== null);
  return there.find(({ certainty }) => certainty === 'sure') ?? there[0] ?? null;
}

function find(by: Compiled, folded: string): Found | null {
  return keyword(by, folded) ?? phrase(by, folded);
}

/** A message that is nothing but a keyword, politeness apart. */
function keyword(by: Compiled, folded: string): Found | null {
  const words = wordsOf(folded);
  if (words.length === 0 || words.length > 8) return null;
  const all = words.join(' ');
  const bare = words.filter((word) => !by.courtesy.has(word)).join(' ');
  const isOne = (set: ReadonlySet<string>) => (set.has(all) ? all : set.has(bare) ? bare : null);
  const answer = (kind: Found['kind'], matched: string): Found => ({
    ...{ kind, parts: [matched], by, keyword: true },
    certainty: folded.includes('?') ? 'unsure' : 'sure',
  });
  const out = isOne(by.optOut);
  if (out !== null) return answer('opt_out', out);
  if (by.optIn.has(all)) return answer('opt_in', all);
  return by.help.has(all) ? answer('help', all) : null;
}

function phrase(by: Compiled, folded: string): Found | null {
  const rest = folded.replace(by.onlyThen, '#').replace(by.lookAlikes, '#');
  const wishes = [...rest.matchAll(by.sure)].slice(0, wishLimit).map((match) => ({
    words: match[0] + (more.exec(rest.slice(match.index + match[0].length))?.[0] ?? ''),
    doubted: by.doubts.test(sentenceBefore(rest, match.index)),
  }));
  if (wishes.length > 0) {
    const clear = wishes.filter(({ doubted }) => !doubted);
    const certainty = clear.length > 0 ? 'sure' : 'unsure';
    const parts = (clear.length > 0 ? clear : wishes).map(({ words }) => words);
    return { kind: 'opt_out', certainty, parts, keyword: false, by };
  }
  const perhaps = firstMatch(by.unsure, rest) ?? firstSentence(by, rest);
  return perhaps
    ? { kind: 'opt_out', certainty: 'unsure', parts: [perhaps[0]], keyword: true, by }
    : null;
}

/** A long letter repeats itself; its first requests say what it wants. */
const wishLimit = 5;

const sentenceBefore = (text: string, at: number) =>
  text
    .slice(0, at)
    .split(/[.?#] /)
    .at(-1) ?? '';

/** What is joined to a request: `no more calls` … `or texts`. */
const more = /^(?: (?:or|and|nor|y|o|ni|et|ou|und|oder|e) [^ .?#]+){1,3}/u;

function firstMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** Keywords that are a sentence of everyday talk when other sentences stand around them. */
const everyday: ReadonlySet<string> = new Set(['quit', 'end', 'cancel', 'remove', 'no more', 'td']);

/** A longer message whose first or last sentence is a keyword alone. */
function firstSentence(by: Compiled, rest: string): readonly [string] | null {
  const sentences = rest.split(/ ?[.?#] ?/).filter((one) => one !== '');
  for (const sentence of [sentences[0], sentences.at(-1)]) {
    const words = (sentence ?? '').split(' ').filter((word) => !by.courtesy.has(word));
    const said = words.join(' ');
    if (by.optOut.has(said) && !everyday.has(said)) return [said];
  }
  return null;
}

/** What is not so where a denial stands before it; the others deny something themselves. */
const deniable: ReadonlySet<AlsoSaid> = new Set<AlsoSaid>([
  ...(['deceased', 'attorney', 'bankruptcy', 'minor', 'health'] as const),
]);

function alsoSaid(by: Compiled, folded: string): AlsoSaid[] {
  const said: AlsoSaid[] = by.also.flatMap(([what, pattern]) =>
    (deniable.has(what) ? isTold(pattern, folded) : firstMatch(pattern, folded)) ? [what] : [],
  );
  return firstMatch(by.onlyThen, folded) ? [...said, 'inconvenient_time'] : said;
}

function optOutOf(
  found: Found,
  channel: WordsChannel,
  also: readonly AlsoSaid[],
): Omit<OptOutRequest, 'whole' | 'understood'> {
  const { kind, certainty, parts, by } = found;
  const [first = nothingNamed, ...others] = parts.map((part) => scopeOf(found, part, channel));
  const same = others.every(
    ({ scope, medium }) => scope === first.scope && medium === first.medium,
  );
  // Two requests of different reach: together they leave nothing open.
  const scope: Scope = same ? first : { scope: 'all' };
  return { kind, certainty, ...scope, matched: parts.join(' … '), language: by.language, also };
}

type Scope = Pick<OptOutRequest, 'scope' | 'medium'>;
const nothingNamed: Scope = { scope: 'all' };

function scopeOf({ keyword: bare, by }: Found, words: string, channel: WordsChannel): Scope {
  const electronic = written.includes(channel) ? (channel as NamedMedium | 'chat') : null;
  const named = by.media.filter(([, of]) => of.test(words)).map(([medium]) => medium);
  if (!bare && by.here.test(words)) {
    const calls = named.includes('phone_call');
    return electronic && !calls ? { scope: 'address' } : { scope: 'medium', medium: 'phone_call' };
  }
  const [medium] = named;
  if (named.length === 1 && medium) return { scope: 'medium', medium };
  if (named.length > 1 || (!bare && by.everything.test(words))) return { scope: 'all' };
  if (electronic) return { scope: 'address', medium: electronic };
  return channel === 'letter' ? { scope: 'all' } : { scope: 'medium', medium: 'phone_call' };
}
