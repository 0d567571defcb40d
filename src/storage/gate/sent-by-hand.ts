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
 * A contact of ours on a case that was sent on a day as this very notice, to this address where one is
 * told, and by which no duty was met and of which no fact on record tells: what was recorded in one
 * place is not counted again when it is told in another. Whatever has been told once is a contact of its own; so is
 * what was sent for no purpose, of which nobody can say that it was the same.
 */
export async function untoldSending(
  db: Kysely<DB>,
  people: readonly string[],
  sent: {
    readonly caseId: string;
    readonly channel: string;
    readonly purpose: string | null;
    readonly contactPointId: string | null;
    readonly localDay: LocalDate;
  },
): Promise<string | undefined> {
  if (sent.purpose === null) return undefined;
  const { rows } = await sql<{ id: string }>`
    select t.id from attempts t
    where t.customer_id = any(${[...people]}::uuid[]) and t.case_id = ${sent.caseId}::uuid
      and t.direction = 'outbound' and t.channel = ${sent.channel} and t.result = 'sent'
      and t.purpose = ${sent.purpose} and t.local_day = ${sent.localDay}::date
      and (${sent.contactPointId}::uuid is null or t.contact_point_id = ${sent.contactPointId}::uuid)
      and t.id not in (select f.attempt_id from contact_facts f
        where f.customer_id = any(${[...people]}::uuid[]) and f.attempt_id is not null)
      and t.id::text not in (select o.fulfilment ->> 'attemptId' from obligations o
        where o.customer_id = any(${[...people]}::uuid[])
          and o.fulfilment ->> 'attemptId' is not null)
    order by t.attempted_at desc, t.id desc limit 1
  `.execute(db);
  return rows[0]?.id;
}

/**
 * The talk about a portfolio with the person by telephone, whoever called, nearest to an instant of a
 * day. A talk that we held counts once the person was verified in it.
 */
export async function talkThatDay(
  db: Kysely<DB>,
  people: readonly string[],
  talk: { readonly portfolioId: string; readonly at: Instant; readonly localDay: LocalDate },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select t.id from attempts t
    left join conversations v on v.customer_id = any(${[...people]}::uuid[])
      and v.customer_id = t.customer_id and v.id = t.conversation_id
    where t.customer_id = any(${[...people]}::uuid[]) and t.channel = 'phone_call'
      and t.portfolio_id = ${talk.portfolioId}::uuid
      and t.person = 'consumer' and t.local_day = ${talk.localDay}::date
      and (t.result in ('conversation', 'conversation_start', 'exchange')
        or (t.state = 'released' and t.conversation_id is not null))
      and (t.conversation_id is null or v.verified_at is not null)
    order by abs(extract(epoch from t.attempted_at - ${talk.at}::timestamptz)), t.id limit 1
  `.execute(db);
  return rows[0]?.id;
}
