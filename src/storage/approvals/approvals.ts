import { type Kysely, sql } from 'kysely';
import type { ApprovalKind, ApprovalState } from '#domain/approvals/approval-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A request as it was asked; `about` holds the parts that its kind needs. */
export type AskedApproval = {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: ApprovalKind;
  readonly subject: string;
  readonly portfolioId: string | null;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly about: Readonly<Record<string, unknown>>;
  readonly amountMinor: bigint | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly lapsesAt: Instant;
};

/** A request with its state, for whoever answers it. */
export type ApprovalRow = AskedApproval & { readonly state: ApprovalState };

/**
 * Keeps a request. False when another one for the same subject waits; one that lapsed gives way.
 */
export async function insertApproval(tx: Kysely<DB>, asked: AskedApproval): Promise<boolean> {
  await sql`
    update approvals set state = 'lapsed'
    where tenant_id = ${asked.tenantId}::uuid and subject = ${asked.subject} and state = 'waiting'
      and lapses_at <= ${asked.askedAt}::timestamptz
  `.execute(tx);
  const found = await tx
    .insertInto('approvals')
    .values({ ...asked, about: JSON.stringify(asked.about), state: 'waiting' })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'subject'])
        // A constant: only then does the planner see that it is the index of those that wait.
        .where('state', '=', sql.lit('waiting'))
        .doNothing(),
    )
    .returning('id')
    .execute();
  return found.length === 1;
}

const rowColumns = [
  ...(['id', 'tenantId', 'kind', 'subject', 'portfolioId', 'customerId', 'caseId'] as const),
  ...(['about', 'amountMinor', 'reason', 'askedBy', 'askedAt', 'lapsesAt', 'state'] as const),
] as const;

/** A request by id, or undefined; `locked` until the end of the transaction. */
export async function approvalById(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
  locked = false,
): Promise<ApprovalRow | undefined> {
  const found = db
    .selectFrom('approvals')
    .select(rowColumns)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id);
  const row = await (locked ? found.forUpdate() : found).executeTakeFirst();
  return row as ApprovalRow | undefined;
}

/** The id of the request that waits for one subject, or undefined. */
export async function waitingFor(
  db: Kysely<DB>,
  tenantId: string,
  subject: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('approvals')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('subject', '=', subject)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return found?.id;
}

/** Lets the request that waits for one subject lapse, as there is nothing to approve any more; answers it. */
export async function lapseWaiting(
  tx: Kysely<DB>,
  tenantId: string,
  subject: string,
  at: Instant,
): Promise<{ readonly id: string; readonly kind: ApprovalKind } | undefined> {
  const lapsed = await tx
    .updateTable('approvals')
    .set({ state: 'lapsed', lapsesAt: at })
    .where('tenantId', '=', tenantId)
    .where('subject', '=', subject)
    .where('state', '=', 'waiting')
    .returning(['id', 'kind'])
    .executeTakeFirst();
  return lapsed as { id: string; kind: ApprovalKind } | undefined;
}

/** The requests of somebody that can still be approved, locked until the end of the transaction. */
export async function waitingOf(
  tx: Kysely<DB>,
  tenantId: string,
  userId: string,
  at: Instant,
): Promise<readonly ApprovalRow[]> {
  const rows = await tx
    .selectFrom('approvals')
    .select(rowColumns)
    .where('tenantId', '=', tenantId)
    .where('askedBy', '=', userId)
    .where('state', '=', 'waiting')
    .where('lapsesAt', '>', at)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as ApprovalRow[];
}

/** From an instant on nobody can approve a request; it can still be refused or taken back. */
export async function endAt(tx: Kysely<DB>, id: string, at: Instant): Promise<void> {
  await tx.updateTable('approvals').set({ lapsesAt: at }).where('id', '=', id).execute();
}

/** Customers about whom requests of these kinds wait, as `portfolio customer`. */
export async function customersAwaited(
  db: Kysely<DB>,
  tenantId: string,
  kinds: readonly ApprovalKind[],
): Promise<ReadonlySet<string>> {
  const found = await db
    .selectFrom('approvals')
    .select(['portfolioId', 'customerId'])
    .where('tenantId', '=', tenantId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'waiting')
    .execute();
  return new Set(found.map(({ portfolioId, customerId }) => `${portfolioId} ${customerId}`));
}

