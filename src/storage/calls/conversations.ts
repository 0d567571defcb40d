import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { accountsAtPoint } from '#storage/cases/parties.ts';
import { nameAt } from '#storage/name-at.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** One conversation with what every action in it needs. */
export type ConversationRow = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly attemptId: string | null;
  readonly direction: 'outbound' | 'inbound';
  readonly userId: string | null;
  readonly contactPointId: string | null;
  readonly state: 'dialling' | 'ringing' | 'live' | 'wrap_up' | 'done';
  readonly beganAt: Instant;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly answeredBy: 'person' | 'machine' | null;
  readonly verifiedAt: Instant | null;
  readonly verificationFailedAt: Instant | null;
  readonly lateReason: string | null;
  readonly hostileAt: Instant | null;
  readonly supervisorAskedAt: Instant | null;
  readonly supervisorId: string | null;
  readonly result: string | null;
  readonly portfolio: PortfolioRow;
};

const columns = sql`v.id, v.customer_id, v.case_id, v.attempt_id, v.direction, v.user_id,
  v.contact_point_id, v.state, v.began_at, v.answered_at, v.ended_at, v.finished_at, v.answered_by,
  v.verified_at, v.verification_failed_at, v.late_reason, v.hostile_at, v.supervisor_asked_at,
  v.supervisor_id, v.result,
  json_build_object('id', po.id, 'name', po.name, 'kind', po.kind, 'product', po.product,
    'currency', po.currency, 'country', po.country, 'zone', po.zone,
    'collectorRole', po.collector_role, 'callerId', po.caller_id, 'creditorId', po.creditor_id,
    'creditorName', cr.name, 'policyVersion', po.policy_version) as portfolio`;

const joined = sql`conversations v join portfolios po on po.id = v.portfolio_id
  join creditors cr on cr.id = po.creditor_id`;

/** One conversation by id; with `lock`, under its row lock. */
export async function conversationById(
  db: Kysely<DB>,
  id: string,
  lock = false,
): Promise<ConversationRow | undefined> {
  const customerId = await customerOf(db, 'conversations', id);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<ConversationRow>`
    select ${columns} from ${joined} where v.customer_id = ${customerId}::uuid and v.id = ${id}::uuid
    ${lock ? sql`for update of v` : sql``}
  `.execute(db);
  return rows[0];
}

/**
 * One conversation under its row lock, after the lock under which contact with its person is decided:
 * what is recorded in a conversation is in force before the next release. `withCase` takes the
 * case's lock too. Rows are locked in that order, and read as they are once all locks are held.
 */
export async function lockConversation(
  tx: Kysely<DB>,
  id: string,
  withCase: boolean,
): Promise<ConversationRow | undefined> {
  const customerId = await customerOf(tx, 'conversations', id);
  if (customerId === undefined) return undefined;
  const customer = sql`${customerId}::uuid`;
  const { rows } = await sql<ConversationRow>`
    select ${columns} from ${joined} join customers u on u.id = ${customer}
    join cases c on c.customer_id = ${customer} and c.id = v.case_id
    where v.customer_id = ${customer} and v.id = ${id}::uuid
    for no key update of u for update of v ${withCase ? sql`for update of c` : sql``}
  `.execute(tx);
  return rows[0];
}

/** The conversation of a call, by the call's name (its attempt), under its row lock. */
export async function conversationOfCall(
  tx: Kysely<DB>,
  callId: string,
): Promise<ConversationRow | undefined> {
  const customerId = await customerOf(tx, 'attempts', callId);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<ConversationRow>`
    select ${columns} from ${joined} join attempts a on a.conversation_id = v.id
    where v.customer_id = ${customerId}::uuid and a.customer_id = ${customerId}::uuid
      and a.id = ${callId}::uuid for update of v
  `.execute(tx);
  return rows[0];
}

/** A conversation as it begins. */
export type NewConversation = {
  readonly id: string;
  readonly customerId: string;
  readonly tenantId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly attemptId: string;
  readonly direction: 'outbound' | 'inbound';
  readonly userId: string | null;
  readonly contactPointId: string | null;
  readonly state: 'dialling' | 'ringing';
  readonly beganAt: Instant;
};

/** Writes a new conversation and ties its attempt to it. */
export async function insertConversation(tx: Kysely<DB>, made: NewConversation): Promise<void> {
  await tx.insertInto('conversations').values(made).execute();
  await sql`
    update attempts set conversation_id = ${made.id}::uuid
    where customer_id = ${made.customerId}::uuid and id = ${made.attemptId}::uuid
  `.execute(tx);
}

