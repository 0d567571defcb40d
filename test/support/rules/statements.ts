import assert from 'node:assert/strict';
import type { PoolClient } from 'pg';
import { type Connection, hotPoolOf, type Listener, withQueryLog } from '#storage/connect.ts';
import { brokenRules } from './cluster-rules.ts';
import { exceptionFor, noteNeeded } from './statement-exceptions.ts';

/** The statements that the product ran in this process: the text, and the file it comes from. */
const texts = new Map<string, string>();
const checked = new Set<string>();

/** Frames between a statement's being sent and the file it comes from; the query builder has many. */
const stackDepth = 60;

/** Files that send what other files of `src/storage` ask for. */
const senders: readonly string[] = ['connect.ts', 'hot-path.ts', 'copy-rows.ts'];

/** Where statements were put together: by the time they have run, nothing tells any more. */
const origins = new WeakMap<object, string>();

const listener: Listener = {
  plugin: {
    transformQuery: ({ node, queryId }) => {
      origins.set(queryId, originNow());
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  },
  log: ({ query }) => heard(query.sql, origins.get(query.queryId) ?? originNow()),
};

/** Another handle on an open database whose statements are all judged, those of contacts too. */
export function judged(connection: Connection): Connection['db'] {
  hotPoolOf(connection.db).on('connect', (client: PoolClient) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((query: unknown, ...rest: unknown[]) => {
      const text = typeof query === 'string' ? query : (query as { text?: unknown }).text;
      if (typeof text === 'string') heard(text, originNow());
      return send(query, ...rest);
    }) as typeof client.query;
  });
  return withQueryLog(connection, listener);
}

/** Takes note of a statement that the product runs. */
function heard(text: string, file: string): void {
  if (!texts.get(text)) texts.set(text, file);
}

/** The file of `src/storage` that a statement is put together or sent in. */
function originNow(): string {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = stackDepth;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = depth;
  return fileOf(stack);
}

/** The file of `src/storage` nearest to the call, without that folder; empty when there is none. */
function fileOf(stack: string): string {
  const files = [...stack.matchAll(/src\/storage\/([\w/-]+\.ts)/g)].map(([, file]) => file ?? '');
  return files.find((file) => !senders.includes(file)) ?? '';
}

/** Fails on a statement that a cluster sharded by customer would refuse or answer otherwise. */
export async function checkStatements(): Promise<void> {
  for (const [text, file] of texts) {
    if (checked.has(text) || file === '') continue;
    checked.add(text);
    const broken = await brokenRules(text);
    const unknown = broken.filter((rule) => {
      const known = exceptionFor(file, rule);
      if (known) noteNeeded(known);
      return !known;
    });
    assert.deepEqual(unknown, [], `${file}: a cluster cannot run this as it is meant: ${text}`);
  }
}
