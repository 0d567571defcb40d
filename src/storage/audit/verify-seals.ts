import { type Kysely, sql } from 'kysely';
import { allApprovalKinds, approvalKinds } from '#domain/approvals/approval-kinds.ts';
import { erasedMark } from '#domain/privacy/data-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { asKept, eventHashText, noCustomer } from '#storage/event-log.ts';
import type { DB } from '#storage/tables.ts';
import {
  customerIn,
  fixedHashIn,
  isErasedIn,
  keyIn,
  rowsIn,
  type SealedTable,
  sealedLogs,
  sealedTables,
  wordsHashIn,
} from './sealed-tables.ts';
import { blockHashIn, digestIn, logDigestIn, type Numbers, numbersOf } from './seals.ts';

/** A row that is not as it was sealed. */
export type BrokenRow = {
  readonly table: string;
  readonly key: string;
  readonly customerId: string;
  readonly how: 'altered' | 'deleted' | 'added';
};

/** A block whose rows, or whose place in the chain, are not what it says. */
export type BrokenBlock = {
  readonly blockNo: string;
  readonly sealedAt: Instant;
  /** The table whose rows of that stretch differ; null: the block itself. */
  readonly table: string | null;
};

/** Rows told of one table at most. */
const toldAtMost = 100;

/**
 * Compares every sealed row with its seal. Accepted is a row whose words are erased and of which the
 * record says so, and one that was taken back with its import.
 */
export async function verifyRows(db: Kysely<DB>, upto: Numbers): Promise<readonly BrokenRow[]> {
  const broken: BrokenRow[] = [];
  for (const one of sealedTables) {
    broken.push(...(await brokenIn(db, one, upto[one.table] ?? 0n)));
  }
  const beside = [brokenEvents, brokenAnswers, brokenFiles, brokenSteps];
  for (const find of beside) broken.push(...(await find(db)));
  return broken;
}

async function brokenIn(
  db: Kysely<DB>,
  one: SealedTable,
  upto: bigint,
): Promise<readonly BrokenRow[]> {
  const erased = await erasedNumbers(db, one.table);
  const takenBack = await importsTakenBack(db);
  const ended = one.endedBy ? await rolesRevoked(db) : [];
  const { rows } = await sql<BrokenRow>`
    select ${one.table} as table, coalesce(s.row_key, t.key) as key,
      coalesce(s.customer_id, t.customer) as customer_id,
      case when s.seal_no is null then 'added' when t.seal_no is null then 'deleted'
        else 'altered' end as how
    from (select * from row_seals where of_table = ${one.table}) s
    full join (
      select t.seal_no, ${customerIn(one)} as customer, ${keyIn(one)} as key,
        ${fixedHashIn(one)} as fixed, ${wordsHashIn(one)} as words, ${isErasedIn(one)} as is_erased
      from ${rowsIn(one)} t where t.seal_no <= ${upto.toString()}::bigint
    ) t on t.customer = s.customer_id and t.seal_no = s.seal_no
    where s.seal_no is null
      or (t.seal_no is null
        and (s.import_id is null or s.import_id::text <> all(${takenBack}::text[]))
        and s.row_key <> all(${ended}::text[]))
      or t.fixed <> s.fixed_hash
      or (t.words <> s.words_hash and not (t.is_erased
        and s.seal_no = any(${erased}::bigint[])))
    limit ${toldAtMost}
  `.execute(db);
  return rows;
}

/** The numbers of rows of a table of which the record says that their words were erased. */
async function erasedNumbers(db: Kysely<DB>, table: string): Promise<string[]> {
  const { rows } = await sql<{ sealNo: string }>`
    select jsonb_array_elements_text(e.facts -> 'sealed' -> ${table}) as seal_no
    from event_log e where e.kind = 'person.data-erased'
  `.execute(db);
  return rows.map(({ sealNo }) => sealNo);
}

/** Imports of which the record says that they were taken back. */
async function importsTakenBack(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ importId: string }>`
    select e.facts ->> 'importId' as import_id from event_log e where e.kind = 'import.taken-back'
  `.execute(db);
  return rows.map(({ importId }) => importId);
}

/**
 * Keys of roles whose rows may be gone: each row was taken away by an event, and what the record says
 * last is that the role was taken away, or that it was granted again and it stands.
 */
