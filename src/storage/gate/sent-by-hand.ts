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
    readonly recordedAt: Instant;
  },
): Promise<void> {
  await sql`
    update attempts set state = 'ended', result = 'sent', about_debt = ${sent.aboutDebt},
      token_hash = null, attempted_at = ${sent.sentAt}::timestamptz,
      released_at = ${sent.sentAt}::timestamptz, ended_at = ${sent.sentAt}::timestamptz,
      local_day = ${sent.localDay}::date, local_hour = ${sent.localHour},
      received_at = ${sent.recordedAt}::timestamptz, recorded_at = ${sent.recordedAt}::timestamptz
    where customer_id = ${customerId}::uuid and id = ${sent.attemptId}::uuid
      and state = 'reserved'
  `.execute(tx);
}

/** To whom something is sent: the customer, or whoever represents them. */
export type Addressee = 'customer' | 'attorney';

/** The best point of contact of one of these kinds, in their order; undefined when there is none. */
export async function pointToSendTo(
  db: Kysely<DB>,
  customerId: string,
  kinds: readonly string[],
  to: Addressee = 'customer',
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from contact_points
    where customer_id = ${customerId}::uuid and kind = any(${[...kinds]}::text[])
      and case when ${to}::text = 'customer' then party_id is null
        else party_id in (select y.id from parties y where y.customer_id = ${customerId}::uuid
          and y.role = 'attorney' and y.ended_at is null) end
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

/**
 * A contact of ours of this sort that stands in the log on a day: what was recorded in one place is not
 * counted again when it is told in another.
 */
export async function sentThatDay(
  db: Kysely<DB>,
  people: readonly string[],
  sent: {
    readonly channel: string;
    readonly purpose: string | null;
    readonly portfolioId: string;
    readonly localDay: LocalDate;
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from attempts
    where customer_id = any(${[...people]}::uuid[]) and portfolio_id = ${sent.portfolioId}::uuid
      and direction = 'outbound' and channel = ${sent.channel} and result = 'sent'
      and purpose is not distinct from ${sent.purpose}::text
      and local_day = ${sent.localDay}::date
    order by attempted_at, id limit 1
  `.execute(db);
  return rows[0]?.id;
}

/** The talk with the person by telephone, whoever called, nearest to an instant of a day. */
export async function talkThatDay(
  db: Kysely<DB>,
  people: readonly string[],
  at: Instant,
  localDay: LocalDate,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from attempts
    where customer_id = any(${[...people]}::uuid[]) and channel = 'phone_call'
      and person = 'consumer' and local_day = ${localDay}::date
      and (result in ('conversation', 'conversation_start', 'exchange')
        or (state = 'released' and conversation_id is not null))
    order by abs(extract(epoch from attempted_at - ${at}::timestamptz)), id limit 1
  `.execute(db);
  return rows[0]?.id;
}
