import { reactionPart } from './reactions.ts';

/** `wrote`, in the languages of the packs. */
const wrote =
  'wrote|writes|escribi[óo]|a [ée]crit|schrieb|ha scritto|escreveu|schreef|כתב(?:/?ה)?|כתבה|님이 작성';

/** A line under which an e-mail program puts what is answered: the day, who, and `wrote`. */
const intro = new RegExp(
  `^\\s*(?:on|el|le|am|il|em|op|ב-?|בתאריך)[ \\d].{4,160}(?:${wrote})\\s*:?\\s*$`,
  'iu',
);

/** The same with the name behind the verb, or with no verb but an address: all have a time or year. */
const otherIntros: readonly RegExp[] = [
  new RegExp(`^\\s*.{0,200}(?:${wrote})(?:\\s.{0,160})?:\\s*$`, 'iu'),
  new RegExp(`^\\s*-{2,}.{4,200}(?:${wrote})\\s*-{2,}\\s*$`, 'iu'),
  /^\s*בתאריך .{4,160}מאת .{1,120}:\s*$/u,
  /^\s*\d{4}-\d\d-\d\d .{0,160}<\S+@\S+>\s*:\s*$/u,
];
const timeOrYear = /\d{1,2}[:.]\d{2}|(?<!\d)20\d{2}(?!\d)/u;
const quoting =
  /^\s*(?:quoting|zitat von|citando a|citando|citazione di|citation de) .{1,160}:\s*$/iu;

function isIntro(line: string): boolean {
  if (intro.test(line) || quoting.test(line)) return true;
  return timeOrYear.test(line) && otherIntros.some((one) => one.test(line));
}

/** Names of the lines that an e-mail program repeats of the message below. */
const fromLine = /^\s*(?:from|de|von|da|van|מאת)\s*:\s.+$/iu;
const otherHeader =
  /^\s*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|enviado|fecha|para|asunto|envoy[ée]|[àa]|objet|inviato|data|oggetto|assunto|verzonden|aan|onderwerp|נשלח|תאריך|אל|נושא)\s*:\s.+$/iu;

/** Signs of writing direction and of bold text, which programs put around names. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069*]/gu;

const divider =
  /^\s*(?:-{2,}\s*(?:original|forwarded|urspr|mensaje|message|mensagem|messaggio|הודעה).*|_{8,}|-- ?)\s*$/iu;

/** What a mail program writes above a message that is passed on. */
const forwarded =
  /^\s*(?:begin forwarded message|forwarded message|inicio del mensaje reenviado|mensaje reenviado|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|message transf[ée]r[ée]|anfang der weitergeleiteten nachricht|weitergeleitete nachricht|inizio messaggio inoltrato|messaggio inoltrato|in[íi]cio da mensagem (?:reencaminhada|encaminhada)|mensagem encaminhada|begin doorgestuurd bericht|doorgestuurd bericht|תחילת ההודעה שהועברה|הודעה שהועברה)\s*:?\s*$|^\s*(?:fwd?|wg|tr|rv|enc)\s*:\s/iu;

const sentFrom =
  /^\s*(?:sent from|enviado desde|envoy[ée] de|gesendet von|inviato da|נשלח מ).{0,60}$/iu;

/**
 * What a person has added in an answer: nothing when it is a reaction of a telephone, else the text
 * without the lines that quote an earlier message (`> …`), the
 * line that introduces them, anything below a divider of the mail program, and its signature.
 */
export function newPart(text: string): string {
  const reaction = reactionPart(text);
  if (reaction !== null) return reaction;
  const lines = joinedIntro(text.replace(marks, '')).split(/\r?\n/);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (/^\s*[>|]/.test(line) || sentFrom.test(line)) continue;
    const next = lines.slice(at + 1).find((later) => later.trim() !== '') ?? null;
    if (isIntro(line)) {
      if (next === null || /^\s*[>|]/.test(next)) continue;
      break;
    }
    if (fromLine.test(line) || divider.test(line) || forwarded.test(line)) break;
    // `Subject:` alone is how a person may begin a letter.
    if (otherHeader.test(line) && next !== null && isHeader(next)) break;
    kept.push(line);
  }
  return kept.join('\n').trim();
}

const isHeader = (line: string) => fromLine.test(line) || otherHeader.test(line);

/** Mail programs break a long introduction over two lines. */
function joinedIntro(text: string): string {
  return text.replace(
    /^((?:On|El|Le|Am|Il|Em|Op) .{6,120})\r?\n(.{0,80}:)\s*$/gmu,
    (both, one, two) => (isIntro(`${one} ${two}`) ? `${one} ${two}` : both),
  );
}
