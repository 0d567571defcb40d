import { plainLetters } from '#domain/gate/debt-words.ts';
import { type EvaluationContext, touchesDebts } from '#domain/gate/evaluation-context.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';

/** Codes for messages about something else altogether: a code is one word, and no text of theirs. */
const ELSEWHERE =
  /^(?:[a-z0-9]+_)*(?:unrelated|other_matter|marketing|promotion(?:al)?)(?:_[a-z0-9]+)*$/;

const isElsewhere = (code: string | null | undefined) => Boolean(code && ELSEWHERE.test(code));

/** Kinds of texts that have nothing to do with collecting, as the answered message is described. */
const OTHER_KIND =
  /(?<!\p{L})(?:unrelated|other matter|marketing|promotion(?:al|s)?|survey|newsletter)(?!\p{L})/u;
const REMINDER = /(?<!\p{L})reminders?(?!\p{L})/u;
/** "Not a reminder" describes no reminder. */
const NEGATED = /(?<!\p{L})(?:no|non|not|except|without)(?!\p{L})/u;

/**
 * A message of another kind than the attempt. A reminder of a payment is about a debt, so it is of
 * another kind only where the person has a debt that the attempt is not about.
 */
function isOtherKind(answered: string, { facts, purpose }: EvaluationContext): boolean {
  const described = plainLetters(answered).replaceAll(/[_-]+/g, ' ');
  if (NEGATED.test(described)) return false;
  if (OTHER_KIND.test(described)) return true;
  if (!REMINDER.test(described) || REMINDER.test((purpose ?? '').replaceAll('_', ' ')))
    return false;
  const about = facts.proposed.debts;
  return about.length > 0 && facts.debts.some(({ id }) => !about.includes(id));
}

/** Debts that a field names; an empty list names none. */
const named = (debts: readonly string[] | null | undefined) => (debts?.length ? debts : undefined);

/** An id that is no word of its own: letters with digits (`d2`), or the form of a UUID. */
const isPlainlyAnId = (id: string) => /\p{L}/u.test(id) && /\p{N}/u.test(id);

/** Whether a description names a debt by its id, as a word: `sms_d2`, `reminder for d2`. */
function isNamedIn(answered: string, id: string): boolean {
  if (answered === id || answered.endsWith(`_about_${id}`)) return true;
  if (!isPlainlyAnId(id)) return false;
  const text = answered.toLowerCase();
  const word = id.toLowerCase();
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + word.length])) return true;
  }
  return false;
}

/** The debts of the message that was answered; nothing where nobody knows which they were. */
function debtsAnswered(
  { in_reply_to: answered }: CaseEvent,
  { facts }: EvaluationContext,
): readonly string[] | undefined {
  if (!answered) return undefined;
  const entry = facts.contact_log.find(({ id }) => id === answered);
  if (entry) return entry.about_debt === false ? [] : named(entry.debts);
  // A message older than the log that is told is named by the debt it was about: `sms_about_d2`.
  return named(facts.debts.map(({ id }) => id).filter((id) => isNamedIn(answered, id)));
}

/** Words by which somebody means everything, whatever they answered; a code may be made of them. */
const EVERYTHING = new RegExp(
  `(?<!\\p{L})(?:${[
    'all|any(?:thing|more|time)?|every(?:thing|one|where)?|ever|never|nothing|none|stopall',
    'leave me alone|no (?:more|further) contact|tod[oa]s?|nada|nunca|jamas|ningun[oa]?',
    'tout(?:es?)?|tous|rien|jamais|alles?|alle[nrms]|nichts|nie|keine[rnms]?|tutt[oaie]|niente|mai',
    'tudo|qualquer|nenhum(?:a)?|[והבלמשכ]{0,3}(?:כל|הכל|הכול|כולם|שום|אף|לעולם)',
  ].join('|')})(?!\\p{L})`,
  'u',
);

/**
 * The person's own scope holds (47 CFR 64.1200(a)(10)): whoever says "all" means more than the
 * message they answered.
 */
const namesEverything = ({ in_reply_to: answered, scope_text: scope, words }: CaseEvent) =>
  [answered?.replaceAll('_', ' '), scope, words].some(
    (told) => told && EVERYTHING.test(plainLetters(told)),
  );

/**
 * Said of something else than the attempt: by a code, the debts it names, or those of the message it
 * answered. Their own words may widen that and never narrow it: whatever stays unclear takes back
 * everything.
 */
export function isUnrelated(event: CaseEvent, moment: EvaluationContext): boolean {
  if (namesEverything(event)) return false;
  const { in_reply_to: answered, scope_text: scope } = event;
  if (isElsewhere(answered) || isElsewhere(scope)) return true;
  const debts = named(event.debts) ?? debtsAnswered(event, moment);
  if (debts || !answered) return !touchesDebts(debts, moment);
  const isOfLog = moment.facts.contact_log.some(({ id }) => id === answered);
  return !isOfLog && isOtherKind(answered, moment);
}