async function rolesRevoked(db: Kysely<DB>): Promise<string[]> {
  const keyOf = (of: string) => sql.raw(`concat_ws(' ', ${of})`);
  const { rows } = await sql<{ key: string }>`
    select e.key from (
      select ${keyOf("facts ->> 'userId', facts ->> 'role', facts ->> 'portfolioId'")} as key,
        (array_agg(kind order by seq desc))[1] = 'user.role-revoked' as is_ended,
        count(*) filter (where kind = 'user.role-revoked') as times
      from event_log where customer_id = ${noCustomer}::uuid
        and kind in ('user.role-granted', 'user.role-revoked') group by 1
    ) e
    left join user_roles r on ${keyOf('r.user_id, r.role, r.portfolio_id')} = e.key
    left join row_seals s on s.of_table = 'user_roles' and s.row_key = e.key
      and s.seal_no is distinct from r.seal_no
    where e.is_ended or r.user_id is not null
    group by e.key, e.times having e.times >= count(s.seal_no)
  `.execute(db);
  return rows.map(({ key }) => key);
}

/**
 * Requests whose answer, and who gave it, is not what the record says, or that have none in it; and those
 * that end at another time than their kind or the record says.
 */
async function brokenAnswers(db: Kysely<DB>): Promise<readonly BrokenRow[]> {
  const hours = JSON.stringify(
    Object.fromEntries(allApprovalKinds.map((kind) => [kind, approvalKinds[kind].livesHours])),
  );
  const answers = sql`event_log where customer_id = ${noCustomer}::uuid
      and kind = 'approval.answered'`;
  const { rows } = await sql<BrokenRow>`
    with told as materialized (
      select facts ->> 'approvalId' as id, facts ->> 'outcome' as outcome, actor_id, occurred_at
      from ${answers}
    )
    select 'approvals' as table, a.id::text as key, ${noCustomer}::uuid as customer_id,
      'altered' as how
    from approvals a
    left join told e on e.id = a.id::text and e.outcome <> 'lapsed'
    left join told l on l.id = a.id::text and l.outcome = 'lapsed'
    where case when a.state in ('waiting', 'lapsed') then e.id is not null
      else e.id is null or e.outcome <> a.state
        or e.actor_id is distinct from a.decided_by
        or a.decided_at is null or abs(extract(epoch from a.decided_at - e.occurred_at)) > 60 end
      or abs(extract(epoch from a.lapses_at - coalesce(l.occurred_at,
        a.asked_at + make_interval(hours => (${hours}::jsonb ->> a.kind)::integer)))) > 60
    limit ${toldAtMost}
  `.execute(db);
  return rows;
}

/** Documents whose file is not the one that was added, or is gone although nobody removed it. */
async function brokenFiles(db: Kysely<DB>): Promise<readonly BrokenRow[]> {
  const { rows } = await sql<BrokenRow>`
    select 'documents' as table, d.id::text as key, d.customer_id, 'altered' as how
    from documents d
    where d.title <> ${erasedMark} and case
      when d.removed_at is null then encode(sha256(d.content), 'hex') <> d.sha256
      else not exists (select from event_log e where e.customer_id = d.customer_id
        and e.kind = 'document.removed' and e.facts ->> 'documentId' = d.id::text) end
    limit ${toldAtMost}
  `.execute(db);
  return rows;
}

/** Steps of a row that the product writes later: what says that it was taken, and the event that tells it. */
const steps = [
  ['legal_holds', 't.lifted_at is not null', 'person.hold-lifted', 'legalHoldId'],
  ['person_requests', 't.identity_at is not null', 'person.identity-checked', 'requestId'],
  ['person_requests', 't.approved_at is not null', 'person.request-approved', 'requestId'],
  ['person_requests', `t.state = 'refused'`, 'person.request-refused', 'requestId'],
] as const;

/** Rows of which a step is told by no event, or is not in the row although an event tells it. */
async function brokenSteps(db: Kysely<DB>): Promise<readonly BrokenRow[]> {
  const each = steps.map(
    ([table, isTaken, kind, fact]) => sql`
      select ${sql.lit(table)} as table, t.id::text as key, t.customer_id, 'altered' as how
      from ${sql.table(table)} t
      where (${sql.raw(isTaken)}) <> exists (select from event_log e
        where e.customer_id = t.customer_id and e.kind = ${kind}
          and e.facts ->> ${fact} = t.id::text)`,
  );
  const { rows } = await sql<BrokenRow>`
    ${sql.join(each, sql` union `)} limit ${toldAtMost}
  `.execute(db);
  return rows;
}

