import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { classedColumns, tellingClasses } from '#domain/privacy/column-classes.ts';
import { dataKindNames, dataKinds, notErased } from '#domain/privacy/data-kinds.ts';

/** Types whose columns can hold anything; a text with a list of its words is one of our codes. */
const open = /^ {2}(\w+) (?:text|text\[\]|jsonb|bytea|date)\b(?!.*check \()/;
/** Days tell when something was, except these. */
const tellingDays = ['birth_date'];
const isDay = /^ {2}\w+ date\b/;

/** The columns of the schema that need a class: text, JSON, bytes, lists and telling days. */
function openColumns(sql: string): string[] {
  return [...sql.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\)/g)].flatMap(
    ([, table = '', body = '']) => {
      // A list of words may stand on the line after its column.
      const lines = body.replace(/\n {4}check/g, ' check').split('\n');
      return lines.flatMap((line) => {
        const [, column = ''] = open.exec(line) ?? [];
        const plain = column === '' || (isDay.test(line) && !tellingDays.includes(column));
        return plain ? [] : [`${table}.${column}`];
      });
    },
  );
}

const schema = globSync('src/storage/migrations/*.sql', { cwd: projectFolder })
  .map((file) => readFileSync(`${projectFolder}/${file}`, 'utf8'))
  .join('\n');
const missing = (wanted: readonly string[], found: readonly string[]) =>
  wanted.filter((name) => !found.includes(name));
const classed = classedColumns();

test('every column that can tell of a person has a class, once', () => {
  const names = classed.map(({ table, column }) => `${table}.${column}`);
  const wanted = openColumns(schema);
  assert.deepEqual(missing(wanted, names), [], 'columns without a class');
  assert.deepEqual(missing(names, wanted), [], 'classes without such a column');
  assert.equal(names.length, new Set(names).size, 'a column with two classes');
});

test('what tells of a person is erased with one kind of data, or it is said why not', () => {
  const erased = dataKindNames.flatMap((kind) =>
    dataKinds[kind].erases.map(([table, column]) => `${table}.${column}`),
  );
  const telling = classed
    .filter(({ is }) => tellingClasses.includes(is))
    .map(({ table, column }) => `${table}.${column}`);
  const handled = new Set<string>([...erased, ...Object.keys(notErased)]);
  assert.deepEqual(
    telling.filter((name) => !handled.has(name)),
    [],
  );
  const all = new Set(classed.map(({ table, column }) => `${table}.${column}`));
  assert.deepEqual(
    [...handled].filter((name) => !all.has(name)),
    [],
  );
  assert.deepEqual(
    Object.keys(notErased).filter((name) => erased.includes(name)),
    [],
  );
});

test('a column without a class is found', () => {
  const sql =
    "create table t (\n  id uuid primary key,\n  said text,\n  state text\n    check (state in ('a')),\n  on_day date,\n  birth_date date\n);";
  assert.deepEqual(openColumns(sql), ['t.said', 't.birth_date']);
});