/** Writes the answer to a request. */
export async function keepAnswer(
  tx: Kysely<DB>,
  id: string,
  answer: {
    readonly state: ApprovalState;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
    readonly decisionReason: string | null;
  },
): Promise<void> {
  await tx.updateTable('approvals').set(answer).where('id', '=', id).execute();
}

/** A request as a list shows it. */
export type ListedApproval = Omit<AskedApproval, 'tenantId' | 'subject'> & {
  readonly portfolioName: string | null;
  readonly currency: string | null;
  readonly askedByName: string | null;
  readonly state: ApprovalState;
  /** Whether nobody has answered it and nothing took its place, lapsed or not. */
  readonly isOpen: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
};

/** Whose requests are listed: those that somebody asked for, and those that are theirs to answer. */
export type ApprovalReader = {
  readonly userId: string | null;
  /** Of these kinds, on these portfolios, or on all of them and beyond when null. */
  readonly reach: readonly {
    readonly kind: ApprovalKind;
    readonly portfolioIds: readonly string[] | null;
  }[];
};

/** A reader with the accounts whose requests are not theirs to approve, as their own are not. */
export type Answerer = ApprovalReader & { readonly sameHands: ReadonlySet<string> };

/** Requests that one list shows. */
const listLimit = 300;

const seenBy = ({ userId, reach }: ApprovalReader) => {
  const everywhere = reach.flatMap(({ kind, portfolioIds }) =>
    portfolioIds === null ? [kind] : [],
  );
  const some = reach.flatMap(({ kind, portfolioIds }) =>
    (portfolioIds ?? []).map((portfolioId) => `${kind} ${portfolioId}`),
  );
  return sql<boolean>`(a.asked_by = ${userId}::uuid or a.kind = any(${everywhere}::text[])
    or a.kind || ' ' || a.portfolio_id::text = any(${some}::text[]))`;
};

/** Requests of these kinds that a reader sees: those that wait first, then the newest answers. */
export async function listedApprovals(
  db: Kysely<DB>,
  tenantId: string,
  reader: ApprovalReader,
  at: Instant,
  kinds: readonly ApprovalKind[],
): Promise<readonly ListedApproval[]> {
  const { rows } = await sql<ListedApproval>`
    select a.id, a.kind, a.portfolio_id, f.name as portfolio_name, f.currency, a.customer_id,
      a.case_id, a.about, a.amount_minor, a.reason, a.asked_by,
      ${nameAt('a.asked_by', 'a.asked_at')} as asked_by_name, a.asked_at, a.lapses_at,
      case when a.state = 'waiting' and a.lapses_at <= ${at}::timestamptz then 'lapsed'
        else a.state end as state, a.state = 'waiting' as is_open,
      ${nameAt('a.decided_by', 'a.decided_at')} as decided_by, a.decided_at, a.decision_reason
    from approvals a
    left join portfolios f on f.id = a.portfolio_id
    where a.tenant_id = ${tenantId}::uuid and a.kind = any(${kinds}::text[]) and ${seenBy(reader)}
    order by a.state <> 'waiting', a.decided_at desc, a.asked_at desc, a.id desc
    limit ${listLimit}
  `.execute(db);
  return rows;
}

/** How many requests wait for a reader's answer, and how many of their own wait for somebody's. */
export async function countWaiting(
  db: Kysely<DB>,
  tenantId: string,
  reader: Answerer,
  at: Instant,
): Promise<{ readonly toAnswer: number; readonly own: number }> {
  const { rows } = await sql<{ toAnswer: number; own: number }>`
    select count(*) filter (where a.asked_by is distinct from ${reader.userId}::uuid
        and a.asked_by <> all(${[...reader.sameHands]}::uuid[]))::int as to_answer,
      count(*) filter (where a.asked_by = ${reader.userId}::uuid)::int as own
    from approvals a
    where a.tenant_id = ${tenantId}::uuid and a.state = 'waiting'
      and a.lapses_at > ${at}::timestamptz and ${seenBy(reader)}
  `.execute(db);
  return rows[0] ?? { toAnswer: 0, own: 0 };
}

/** The names of customers by their ids. */
export async function customerNames(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customers where id = any(${[...ids]}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
