import { setTimeout as sleep } from 'node:timers/promises';
import { sealedTables } from '#storage/audit/sealed-tables.ts';
import { lastBlock, numbersGiven } from '#storage/audit/seals.ts';
import { sealRecord } from '#usecases/audit/seal-record.ts';
import type { World } from './fresh-world.ts';

/** Seals all that is written, turn by turn: transactions of other databases may still be open. */
export async function sealAll(world: World): Promise<void> {
  const given = Object.entries(await numbersGiven(world.db));
  for (;;) {
    await sealRecord(world.app);
    const upto = (await lastBlock(world.db))?.upto ?? {};
    if (given.every(([table, number]) => (upto[table] ?? 0n) >= number)) return;
    await sleep(5);
  }
}

/** Values that the checks of a table ask for. */
const fitting: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  approvals: { state: 'waiting' },
  user_roles: { role: 'agent' },
  documents: {
    about: 'case',
    content: 'a',
    sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
  },
  rule_switches: { turn: 'on' },
  person_requests: { kind: 'access', law: 'gdpr', state: 'open' },
  utterances: { speaker: 'agent' },
  messages: { direction: 'inbound' },
  preferences: { kind: 'language' },
  payments: { payer: 'unknown' },
  postings: { component: 'principal', kind: 'bill', debit: 'receivable', credit: 'billed' },
  promises_to_pay: { state: 'open' },
  plans: { frequency: 'weekly', state: 'active' },
  plan_instalments: { state: 'open' },
  bank_entries: { state: 'matched' },
};

const valueOfType: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'text ' || gen_random_uuid()`,
  jsonb: `'{"a":1}'`,
  bigint: '7',
  integer: '7',
  smallint: '7',
  boolean: 'true',
  date: `'2026-11-18'`,
  'timestamp with time zone': `'2026-11-18T10:00:00Z'`,
  ARRAY: `'{}'`,
};

/** Puts rows into every sealed table, past all keys between tables; answers their numbers. */
export async function fillTables(
  { pool }: Pick<World, 'pool'>,
  rows: number,
): Promise<Map<string, string[]>> {
  const numbers = new Map<string, string[]>();
  for (const { table } of sealedTables) {
    const { rows: columns } = await pool.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_name = $1 and is_nullable = 'NO' and is_identity = 'NO'`,
      [table],
    );
    const values = columns.map(({ name, type }) => {
      const given = fitting[table]?.[name];
      return given === undefined ? valueOfType[type] : `'${given}'`;
    });
    const names = columns.map(({ name }) => name).join(', ');
    await asIntruder({ pool }, [
      `insert into ${table} (${names}) select ${values.join(', ')} from generate_series(1, ${rows})`,
    ]);
    const { rows: made } = await pool.query<{ no: string }>(
      `select seal_no::text as no from ${table} order by seal_no`,
    );
    numbers.set(
      table,
      made.map(({ no }) => no),
    );
  }
  return numbers;
}

/** As a superuser of the database who turns every trigger off. */
export async function asIntruder(
  { pool }: Pick<World, 'pool'>,
  statements: readonly string[],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}
