import { type Kysely, sql } from 'kysely';
import { privateHolds } from '#domain/events/private-lines.ts';
import {
  type DataKindName,
  dataKinds,
  type ErasedColumn,
  erasedMark,
  type Replacement,
  type WhichRows,
} from '#domain/privacy/data-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { sealedTables } from '#storage/audit/sealed-tables.ts';
import { customerColumn } from '#storage/placement.ts';
import type { DB } from '#storage/tables.ts';

const mark = `'${erasedMark}'`;

/** SQL of what takes the place of a column. */
const replacing: Readonly<Record<Replacement, (column: string) => string>> = {
  nothing: () => 'null',
  mark: () => mark,
  object: () => `'{}'::jsonb`,
  list: () => `'[]'::jsonb`,
  bytes: () => `''::bytea`,
  letter: (column) => `${column} #- '{carriedOut,letter}'`,
  'no-words': (column) => `${column} - 'words'`,
};

const privateKinds = `('${privateHolds.join("', '")}')`;

/** SQL of which rows of a table tell of health or need. */
const isPrivate: ReadonlyMap<string, string> = new Map([
  ['holds', `kind in ${privateKinds}`],
  ['documents', 'restricted'],
]);

/** What else changes with a table, so that nothing goes on with what was erased. */
const alsoSet: ReadonlyMap<string, string> = new Map([
  ['contact_points', `, state = 'disconnected', zones = '{}'`],
]);

/** Columns of one table that one statement erases. */
type Step = {
  readonly table: string;
  readonly which: WhichRows | undefined;
  readonly columns: readonly (readonly [column: string, by: Replacement])[];
};

/** The columns of a kind, each table once for each choice of rows. */
function stepsOf(kind: DataKindName): readonly Step[] {
  const all: readonly ErasedColumn[] = dataKinds[kind].erases;
  const tables = new Map<string, Step>();
  for (const [table, column, by, which] of all) {
    const known = tables.get(`${table} ${which}`)?.columns ?? [];
    tables.set(`${table} ${which}`, { table, which, columns: [...known, [column, by]] });
  }
  return [...tables.values()];
}

/** Tables whose words the product's role may not take away itself: the owner does it. */
const ofTheOwner: ReadonlySet<string> = new Set([
  ...sealedTables.flatMap(({ table, words }) => (words ? [table] : [])),
  'decisions',
]);

/** What was erased of a customer. */
export type Erased = {
  readonly rows: number;
  /** Of rows that are sealed: their numbers, by table. */
  readonly sealed: Readonly<Record<string, readonly string[]>>;
};

/** Erases one kind of data of one customer; answers what changed. */
export async function eraseKind(
  tx: Kysely<DB>,
  customerId: string,
  kind: DataKindName,
): Promise<Erased> {
  let rows = 0;
  const sealed: Record<string, readonly string[]> = {};
  for (const step of stepsOf(kind)) {
    if (ofTheOwner.has(step.table)) {
      const numbers = await eraseAsOwner(tx, customerId, step);
      rows += numbers.length;
      // Facts of decisions are in no seal: their chain keeps a hash of them.
      if (step.table !== 'decisions' && numbers.length > 0) sealed[step.table] = numbers;
    } else {
      const key = sql.raw(customerColumn(step.table));
      const found = await sql`${erasing(step)} and ${key} = ${customerId}::uuid`.execute(tx);
      rows += Number(found.numAffectedRows ?? 0);
    }
  }
  return { rows, sealed };
}

async function eraseAsOwner(
  tx: Kysely<DB>,
  customerId: string,
  { table, which }: Step,
): Promise<readonly string[]> {
  const areRestricted = which === undefined ? null : which === 'private';
  const { rows } = await sql<{ sealNo: string }>`
    select n::text as seal_no
    from erase_words(${table}, ${customerId}::uuid, ${areRestricted}::boolean) n
  `.execute(tx);
  return rows.map(({ sealNo }) => sealNo);
}

/** Erases what stays behind of one imported file, which cannot be taken back afterwards. */
export async function eraseFile(tx: Kysely<DB>, importId: string, at: Instant): Promise<void> {
  for (const step of stepsOf('files')) {
    const key = sql.raw(step.table === 'imports' ? 'id' : 'import_id');
    await sql`${erasing(step)} and ${key} = ${importId}::uuid`.execute(tx);
  }
  await sql`
    update imports set remains_erased_at = ${at}::timestamptz where id = ${importId}::uuid
  `.execute(tx);
}

/** An update of the rows that still hold something, to which a condition on whose they are is added. */
function erasing({ table, which, columns }: Step) {
  const set = columns.map(([column, by]) => `${column} = ${replacing[by](column)}`);
  const held = columns.map(([column, by]) => `${column} is distinct from ${replacing[by](column)}`);
  const rows =
    which === undefined
      ? 'true'
      : `${which === 'private' ? '' : 'not '}(${isPrivate.get(table) ?? 'false'})`;
  return sql.raw(
    `update ${table} set ${set.join(', ')}${alsoSet.get(table) ?? ''}
     where (${held.join(' or ')}) and ${rows}`,
  );
}

/** Notes that a kind of data of a customer was erased. */
export async function noteErased(
  tx: Kysely<DB>,
  erased: {
    readonly customerId: string;
    readonly tenantId: string;
    readonly kind: DataKindName;
    readonly erasedAt: Instant;
    readonly causeId: string;
    readonly rowsChanged: number;
  },
): Promise<void> {
  const { erasedAt, causeId, rowsChanged } = erased;
  await tx
    .insertInto('erasedData')
    .values(erased)
    .onConflict((conflict) =>
      conflict.columns(['customerId', 'kind']).doUpdateSet({ erasedAt, causeId, rowsChanged }),
    )
    .execute();
}
