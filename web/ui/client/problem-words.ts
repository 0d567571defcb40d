import type { TFunction } from 'i18next';
import { ApiProblem } from './api.ts';

/** Facts as texts: amounts as they are, codes in words, instants as the reader's local time. */
function factWords(t: TFunction, facts: Readonly<Record<string, unknown>>, locale: string) {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const entries = Object.entries(facts).map(([name, value]) => {
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
    if (isInstant) return [name, when.format(new Date(value))];
    const isCode = typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value);
    return [name, isCode ? t(`ui:problemFact.${value}`, { defaultValue: value }) : value];
  });
  return Object.fromEntries(entries);
}

/** A refusal or failure in the reader's language: `ui.json` `problem.<code>`, filled with facts. */
export function problemWords(t: TFunction, problem: unknown, locale: string): string {
  const code = problem instanceof ApiProblem ? problem.code : 'failed';
  const facts = problem instanceof ApiProblem ? factWords(t, problem.facts, locale) : {};
  return String(t([`ui:problem.${code}`, 'ui:problem.failed'], facts));
}