/** The number behind a point of contact; undefined when it is no phone of that customer. */
export async function phoneOf(
  db: Kysely<DB>,
  customerId: string,
  contactPointId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select value from contact_points where customer_id = ${customerId}::uuid
      and id = ${contactPointId}::uuid and kind in ('mobile', 'landline')
  `.execute(db);
  return rows[0]?.value;
}

/** What changes on a conversation; what is absent stays. */
export type ConversationChange = Partial<{
  state: ConversationRow['state'];
  userId: string | null;
  answeredAt: Instant;
  answeredBy: 'person' | 'machine';
  endedAt: Instant;
  finishedAt: Instant;
  verifiedAt: Instant;
  verificationFailedAt: Instant;
  lateReason: string;
  hostileAt: Instant;
  supervisorAskedAt: Instant;
  supervisorId: string;
  mechanism: string;
  result: string;
}>;

/** Writes changes to a conversation. */
export async function changeConversation(
  tx: Kysely<DB>,
  row: Pick<ConversationRow, 'customerId' | 'id'>,
  change: ConversationChange,
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set(change)
    .where('customerId', '=', row.customerId)
    .where('id', '=', row.id)
    .execute();
}

/** What becomes of an attempt when its call is over, or when the right person is verified. */
export async function settleAttempt(
  tx: Kysely<DB>,
  customerId: string,
  attemptId: string,
  outcome: {
    readonly state?: 'ended' | 'unknown' | 'refused';
    readonly result?: string;
    readonly person?: string;
    /** The debts that were talked about; those of the attempt itself. */
    readonly talked?: boolean;
    /** Whether something about a debt was conveyed; null and absent leave it. */
    readonly aboutDebt?: boolean | null;
    /** What cut it off. */
    readonly endedBy?: 'line_drop' | null;
    readonly endedAt?: Instant;
  },
): Promise<void> {
  await sql`
    update attempts set state = coalesce(${outcome.state ?? null}, state),
      result = coalesce(${outcome.result ?? null}, result),
      person = coalesce(${outcome.person ?? null}, person),
      conversation_debts = case when not ${outcome.talked ?? false} then conversation_debts
        -- A call may be charged to some of the debts; a talk is about all that it was made for, and
        -- with somebody else about no more than they are tied to.
        else (select array_agg(distinct d.id) from (select unnest(debts) as id union
          select a.id from accounts a where a.customer_id = ${customerId}::uuid
            and a.portfolio_id = attempts.portfolio_id and not exists (
              select 1 from contact_points p where p.customer_id = ${customerId}::uuid
                and p.id = attempts.contact_point_id and a.id::text
                <> all (coalesce(${accountsAtPoint('p.customer_id', 'p.party_id')},
                  array[a.id::text])))) d) end,
      about_debt = coalesce(${outcome.aboutDebt ?? null}, about_debt),
      ended_by = coalesce(${outcome.endedBy ?? null}, ended_by),
      ended_at = coalesce(${outcome.endedAt ?? null}::timestamptz, ended_at),
      received_at = coalesce(${outcome.endedAt ?? null}::timestamptz, received_at),
      recorded_at = coalesce(${outcome.endedAt ?? null}::timestamptz, recorded_at)
    where customer_id = ${customerId}::uuid and id = ${attemptId}::uuid
  `.execute(tx);
}

/** One line that was said. */
export type SaidLine = {
  readonly line: number;
  readonly speaker: 'agent' | 'customer' | 'machine' | 'supervisor';
  readonly intent: string | null;
  readonly words: string;
  readonly saidAt: Instant;
};

/** Adds a line to a conversation; the caller holds its row lock, so numbers have no gaps. */
export async function addLine(
  tx: Kysely<DB>,
  row: Pick<ConversationRow, 'customerId' | 'id'>,
  tenantId: string,
  said: Omit<SaidLine, 'line'>,
): Promise<void> {
  await sql`
    insert into utterances (customer_id, conversation_id, line, tenant_id, speaker, intent,
      words, said_at)
    select ${row.customerId}::uuid, ${row.id}::uuid, coalesce(max(line), 0) + 1, ${tenantId}::uuid,
      ${said.speaker}, ${said.intent}, ${said.words}, ${said.saidAt}::timestamptz
    from utterances
    where customer_id = ${row.customerId}::uuid and conversation_id = ${row.id}::uuid
  `.execute(tx);
}

/** A conversation with its lines and answers, for the screen. */
export type CallRow = {
  readonly customerName: string;
  readonly language: string | null;
  readonly supervisorName: string | null;
  readonly attemptResult: string | null;
  readonly known: {
    readonly postalCode: string | null;
    readonly birthDate: string | null;
    readonly reference: string;
    readonly city: string | null;
  };
  readonly lines: readonly SaidLine[];
  readonly asked: readonly { readonly question: string; readonly passed: boolean }[];
  /** Kinds of the events of the case that belong to this conversation, in order. */
  readonly happened: readonly { readonly kind: string; readonly as: string | null }[];
};

const lineLimit = 1000;

/** Everything that hangs on one conversation. */
export async function callRow(
  db: Kysely<DB>,
  row: Pick<ConversationRow, 'customerId' | 'id' | 'caseId'>,
): Promise<CallRow | undefined> {
  const customer = sql`${row.customerId}::uuid`;
  const conversation = sql`${row.id}::uuid`;
  const { rows } = await sql<CallRow>`
    select u.name as customer_name, u.language,
      ${nameAt('v.supervisor_id', 'v.supervisor_asked_at')} as supervisor_name, a.result as attempt_result,
      json_build_object('postalCode', u.postal_code, 'birthDate', u.birth_date,
        'reference', u.reference, 'city', u.city) as known,
      (select coalesce(json_agg(x.said order by x.line), '[]') from (
        select json_build_object('line', t.line, 'speaker', t.speaker, 'intent', t.intent,
          'words', t.words, 'saidAt', t.said_at) as said, t.line from utterances t
        where t.customer_id = ${customer} and t.conversation_id = ${conversation}
        order by t.line desc limit ${lineLimit}) x) as lines,
      (select coalesce(json_agg(json_build_object('question', q.question, 'passed', q.passed)
          order by q.asked_at, q.id), '[]')
        from verifications q
        where q.customer_id = ${customer} and q.conversation_id = ${conversation}) as asked,
      (select coalesce(json_agg(json_build_object('kind', e.kind, 'as', e.facts->>'as')
          order by e.seq), '[]')
        from event_log e
        where e.customer_id = ${customer} and e.case_id = ${row.caseId}::uuid
          and e.facts->>'conversationId' = ${row.id}) as happened
    from conversations v
    join customers u on u.id = v.customer_id
    left join attempts a on a.customer_id = v.customer_id and a.id = v.attempt_id
    where v.customer_id = ${customer} and v.id = ${conversation}
  `.execute(db);
  return rows[0];
}
