import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';

/** SQL: the instant at which the day of an instant began in a time zone. */
export const dayBegan = (at: Instant, zone: string): RawBuilder<Instant> =>
  sql`date_trunc('day', ${at}::timestamptz at time zone ${zone}) at time zone ${zone}`;
