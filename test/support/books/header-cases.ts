import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#boot/config.ts';
import type { Field } from '#domain/intake/fields.ts';
import { fieldsOf } from '#domain/intake/fields.ts';
import { guessMap } from '#domain/intake/guess-map.ts';
import { wordsOf } from '#domain/intake/header-words.ts';
import { synonyms } from '#domain/intake/synonyms.ts';

/** What a column may be taken for: a field, or a bucket of an ageing report. */
type Meaning = Field | 'bucket';

type CaseColumn = {
  readonly header: string;
  /** The fields that it fills; where a name may be read several ways, each of these is right. */
  readonly readings: readonly (readonly Meaning[])[];
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

/** What a guesser takes the columns for. */
export type TakenColumns = readonly (readonly [meaning: Meaning, column: string])[];

/**
 * Made files by where their names come from: `own` were made together with the lists of names, `public`
 * have the titles that programs publish, `unseen` are of the same kind and were kept aside; `programs` are lists
 * of payment services, agencies, clinics and landlords, and of further languages, `unseen programs` kept aside.
 */
const sources = {
  own: ['files.txt', 'more-files.txt'],
  public: ['public-titles.txt'],
  unseen: ['unseen-titles.txt'],
  programs: ['program-titles.txt'],
  'unseen programs': ['program-unseen.txt'],
} as const;

/** The made files of one source. */
export function headerCases(source: keyof typeof sources): readonly HeaderCase[] {
  const cases: { name: string; country: string; columns: CaseColumn[] }[] = [];
  for (const file of sources[source]) {
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
  const mayAsk = truth.endsWith('?');
  const readings = truth
    .replace('?', '')
    .split('/')
    .map((reading) => meaningsOf(reading, line));
  if (header === '') throw new Error(`no column of a made file: ${line}`);
  return { header, readings, mayAsk, values };
}

function meaningsOf(reading: string, line: string): readonly Meaning[] {
  if (reading === '-') return [];
  const named = reading.split('+');
  const known = [...fieldsOf('book'), 'bucket' as const].filter((each) => named.includes(each));
  if (known.length !== named.length) throw new Error(`no column of a made file: ${line}`);
  return known;
}

/** What the product takes the columns of a file for. */
export function guessedColumns({ columns, country }: HeaderCase): TakenColumns {
  const rows = Math.max(...columns.map(({ values }) => values.length));
  const samples = Array.from({ length: rows }, (_, i) =>
    columns.map(({ values }) => values[i] ?? ''),
  );
  const header = columns.map((column) => column.header);
  const defaults = { country, currency: 'EUR', today: '2026-06-30' };
  const { map } = guessMap('book', header, samples, defaults);
  return [
    ...(Object.entries(map.columns) as [Field, string][]),
    ...Object.keys(map.buckets).map((column) => ['bucket', column] as const),
  ];
}

/** Only names that stand in the list as they are, the first column of each. */
export function exactColumns({ columns }: HeaderCase): TakenColumns {
  const taken: [Field, string][] = [];
  const used = new Set<string>();
  for (const field of fieldsOf('book')) {
    const known = new Set(synonyms[field]);
    const found = columns.find(({ header }) => known.has(wordsOf(header)) && !used.has(header));
    if (!found) continue;
    taken.push([field, found.header]);
    used.add(found.header);
  }
  return taken;
}

const references: readonly Field[] = ['customerReference', 'accountReference', 'itemReference'];
const grave: readonly Meaning[] = ['amount', 'balance', 'issuedOn', 'dueOn', 'daysPastDue'];
const needed: ReadonlySet<Meaning> = new Set([...references, 'name', 'bucket', ...grave]);

/** How the columns of files were taken: counts, and what is wrong in words. */
export function judgeColumns(
  cases: readonly HeaderCase[],
  guesser: (file: HeaderCase) => TakenColumns,
) {
  const count = { columns: 0, right: 0, needed: 0, neededRight: 0 };
  const wrong: string[] = [];
  const gravelyWrong: string[] = [];
  for (const file of cases) {
    const taken = guesser(file);
    for (const column of file.columns) {
      const got = taken.filter(([, header]) => header === column.header).map(([each]) => each);
      const isRight = isRightly(got, column);
      const isNeeded = column.readings.flat().some((each) => needed.has(each));
      count.columns += 1;
      count.right += isRight ? 1 : 0;
      count.needed += isNeeded ? 1 : 0;
      count.neededRight += isNeeded && isRight ? 1 : 0;
      const truth = column.readings.map((reading) => reading.join('+') || '-').join(' or ');
      const said = `${file.name}: ${column.header} is ${truth}, got ${got.join('+') || '-'}`;
      if (!isRight) wrong.push(said);
      const mayBe = new Set(column.readings.flat());
      if (got.some((each) => grave.includes(each) && !mayBe.has(each))) gravelyWrong.push(said);
    }
  }
  return { ...count, wrong, gravelyWrong };
}

const isRightly = (got: readonly Meaning[], { readings, mayAsk }: CaseColumn) =>
  (mayAsk && got.length === 0) ||
  readings.some((reading) => got.toSorted().join() === reading.toSorted().join());
