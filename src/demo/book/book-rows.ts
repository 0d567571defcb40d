import { type Insertable, type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** Tables the example book fills, in the order in which they are written. */
const tables = [
  'creditors',
  'portfolioPolicies',
  'portfolios',
  'customers',
  'clientReferences',
  'contactPoints',
  'accounts',
  'parties',
  'items',
  'paymentMethods',
  'cases',
  'keyEvents',
  'preferences',
  'contactFacts',
  'obligations',
  'holds',
  'notices',
  'tasks',
  'workItems',
  'attempts',
  'conversations',
  'utterances',
  'verifications',
  'notes',
  'callbacks',
  'promisesToPay',
  'plans',
  'planInstalments',
  'payments',
  'creditNotes',
  'postings',
  'imports',
  'statements',
  'bankEntries',
  'agentStates',
] as const satisfies readonly (keyof DB)[];

type Table = (typeof tables)[number];

/** The rows of a book while it is being made, by table. */
export type BookRows = { readonly [T in Table]: Insertable<DB[T]>[] };

/** No rows yet. */
export function emptyRows(): BookRows {
  return Object.fromEntries(tables.map((table) => [table, []])) as unknown as BookRows;
}

/** Rows sent in one statement. */
const rowsAtOnce = 10_000;

/** Writes all rows, one statement for thousands of them. */
export async function insertRows(tx: Kysely<DB>, rows: BookRows): Promise<void> {
  for (const table of tables) {
    const all: readonly object[] = rows[table];
    for (let i = 0; i < all.length; i += rowsAtOnce) {
      await insertSome(tx, snake(table), all.slice(i, i + rowsAtOnce));
    }
  }
  await sql`
    insert into queue_zones (portfolio_id, zone) select distinct portfolio_id, zone from work_items
    on conflict do nothing
  `.execute(tx);
}

/** Tells the planner what the tables hold: else what follows is planned for empty ones. */
export async function analyzeTables(tx: Kysely<DB>): Promise<void> {
  const names = [...tables.map(snake), 'event_log', 'decisions'].join(', ');
  await sql`analyze ${sql.raw(names)}`.execute(tx);
}

async function insertSome(tx: Kysely<DB>, table: string, rows: readonly object[]): Promise<void> {
  const names = new Map<string, string>();
  for (const row of rows) {
    for (const key of Object.keys(row)) if (!names.has(key)) names.set(key, snake(key));
  }
  const columns = sql.raw([...names.values()].join(', '));
  const records = rows.map((row) => {
    const values = row as Readonly<Record<string, unknown>>;
    const record: Record<string, unknown> = {};
    for (const [key, column] of names) {
      const value = values[key];
      record[column] = typeof value === 'bigint' ? value.toString() : (value ?? null);
    }
    return record;
  });
  const name = sql.raw(table);
  await sql`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(records)}::json)
  `.execute(tx);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
