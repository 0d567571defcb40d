import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** A message of ours, with its words, as it is handed to a provider. */
export type OutboundMessage = {
  readonly id: string;
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly channel: string;
  readonly contactPointId: string;
  readonly attemptId: string;
  readonly purpose: string | null;
  readonly subject: string | null;
  readonly words: string;
  readonly inResponseTo: string | null;
  readonly userId: string | null;
  readonly at: Instant;
};

/** Newest texts that are looked through for what somebody quotes. */
const quotableTexts = 100;

/** What was written to somebody, the newest first: what they quote of it is not their own. */
export async function textsSentTo(tx: Kysely<DB>, customerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ words: string }>`
    select m.words from messages m
    where m.customer_id = ${customerId}::uuid and m.direction = 'outbound'
    order by m.occurred_at desc limit ${quotableTexts}
  `.execute(tx);
  return rows.map(({ words }) => words);
}

/** Keeps a message before it is handed over: what is lost on the way is not lost here. */
export async function insertOutbound(tx: Kysely<DB>, message: OutboundMessage): Promise<void> {
  const { at, ...rest } = message;
  await tx
    .insertInto('messages')
    .values({
      ...rest,
      direction: 'outbound',
      state: 'sending',
      occurredAt: at,
      receivedAt: at,
      recordedAt: at,
    })
    .execute();
}

/**
 * Sets what became of handing a message over, on the message and on its attempt. False when that is
 * known already.
 */
export async function handedOver(
  tx: Kysely<DB>,
  made: { readonly customerId: string; readonly attemptId: string },
  outcome: {
    readonly state: 'sent' | 'not-sent';
    /** Null when the adapter refused before anything left. */
    readonly result: 'sent' | 'network_failure' | null;
    readonly aboutDebt: boolean | null;
    readonly providerRef: string | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const attempt = outcome.result === null ? 'refused' : 'ended';
  const { numAffectedRows } = await sql`
    with message as (
      -- News of the delivery may have come first: it stands.
      update messages set provider_ref = ${outcome.providerRef},
        state = case when state = 'sending' then ${outcome.state} else state end
      where customer_id = ${made.customerId}::uuid and attempt_id = ${made.attemptId}::uuid
        and direction = 'outbound'
    )
    update attempts set state = ${attempt}, result = ${outcome.result},
      about_debt = ${outcome.aboutDebt},
      ended_at = ${outcome.at}::timestamptz
    where customer_id = ${made.customerId}::uuid and id = ${made.attemptId}::uuid
      and state = 'released'
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** A message with its place, as its delivery is told. */
export type SettledMessage = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly channel: string;
};

/**
 * Sets that a message arrived or did not; one that did not is `undelivered` in the contact log.
 * Undefined when there is no such message or it was told before.
 */
export async function settleMessage(
  tx: Kysely<DB>,
  attemptId: string,
  state: 'delivered' | 'undelivered',
  at: Instant,
): Promise<SettledMessage | undefined> {
  const customerId = await customerOf(tx, 'attempts', attemptId);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<SettledMessage>`
    with message as (
      update messages set state = ${state}
      where customer_id = ${customerId}::uuid and attempt_id = ${attemptId}::uuid and direction = 'outbound'
        and state in ('sending', 'sent')
      returning customer_id, case_id, portfolio_id, channel
    ), attempt as (
      update attempts t set state = 'ended', result = 'undelivered',
        about_debt = false, ended_at = ${at}::timestamptz
      from message m
      where t.customer_id = ${customerId}::uuid and t.id = ${attemptId}::uuid
        and ${state} = 'undelivered'
    )
    select customer_id, case_id, portfolio_id, channel from message
  `.execute(tx);
  return rows[0];
}

/** The number or address of a point, when it is of one of these kinds. */
export async function addressOf(
  db: Kysely<DB>,
  customerId: string,
  contactPointId: string,
  kinds: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select value from contact_points
    where customer_id = ${customerId}::uuid and id = ${contactPointId}::uuid
      and kind = any(${[...kinds]}::text[])
  `.execute(db);
  return rows[0]?.value;
}

/** Says of a message whose handing over was cut off that nobody knows whether it left. */
export async function messageUnknown(
  tx: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<void> {
  await sql`
    update messages set state = 'unknown'
    where customer_id = ${customerId}::uuid and attempt_id = ${attemptId}::uuid
      and direction = 'outbound' and state = 'sending'
  `.execute(tx);
}
