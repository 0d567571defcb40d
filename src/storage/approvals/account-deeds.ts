import { type Kysely, sql } from 'kysely';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { noCustomer } from '#storage/event-log.ts';
import type { DB } from '#storage/tables.ts';

/** Something that somebody did to the account of a user. */
export type AccountDeed = { readonly by: string; readonly to: string };

/** Who ever did one of these to whose account: each pair once. */
export async function accountDeeds(
  db: Kysely<DB>,
  kinds: readonly EventKind[],
): Promise<readonly AccountDeed[]> {
  const { rows } = await sql<AccountDeed>`
    select distinct actor_id as by, facts ->> 'userId' as to from event_log
    where customer_id = ${noCustomer}::uuid and kind = any(${[...kinds]}::text[])
      and actor_id is not null
  `.execute(db);
  return rows;
}
