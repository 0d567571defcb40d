import { reactionPart } from './reactions.ts';
import type { NewPart, SentTexts } from './sent-texts.ts';

/** `wrote`, in the languages of the packs. */
const wrote =
  'wrote|writes|escribi[óo]|a [ée]crit|schrieb|ha scritto|escreveu|schreef|כתב(?:/?ה)?|כתבה|님이 작성';

/** A line under which an e-mail program puts what is answered: the day, who, and `wrote`. */
const intro = new RegExp(
  `^(?:on|el|le|am|il|em|op|ב-?|בתאריך)[ \\d].{4,160}(?:${wrote})\\s{0,3}:?$`,
  'iu',
);

/** The same with the name behind the verb, or with no verb but an address: all have a time or year. */
const otherIntros: readonly RegExp[] = [
  new RegExp(`^.{0,200}(?:${wrote})(?:\\s.{0,160})?:$`, 'iu'),
  new RegExp(`^-{2,}.{4,200}(?:${wrote})\\s{0,3}-{2,}$`, 'iu'),
  /^בתאריך .{4,160}מאת .{1,120}:$/u,
  /^\d{4}-\d\d-\d\d .{0,160}<[^\s@<>]{1,80}@[^\s@<>]{1,80}>\s{0,3}:$/u,
];
const timeOrYear = /\d{1,2}[:.]\d{2}|(?<!\d)20\d{2}(?!\d)/u;
const quoting = /^(?:quoting|zitat von|citando a|citando|citazione di|citation de) .{1,160}:$/iu;

/** Longest line that a mail program writes of itself. */
const lineLimit = 400;

function isIntro(line: string): boolean {
  if (line.length > lineLimit) return false;
  if (intro.test(line) || quoting.test(line)) return true;
  return timeOrYear.test(line) && otherIntros.some((one) => one.test(line));
}

/** Names of the lines that an e-mail program repeats of the message below. */
const header =
  /^(?:from|de|von|da|van|מאת|sent|date|to|cc|subject|gesendet|datum|an|betreff|enviado|fecha|para|asunto|envoy[ée]|[àa]|objet|inviato|data|oggetto|assunto|verzonden|aan|onderwerp|נשלח|תאריך|אל|נושא)\s{0,3}:\s.+$/iu;
const isHeader = (line: string) => header.test(line.slice(0, lineLimit));

/** Signs of writing direction and of bold text, which programs put around names. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069*]/gu;

/** A line of a mail program between what is new and what is passed on. */
const divider =
  /^-{2,}\s{0,3}(?:original|forwarded|urspr|mensaje|message|mensagem|messaggio|הודעה).*$/iu;

/** Lines that people write too: only what follows shows whether a program wrote them. */
const perhapsDivider = /^(?:_{8,}|--)$/u;
const passedOn = /^(?:fwd?|wg|tr|rv|enc)\s{0,3}:\s/iu;

/** What a mail program writes above a message that is passed on. */
const forwarded =
  /^(?:begin forwarded message|forwarded message|inicio del mensaje reenviado|mensaje reenviado|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|message transf[ée]r[ée]|anfang der weitergeleiteten nachricht|weitergeleitete nachricht|inizio messaggio inoltrato|messaggio inoltrato|in[íi]cio da mensagem (?:reencaminhada|encaminhada)|mensagem encaminhada|begin doorgestuurd bericht|doorgestuurd bericht|תחילת ההודעה שהועברה|הודעה שהועברה)\s{0,3}:?$/iu;

const sentFrom =
  /^(?:sent from|enviado desde|envoy[ée] de|gesendet von|inviato da|נשלח מ).{0,60}$/iu;

/**
 * What a person has added in an answer: nothing when it is a reaction of a telephone, else the text
 * without the lines that quote an earlier message (`> …`), the line that introduces them, anything
 * below a divider of the mail program, and its signature. What only looks so is doubtful: a single
 * `From:`, a quotation of what we never sent, a line below two dashes, a quotation with no word of
 * theirs beside it.
 */
export function newPart(text: string, sent: SentTexts): NewPart {
  const reaction = reactionPart(text, sent);
  if (reaction !== null) return reaction;
  const lines = joinedIntro(
    text
      .replace(marks, '')
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  const end = lines.findIndex((line, at) => endsOwnWords(line, lines[at + 1] ?? null));
  const above = end === -1 ? lines : lines.slice(0, end);
  const below = end === -1 ? [] : lines.slice(end);
  const isIntroduced = lines.some((line) => isIntro(line.replace(/^[>|\s]+/, '')));
  const own: string[] = [];
  const doubtful: string[] = [];
  for (const line of above) {
    if (isIntro(line)) continue;
    if (isQuoted(line)) {
      if (!isIntroduced) doubtful.push(line.replace(/^[>|\s]+/, ''));
    } else if (sentFrom.test(line)) doubtful.push(line);
    else own.push(line);
  }
  if (own.length > 0 && !sent.known) doubtful.splice(0, Infinity, ...doubtful.filter(isSignature));
  // Under dashes stands a signature, or what somebody still had to say.
  if (perhapsDivider.test(below[0] ?? '') && !isHeader(below[1] ?? ''))
    doubtful.push(...below.slice(1));
  // A message that is a quotation alone may be what they wrote to somebody else about us.
  const all = own.length > 0 ? doubtful : [...doubtful.filter(isSignature), ...quotedIn(lines)];
  return {
    own: own.join('\n'),
    doubtful: all.filter((_, at) => !isOurs(all, at, sent)).join('\n'),
  };
}

/** The words of a message without those that programs put around what is quoted. */
function quotedIn(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.replace(/^[>|\s]+/, ''))
    .filter((line) => line !== '' && !isHead(line) && !isSignature(line));
}

const isHead = (line: string) =>
  isIntro(line) ||
  isHeader(line) ||
  divider.test(line.slice(0, lineLimit)) ||
  forwarded.test(line) ||
  perhapsDivider.test(line);

/** Whether a line is ours, alone or with the one that a program broke off before or behind it. */
function isOurs(lines: readonly string[], at: number, sent: SentTexts): boolean {
  const line = lines[at] ?? '';
  const around = [line, `${lines[at - 1] ?? ''} ${line}`, `${line} ${lines[at + 1] ?? ''}`];
  return around.some((words) => sent.hasLine(words));
}

const isQuoted = (line: string) => /^[>|]/.test(line);
const isSignature = (line: string) => sentFrom.test(line);

/** Whether a line and all below it belongs to an earlier message. */
function endsOwnWords(line: string, next: string | null): boolean {
  if (isIntro(line)) return next !== null && !isQuoted(next);
  if (divider.test(line.slice(0, lineLimit)) || forwarded.test(line)) return true;
  if (perhapsDivider.test(line)) return true;
  // A single `From:` or `Subject:` is how a person may begin a sentence or a letter.
  return (isHeader(line) || passedOn.test(line)) && next !== null && isHeader(next);
}

/** Mail programs break a long introduction over two lines. */
function joinedIntro(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1) ?? '';
    const both = `${last} ${line}`;
    if (/^(?:On|El|Le|Am|Il|Em|Op) .{6,120}$/u.test(last) && line.length <= 81 && isIntro(both)) {
      joined[joined.length - 1] = both;
    } else joined.push(line);
  }
  return joined;
}
