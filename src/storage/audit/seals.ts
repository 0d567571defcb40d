import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import {
  customerIn,
  fixedHashIn,
  importIn,
  keyIn,
  rowsIn,
  type SealedTable,
  sealedLogs,
  sealedTables,
  wordsHashIn,
} from './sealed-tables.ts';

/** Up to which number each table is numbered, settled or sealed. */
export type Numbers = Readonly<Record<string, bigint>>;

/** A block of the chain of seals. */
export type SealBlock = {
  readonly blockNo: bigint;
  readonly hash: Buffer;
  readonly upto: Numbers;
};

/** Rows of one table in a block at most, so that its hash is made of a text that fits into memory. */
const rowsInBlock = 100_000n;

const sequences = new Map<string, string>([
  ...sealedTables.map(({ table }) => [`${table}_seal_no_seq`, table] as const),
  ...sealedLogs.map(({ table, number }) => [`${table}_${number}_seq`, table] as const),
]);

/** The newest number that each table has given out; a transaction that took one may still be open. */
export async function numbersGiven(db: Kysely<DB>): Promise<Numbers> {
  const { rows } = await sql<{ name: string; last: bigint }>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null
      and sequencename = any(${[...sequences.keys()]}::text[])
  `.execute(db);
  return Object.fromEntries(rows.map(({ name, last }) => [sequences.get(name) ?? name, last]));
}

/** Transactions below the first number have ended; those from the second on had not begun. */
export async function transactionsOpen(
  db: Kysely<DB>,
): Promise<{ readonly endedBelow: bigint; readonly begunBelow: bigint }> {
  const { rows } = await sql<{ ended: string; begun: string }>`
    select pg_snapshot_xmin(s)::text as ended, pg_snapshot_xmax(s)::text as begun
    from pg_current_snapshot() s
  `.execute(db);
  return { endedBelow: BigInt(rows[0]?.ended ?? 0), begunBelow: BigInt(rows[0]?.begun ?? 0) };
}

/** The last block; undefined before the first. */
export async function lastBlock(db: Kysely<DB>): Promise<SealBlock | undefined> {
  const { rows } = await sql<{ blockNo: bigint; hash: Buffer; upto: Record<string, number> }>`
    select block_no, hash, upto from seal_blocks order by block_no desc limit 1
  `.execute(db);
  const [row] = rows;
  return row && { ...row, upto: numbersOf(row.upto) };
}

/** Numbers as they lie in a block. */
export function numbersOf(stored: Readonly<Record<string, string | number>>): Numbers {
  return Object.fromEntries(
    Object.entries(stored).map(([table, number]) => [table, BigInt(number)]),
  );
}

/**
 * Seals what is settled and not sealed yet, in one new block; answers whether more is left. Processes
 * that seal at once come one after the other.
 */
export async function sealNext(tx: Kysely<DB>, settled: Numbers, at: Instant): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('dunlin seals'))`.execute(tx);
  const last = await lastBlock(tx);
  const upto: Record<string, bigint> = { ...last?.upto };
  const from = (table: string) => last?.upto[table] ?? 0n;
  const blockNo = (last?.blockNo ?? 0n) + 1n;
  const digests: Record<string, string> = {};
  let isLeft = false;
  for (const table of [
    ...sealedTables.map((one) => one.table),
    ...sealedLogs.map((l) => l.table),
  ]) {
    const least = from(table) + rowsInBlock;
    const given = settled[table] ?? 0n;
    const to = given > least ? least : given;
    if (to <= from(table)) continue;
    isLeft ||= given > to;
    upto[table] = to;
  }
  for (const one of sealedTables) {
    const { table } = one;
    const to = upto[table] ?? 0n;
    if (to <= from(table)) continue;
    await sealRows(tx, one, blockNo, from(table), to);
    const digest = await digestOfSeals(tx, table, blockNo);
    if (digest !== null) digests[table] = digest;
  }
  for (const { table, number } of sealedLogs) {
    const to = upto[table] ?? 0n;
    if (to <= from(table)) continue;
    const digest = await digestOfLog(tx, table, number, from(table), to);
    if (digest !== null) digests[table] = digest;
  }
  if (Object.keys(digests).length > 0) {
    await insertBlock(tx, { blockNo, at, upto, digests, previous: last?.hash ?? null });
  }
  return isLeft;
}

