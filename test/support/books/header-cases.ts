import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#boot/config.ts';
import type { Field } from '#domain/intake/fields.ts';
import { fieldsOf } from '#domain/intake/fields.ts';
import { guessMap } from '#domain/intake/guess-map.ts';
import { wordsOf } from '#domain/intake/header-words.ts';
import { synonyms } from '#domain/intake/synonyms.ts';

type CaseColumn = {
  readonly header: string;
  readonly fields: readonly Field[];
  /** To leave it to a person is as right. */
  readonly mayAsk: boolean;
  readonly values: readonly string[];
};

/** A made file: its columns with what they are. */
export type HeaderCase = {
  readonly name: string;
  readonly country: string;
  readonly columns: readonly CaseColumn[];
};

/** The columns of each field, as a guesser takes them. */
export type TakenColumns = Readonly<Partial<Record<Field, string>>>;

/** The made files. */
export function headerCases(): readonly HeaderCase[] {
  const cases: { name: string; country: string; columns: CaseColumn[] }[] = [];
  for (const file of ['files.txt', 'more-files.txt']) {
    const text = readFileSync(join(projectFolder, 'test/data/headers', file), 'utf8');
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [, name, country] = /^= (\S+) (\S+)$/.exec(line) ?? [];
      if (name && country) cases.push({ name, country, columns: [] });
      else cases.at(-1)?.columns.push(columnOf(line));
    }
  }
  return cases;
}

function columnOf(line: string): CaseColumn {
  const [header = '', truth = '', ...values] = line.split('|').map((cell) => cell.trim());
  const named = truth.replace('?', '').split('+');
  const fields = fieldsOf('book').filter((field) => named.includes(field));
  const unknown = truth !== '-' && fields.length !== named.length;
  if (header === '' || unknown) throw new Error(`no column of a made file: ${line}`);
  return { header, fields, mayAsk: truth.endsWith('?'), values };
}

/** What the product takes the columns of a file for. */
export function guessedColumns({ columns, country }: HeaderCase): TakenColumns {
  const rows = Math.max(...columns.map(({ values }) => values.length));
  const samples = Array.from({ length: rows }, (_, i) =>
    columns.map(({ values }) => values[i] ?? ''),
  );
  const header = columns.map((column) => column.header);
  const defaults = { country, currency: 'EUR', today: '2026-06-30' };
  return guessMap('book', header, samples, defaults).map.columns;
}

/** Only names that stand in the list as they are, the first column of each. */
export function exactColumns({ columns }: HeaderCase): TakenColumns {
  const taken: Partial<Record<Field, string>> = {};
  const used = new Set<string>();
  for (const field of fieldsOf('book')) {
    const known = new Set(synonyms[field]);
    const found = columns.find(({ header }) => known.has(wordsOf(header)) && !used.has(header));
    if (!found) continue;
    taken[field] = found.header;
    used.add(found.header);
  }
  return taken;
}

const references: readonly Field[] = ['customerReference', 'accountReference', 'itemReference'];
const grave: readonly Field[] = ['amount', 'balance', 'issuedOn', 'dueOn', 'daysPastDue'];
const needed: ReadonlySet<Field> = new Set([...references, 'name', ...grave]);

/** How the columns of files were taken: counts, and what is wrong in words. */
export function judgeColumns(
  cases: readonly HeaderCase[],
  guesser: (file: HeaderCase) => TakenColumns,
) {
  const count = { columns: 0, right: 0, needed: 0, neededRight: 0 };
  const wrong: string[] = [];
  const gravelyWrong: string[] = [];
  for (const file of cases) {
    const taken = Object.entries(guesser(file)) as [Field, string][];
    for (const { header, fields, mayAsk } of file.columns) {
      const got = taken.filter(([, column]) => column === header).map(([field]) => field);
      const isRight =
        (mayAsk && got.length === 0) || got.toSorted().join() === fields.toSorted().join();
      const isNeeded = fields.some((field) => needed.has(field));
      count.columns += 1;
      count.right += isRight ? 1 : 0;
      count.needed += isNeeded ? 1 : 0;
      count.neededRight += isNeeded && isRight ? 1 : 0;
      const said = `${file.name}: ${header} is ${fields.join('+') || '-'}, got ${got.join('+') || '-'}`;
      if (!isRight) wrong.push(said);
      if (got.some((field) => grave.includes(field) && !fields.includes(field))) {
        gravelyWrong.push(said);
      }
    }
  }
  return { ...count, wrong, gravelyWrong };
}
