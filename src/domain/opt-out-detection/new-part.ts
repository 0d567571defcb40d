import { reactionPart } from './reactions.ts';

/** A line under which an e-mail program puts what is answered, in the languages of the packs. */
const intro =
  /^\s*(?:on|el|le|am|il|em|op|ב-?|בתאריך)[ \d\u200e].{4,160}(?:wrote|writes|escribi[óo]|a [ée]crit|schrieb|ha scritto|escreveu|schreef|כתב|כתבה)\s*:?\s*$/iu;

const divider =
  /^\s*(?:-{2,}\s*(?:original|forwarded|urspr|mensaje|message|mensagem|messaggio|הודעה).*|_{8,}|-- ?|(?:from|de|von|da|מאת)\s*:\s.+)\s*$/iu;

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
  const lines = joinedIntro(text).split(/\r?\n/);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (/^\s*>/.test(line) || sentFrom.test(line)) continue;
    if (intro.test(line)) {
      const next = lines.slice(at + 1).find((later) => later.trim() !== '');
      if (next === undefined || /^\s*>/.test(next)) continue;
      break;
    }
    if (divider.test(line) || forwarded.test(line)) break;
    kept.push(line);
  }
  return kept.join('\n').trim();
}

/** Mail programs break a long introduction over two lines. */
function joinedIntro(text: string): string {
  return text.replace(
    /^((?:On|El|Le|Am|Il|Em) .{6,120})\r?\n(.{0,80}:)\s*$/gmu,
    (both, one, two) => (intro.test(`${one} ${two}`) ? `${one} ${two}` : both),
  );
}
