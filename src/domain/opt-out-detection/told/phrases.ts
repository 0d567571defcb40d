import { expression } from '../compile.ts';

/** Phrases of one thing that people tell, one to a line, by language (ISO 639-1). */
export type PhraseTable = Readonly<Record<string, string>>;

/** Stands in a phrase for a name of the customer. */
export const aName = 'customername';

/**
 * A table as one expression over folded text. Phrases are written as people write them, with accents;
 * `_`, `~` and `<name>` as in `Wording`, with `words` for the classes; `_` behind a letter is whatever
 * the word ends with.
 */
export function phrasesOf(
  table: PhraseTable,
  words: Readonly<Record<string, string>> = {},
  flags = 'gu',
): RegExp {
  const lines = Object.values(table).flatMap((block) => block.trim().split('\n'));
  const classes = Object.entries(words).map(([name, of]) => [name, plain(of)]);
  const block = lines.map((line) => line.trim()).filter((line) => line !== '');
  const stems = plain(block.join('\n')).replace(/(?<=\p{L})_\??/gu, '[^ .?#]*');
  return expression(stems, Object.fromEntries(classes), flags);
}

/** A phrase in the letters of folded text; the marks of expressions stay. */
export const plain = (phrase: string) =>
  phrase
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .toLowerCase();
