import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { ownValue } from '#kernel/own-value.ts';
import { poolOf } from './connect.ts';
import type { DB } from './tables.ts';

/** A COPY under way: lines go in, `end` finishes it, `fail` gives it up. */
export type CopyIn = {
  /** Waits when the server is slower than we are. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
};

/** Opens `copy … from stdin` (text format) on a connection of its own. */
export async function copyInto(db: Kysely<DB>, statement: string): Promise<CopyIn> {
  const client = await poolOf(db).connect();
  return copyOn(client, statement, (error) => client.release(error ?? false));
}

/** The same on a connection that somebody has, in their transaction; `done` hears how it ended. */
export function copyOn(
  client: ClientBase,
  statement: string,
  done: (error: Error | null) => void = () => undefined,
): CopyIn {
  const stream = client.query(from(statement));
  const over = finished(stream, { readable: false }).then(
    () => null,
    (error: Error) => error,
  );
  const close = async () => {
    const error = await over;
    done(error);
    return error;
  };
  return {
    write: async (text) => {
      if (stream.destroyed || stream.write(text)) return;
      await Promise.race([once(stream, 'drain'), over]);
    },
    end: async () => {
      stream.end();
      const error = await close();
      if (error) throw error;
    },
    fail: async (error) => {
      stream.destroy(error);
      await close();
    },
  };
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A value as COPY's text format writes it; null and undefined are SQL null. */
export function copyText(value: string | number | bigint | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  if (!special.test(value)) return value.includes('\0') ? value.replaceAll('\0', '') : value;
  return value
    .replaceAll('\0', '')
    .replace(/[\\\t\n\r]/g, (sign) => ownValue(escapes, sign) ?? sign);
}
