import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { type CaseFileRow, caseFileSql } from '#storage/cases/read-file.ts';
import type { DB } from '#storage/tables.ts';
import type { CallRow, ConversationRow } from './conversations.ts';

/** What the end of wrap-up is judged by, beside the file of the case. */
export type ConversationOutcome = Pick<CallRow, 'attemptResult' | 'happened'>;

type Conversation = Pick<ConversationRow, 'customerId' | 'id' | 'caseId' | 'attemptId'>;

/** What happened in a conversation and the file of its case, in one round trip. */
export async function finishRow(
  db: Kysely<DB>,
  conversation: Conversation,
  at: Instant,
): Promise<(CaseFileRow & ConversationOutcome) | undefined> {
  const { rows } = await sql<CaseFileRow & ConversationOutcome>`
    select file.*,
      (select a.result from attempts a where a.customer_id = ${conversation.customerId}::uuid
        and a.id = ${conversation.attemptId}::uuid) as attempt_result,
      (select coalesce(json_agg(json_build_object('kind', e.kind, 'as', e.facts->>'as')
          order by e.seq), '[]')
        from event_log e
        where e.customer_id = ${conversation.customerId}::uuid and e.case_id = ${conversation.caseId}::uuid
          and e.facts->>'conversationId' = ${conversation.id}) as happened
    from (${caseFileSql(conversation, at)}) file
  `.execute(db);
  return rows[0];
}

/** How a contact ended, as it is kept. */
export type Finish = {
  readonly at: Instant;
  readonly userId: string;
  readonly tenantId: string;
  readonly mechanism: string;
  readonly result: string;
  /** What the contact log keeps; null leaves what the network said. */
  readonly attempt: {
    readonly result: string;
    readonly person: string | null;
    readonly aboutDebt: boolean | null;
  } | null;
  /** What the point of contact turned out to be; null leaves it. */
  readonly pointState: string | null;
  readonly note: { readonly id: string; readonly words: string } | null;
};

/**
 * Ends a conversation in one statement: its result and that of its attempt, what its number is good
 * for, the note, and the callbacks of the case that were due when it began.
 */
export async function keepFinish(
  tx: Kysely<DB>,
  conversation: Conversation & Pick<ConversationRow, 'contactPointId' | 'beganAt'>,
  finish: Finish,
): Promise<void> {
  const customer = sql`${conversation.customerId}::uuid`;
  const at = sql`${finish.at}::timestamptz`;
  const { attempt, pointState, note } = finish;
  await sql`
    with ended as (
      update conversations set state = 'done', finished_at = ${at},
        mechanism = ${finish.mechanism}, result = ${finish.result}
      where customer_id = ${customer} and id = ${conversation.id}::uuid
    ), settled as (
      update attempts set result = ${attempt?.result ?? null},
        person = coalesce(${attempt?.person ?? null}, person), recorded_at = ${at},
        about_debt = ${attempt?.aboutDebt ?? null}
      where ${attempt !== null} and customer_id = ${customer} and id = ${conversation.attemptId}::uuid
    ), judged as (
      update contact_points set state = ${pointState}
      where ${pointState !== null} and customer_id = ${customer}
        and id = ${conversation.contactPointId}::uuid
    ), noted as (
      insert into notes (customer_id, id, tenant_id, case_id, conversation_id, words,
        written_at, written_by)
      select ${customer}, ${note?.id ?? null}::uuid, ${finish.tenantId}::uuid,
        ${conversation.caseId}::uuid, ${conversation.id}::uuid, ${note?.words ?? null}::text, ${at},
        ${finish.userId}::uuid
      where ${note !== null}
    )
    update callbacks set done_at = ${at}, outcome = ${finish.result}
    where customer_id = ${customer} and case_id = ${conversation.caseId}::uuid and done_at is null
      and asked_at < ${conversation.beganAt}::timestamptz and due_at <= ${at}
  `.execute(tx);
}

/** Somebody who was in a conversation, with the id of the stretch of time that begins for them. */
export type Freed = { readonly userId: string; readonly stateId: string };

/**
 * Ends the leases of everybody who was in a conversation, lets the work item wait for its time, and
 * makes them ready, in one statement.
 */
export async function freePeople(
  tx: Kysely<DB>,
  conversation: Pick<ConversationRow, 'customerId' | 'caseId'>,
  people: readonly Freed[],
  at: Instant,
): Promise<void> {
  const users = sql`${people.map(({ userId }) => userId)}::uuid[]`;
  await sql`
    with unleased as (
      delete from customer_leases
      where customer_id = ${conversation.customerId}::uuid and user_id = any(${users})
    ), returned as (
      update work_items set lease_owner = null, lease_until = null,
        state = case when next_callable_at <= ${at}::timestamptz then 'ready' else 'waiting' end
      where customer_id = ${conversation.customerId}::uuid and case_id = ${conversation.caseId}::uuid
        and state = 'leased'
    ), closed as (
      update agent_states set ended_at = ${at}::timestamptz
      where user_id = any(${users}) and ended_at is null
        and (state, reason, case_id) is distinct from ('ready'::text, null::text, null::uuid)
      returning 1
    )
    insert into agent_states (id, user_id, state, began_at)
    select p.id, p.user_id, 'ready', ${at}::timestamptz
    from (select count(*) from closed) ended,
      unnest(${people.map(({ stateId }) => stateId)}::uuid[], ${users}) p(id, user_id)
    where not exists (select 1 from agent_states s where s.user_id = p.user_id
      and s.ended_at is null and s.state = 'ready' and s.reason is null and s.case_id is null)
  `.execute(tx);
}
