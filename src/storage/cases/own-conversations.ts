import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { accountsAtPoint } from './parties.ts';

/** A conversation of one user that is not finished yet. */
export type OwnConversation = {
  readonly id: string;
  readonly caseId: string;
  readonly verified: boolean;
  /** Whose the number is; null: the customer's own. */
  readonly partyId: string | null;
  /** The accounts of which whoever is there may hear; null: all. */
  readonly accounts: readonly string[] | null;
};

/** The unfinished conversations of a user: at most a few. */
export async function ownConversations(
  db: Kysely<DB>,
  userId: string,
): Promise<readonly OwnConversation[]> {
  const { rows } = await sql<OwnConversation>`
    select v.id, v.case_id, v.verified_at is not null as verified, p.party_id,
      ${accountsAtPoint('v.customer_id', 'p.party_id')} as accounts
    from conversations v
    left join contact_points p on p.customer_id = v.customer_id and p.id = v.contact_point_id
    where v.finished_at is null and (v.user_id = ${userId}::uuid or v.supervisor_id = ${userId}::uuid)
    order by v.began_at desc limit 20
  `.execute(db);
  return rows;
}
