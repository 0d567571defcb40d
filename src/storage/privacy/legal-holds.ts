import { type Kysely, sql } from 'kysely';
import type { HoldMatter } from '#domain/privacy/person-requests.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A legal hold: while it stands nothing of the customer is erased. */
export type LegalHold = {
  readonly id: string;
  readonly customerId: string;
  readonly matter: HoldMatter;
  readonly reason: string;
  readonly laidAt: Instant;
  readonly laidBy: string | null;
  readonly liftedAt: Instant | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
};

/** Lays a hold. */
export async function insertLegalHold(
  tx: Kysely<DB>,
  hold: {
    readonly customerId: string;
    readonly id: string;
    readonly tenantId: string;
    readonly matter: string;
    readonly reason: string;
    readonly laidAt: Instant;
    readonly laidBy: string;
  },
): Promise<void> {
  await tx.insertInto('legalHolds').values(hold).execute();
}

/** Lifts a hold that stands; false when there is none. */
export async function liftLegalHold(
  tx: Kysely<DB>,
  hold: { readonly customerId: string; readonly id: string },
  lifted: {
    readonly liftedAt: Instant;
    readonly liftedBy: string;
    readonly liftReason: string;
  },
): Promise<boolean> {
  const found = await tx
    .updateTable('legalHolds')
    .set(lifted)
    .where('customerId', '=', hold.customerId)
    .where('id', '=', hold.id)
    .where('liftedAt', 'is', null)
    .returning('id')
    .execute();
  return found.length === 1;
}

/** The holds on some customers, those that stand first. */
export async function legalHoldsOf(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly LegalHold[]> {
  const { rows } = await sql<LegalHold>`
    select h.id, h.customer_id, h.matter, h.reason, h.laid_at,
      ${nameAt('h.laid_by', 'h.laid_at')} as laid_by, h.lifted_at,
      ${nameAt('h.lifted_by', 'h.lifted_at')} as lifted_by, h.lift_reason
    from legal_holds h where h.customer_id = any(${[...customerIds]}::uuid[])
    order by h.lifted_at is not null, h.laid_at desc, h.id
  `.execute(db);
  return rows;
}
