import { type Kysely, sql } from 'kysely';
import type { RequestLaw } from '#domain/privacy/person-requests.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A request of a person about their data, for whoever works on it. */
export type PersonRequest = {
  readonly id: string;
  readonly customerId: string;
  readonly kind: 'access' | 'erasure';
  readonly law: RequestLaw;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: 'open' | 'approved' | 'done' | 'refused';
  readonly identityHow: string | null;
  readonly identityAt: Instant | null;
  readonly identityBy: string | null;
  readonly refusal: string | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly fileSha256: string | null;
};

/** Keeps a request as it came in. */
export async function insertRequest(
  tx: Kysely<DB>,
  request: {
    readonly customerId: string;
    readonly id: string;
    readonly tenantId: string;
    readonly kind: 'access' | 'erasure';
    readonly law: RequestLaw;
    readonly receivedOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly recordedAt: Instant;
    readonly recordedBy: string;
  },
): Promise<void> {
  await tx
    .insertInto('personRequests')
    .values({ ...request, state: 'open' })
    .execute();
}

const columns = sql`q.id, q.customer_id, q.kind, q.law, q.received_on, q.due_on, q.state,
  q.identity_how, q.identity_at, ${nameAt('q.identity_by', 'q.identity_at')} as identity_by,
  q.refusal, q.recorded_at, ${nameAt('q.recorded_by', 'q.recorded_at')} as recorded_by,
  q.approved_at, ${nameAt('q.approved_by', 'q.approved_at')} as approved_by,
  q.ended_at, ${nameAt('q.ended_by', 'q.ended_at')} as ended_by, q.file_sha256`;

/** The requests of some customers, open ones first. */
export async function requestsOf(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly PersonRequest[]> {
  const { rows } = await sql<PersonRequest>`
    select ${columns} from person_requests q
    where q.customer_id = any(${[...customerIds]}::uuid[])
    order by q.ended_at is not null, q.due_on, q.id
  `.execute(db);
  return rows;
}

/** One request under its row lock, or undefined. */
export async function lockRequest(
  tx: Kysely<DB>,
  customerId: string,
  requestId: string,
): Promise<PersonRequest | undefined> {
  const { rows } = await sql<PersonRequest>`
    select ${columns} from person_requests q
    where q.customer_id = ${customerId}::uuid and q.id = ${requestId}::uuid for update of q
  `.execute(tx);
  return rows[0];
}

/** Changes what became of a request. */
export async function updateRequest(
  tx: Kysely<DB>,
  customerId: string,
  requestId: string,
  changes: Partial<{
    readonly state: PersonRequest['state'];
    readonly identityHow: string;
    readonly identityAt: Instant;
    readonly identityBy: string | null;
    readonly refusal: string;
    readonly approvedAt: Instant;
    readonly approvedBy: string;
    readonly endedAt: Instant;
    readonly endedBy: string | null;
    readonly fileSha256: string;
  }>,
): Promise<void> {
  await tx
    .updateTable('personRequests')
    .set(changes)
    .where('customerId', '=', customerId)
    .where('id', '=', requestId)
    .execute();
}

/** A request in the list of all, with a case to open it by. */
export type ListedRequest = PersonRequest & {
  readonly caseId: string;
  readonly portfolioId: string;
  readonly customerName: string;
  readonly customerReference: string;
};

const listLimit = 500;

/** Requests that are open, the most urgent first, or those that ended, the newest first. */
export async function listedRequests(
  db: Kysely<DB>,
  tenantId: string,
  open: boolean,
): Promise<readonly ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`
    select ${columns}, c.name as customer_name, c.reference as customer_reference,
      k.id as case_id, k.portfolio_id
    from person_requests q
    join customers c on c.id = q.customer_id
    join lateral (select k.id, k.portfolio_id from cases k where k.customer_id = q.customer_id
      order by k.opened_at desc, k.id limit 1) k on true
    where q.tenant_id = ${tenantId}::uuid and (q.ended_at is null) = ${open}
    order by case when ${open} then q.due_on end, q.ended_at desc, q.id
    limit ${listLimit}
  `.execute(db);
  return rows;
}
