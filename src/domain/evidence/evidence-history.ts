import type { EventKind } from '#domain/events/event-kinds.ts';
import { type FactInWords, factsInWords } from '#domain/events/shown-facts.ts';
import { words } from '#domain/events/words/en.ts';
import { languageName } from '#kernel/languages.ts';
import type { Evidence, EvidenceRow } from './evidence.ts';
import { instant, list, minor, nameOf, table, text } from './evidence-words.ts';
import type { PaperBlock } from './paper.ts';

/** Every event of the record in the words that the case's own history uses. */
export function everyEvent(evidence: Evidence): PaperBlock[] {
  const who = nameOf(evidence);
  const currencyOf = usualCurrency(evidence);
  return [
    { kind: 'heading', text: 'Everything that happened' },
    table(
      ['When', 'What', 'Details', 'By'],
      [2, 2.5, 5, 1.5],
      evidence.events,
      (row) => {
        const kind = row['kind'] as EventKind;
        const facts = (row['facts'] ?? {}) as EvidenceRow;
        const said = factsInWords(kind, facts, words).map((fact) =>
          factText(fact, text(facts['currency']) || currencyOf(row['case_id']), (id) =>
            who(id, row['occurred_at']),
          ),
        );
        return [
          instant(row['occurred_at']),
          words.kinds[kind],
          said.join(' · '),
          row['actor_kind'] === 'customer'
            ? 'the customer'
            : who(row['actor_id'], row['occurred_at']),
        ];
      },
      'Nothing happened.',
    ),
  ];
}

/** The currency of each case, for amounts that name none themselves. */
function usualCurrency({ tables }: Evidence): (caseId: unknown) => string {
  const cases = new Map(
    (tables['cases'] ?? []).map((row) => [text(row['id']), text(row['currency'])]),
  );
  return (caseId) => cases.get(text(caseId)) ?? '';
}

function factText(fact: FactInWords, currency: string, who: (id: unknown) => string): string {
  const shown = fact.form === 'words' ? fact.text : valueText(fact.form, fact.value, currency, who);
  return fact.label === null ? shown : `${fact.label}: ${shown}`;
}

function valueText(
  form: Exclude<FactInWords['form'], 'words'>,
  value: unknown,
  currency: string,
  who: (id: unknown) => string,
): string {
  switch (form) {
    case 'amount':
      return minor(value, currency);
    case 'date':
      return text(value);
    case 'instant':
      return instant(value);
    case 'language':
      return languageName(text(value), 'en');
    case 'person':
      return who(value);
    case 'rules':
      return list(value);
  }
}
