import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A request that stands, and a point of contact it closes. */
export type StandingStop = {
  readonly value: string;
  readonly kind: 'cease' | 'opt_out_address' | 'opt_out_medium';
  readonly channel: string | null;
};

/** The points of a customer that a request of theirs closes: one address, a channel, or all. */
export async function standingStops(
  tx: Kysely<DB>,
  customerId: string,
): Promise<readonly StandingStop[]> {
  const { rows } = await sql<StandingStop>`
    select t.value, p.kind, p.channel
    from preferences p
    join contact_points t on t.customer_id = p.customer_id
      and (p.kind <> 'opt_out_address' or t.id = p.contact_point_id)
    where p.customer_id = ${customerId}::uuid
      and p.kind in ('cease', 'opt_out_address', 'opt_out_medium')
      and not exists (select 1 from preferences w
        where w.customer_id = p.customer_id and w.withdraws = p.id)
    union
    select t.value, 'cease', null
    from contact_facts f join contact_points t on t.customer_id = f.customer_id
    where f.customer_id = ${customerId}::uuid and f.kind = 'cease' and f.withdraws is null
      and not exists (select 1 from contact_facts w
        where w.customer_id = f.customer_id and w.withdraws = f.id)
    union
    select t.value, 'cease', null
    from holds h join contact_points t on t.customer_id = h.customer_id
    where h.customer_id = ${customerId}::uuid and h.kind = 'stop-contact' and h.lifted_at is null
  `.execute(tx);
  return rows;
}

/** A suppression: the keyed hash of a number or address, and what may not be done with it. */
export type Suppression = {
  readonly digest: Buffer;
  readonly kind: StandingStop['kind'];
  readonly channel: string | null;
};

/** Keeps what an erased person's requests go on to close. */
export async function keepSuppressions(
  tx: Kysely<DB>,
  tenantId: string,
  at: Instant,
  suppressions: readonly Suppression[],
): Promise<void> {
  if (suppressions.length === 0) return;
  await tx
    .insertInto('suppressions')
    .values(
      suppressions.map(({ channel, ...rest }) => ({
        ...{ ...rest, channel: channel ?? '', tenantId, keptAt: at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether anything is suppressed: most of the time nothing is, and nobody has to be looked for. */
export async function hasSuppressions(db: Kysely<DB>, tenantId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from suppressions where tenant_id = ${tenantId}::uuid limit 1
  `.execute(db);
  return rows.length > 0;
}

/** The suppressions of some hashes. */
export async function suppressionsOf(
  db: Kysely<DB>,
  tenantId: string,
  digests: readonly Buffer[],
): Promise<readonly Suppression[]> {
  const { rows } = await sql<Suppression>`
    select digest, kind, nullif(channel, '') as channel from suppressions
    where tenant_id = ${tenantId}::uuid and digest = any(${[...digests]}::bytea[])
  `.execute(db);
  return rows;
}

/** A point of contact that has just come in. */
export type NewPoint = {
  readonly customerId: string;
  readonly id: string;
  readonly value: string;
};

/** The points of contact that an import added, page by page. */
export async function importedPoints(
  tx: Kysely<DB>,
  importId: string,
  after: NewPoint | null,
  limit: number,
): Promise<readonly NewPoint[]> {
  const { rows } = await sql<NewPoint>`
    select customer_id, id, value from contact_points
    where import_id = ${importId}::uuid and (${after === null}
      or (customer_id, id) > (${after?.customerId ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by customer_id, id limit ${limit}
  `.execute(tx);
  return rows;
}
