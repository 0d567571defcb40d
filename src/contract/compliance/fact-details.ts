import { FACT_FIELDS } from '#domain/gate/facts/fact-kinds.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { ownValue } from '#kernel/own-value.ts';
import { withoutBlanks } from '#kernel/shown-text.ts';

/** Details without the numbers of cards in what is text; ids and dates stay as they are. */
export function withoutCards(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const cut = (value: unknown) =>
    typeof value === 'string' ? withoutCardNumbers(withoutBlanks(value)) : value;
  const entries = Object.entries(details).map(([name, value]): [string, unknown] => {
    const form = ownValue(FACT_FIELDS, name);
    if (form === 'text') return [name, cut(value)];
    return [name, form === 'texts' && Array.isArray(value) ? value.map(cut) : value];
  });
  return Object.fromEntries(entries);
}
