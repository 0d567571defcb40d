import { type Kysely, sql } from 'kysely';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { dayBegan } from '#storage/local-day.ts';
import type { DB } from '#storage/tables.ts';

/** Whose bookings are summed, of which customer and from when on. */
export type ByHand = {
  readonly kinds: readonly EventKind[];
  readonly customerId: string;
  readonly portfolioId: string;
  readonly userId: string;
  /** The portfolio's time zone; its day counts. */
  readonly zone: string;
  readonly at: Instant;
};

/** What one person booked by hand of some kinds for one customer since the day began, in minor units. */
export async function bookedByHandToday(db: Kysely<DB>, of: ByHand): Promise<bigint> {
  const { kinds, customerId, portfolioId, userId, zone, at } = of;
  const { rows } = await sql<{ minor: bigint }>`
    select coalesce(sum((e.facts ->> 'amountMinor')::bigint), 0)::bigint as minor
    from event_log e
    where e.customer_id = ${customerId}::uuid and e.portfolio_id = ${portfolioId}::uuid
      and e.kind = any(${[...kinds]}::text[]) and e.actor_id = ${userId}::uuid
      and e.recorded_at >= ${dayBegan(at, zone)}
  `.execute(db);
  return rows[0]?.minor ?? 0n;
}
