import { type Field, fieldsOf, specOf } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/** What a field has; `constant`: it needs no reading by the formats of the file. */
export type Raw = { readonly text: string; readonly constant: boolean };

/** Where the text of a field comes from: a cell, -1 for none, and what stands in for it. */
export type Source = {
  readonly at: number;
  readonly max: number;
  readonly isDate: boolean;
  readonly words: ReadonlyMap<string, string> | null;
  readonly constant: string;
};

/** Where a file with this header has the fields of its map; fields without a source are left out. */
export function sourcesOf(map: ImportMap, header: readonly string[]): Map<Field, Source> {
  const sources = new Map<Field, Source>();
  for (const field of fieldsOf(map.kind)) {
    const column = map.columns[field];
    const at = column === undefined ? -1 : header.indexOf(column);
    const constant = map.constants[field] ?? '';
    if (at < 0 && constant === '') continue;
    const pairs = Object.entries(map.values[field] ?? {});
    const words = new Map(pairs.map(([from, to]) => [from.trim().toLowerCase(), to]));
    const { max = 0, type } = specOf(map.kind, field) ?? {};
    const isDate = type === 'date';
    sources.set(field, { at, max, isDate, words: words.size === 0 ? null : words, constant });
  }
  return sources;
}