/** Events of no case, which stand in no chain but that of the blocks: their hash has to be their own. */
async function brokenEvents(db: Kysely<DB>): Promise<readonly BrokenRow[]> {
  const { rows } = await sql<BrokenRow>`
    select 'event_log' as table, e.seq::text as key, e.customer_id, 'altered' as how
    from event_log e where e.case_id is null
      and e.hash <> ${sql.raw(eventHashText('e.previous_hash', 'e', asKept('e')))}
    limit ${toldAtMost}
  `.execute(db);
  return rows;
}

type Block = {
  readonly blockNo: bigint;
  readonly sealedAt: Instant;
  readonly upto: Readonly<Record<string, string>>;
  readonly digests: Readonly<Record<string, string>>;
  readonly hash: string;
  readonly previousHash: string | null;
  readonly isOwn: boolean;
};

/** What the chain of blocks comes to, and where it does not hold. */
export type BlockVerdict = {
  readonly blocks: number;
  /** Hashes by number, to compare with what was kept outside. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly upto: Numbers;
  readonly broken: readonly BrokenBlock[];
};

/** Computes every block anew: its link, and the rows of the stretch of each table that it holds. */
export async function verifyBlocks(db: Kysely<DB>): Promise<BlockVerdict> {
  const { rows: blocks } = await sql<Block>`
    select b.block_no, b.sealed_at, b.upto, b.digests, encode(b.hash, 'hex') as hash,
      encode(b.previous_hash, 'hex') as previous_hash, b.hash = ${blockHashIn} as is_own
    from seal_blocks b order by b.block_no
  `.execute(db);
  const broken: BrokenBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    const follows =
      block.blockNo === (before?.blockNo ?? 0n) + 1n &&
      block.previousHash === (before?.hash ?? null);
    if (!block.isOwn || !follows) broken.push(brokenBlock(block, null));
  }
  for (const { table } of sealedTables) {
    broken.push(...differing(blocks, table, await sealDigests(db, table)));
  }
  for (const { table, number } of sealedLogs) {
    broken.push(...differing(blocks, table, await logDigests(db, blocks, table, number)));
  }
  return {
    blocks: blocks.length,
    hashes: new Map(blocks.map(({ blockNo, hash }) => [blockNo.toString(), hash])),
    upto: numbersOf(blocks.at(-1)?.upto ?? {}),
    broken: broken.slice(0, toldAtMost),
  };
}

const brokenBlock = ({ blockNo, sealedAt }: Block, table: string | null): BrokenBlock => ({
  blockNo: blockNo.toString(),
  sealedAt,
  table,
});

function differing(
  blocks: readonly Block[],
  table: string,
  found: ReadonlyMap<string, string>,
): readonly BrokenBlock[] {
  return blocks
    .filter(({ blockNo, digests }) => digests[table] !== found.get(blockNo.toString()))
    .map((block) => brokenBlock(block, table));
}

async function sealDigests(db: Kysely<DB>, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ blockNo: bigint; digest: string }>`
    select s.block_no, ${digestIn} as digest from row_seals s where s.of_table = ${table}
    group by s.block_no
  `.execute(db);
  return new Map(rows.map(({ blockNo, digest }) => [blockNo.toString(), digest]));
}

/** Each stretch of a log that a block holds, found by the numbers at which the stretches end. */
async function logDigests(
  db: Kysely<DB>,
  blocks: readonly Block[],
  table: string,
  number: string,
): Promise<ReadonlyMap<string, string>> {
  const ends: { readonly blockNo: string; readonly end: string }[] = [];
  for (const { blockNo, upto } of blocks) {
    const end = upto[table];
    if (end !== undefined && end !== ends.at(-1)?.end)
      ends.push({ blockNo: blockNo.toString(), end });
  }
  if (ends.length === 0) return new Map();
  const column = sql.ref(`e.${number}`);
  const { rows } = await sql<{ stretch: number; digest: string }>`
    select width_bucket(${column} - 1, ${ends.map(({ end }) => end)}::bigint[]) as stretch,
      ${logDigestIn(number)} as digest
    from ${sql.table(table)} e where ${column} <= ${ends.at(-1)?.end ?? '0'}::bigint group by 1
  `.execute(db);
  return new Map(rows.map(({ stretch, digest }) => [ends[stretch]?.blockNo ?? '', digest]));
}
