import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';

/** Columns that no statement of ours reads, each with who does or why it is kept. */
const unread: Readonly<Record<string, string>> = {
  'Obligations.escalatedAt': 'handed out with its row as evidence; screens show the level',
  'OutboxEmptied.onlyRow': 'the table has one row',
  'Parties.endReason': 'handed out with its row as evidence, beside who and when',
  'PersonLinks.endReason': 'handed out with its row as evidence, beside who and when',
  'Statements.fromOn': 'a record of the bank statement as it was read',
  'Statements.toOn': 'a record of the bank statement as it was read',
  'Suppressions.keptAt': 'says since when it is kept, for whoever audits',
  'Users.image': 'the sign-in library asks for it',
};

/** Columns that no statement of ours writes. */
const unwritten: Readonly<Record<string, string>> = {
  'Outbox.xid': 'the database fills it in',
  'OutboxEmptied.onlyRow': 'the one row of the table is made with it',
  'Users.image': 'the sign-in library asks for it',
};

/**
 * Columns that no statement of ours reads although their names stand elsewhere, for another table's
 * column or a field, which hides them from `unread`. Those that are known, each with why it is kept.
 */
const hidden: Readonly<Record<string, string>> = {
  'PortfolioTransfers.reason': 'who transferred it said why; kept as evidence, on no screen yet',
  'PortfolioTransfers.recordedBy': 'kept as evidence; the event of the transfer names them too',
  'PortfolioTransfers.toCollector': 'kept as evidence; the portfolio itself holds the last one',
  'PortfolioTransfers.toRole': 'kept as evidence; the portfolio itself holds the last one',
  'PromisesToPay.method': 'what the customer said; on no screen yet',
  'UserRoles.grantedAt': 'the event of the grant tells it on the screen of users',
  'UserRoles.grantedBy': 'the event of the grant tells it on the screen of users',
};

type Column = { readonly table: string; readonly name: string };

/** The sign-in library reads and writes its own tables. */
const foreign = /^Auth/;

/** The columns of the schema, as its generated types list them. */
function columnsOf(types: string): Column[] {
  return [...types.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)]
    .filter(([, table = '']) => !foreign.test(table) && table !== 'DB' && !/^Json/.test(table))
    .flatMap(([, table = '', body = '']) =>
      [...body.matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) => ({ table, name })),
    );
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The words of the sources that write (lists of inserts, what is set, keys of rows) and all others.
 * A word counts for every table that has a column of that name, so this finds what nobody names.
 */
function wordsOf(source: string): { readonly writes: Set<string>; readonly reads: Set<string> } {
  const writes = new Set<string>();
  const words = (text: string) => text.match(/\w+/g) ?? [];
  const note = (text: string) => {
    for (const word of words(text)) writes.add(word);
  };
  const rest = source
    .replace(/\/\*[\s\S]*?\*\/|\/\/ .*/g, '')
    // Media types name no columns.
    .replace(/'image\/\w+'/g, '')
    .replace(/insert into [\w${}().]+(?: as \w+)? ?\(([^)]*)\)/g, (_all, list: string) => {
      note(list);
      return '';
    })
    .replace(/(\bset|,)(\s+)(\w+) = /g, (_all, before: string, gap: string, name: string) => {
      note(name);
      return `${before}${gap}`;
    })
    .replace(
      /(?<=[{,(]\s*)(\w+)(?=: (?!Generated|string|number|boolean|bigint|Instant|LocalDate))/g,
      (name) => {
        note(name);
        return '';
      },
    );
  return { writes, reads: new Set(words(rest)) };
}

function nobody(columns: readonly Column[], words: ReadonlySet<string>): string[] {
  return columns
    .filter(({ name }) => !words.has(name) && !words.has(snake(name)))
    .map(({ table, name }) => `${table}.${name}`)
    .sort();
}

const sources = globSync('src/**/*.ts', { cwd: projectFolder })
  .filter((file) => !file.endsWith('.test.ts') && file !== 'src/storage/tables.ts')
  .filter((file) => !file.startsWith('src/demo/'))
  // These name every column.
  .filter((file) => !/privacy\/(column-classes|data-kinds)\.ts$/.test(file))
  .map((file) => readFileSync(`${projectFolder}/${file}`, 'utf8'))
  .join('\n');
const columns = columnsOf(readFileSync(`${projectFolder}/src/storage/tables.ts`, 'utf8'));
const said = wordsOf(sources);

test('every column is read by somebody', () => {
  assert.deepEqual(nobody(columns, said.reads), Object.keys(unread).sort());
});

test('every column is written by somebody', () => {
  assert.deepEqual(nobody(columns, said.writes), Object.keys(unwritten).sort());
});

test('every column that is known to be hidden by a word of its name is there', () => {
  const names = columns.map(({ table, name }) => `${table}.${name}`);
  const gone = Object.keys(hidden).filter((key) => !names.includes(key));
  assert.deepEqual(gone, []);
});

test('every table is named by a statement', () => {
  const names = [...new Set(columns.map(({ table }) => table))];
  const isNamed = (table: string) => {
    const own = `${table.charAt(0).toLowerCase()}${table.slice(1)}`;
    const statement = `(?:from|into|update|join)\\s+${snake(own)}\\b|(?:selectFrom|insertInto|updateTable|deleteFrom)\\('${own}\\b`;
    return new RegExp(statement).test(sources);
  };
  assert.deepEqual(
    names.filter((name) => !isNamed(name)),
    [],
  );
});

test('a column that is only read, or only written, is found', () => {
  const both = wordsOf(
    'insert into t (only_written, both) select 1; select only_read, both from t',
  );
  const some = ['onlyWritten', 'onlyRead', 'both'].map((name) => ({ table: 'T', name }));
  assert.deepEqual(nobody(some, both.reads), ['T.onlyWritten']);
  assert.deepEqual(nobody(some, both.writes), ['T.onlyRead']);
});
