import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A hold with what its task is decided by. Amounts are digits of minor units. */
export type HoldOfTask = {
  readonly kind: string;
  readonly reason: string;
  readonly setAt: Instant;
  readonly setBy: string | null;
  readonly reviewOn: LocalDate;
  readonly account: string | null;
  readonly amount: string | null;
  /** Whether it was told on a call, and by whom when it was not the customer. */
  readonly onCall: boolean;
  readonly saidBy: string | null;
  readonly liftedAt: Instant | null;
};

/** A fact on record that stands, with where its papers are kept. */
export type FactOfHold = {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly receivedAt: Instant;
  readonly recordedBy: string | null;
  readonly evidenceRef: string | null;
  readonly inWriting: boolean | null;
};

/** An obligation of the case, met or open. */
export type DutyOfHold = {
  readonly id: string;
  readonly kind: string;
  readonly rule: string;
  readonly dueAt: Instant;
  readonly fulfilledAt: Instant | null;
};

type HoldKey = { readonly customerId: string; readonly holdId: string };

/** The hold that a task looks at; undefined when it is not there. */
export async function holdOfTask(
  db: Kysely<DB>,
  { customerId, holdId }: HoldKey,
): Promise<HoldOfTask | undefined> {
  const { rows } = await sql<HoldOfTask>`
    select h.kind, h.reason, h.set_at, ${nameAt('h.set_by', 'h.set_at')} as set_by, h.review_on,
      (select a.reference from accounts a
        where a.customer_id = ${customerId}::uuid and a.id = h.account_id) as account,
      h.amount_minor::text as amount, h.details ->> 'conversationId' is not null as on_call,
      (select p.name from parties p where p.customer_id = ${customerId}::uuid
        and p.id::text = h.details ->> 'saidBy') as said_by, h.lifted_at
    from holds h where h.customer_id = ${customerId}::uuid and h.id = ${holdId}::uuid
  `.execute(db);
  return rows[0];
}

/** The facts of these kinds on record about a person that nobody took back, the first received first. */
export async function factsOfHold(
  db: Kysely<DB>,
  customerId: string,
  kinds: readonly string[],
): Promise<readonly FactOfHold[]> {
  const { rows } = await sql<FactOfHold>`
    select f.id, f.kind, f.source, f.received_at,
      ${nameAt('f.recorded_by', 'f.recorded_at')} as recorded_by, f.evidence_ref,
      (f.details ->> 'in_writing')::boolean as in_writing
    from contact_facts f
    where f.customer_id = ${customerId}::uuid and f.kind = any(${[...kinds]}::text[])
      and f.withdraws is null and not exists (select from contact_facts w
        where w.customer_id = ${customerId}::uuid and w.withdraws = f.id)
    order by f.received_at, f.id
  `.execute(db);
  return rows;
}

/** The obligations of these kinds on a case that were not dropped, the first due first. */
export async function dutiesOfHold(
  db: Kysely<DB>,
  of: { readonly customerId: string; readonly caseId: string },
  kinds: readonly string[],
): Promise<readonly DutyOfHold[]> {
  const { rows } = await sql<DutyOfHold>`
    select o.id, o.kind, o.rule, o.due_at, o.fulfilled_at from obligations o
    where o.customer_id = ${of.customerId}::uuid and o.case_id = ${of.caseId}::uuid
      and o.kind = any(${[...kinds]}::text[]) and o.cancelled_at is null
    order by o.due_at, o.id
  `.execute(db);
  return rows;
}
