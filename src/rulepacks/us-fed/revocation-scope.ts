import { plainLetters } from '#domain/gate/debt-words.ts';
import { type EvaluationContext, touchesDebts } from '#domain/gate/evaluation-context.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';

/** Codes for messages about something else altogether: a code is one word, and no text of theirs. */
const ELSEWHERE =
  /^(?:[a-z0-9]+_)*(?:unrelated|other_matter|marketing|promotion(?:al)?)(?:_[a-z0-9]+)*$/;

const isElsewhere = ({ in_reply_to: answered, scope_text: scope }: CaseEvent) =>
  [answered, scope].some((code) => code && ELSEWHERE.test(code));

/** Debts that a field names; an empty list names none. */
const named = (debts: readonly string[] | null | undefined) => (debts?.length ? debts : undefined);

/** The debts of the message that was answered; nothing where nobody knows which they were. */
function debtsAnswered(
  { in_reply_to: answered }: CaseEvent,
  { facts }: EvaluationContext,
): readonly string[] | undefined {
  if (!answered) return undefined;
  const entry = facts.contact_log.find(({ id }) => id === answered);
  if (entry) return entry.about_debt === false ? [] : named(entry.debts);
  // A message older than the log that is told is named by the debt it was about: `sms_about_d2`.
  return named(
    facts.debts
      .map(({ id }) => id)
      .filter((id) => answered === id || answered.endsWith(`_about_${id}`)),
  );
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
const namesEverything = ({ scope_text: scope, words }: CaseEvent) =>
  [scope, words].some((told) => told && EVERYTHING.test(plainLetters(told)));

/**
 * Said of something else than the attempt: by a code, the debts it names, or those of the message it
 * answered. Their own words may widen that and never narrow it: whatever stays unclear takes back
 * everything.
 */
export const isUnrelated = (event: CaseEvent, moment: EvaluationContext) =>
  !namesEverything(event) &&
  (isElsewhere(event) || !touchesDebts(named(event.debts) ?? debtsAnswered(event, moment), moment));
