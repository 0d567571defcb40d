import type { Insertable } from 'kysely';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { DB } from '#storage/tables.ts';
import type { Db } from '#usecases/app.ts';

const tables = [
  'creditors',
  'portfolioPolicies',
  'portfolios',
  'customers',
  'parties',
  'contactPoints',
  'accounts',
  'items',
  'attempts',
  'contactFacts',
  'consents',
  'preferences',
] as const;

type Table = (typeof tables)[number];

/** Rows that wait to be written, by table. */
export type Batch = { readonly [T in Table]: Insertable<DB[T]>[] };

/** Nothing to write yet. */
export function emptyBatch(): Batch {
  return {
    ...{ creditors: [], portfolioPolicies: [], portfolios: [], customers: [], parties: [] },
    ...{ contactPoints: [], accounts: [], items: [], attempts: [], contactFacts: [], consents: [] },
    preferences: [],
  };
}

const rowsAtOnce = 500;

/** Writes everything in the order in which the tables refer to each other. */
export async function writeBatch(db: Db, batch: Batch): Promise<void> {
  for (const table of tables) {
    const rows: Insertable<DB[Table]>[] = batch[table];
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await db
        .insertInto(table)
        .values(rows.slice(from, from + rowsAtOnce) as never)
        .execute();
    }
  }
}

/** The sorts of thing that facts name by an id of their own. */
type Sort = 'debt' | 'point' | 'entry';

/** The ids under which the things of one example stand in the database, and back. */
export type Ids = {
  readonly of: (sort: Sort, name: string) => string;
  /** A text with our ids replaced by those of the example. */
  readonly named: (text: string) => string;
};

/** New ids for one example. */
export function newIds(newId: () => string): Ids {
  const known = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    of: (sort, name) => {
      const key = `${sort} ${name}`;
      const id = known.get(key) ?? newId();
      known.set(key, id);
      names.set(id, name);
      return id;
    },
    named: (text) =>
      text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => names.get(id) ?? id),
  };
}

/** One example on its way into the database. */
export type Writing = {
  readonly batch: Batch;
  readonly ids: Ids;
  readonly facts: Facts;
  readonly newId: () => string;
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
  /** The portfolio of the debts that the attempt is about. */
  readonly portfolioId: string;
  /** The portfolio of a creditor; of the debts that the attempt is about, or of others. */
  readonly portfolioFor: (creditor: string, isAsked: boolean) => string;
  /** Notes a fact that has no place in the product, by its path. */
  readonly unheld: (path: string) => void;
};

/** A time before everything in the examples, where one says that something has always been so. */
export const always = '2020-01-01T00:00:00.000Z';