async function sealRows(
  tx: Kysely<DB>,
  one: SealedTable,
  blockNo: bigint,
  from: bigint,
  to: bigint,
): Promise<void> {
  await sql`
    insert into row_seals (customer_id, of_table, seal_no, block_no, row_key, import_id, fixed_hash,
      words_hash)
    select ${customerIn(one)}, ${one.table}, t.seal_no, ${blockNo.toString()}::bigint, ${keyIn(one)},
      ${importIn(one)}, ${fixedHashIn(one)}, ${wordsHashIn(one)}
    from ${rowsIn(one)} t
    where t.seal_no > ${from.toString()}::bigint and t.seal_no <= ${to.toString()}::bigint
  `.execute(tx);
}

/** SQL: the hash of many seals `s`, in their order. */
export const digestIn = sql`encode(sha256(string_agg(
  convert_to(concat_ws(' ', s.customer_id, s.seal_no, s.row_key, s.import_id), 'UTF8')
  || s.fixed_hash || coalesce(s.words_hash, ''::bytea), ''::bytea order by s.seal_no)), 'hex')`;

async function digestOfSeals(tx: Kysely<DB>, table: string, blockNo: bigint) {
  const { rows } = await sql<{ digest: string | null }>`
    select ${digestIn} as digest from row_seals s
    where s.of_table = ${table} and s.block_no = ${blockNo.toString()}::bigint
  `.execute(tx);
  return rows[0]?.digest ?? null;
}

/** SQL: the hash of many rows `e` of a log, which hold hashes of their own. */
export const logDigestIn = (number: string) =>
  sql`encode(sha256(string_agg(coalesce(e.hash, ''::bytea), ''::bytea
    order by ${sql.ref(`e.${number}`)})), 'hex')`;

async function digestOfLog(
  tx: Kysely<DB>,
  table: string,
  number: string,
  from: bigint,
  to: bigint,
): Promise<string | null> {
  const { rows } = await sql<{ digest: string | null }>`
    select ${logDigestIn(number)} as digest from ${sql.table(table)} e
    where ${sql.ref(`e.${number}`)} > ${from.toString()}::bigint
      and ${sql.ref(`e.${number}`)} <= ${to.toString()}::bigint
  `.execute(tx);
  return rows[0]?.digest ?? null;
}

/** SQL: what a link of the chain of blocks is the hash of. */
export const blockHashIn = sql`sha256(coalesce(b.previous_hash, ''::bytea) || convert_to(
  concat_ws('|', b.block_no, (extract(epoch from b.sealed_at) * 1000)::bigint, b.upto::text,
    b.digests::text), 'UTF8'))`;

async function insertBlock(
  tx: Kysely<DB>,
  block: {
    readonly blockNo: bigint;
    readonly at: Instant;
    readonly upto: Numbers;
    readonly digests: Readonly<Record<string, string>>;
    readonly previous: Buffer | null;
  },
): Promise<void> {
  const upto = Object.fromEntries(
    Object.entries(block.upto).map(([table, number]) => [table, number.toString()]),
  );
  await sql`
    with b as (
      select ${block.blockNo.toString()}::bigint as block_no, ${block.at}::timestamptz as sealed_at,
        ${JSON.stringify(upto)}::jsonb as upto, ${JSON.stringify(block.digests)}::jsonb as digests,
        ${block.previous}::bytea as previous_hash
    )
    insert into seal_blocks (block_no, sealed_at, upto, digests, previous_hash, hash)
    select b.block_no, b.sealed_at, b.upto, b.digests, b.previous_hash, ${blockHashIn} from b
  `.execute(tx);
}
