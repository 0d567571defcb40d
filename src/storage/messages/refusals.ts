import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import { tellsDanger } from '#storage/cases/told-danger.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A stored opt-out or other request about contact: in force from its receipt. */
export type NewOptOutRequest = Owned & {
  readonly id: string;
  readonly kind: 'opt_out_address' | 'opt_out_medium' | 'withdrawn';
  readonly channel: string | null;
  readonly contactPointId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly givenAt: Instant;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  readonly source: string;
  readonly conversationId: string | null;
  readonly recordedBy: string | null;
  readonly withdraws: string | null;
};

/** Keeps a request; an earlier one is withdrawn by one that `withdraws` it, never changed. */
export async function insertOptOutRequest(
  tx: Kysely<DB>,
  request: NewOptOutRequest,
): Promise<void> {
  await tx
    .insertInto('preferences')
    .values({ ...request, details: JSON.stringify(request.details) })
    .execute();
}

/**
 * Opt-outs of one address that stand, were not joined to a wider request and were said by `saidBy`: by
 * the time of their message where one is kept, else by its receipt.
 */
export async function standingOptOuts(
  tx: Kysely<DB>,
  customerId: string,
  contactPointId: string,
  saidBy: Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from preferences p
    where p.customer_id = ${customerId}::uuid and p.kind = 'opt_out_address'
      and p.contact_point_id = ${contactPointId}::uuid
      and not exists (select 1 from preferences w
        where w.customer_id = p.customer_id and w.withdraws = p.id)
      and not exists (select 1 from refusals s where s.customer_id = p.customer_id
        and s.preference_id = p.id and s.scope = 'wrong_person')
      and coalesce((select m.occurred_at from refusals r
          join messages m on m.customer_id = r.customer_id and m.id = r.source_id
          where r.customer_id = p.customer_id and r.preference_id = p.id limit 1),
        p.received_at) <= ${saidBy}::timestamptz
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** What was read from somebody's words. */
export type NewRefusal = Owned & {
  readonly id: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly source: 'message' | 'note' | 'call';
  readonly sourceId: string;
  readonly channel: string;
  readonly contactPointId: string | null;
  readonly certainty: 'sure' | 'unsure';
  readonly scope: string;
  readonly matched: string;
  readonly language: string | null;
  readonly preferenceId: string | null;
  readonly foundAt: Instant;
};

/** Keeps it; false when these words were read before. */
export async function insertRefusal(tx: Kysely<DB>, found: NewRefusal): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('refusals')
    .values(found)
    .onConflict((conflict) => conflict.columns(['customerId', 'sourceId']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether the same opt-out was already found in this conversation: people repeat themselves. */
export async function isOptOutOnRecord(
  tx: Kysely<DB>,
  customerId: string,
  conversationId: string,
  scope: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from refusals r
    join preferences p on p.customer_id = r.customer_id and p.id = r.preference_id
    where r.customer_id = ${customerId}::uuid and r.source = 'call' and r.scope = ${scope}
      and p.conversation_id = ${conversationId}::uuid
  `.execute(tx);
  return rows.length > 0;
}

/** One line of the queue, with the words in their thread. */
export type RefusalRow = {
  readonly id: string;
  readonly caseId: string | null;
  readonly portfolioName: string | null;
  readonly customerName: string;
  readonly source: 'message' | 'note' | 'call';
  readonly channel: string;
  readonly certainty: 'sure' | 'unsure';
  readonly scope: string;
  readonly matched: string;
  readonly language: string | null;
  readonly foundAt: Instant;
  readonly readAt: Instant | null;
  readonly readBy: string | null;
  readonly verdict: string | null;
  /** The words may tell of danger to life. */
  readonly danger: boolean;
  /** Oldest first; the words that were read among them. */
  readonly thread: readonly {
    readonly at: Instant;
    readonly from: 'them' | 'us';
    readonly words: string;
  }[];
};

/** Lines of a thread that are shown around the words. */
const threadLimit = 6;

const threadOf = sql`(
  select coalesce(json_agg(json_build_object('at', x.at, 'from', x.who, 'words', x.words)
    order by x.at, x.line), '[]')
  from (
    select * from (
      select m.received_at as at, case m.direction when 'inbound' then 'them' else 'us' end as who,
        m.words, 0 as line
      from messages m
      where r.source = 'message' and m.customer_id = r.customer_id and m.channel = r.channel
        and m.contact_point_id is not distinct from r.contact_point_id
        -- What we answered at that very moment came after it.
        and (m.received_at < r.found_at or m.received_at = r.found_at and m.direction = 'inbound')
      union all
      select n.written_at, 'us', n.words, 0 from notes n
      where r.source = 'note' and n.customer_id = r.customer_id and n.id = r.source_id
        and not n.restricted
      union all
      select t.said_at, case t.speaker when 'customer' then 'them' else 'us' end, t.words, t.line
      from utterances t
      where r.source = 'call' and t.customer_id = r.customer_id
        and t.conversation_id = (select p.conversation_id from preferences p
          where p.customer_id = r.customer_id and p.id = r.preference_id)
        and (t.said_at, t.line) <= (select w.said_at, w.line from utterances w
          where w.customer_id = r.customer_id and w.conversation_id = t.conversation_id
            and w.said_at <= r.found_at and w.speaker = 'customer'
          order by w.said_at desc, w.line desc limit 1)
    ) y order by y.at desc, y.line desc limit ${threadLimit}
  ) x
)`;

/**
 * `unread`: what may be a wish that the law knows, `messages`: what nobody's list could read, both as
 * long as no person has looked; `all`: whatever was found.
 */
export type RefusalList = 'unread' | 'messages' | 'all';

/** How many lines wait in each of the two lists that a person works through. */
export async function refusalsWaiting(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[] | null,
): Promise<{ readonly unread: number; readonly messages: number }> {
  const { rows } = await sql<{ unread: number; messages: number }>`
    select count(*) filter (where r.scope <> 'unclear')::int as unread,
      count(*) filter (where r.scope = 'unclear')::int as messages
    from refusals r
    where r.tenant_id = ${tenantId}::uuid and r.read_at is null and r.certainty = 'unsure'
      and (${portfolioIds === null} or r.portfolio_id = any(${[...(portfolioIds ?? [])]}::uuid[]))
  `.execute(db);
  return rows[0] ?? { unread: 0, messages: 0 };
}

/** The queue: what nobody has read first, the unsure before the sure, last what asks nothing clear, the oldest first. */
export async function refusalRows(
  db: Kysely<DB>,
  tenantId: string,
  asked: {
    readonly portfolioIds: readonly string[] | null;
    readonly which: RefusalList;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    select r.id, r.case_id, po.name as portfolio_name, c.name as customer_name, r.source, r.channel,
      r.certainty, r.scope, r.matched, r.language, r.found_at, r.read_at,
      ${nameAt('r.read_by', 'r.read_at')} as read_by,
      r.verdict, ${tellsDanger('r')} as danger, ${threadOf} as thread
    from refusals r
    join customers c on c.id = r.customer_id
    left join portfolios po on po.id = r.portfolio_id
    where r.tenant_id = ${tenantId}::uuid
      and (${asked.which === 'all'} or (r.read_at is null and r.certainty = 'unsure'
        and (r.scope = 'unclear') = ${asked.which === 'messages'}))
      and (${asked.portfolioIds === null}
        or r.portfolio_id = any(${[...(asked.portfolioIds ?? [])]}::uuid[]))
    order by r.read_at is not null, ${tellsDanger('r')} desc, r.certainty desc, r.scope = 'unclear',
      case when r.read_at is null then r.found_at end, r.found_at desc, r.id
    limit ${asked.limit} offset ${asked.offset}
  `.execute(db);
  return rows;
}

/** A refusal under its row lock. */
export type LockedRefusal = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly channel: string;
  readonly contactPointId: string | null;
  readonly scope: string;
  readonly preferenceId: string | null;
  readonly foundAt: Instant;
  readonly readAt: Instant | null;
  /** The words may tell of danger to life, and no review of vulnerability has settled it. */
  readonly danger: boolean;
};

/** Whose words a refusal was read from; undefined when there is none. */
export async function refusalOwner(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<{ readonly customerId: string; readonly portfolioId: string | null } | undefined> {
  return db
    .selectFrom('refusals')
    .select(['customerId', 'portfolioId'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Takes the row lock of a refusal. */
export async function lockRefusal(
  tx: Kysely<DB>,
  customerId: string,
  id: string,
): Promise<LockedRefusal | undefined> {
  const { rows } = await sql<LockedRefusal>`
    select id, customer_id, case_id, portfolio_id, channel, contact_point_id, scope, preference_id,
      found_at, read_at, ${tellsDanger('r')} as danger
    from refusals r where customer_id = ${customerId}::uuid and id = ${id}::uuid for update
  `.execute(tx);
  return rows[0];
}

/** Says what a person made of it. */
export async function settleRefusal(
  tx: Kysely<DB>,
  refusal: Pick<LockedRefusal, 'customerId' | 'id'>,
  read: {
    readonly at: Instant;
    readonly by: string | null;
    readonly verdict: string;
    readonly scope: string;
    readonly preferenceId: string | null;
  },
): Promise<void> {
  await sql`
    update refusals set read_at = ${read.at}::timestamptz, read_by = ${read.by}::uuid,
      verdict = ${read.verdict}, scope = ${read.scope}, preference_id = ${read.preferenceId}::uuid
    where customer_id = ${refusal.customerId}::uuid and id = ${refusal.id}::uuid
  `.execute(tx);
}

/** The fact of a kind that was read from the same words, when one was and it stands. */
export async function claimReadFrom(
  tx: Kysely<DB>,
  customerId: string,
  kind: 'cease' | 'deceased' | 'vulnerable',
  evidenceRef: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select f.id from contact_facts f
    where f.customer_id = ${customerId}::uuid and f.kind = ${kind} and f.withdraws is null
      and f.evidence_ref = ${evidenceRef}
      and not exists (select 1 from contact_facts w
        where w.customer_id = f.customer_id and w.withdraws = f.id)
  `.execute(tx);
  return rows[0]?.id;
}
