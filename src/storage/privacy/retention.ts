import { type Kysely, sql } from 'kysely';
import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A run that erases what was kept long enough. */
export type RetentionRun = {
  readonly id: string;
  readonly kinds: readonly DataKindName[];
  readonly dueOn: LocalDate;
  readonly state: 'approved' | 'done';
  readonly counts: Readonly<Record<string, number>>;
  readonly askedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant;
  readonly endedAt: Instant | null;
};

/** Months that were set for kinds of data, where they are not as delivered. */
export async function setPeriods(
  db: Kysely<DB>,
  tenantId: string,
): Promise<readonly { readonly kind: string; readonly months: number }[]> {
  return db
    .selectFrom('retentionPeriods')
    .select(['kind', 'months'])
    .where('tenantId', '=', tenantId)
    .execute();
}

/** Sets how long a kind of data is kept. */
export async function putPeriod(
  tx: Kysely<DB>,
  period: {
    readonly tenantId: string;
    readonly kind: string;
    readonly months: number;
    readonly setAt: Instant;
    readonly setBy: string;
    readonly confirmedBy: string;
  },
): Promise<void> {
  const { tenantId: _, kind: __, ...changes } = period;
  await tx
    .insertInto('retentionPeriods')
    .values(period)
    .onConflict((conflict) => conflict.columns(['tenantId', 'kind']).doUpdateSet(changes))
    .execute();
}

/** Keeps a run that two people agreed on. */
export async function insertRun(
  tx: Kysely<DB>,
  run: {
    readonly id: string;
    readonly tenantId: string;
    readonly kinds: readonly string[];
    readonly dueOn: LocalDate;
    readonly askedBy: string;
    readonly approvedAt: Instant;
    readonly approvedBy: string;
  },
): Promise<void> {
  await tx
    .insertInto('retentionRuns')
    .values({ ...run, kinds: [...run.kinds], state: 'approved' })
    .execute();
}

/** The oldest run that is not done, under its lock; undefined when there is none or another has it. */
export async function claimRun(
  tx: Kysely<DB>,
  tenantId: string,
): Promise<
  | {
      readonly id: string;
      readonly kinds: readonly DataKindName[];
      readonly dueOn: LocalDate;
      readonly afterId: string | null;
      readonly counts: Readonly<Record<string, number>>;
      readonly approvedBy: string;
    }
  | undefined
> {
  const found = await tx
    .selectFrom('retentionRuns')
    .select(['id', 'kinds', 'dueOn', 'afterId', 'counts', 'approvedBy'])
    .where('tenantId', '=', tenantId)
    .where('state', '=', 'approved')
    .orderBy('approvedAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return found as Awaited<ReturnType<typeof claimRun>>;
}

/** Notes how far a run came, or that it is done. */
export async function putRun(
  tx: Kysely<DB>,
  id: string,
  {
    counts,
    ...changes
  }: {
    readonly counts: Readonly<Record<string, number>>;
    readonly afterId: string | null;
    readonly state: 'approved' | 'done';
    readonly endedAt: Instant | null;
  },
): Promise<void> {
  await tx
    .updateTable('retentionRuns')
    .set({ ...changes, counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

/** The runs that one list shows, the newest first. */
const runsShown = 50;

/** Runs, the newest first. */
export async function retentionRuns(
  db: Kysely<DB>,
  tenantId: string,
): Promise<readonly RetentionRun[]> {
  const { rows } = await sql<RetentionRun>`
    select r.id, r.kinds, r.due_on, r.state, r.counts,
      ${nameAt('r.asked_by', 'r.approved_at')} as asked_by,
      ${nameAt('r.approved_by', 'r.approved_at')} as approved_by, r.approved_at, r.ended_at
    from retention_runs r where r.tenant_id = ${tenantId}::uuid
    order by r.approved_at desc, r.id desc limit ${runsShown}
  `.execute(db);
  return rows;
}

/** What was due on a day, by kind of data. */
export type RetentionReport = {
  readonly countedOn: LocalDate;
  readonly counts: Readonly<Record<string, number>>;
};

/** The newest count of what is due; undefined when none was made. */
export async function lastReport(
  db: Kysely<DB>,
  tenantId: string,
): Promise<RetentionReport | undefined> {
  const { rows } = await sql<RetentionReport>`
    select counted_on, counts from retention_reports where tenant_id = ${tenantId}::uuid
    order by counted_on desc limit 1
  `.execute(db);
  return rows[0];
}

/** Keeps the count of a day, the later one where two processes count. */
export async function putReport(
  db: Kysely<DB>,
  tenantId: string,
  { countedOn, counts }: RetentionReport,
): Promise<void> {
  await db
    .insertInto('retentionReports')
    .values({ tenantId, countedOn, counts: JSON.stringify(counts) })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'countedOn']).doUpdateSet({ counts: JSON.stringify(counts) }),
    )
    .execute();
}
