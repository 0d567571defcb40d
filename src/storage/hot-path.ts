import { CompiledQuery, type Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { hotPoolOf, kyselyOver } from './connect.ts';
import { isBegunAgain } from './retried.ts';
import type { DB } from './tables.ts';

/**
 * A statement that runs at every contact: its text with numbered parameters, made once, and a name of
 * its own under which every connection keeps it planned and statistics of the server show it.
 */
export type HotStatement<Row> = {
  readonly name: string;
  readonly text: string;
  /** The names of the parameters, in the order of their numbers. */
  readonly parameters: readonly string[];
  /** Columns of the answer; no value, it only carries the type. */
  readonly row?: Row;
};

/** Values by the names of a statement's parameters. */
export type HotValues = Readonly<Record<string, unknown>>;

/** Sends one statement and answers its rows. */
export type Run = <Row>(statement: HotStatement<Row>, values: HotValues) => Promise<readonly Row[]>;

/** Makes a statement of text with parameters such as `:customerId`. */
export function hotStatement<Row>(name: string, written: string): HotStatement<Row> {
  const parameters: string[] = [];
  const numbered = written.replace(/(?<!:):([a-z]\w*)/gi, (_, parameter: string) => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name: `hot-${name}`, text: `/* hot-${name} */ ${numbered}`, parameters };
}

function valuesOf({ name, parameters }: HotStatement<unknown>, values: HotValues): unknown[] {
  return parameters.map((parameter) => {
    const value = values[parameter];
    if (value === undefined) throw new Error(`cannot happen: ${name} was given no ${parameter}`);
    return value;
  });
}

/** Runs hot statements in a transaction of the ordinary kind, or outside of any. */
export function runOn(db: Kysely<DB>): Run {
  return async <Row>(statement: HotStatement<Row>, values: HotValues) => {
    const query = CompiledQuery.raw(statement.text, valuesOf(statement, values));
    const { rows } = await db.executeQuery(query as CompiledQuery<Row>);
    return rows;
  };
}

/** A transaction whose statements are sent without waiting for the answers before them. */
export type HotTransaction = {
  /** Sends a statement at once; what is sent together is answered in one round trip. */
  readonly run: Run;
  /** Sends the last statement together with the commit. Nothing may follow. */
  readonly runAndCommit: Run;
  /** Gives up what was done and every lock, and begins anew. */
  readonly beginAgain: () => Promise<void>;
  /** The same transaction for statements that few contacts need. */
  readonly db: Kysely<DB>;
};

/** Tries of one transaction that ran into another's locks. */
const triesLimit = 5;

/**
 * Runs work in a transaction on a connection that does not wait between statements, and again from
 * its beginning when the database ended it because it and another waited for each other. The work
 * must do nothing outside the database.
 */
export async function inHotTransaction<Result>(
  db: Kysely<DB>,
  work: (hot: HotTransaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const client = await hotPoolOf(db).connect();
    const { hot, end } = transactionOn(client);
    let broken = false;
    try {
      const result = await work(hot);
      await end('commit');
      return result;
    } catch (error) {
      await end('rollback').catch(() => {
        broken = true;
      });
      if (tries >= triesLimit || !isBegunAgain(error)) throw error;
    } finally {
      client.release(broken);
    }
  }
}

function transactionOn(client: PoolClient) {
  let state: 'new' | 'open' | 'ended' = 'new';
  const begin = () => {
    if (state === 'ended') throw new Error('cannot happen: the transaction has ended');
    // A failed beginning makes the statement behind it fail too, which tells the caller.
    if (state === 'new') client.query('begin').catch(() => undefined);
    state = 'open';
  };
  const send = async <Row>(statement: HotStatement<Row>, values: HotValues) => {
    const { name, text } = statement;
    const { rows } = await client.query({ name, text, values: valuesOf(statement, values) });
    return rows as Row[];
  };
  const end = async (how: 'commit' | 'rollback') => {
    if (state !== 'open') return;
    state = 'ended';
    await client.query(how);
  };
  const query = (...args: Parameters<PoolClient['query']>) => {
    begin();
    return client.query(...args);
  };
  const shared = { query, release: () => undefined } as unknown as PoolClient;
  const hot: HotTransaction = {
    run: (statement, values) => {
      begin();
      return send(statement, values);
    },
    runAndCommit: async (statement, values) => {
      begin();
      const [rows] = await Promise.all([send(statement, values), end('commit')]);
      return rows;
    },
    beginAgain: async () => {
      await end('rollback');
      state = 'new';
    },
    db: kyselyOver({
      connect: () => Promise.resolve(shared),
      end: () => Promise.resolve(),
      options: {},
    }),
  };
  return { hot, end };
}
