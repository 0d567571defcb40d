import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Ends a reservation as sent by people, at the time they say. */
export async function keepSentByHand(
  tx: Kysely<DB>,
  customerId: string,
  sent: {
    readonly attemptId: string;
    readonly aboutDebt: boolean;
    readonly sentAt: Instant;
    readonly localDay: LocalDate;
    readonly localHour: number;
  },
): Promise<void> {
  await sql`
    update attempts set state = 'ended', result = 'sent', about_debt = ${sent.aboutDebt},
      token_hash = null, attempted_at = ${sent.sentAt}::timestamptz,
      released_at = ${sent.sentAt}::timestamptz, ended_at = ${sent.sentAt}::timestamptz,
      local_day = ${sent.localDay}::date, local_hour = ${sent.localHour}
    where customer_id = ${customerId}::uuid and id = ${sent.attemptId}::uuid
      and state = 'reserved'
  `.execute(tx);
}

/** The best point of contact of one of these kinds, in their order; undefined when there is none. */
export async function pointToSendTo(
  db: Kysely<DB>,
  customerId: string,
  kinds: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from contact_points
    where customer_id = ${customerId}::uuid and kind = any(${[...kinds]}::text[])
      and party_id is null
    order by array_position(${[...kinds]}::text[], kind), state in ('valid', 'unverified') desc,
      rank, id
    limit 1
  `.execute(db);
  return rows[0]?.id;
}

/** Puts off tasks whose contact the gate refused: why, and when it is tried again. */
export async function putOffRefused(
  tx: Kysely<DB>,
  task: { readonly customerId: string; readonly id: string },
  refused: {
    readonly at: Instant;
    readonly rules: readonly string[];
    readonly nextPermittedAt: string | null;
  },
  dueOn: LocalDate,
): Promise<void> {
  await sql`
    update tasks set due_on = ${dueOn}::date,
      details = details || jsonb_build_object('refused', ${JSON.stringify(refused)}::jsonb)
    where customer_id = ${task.customerId}::uuid and id = ${task.id}::uuid and done_at is null
  `.execute(tx);
}
