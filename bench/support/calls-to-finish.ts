import { sql } from 'kysely';
import { tenantId } from '#boot/open-app.ts';
import type { Db } from '#usecases/app.ts';
import { bigQueue } from './big-queue.ts';

/** Letters of the kinds of rows: the row of number n is called md5(letter || n). */
export const callLetters = ['u', 'p', 'a', 'i', 'c', 'w', 's', 'e', 't', 'v'] as const;

const spoken = ['contact.released', 'contact.answered', 'contact.verified', 'contact.ended'];

/**
 * So many cases, each leased to an agent of its own whose call with the right person has just
 * ended. The key events say why each is in arrears, the log what happened in the call.
 */
export async function callsToFinish(db: Db, size: number, at: string): Promise<void> {
  await bigQueue(db, size, at);
  const id = (letter: (typeof callLetters)[number]) => `md5('${letter}' || g)::uuid`;
  const owned = (letter: (typeof callLetters)[number]) =>
    `${id('u')}, ${id(letter)}, '${tenantId}'`;
  const from = `from generate_series(1, ${size}) g`;
  const statements = [
    `update cases set step = 'call-1', queue = 'agents'`,
    `insert into users (id, name, email, created_at, updated_at)
      select ${id('w')}, 'Agent ' || g, g || '@example.test', '${at}', '${at}' ${from}`,
    `insert into agent_states (id, user_id, state, case_id, began_at)
      select ${id('s')}, ${id('w')}, 'wrap_up', ${id('c')}, '${at}' ${from}`,
    `insert into key_events (customer_id, id, tenant_id, portfolio_id, case_id, account_id,
        type, sub_reason, fault, source, evidence, happened_on, recorded_at)
      select ${owned('e')}, k.portfolio_id, ${id('c')}, ${id('a')}, 'D', 'unknown',
        'customer', 'bench', '{}', '2026-11-01', '${at}'
      ${from} join cases k on k.customer_id = ${id('u')}`,
    `insert into attempts (customer_id, id, tenant_id, case_id, portfolio_id,
        conversation_id, channel, direction, contact_point_id, debts, state, result, user_id, zone,
        local_day, local_hour, attempted_at, released_at, ended_at)
      select ${owned('t')}, ${id('c')}, k.portfolio_id, ${id('v')}, 'phone_call',
        'outbound', ${id('p')}, array[${id('a')}], 'ended', 'conversation', ${id('w')},
        'America/New_York', '2026-11-18', 10, '${at}', '${at}', '${at}'
      ${from} join cases k on k.customer_id = ${id('u')}`,
    `insert into conversations (customer_id, id, tenant_id, case_id, portfolio_id,
        attempt_id, direction, user_id, contact_point_id, state, began_at, answered_at, ended_at,
        answered_by, verified_at)
      select ${owned('v')}, ${id('c')}, k.portfolio_id, ${id('t')}, 'outbound', ${id('w')},
        ${id('p')}, 'wrap_up', '${at}', '${at}', '${at}', 'person', '${at}'
      ${from} join cases k on k.customer_id = ${id('u')}`,
    `insert into customer_leases (customer_id, user_id, case_id, until)
      select ${id('u')}, ${id('w')}, ${id('c')}, timestamptz '${at}' + interval '1 hour' ${from}`,
    `update work_items set state = 'leased', lease_until = timestamptz '${at}' + interval '1 hour',
      lease_owner = l.user_id from customer_leases l where l.customer_id = work_items.customer_id`,
    `insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, actor_kind, actor_id, facts, hash)
      select gen_random_uuid(), '${tenantId}', k.portfolio_id, ${id('u')}, ${id('c')}, kind, 1,
        '${at}', '${at}', 'user', ${id('w')}, jsonb_build_object('conversationId', ${id('v')}), '\\x00'
      ${from} join cases k on k.customer_id = ${id('u')}
      cross join unnest(array[${spoken.map((kind) => `'${kind}'`).join(',')}]) kind`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await sql`vacuum analyze`.execute(db);
}
