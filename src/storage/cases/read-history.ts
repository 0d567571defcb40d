import { type Kysely, sql } from 'kysely';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { kindsWithPrivateNote } from '#domain/events/private-lines.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** One line of the history of a case: an event of the log, or a note. */
export type HistoryRow = {
  readonly occurredAt: Instant;
  readonly kind: EventKind;
  readonly who: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly words: string | null;
  readonly conversationId: string | null;
};

/** Newest lines shown; older ones are in the log. */
const historyLimit = 500;

/** Kinds that say again what another line says, and so are left out of the list. */
const silentKinds: readonly EventKind[] = [
  'contact.reserved',
  'case.taken',
  'note.written',
  'case.given-back',
];

/** The facts of an event; of a case given to somebody also the name, which logs do not hold. */
const factsWithName = sql`case when e.kind = 'case.assigned' then e.facts || jsonb_build_object(
  'toName', (select ${nameAt('a.to_id', 'a.at')} from (
    select (e.facts->>'toUserId')::uuid as to_id, e.recorded_at as at) a)) else e.facts end`;

/** What of the words a reader may see. */
export type HistoryReach = {
  /** Words that tell of health: restricted notes, why somebody is vulnerable, what they then wrote. */
  readonly restricted: boolean;
  /** Words of messages and credit notes that may name the debt; why ties to others were corrected. */
  readonly messages: boolean;
};

/** Everything that happened on a case, newest first: the case's events in the log, and its notes. */
export async function historyRows(
  db: Kysely<DB>,
  ref: CaseRef,
  { restricted, messages }: HistoryReach,
): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.occurred_at, h.kind, coalesce(${nameAt('h.actor_id', 'h.occurred_at')}, h.customer) as who, h.facts, h.words, h.conversation_id
    from (
      (select e.occurred_at, e.seq, e.kind, e.actor_id, ${factsWithName} as facts,
        coalesce((select case e.kind when 'hold.lifted' then d.lift_reason else d.reason end
          from holds d where e.kind in ('hold.set', 'hold.lifted')
            and d.customer_id = e.customer_id and d.id = (e.facts->>'holdId')::uuid
            and (${restricted} or d.kind <> 'vulnerable')),
          (select f.remove_reason from documents f where e.kind = 'document.removed'
            and f.customer_id = e.customer_id and f.id = (e.facts->>'documentId')::uuid),
          (select concat_ws(' · ', n.reference, nullif(n.reason, 'credit-note'))
            from credit_notes n where ${messages} and e.kind = 'credit.booked'
              and n.customer_id = e.customer_id and n.id = (e.facts->>'creditId')::uuid),
          (select m.words from messages m
            where ${messages} and e.kind in ('message.sent', 'message.received')
              and m.customer_id = e.customer_id and m.id = (e.facts->>'messageId')::uuid
              and (${restricted} or not exists (select 1 from holds v
                where v.customer_id = e.customer_id and v.kind = 'vulnerable')))) as words,
        (e.facts->>'conversationId')::uuid as conversation_id,
        case when e.actor_kind = 'customer' then (select name from customers
          where id = ${ref.customerId}::uuid) end as customer
      from event_log e
      where e.customer_id = ${ref.customerId}::uuid and e.case_id = ${ref.caseId}::uuid
        and e.kind <> all(${[...silentKinds]})
      order by e.seq desc limit ${historyLimit})
      union all
      (select n.written_at, null::bigint, 'note.written', n.written_by,
        jsonb_build_object('restricted', n.restricted), n.words, n.conversation_id,
        null::text
      from notes n
      where n.customer_id = ${ref.customerId}::uuid and n.case_id = ${ref.caseId}::uuid
        and (${restricted} or not n.restricted)
        and (${messages} or not exists (select 1 from event_log p
          where p.customer_id = n.customer_id and p.case_id = n.case_id
            and p.kind = any(${[...kindsWithPrivateNote]}) and p.facts->>'noteId' = n.id::text))
      order by n.written_at desc limit ${historyLimit})
    ) h
    order by h.occurred_at desc, h.seq desc nulls first limit ${historyLimit}
  `.execute(db);
  return rows;
}
