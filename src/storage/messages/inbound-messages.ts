import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate, Zone } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import type { DB } from '#storage/tables.ts';

/** Somebody who has the number or address that a message came from, with the case it is laid to. */
export type Sender = {
  readonly customerId: string;
  readonly contactPointId: string;
  readonly language: string | null;
  /** How the customer is called. */
  readonly names: readonly string[];
  readonly zone: Zone;
  /** Null for a customer without a case. */
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly debts: readonly string[];
};

/** Most people who are taken to share one number or address. */
const sharersLimit = 50;

/** References of messages are their provider's, not a portfolio's. */
const noPortfolio = '00000000-0000-0000-0000-000000000000';

/**
 * Everybody whose number or address this is, however well it was checked: the case of the attempt it
 * answers first, then an open one. The same person comes once.
 */
export async function sendersAt(
  db: Kysely<DB>,
  kinds: readonly string[],
  value: string,
  answers: string | null,
): Promise<readonly Sender[]> {
  const answered = answers === null ? undefined : await attemptPlace(db, answers);
  const { rows } = await sql<Sender>`
    select distinct on (p.customer_id) p.customer_id, p.id as contact_point_id, u.language,
      array_remove(array[u.name, u.given_name, u.family_name], null) as names,
      coalesce(case when p.party_id is null then u.confirmed_zone end, p.zones[1],
        u.confirmed_zone, po.zone, 'UTC') as zone, c.id as case_id,
      po.id as portfolio_id,
      coalesce((select array_agg(a.id order by a.id) from accounts a
        where a.customer_id = p.customer_id and a.portfolio_id = po.id), '{}') as debts
    from contact_points p
    join customers u on u.id = p.customer_id
    left join lateral (
      select c.id, c.portfolio_id from cases c where c.customer_id = p.customer_id
      order by c.id = ${answered?.caseId ?? null}::uuid desc nulls last,
        c.closed_at is null desc, c.opened_at desc, c.id
      limit 1
    ) c on true
    left join portfolios po on po.id = coalesce(c.portfolio_id, (select a.portfolio_id
      from accounts a where a.customer_id = p.customer_id order by a.id limit 1))
    where p.value = ${value} and p.kind = any(${[...kinds]}::text[])
    order by p.customer_id, p.state = 'valid' desc, p.rank, p.id
    limit ${sharersLimit}
  `.execute(db);
  return rows;
}

/** Whose an attempt is, and on which case. */
async function attemptPlace(db: Kysely<DB>, id: string): Promise<{ caseId: string } | undefined> {
  const { rows } = await sql<{ caseId: string }>`
    select customer_id, case_id from attempts where id = ${id}::uuid
  `.execute(db);
  return rows[0];
}

/** A message of theirs as it is kept, with its words. */
export type InboundMessage = Owned & {
  readonly id: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly channel: string;
  readonly contactPointId: string;
  readonly attemptId: string | null;
  readonly subject: string | null;
  readonly words: string;
  readonly inResponseTo: string | null;
  readonly providerRef: string | null;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  readonly userId: string | null;
};

/**
 * Claims a message for whoever it is kept for; false when its provider told of it before, whoever
 * had the address then.
 */
export async function claimMessage(
  tx: Kysely<DB>,
  tenantId: string,
  message: { readonly id: string; readonly customerId: string; readonly reference: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into client_references
      (tenant_id, portfolio_id, kind, reference, customer_id, target_id)
    values (${tenantId}, ${noPortfolio}, 'message', ${message.reference}, ${message.customerId},
      ${message.id})
    on conflict do nothing
    returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** Keeps a message. */
export async function insertInboundMessage(tx: Kysely<DB>, message: InboundMessage): Promise<void> {
  await sql`
    insert into messages (customer_id, id, tenant_id, case_id, portfolio_id, direction,
      channel, contact_point_id, attempt_id, subject, words, in_response_to, provider_ref, state,
      occurred_at, received_at, recorded_at, user_id)
    values (${message.customerId}, ${message.id}, ${message.tenantId}, ${message.caseId},
      ${message.portfolioId}, 'inbound', ${message.channel},
      ${message.contactPointId}, ${message.attemptId}, ${message.subject}, ${message.words},
      ${message.inResponseTo}, ${message.providerRef}, 'received',
      ${message.occurredAt}::timestamptz, ${message.receivedAt}::timestamptz,
      ${message.recordedAt}::timestamptz, ${message.userId})
  `.execute(tx);
}

/** Writes a message of theirs into the contact log, where replies to it are counted. */
export async function insertInboundAttempt(
  tx: Kysely<DB>,
  made: Owned & {
    readonly id: string;
    readonly caseId: string;
    readonly portfolioId: string;
    readonly channel: string;
    readonly contactPointId: string;
    /** Who wrote it, in the gate's words. */
    readonly person: string;
    readonly debts: readonly string[];
    readonly inResponseTo: string | null;
    /** Nobody wrote it: it is no contact by the customer. */
    readonly automated: boolean;
    readonly zone: Zone;
    readonly localDay: LocalDate;
    readonly localHour: number;
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
    readonly recordedAt: Instant;
  },
): Promise<void> {
  const { occurredAt, debts, ...rest } = made;
  await tx
    .insertInto('attempts')
    .values({
      ...rest,
      debts: [...debts],
      direction: 'inbound',
      mode: 'manual',
      unsolicited: false,
      state: 'ended',
      result: 'received',
      attemptedAt: occurredAt,
      endedAt: rest.receivedAt,
    })
    .execute();
}
