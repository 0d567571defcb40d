import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import {
  CamelCasePlugin,
  Kysely,
  type KyselyPlugin,
  type LogEvent,
  PostgresDialect,
  type PostgresPool,
} from 'kysely';
import { Client, type ClientConfig, Pool, type QueryConfig, types } from 'pg';
import { outliveLoss } from './client.ts';
import type { DB } from './tables.ts';

/** An open database: typed queries, the pool below them for COPY, and how to close both. */
export type Connection = {
  readonly db: Kysely<DB>;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
};

/** Connections a process opens at most. */
export const defaultPoolSize = 20;

/** Connections for the statements of every contact; a process has few processors to keep busy. */
const hotPoolSize = 10;

const idleInTransactionLimitMs = 60_000;
const connectTimeoutMs = 10_000;

/** Statements a connection keeps planned; texts beyond these are planned at every use. */
const namedStatementLimit = 500;

/** A longer text is a list of values that hardly comes twice. */
const namedTextLimit = 20_000;

/**
 * Opens a pool. Values arrive as: bigint and bigint[] for int8, text for numeric, 'YYYY-MM-DD' for
 * date, an ISO instant such as '2026-11-21T09:00:00.000Z' for timestamptz (microseconds are cut).
 * Columns are camelCase in `db` (keys inside JSON stay as they are) and as written in `pool`.
 * Every connection works in UTC. Columns are snake_case in SQL and camelCase in rows; JSON inside a
 * column keeps its keys.
 */
export function connect(
  url: string,
  options: {
    poolSize?: number;
    applicationName?: string;
    /** Longest time of a statement; without a limit unless given. */
    statementSeconds?: number;
  } = {},
): Connection {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? defaultPoolSize,
    application_name: options.applicationName ?? 'dunlin',
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionLimitMs,
    ...(options.statementSeconds ? { statement_timeout: options.statementSeconds * 1_000 } : {}),
    options: '-c TimeZone=UTC',
    keepAlive: true,
    types: { getTypeParser: parserOf },
    Client: NamingClient,
  });
  const hot = new Pool({
    ...pool.options,
    options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
    max: Math.min(pool.options.max, hotPoolSize),
    pipeline: true,
  });
  // A server that goes away tells idle connections too; the next query reports it to its caller.
  for (const each of [pool, hot]) each.on('error', () => undefined);
  const db = kyselyOver(pool);
  pools.set(db, pool);
  hotPools.set(db, hot);
  const close = async () => {
    await Promise.all([db.destroy(), hot.end()]);
  };
  return { db, pool, close };
}

/** Who is told of each statement: where it is put together, and once it has run. */
export type Listener = { readonly plugin: KyselyPlugin; readonly log: (event: LogEvent) => void };

/** Typed queries over a pool, or over what hands out one connection as a pool does. */
export function kyselyOver(pool: PostgresPool, listener?: Listener): Kysely<DB> {
  const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: listener ? [camelCase, listener.plugin] : [camelCase],
    ...(listener ? { log: listener.log } : {}),
  });
}

/** Another handle on an open database, which tells a listener of each statement. */
export function withQueryLog({ db, pool }: Connection, listener: Listener): Kysely<DB> {
  const other = kyselyOver(pool, listener);
  pools.set(other, pool);
  const hot = hotPools.get(db);
  if (hot) hotPools.set(other, hot);
  return other;
}

const pools = new WeakMap<object, Pool>();
const hotPools = new WeakMap<object, Pool>();

/**
 * The pool for statements that run at every contact: its connections send without waiting for the
 * answer before, and plan each statement once for all values.
 */
export function hotPoolOf(db: Kysely<DB>): Pool {
  const pool = hotPools.get(db);
  if (pool === undefined) throw new Error('cannot happen: the database was not opened by connect');
  return pool;
}

/** The pool below a database opened by `connect`, for COPY, which the query builder cannot do. */
export function poolOf(db: Kysely<DB>): Pool {
  const pool = pools.get(db);
  if (pool === undefined) throw new Error('cannot happen: the database was not opened by connect');
  return pool;
}

/**
 * Names each statement by its text, so that the server plans it once a connection instead of at
 * every use (a join of two tables takes half the time). Statements that are sent in one go leave in
 * one packet: each write of its own wakes the server, and takes this process off its core.
 */
class NamingClient extends Client {
  readonly #names = new Map<string, string>();
  readonly #socket: Socket;
  #gathers = false;

  constructor(config?: string | ClientConfig) {
    const socket = new Socket();
    const given = typeof config === 'string' ? { connectionString: config } : config;
    super({ ...given, stream: () => socket });
    // The pool listens only while a connection is idle, so a transaction would have no listener.
    outliveLoss(this);
    this.#socket = socket;
    const send = this.query.bind(this) as (...args: unknown[]) => unknown;
    const named = (query: unknown, values: unknown, ...rest: unknown[]): unknown => {
      this.#gather();
      const name = typeof query === 'string' && Array.isArray(values) ? this.#nameOf(query) : null;
      if (name === null) return send(query, values, ...rest);
      return send({ name, text: query, values } as QueryConfig, ...rest);
    };
    this.query = named as typeof this.query;
  }

  /** Holds back what is written until the present turn of the process ends. */
  #gather(): void {
    if (this.#gathers || this.#socket.destroyed) return;
    this.#gathers = true;
    this.#socket.cork();
    process.nextTick(() => {
      this.#gathers = false;
      this.#socket.uncork();
    });
  }

  #nameOf(text: string): string | null {
    const given = /^\/\* (hot-[a-z0-9-]+) \*\//.exec(text)?.[1];
    if (given !== undefined) return given;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= namedStatementLimit || text.length > namedTextLimit) return null;
    if (!/^\s*(select|insert|update|delete|with|merge)\b/i.test(text)) return null;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.#names.set(text, name);
    return name;
  }
}

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };
const arrayOid = { int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185, numeric: 1231 };

const readTexts: (text: string) => (string | null)[] = types.getTypeParser(1009 as 25);

const same = (text: string): string => text;

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map([
  ...pair(oid.int8, arrayOid.int8, BigInt),
  ...pair(oid.numeric, arrayOid.numeric, same),
  ...pair(oid.date, arrayOid.date, same),
  ...pair(oid.timestamp, arrayOid.timestamp, same),
  ...pair(oid.timestamptz, arrayOid.timestamptz, readInstant),
]);

function pair(
  one: number,
  many: number,
  read: (text: string) => unknown,
): [number, (text: string) => unknown][] {
  const readMany = (text: string): unknown[] =>
    readTexts(text).map((item) => (item === null ? null : read(item)));
  return [
    [one, read],
    [many, readMany],
  ];
}

function parserOf(id: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(id);
  return own ?? types.getTypeParser(id as 25, (format ?? 'text') as 'text');
}

/** '2026-11-21 09:00:00.123456+00' as '2026-11-21T09:00:00.123Z'; `infinity` stays as it is. */
export function readInstant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (match === null) {
    const other = new Date(text);
    return Number.isNaN(other.getTime()) ? text : other.toISOString();
  }
  return `${match[1]}T${match[2]}.${(match[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
}
