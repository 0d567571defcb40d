import {
  isDivider,
  isHeader,
  isIntro,
  isPassedOn,
  perhapsDivider,
  sentFrom,
} from './mail-programs.ts';
import { partedAtOtherSender, type Sender } from './other-sender.ts';
import { beginsPassedOn, isQuotation } from './passed-on.ts';
import { reactionPart } from './reactions.ts';
import type { NewPart, SentTexts } from './sent-texts.ts';

/** Signs of writing direction and of bold text, which programs put around names. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069*]/gu;

/**
 * What a person has added in an answer: nothing when it is a reaction of a telephone, else the text
 * without our own messages, the lines that quote an earlier one (`> …`), the line that introduces
 * them, anything below a divider of the mail program, and its signature. What only looks so is
 * doubtful: a single `From:`, a quotation of what we never sent, what is passed on or copied out of a
 * chat, a line out of one of our messages, a line below two dashes, a quotation with no word of theirs
 * beside it. What stands below a header block that names another sender is neither: it is `quoted`.
 */
export function newPart(text: string, sent: SentTexts, sender: Sender = nobody): NewPart {
  const reaction = reactionPart(text, sent);
  if (reaction !== null) return reaction;
  const rest = sent.without(text.replace(marks, ''));
  if (isQuotation(rest)) return { own: '', doubtful: rest, quoted: '' };
  const lines = joinedIntro(
    rest
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  const end = lines.findIndex((line, at) => endsOwnWords(line, lines[at + 1] ?? null));
  const above = end === -1 ? lines : lines.slice(0, end);
  const below = end === -1 ? [] : lines.slice(end);
  const { own, quoted, copied } = parted(
    above,
    lines.some((line) => isIntro(bare(line))),
    sent,
  );
  const doubtful = own.length > 0 && !sent.known ? quoted.filter(isSignature) : quoted;
  // Under dashes stands a signature, or what somebody still had to say.
  if (perhapsDivider.test(below[0] ?? '') && !isHeader(below[1] ?? ''))
    doubtful.push(...below.slice(1));
  // A message that is a quotation alone may be what they wrote to somebody else about us.
  const { before, after } = partedAtOtherSender(lines.map(bare), sender);
  const all = own.length > 0 ? doubtful : [...doubtful.filter(isSignature), ...quotedIn(before)];
  const others = own.length > 0 ? [] : quotedIn(after);
  const theirs = [...all, ...copied].filter((_, at, both) => !isOurs(both, at, sent));
  const partOfOurs = own.filter((line) => isPartOfOurs(line, sent));
  return {
    own: own.filter((line) => !isPartOfOurs(line, sent)).join('\n'),
    doubtful: [...theirs, ...partOfOurs].join('\n'),
    quoted: others.filter((_, at) => !isOurs(others, at, sent)).join('\n'),
  };
}

/** Where nobody knows who wrote: every header block names somebody else. */
const nobody: Sender = { names: [], address: null };

/** The lines above a divider: their own, those that are quoted, and those copied or passed on. */
function parted(above: readonly string[], isIntroduced: boolean, sent: SentTexts) {
  const own: string[] = [];
  const quoted: string[] = [];
  const from = above.findIndex((line) => beginsPassedOn(line));
  const copied = from === -1 ? [] : above.slice(from);
  for (const line of from === -1 ? above : above.slice(0, from)) {
    if (isIntro(line)) continue;
    if (isQuoted(line)) {
      if (!isIntroduced) quoted.push(bare(line));
    } else if (sentFrom.test(line)) quoted.push(line);
    else own.push(line);
  }
  return { own, quoted, copied: copied.map((line) => sent.without(line)) };
}

/** From so many letters on a line that is in a message of ours is more likely ours than theirs. */
const leastOurs = 16;

/** Whether a line stands so in one of our messages, and may be written by them all the same. */
const isPartOfOurs = (line: string, sent: SentTexts) =>
  line.length >= leastOurs && sent.hasLine(line);

const bare = (line: string) => line.replace(quoteMark, '');

/** The words of a message without those that programs put around what is quoted. */
function quotedIn(lines: readonly string[]): readonly string[] {
  return lines.map(bare).filter((line) => line !== '' && !isHead(line) && !isSignature(line));
}

const isHead = (line: string) =>
  isIntro(line) || isHeader(line) || isDivider(line) || perhapsDivider.test(line);

/** Whether a line is ours, alone or with the one that a program broke off before or behind it. */
function isOurs(lines: readonly string[], at: number, sent: SentTexts): boolean {
  const line = lines[at] ?? '';
  const around = [line, `${lines[at - 1] ?? ''} ${line}`, `${line} ${lines[at + 1] ?? ''}`];
  return around.some((words) => sent.hasLine(words));
}

const quoteMark = /^(?:[>|│┃＞\s]|&gt;|»(?!.*«))+/u;
const isQuoted = (line: string) => quoteMark.test(line);
const isSignature = (line: string) => sentFrom.test(line);

/** Whether a line and all below it belongs to an earlier message. */
function endsOwnWords(line: string, next: string | null): boolean {
  if (isIntro(line)) return next !== null && !isQuoted(next);
  if (isDivider(line)) return true;
  if (perhapsDivider.test(line)) return true;
  // A single `From:` or `Subject:` is how a person may begin a sentence or a letter.
  return (isHeader(line) || isPassedOn(line)) && next !== null && isHeader(next);
}

/** Mail programs break a long introduction over two lines. */
function joinedIntro(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1) ?? '';
    const both = `${last} ${line}`;
    const begins = /^(?:On|El|Le|Am|Il|Em|Op|W|Dnia|Pada|Noong|في|ב|בתאריך) ?.{6,120}$/u;
    if (begins.test(last) && line.length <= 81 && isIntro(both)) {
      joined[joined.length - 1] = both;
    } else joined.push(line);
  }
  return joined;
}
