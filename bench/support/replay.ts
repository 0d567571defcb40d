import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Pool, PoolClient } from 'pg';

/** One statement as the driver was given it; transactions begin and end with plain words. */
export type Captured = { readonly text: string; readonly values: readonly unknown[] };

/** Writes down every statement that the connections of a pool are given while `work` runs. */
export async function captured(pool: Pool, work: () => Promise<unknown>): Promise<Captured[]> {
  const statements: Captured[] = [];
  const sends = new Map<PoolClient, PoolClient['query']>();
  const note = (client: PoolClient) => {
    if (sends.has(client)) return;
    const send = client.query;
    sends.set(client, send);
    const noted = (...args: unknown[]) => {
      const [text, values] = args as [string, unknown[] | undefined];
      statements.push({ text, values: values ?? [] });
      return (send as (...all: unknown[]) => unknown).apply(client, args);
    };
    client.query = noted as typeof client.query;
  };
  pool.on('acquire', note);
  await work();
  pool.off('acquire', note);
  for (const [client, send] of sends) client.query = send;
  return statements;
}

/**
 * A captured transaction in which every value that holds a name of its own (an id that is no
 * constant) is a column of a table of parameters, and everything else a constant.
 */
export type Replay = {
  readonly statements: readonly string[];
  readonly constants: ReadonlyMap<string, string>;
  /** Text of each column, with the ids of the captured transaction in it. */
  readonly columns: readonly string[];
};

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Turns captured statements into ones that can be run again with other values. */
export function replayOf(statements: readonly Captured[], constantIds: readonly string[]): Replay {
  const constants = new Map<string, string>();
  const columns: string[] = [];
  const nameOf = (value: string): string => {
    const isConstant = (value.match(uuid) ?? []).every((id) => constantIds.includes(id));
    if (!isConstant && !columns.includes(value)) columns.push(value);
    if (!isConstant) return `:v${columns.indexOf(value)}`;
    const name = constants.get(value) ?? `k${constants.size}`;
    constants.set(value, name);
    return `:${name}`;
  };
  const texts = statements.map(({ text, values }) =>
    text.replace(/\$(\d+)/g, (_, number: string) => {
      const value = textOf(values[Number(number) - 1]);
      return value === null ? 'null' : nameOf(value);
    }),
  );
  const byName = new Map([...constants].map(([value, name]) => [name, value]));
  return { statements: texts, constants: byName, columns };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? `{${value.map(String).join(',')}}` : String(value);
}

/**
 * Makes the table of parameters: a row for each transaction to come. `idsOf` answers what the ids of
 * the captured transaction are called in it; ids it does not know are new ones.
 */
export async function makeParameters(
  pool: Pool,
  { columns }: Replay,
  count: number,
  idsOf: (number: number) => ReadonlyMap<string, string>,
  newId: () => string,
): Promise<void> {
  const names = columns.map((_, i) => `v${i}`);
  await pool.query(`create table replay_parameters (n integer primary key,
    ${names.map((name) => `${name} text not null`).join(', ')})`);
  const rows = Array.from({ length: count }, (_, number) => {
    const known = new Map(idsOf(number));
    return columns.map((text) =>
      text.replace(uuid, (id) => {
        const made = known.get(id) ?? newId();
        known.set(id, made);
        return made;
      }),
    );
  });
  await pool.query(
    `insert into replay_parameters
      select * from unnest($1::integer[], ${names.map((_, i) => `$${i + 2}::text[]`).join(', ')})`,
    [rows.map((_, number) => number), ...names.map((_, i) => rows.map((row) => row[i]))],
  );
  await pool.query('analyze replay_parameters');
}

/** Transactions a second that pgbench makes of a replay, without the reading of its parameters. */
export async function pgbenchRate(
  url: string,
  replay: Replay,
  { clients, each, from }: { clients: number; each: number; from: number },
): Promise<number> {
  const names = replay.columns.map((_, i) => `v${i}`).join(', ');
  const look = [
    `\\set n ${from} + :client_id * ${each} + :done`,
    '\\set done :done + 1',
    `select ${names} from replay_parameters where n = :n \\gset`,
  ];
  const script = replay.statements.map((text) => `${text.replace(/\s+/g, ' ')};`);
  const defined = [...replay.constants, ['done', '0']].map(([name, value]) => `${name}=${value}`);
  const run = (lines: readonly string[]) => runPgbench(url, lines, defined, clients, each);
  const looksASecond = await run(look);
  const both = await run([...look, ...script]);
  return 1 / (1 / both - 1 / looksASecond);
}

async function runPgbench(
  url: string,
  lines: readonly string[],
  defined: readonly string[],
  clients: number,
  each: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-bench-'));
  const file = join(folder, 'replay.sql');
  writeFileSync(file, `${lines.join('\n')}\n`);
  try {
    const { stdout } = await promisify(execFile)(pgbenchPath(), [
      ...['--no-vacuum', '--protocol=prepared', `--client=${clients}`, `--transactions=${each}`],
      ...[`--file=${file}`, ...defined.map((one) => `--define=${one}`), url],
    ]);
    const rate = Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1]);
    if (!(rate > 0)) throw new Error(`pgbench told no rate:\n${stdout}`);
    return rate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const packagedFolder = '/usr/lib/postgresql';

/** pgbench of the search path, else of the newest packaged server. Throws when there is none. */
function pgbenchPath(): string {
  const packaged = existsSync(packagedFolder)
    ? readdirSync(packagedFolder).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...packaged.map((major) => join(packagedFolder, major, 'bin')),
  ];
  const found = folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path));
  if (found === undefined) throw new Error('This bench needs pgbench, of PostgreSQL’s contrib.');
  return found;
}
