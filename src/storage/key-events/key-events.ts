import { type Kysely, sql } from 'kysely';
import type { RejectCost } from '#domain/key-events/reject-cost.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** A key event as it is kept. */
export type KeptKeyEvent = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly caseId: string | null;
  readonly accountId: string;
  readonly itemId: string | null;
  readonly type: 'A' | 'B' | 'C' | 'D';
  readonly subReason: string;
  readonly fault: string;
  readonly reasonCode: string | null;
  readonly source: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly happenedOn: LocalDate;
  readonly recordedAt: Instant;
  /** Null for what is no reject, and for one of unknown cost. */
  readonly cost: RejectCost | null;
};

/** Writes one key event. */
export async function insertKeyEvent(
  tx: Kysely<DB>,
  { cost, evidence, ...event }: KeptKeyEvent,
): Promise<void> {
  const costs = cost
    ? { costMinor: cost.minor, costCurrency: cost.currency, costFrom: cost.from }
    : {};
  await tx
    .insertInto('keyEvents')
    .values({ ...event, ...costs, evidence: JSON.stringify(evidence) })
    .execute();
}

/** One key event under its row lock, or undefined. */
export async function lockKeyEvent(tx: Kysely<DB>, eventId: string) {
  const customerId = await customerOf(tx, 'key_events', eventId);
  if (customerId === undefined) return undefined;
  return tx
    .selectFrom('keyEvents')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('id', '=', eventId)
    .forUpdate()
    .executeTakeFirst();
}

/** Ends a key event with how it was solved. */
export async function resolveKeyEvents(
  tx: Kysely<DB>,
  customerId: string,
  ids: readonly string[],
  resolution: string,
  at: Instant,
): Promise<void> {
  await sql`
    update key_events set resolved_at = ${at}::timestamptz, resolution = ${resolution}
    where customer_id = ${customerId}::uuid and id = any(${[...ids]}::uuid[])
      and resolved_at is null
  `.execute(tx);
}

/** The open events of a case of one type, oldest first. */
export async function openEventsOf(
  tx: Kysely<DB>,
  customerId: string,
  caseId: string,
  type: 'A' | 'B' | 'C' | 'D',
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('keyEvents')
    .select('id')
    .where('customerId', '=', customerId)
    .where('caseId', '=', caseId)
    .where('type', '=', type)
    .where('resolvedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Adds to what is known of an event. */
export async function addEvidence(
  tx: Kysely<DB>,
  customerId: string,
  ids: readonly string[],
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`
    update key_events set evidence = evidence || ${JSON.stringify(more)}::jsonb
    where customer_id = ${customerId}::uuid and id = any(${[...ids]}::uuid[])
  `.execute(tx);
}

/** Records a new valid payment method for an account and ends the ones before it. */
export async function replaceMethod(
  tx: Kysely<DB>,
  method: {
    readonly customerId: string;
    readonly id: string;
    readonly tenantId: string;
    readonly accountId: string;
    readonly kind: 'card' | 'mandate';
    readonly masked: string | null;
    readonly createdAt: Instant;
  },
): Promise<void> {
  await sql`
    update payment_methods set state = 'cancelled'
    where customer_id = ${method.customerId}::uuid and state in ('valid', 'failed')
      and (account_id = ${method.accountId}::uuid or account_id is null)
  `.execute(tx);
  await tx
    .insertInto('paymentMethods')
    .values({ ...method, state: 'valid' })
    .execute();
}

/** An invoice that never arrived starts again: its later due day, and that it was sent anew. */
export async function restartItem(
  tx: Kysely<DB>,
  customerId: string,
  itemId: string,
  dueOn: LocalDate,
  sentOn: LocalDate,
): Promise<void> {
  await sql`
    update items set due_on = ${dueOn}::date, first_due_on = least(first_due_on, due_on),
      delivered_on = ${sentOn}::date, delivered_how = 'resent'
    where customer_id = ${customerId}::uuid and id = ${itemId}::uuid
  `.execute(tx);
}
