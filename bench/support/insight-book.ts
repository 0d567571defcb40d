import { sql } from 'kysely';
import { tenantId } from '#boot/open-app.ts';
import type { Db } from '#usecases/app.ts';
import { agedBook, agedPortfolio } from './aged-book.ts';

/** Days on which something happened, up to the last before `day`. */
const daysBefore = 61;

/**
 * The aged book as it is after two months of work: a case for each account in arrears, three calls on
 * each of them over the two months, every third of which became a conversation; of these every second
 * with the verified person, and of those every third led to a promise. Every account has its invoice in
 * the ledger, and every eighth a payment.
 */
export async function insightBook(db: Db, size: number, day: string): Promise<void> {
  await agedBook(db, size, day);
  const portfolio = `'${agedPortfolio}'`;
  const at = (n: string) =>
    `timestamptz '${day}T15:00:00Z' - interval '1 day' * (1 + ${n} % ${daysBefore})`;
  const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
  const calls = `from generate_series(1, 3) call join lateral (select * from cases) c on true
    cross join lateral (select get_byte(uuid_send(c.id), 0) * 256 + get_byte(uuid_send(c.id), 1)
      + 20 * call as n, c.id || '-' || call as key) x`;
  const statements = [
    `insert into cases (customer_id, id, tenant_id, portfolio_id, state, state_since, shape, step,
        step_on, queue, next_action, next_action_at, debt_minor, overdue_minor, currency,
        opened_at, closed_at, close_reason)
      select customer_id, ${id('case', 'customer_id')}, '${tenantId}', ${portfolio}, 'working',
        x.opened, 'short-firm', 'call-1', '${day}', 'agents', 'call', '${day}', balance_minor,
        balance_minor, 'USD', x.opened,
        case when balance_minor % 10 = 0 then x.opened + interval '20 days' end,
        case when balance_minor % 10 = 0 then 'paid' end
      from items cross join lateral (select ${at('balance_minor')} as opened) x
      where due_on < '${day}'`,
    `insert into attempts (customer_id, id, tenant_id, case_id, portfolio_id, conversation_id,
        channel, direction, state, result, zone, local_day, local_hour, attempted_at, released_at,
        ended_at)
      select customer_id, ${id('attempt', 'key')}, tenant_id, id, portfolio_id,
        case when n % 3 = 0 then ${id('talk', 'key')} end, 'phone_call', 'outbound', 'ended',
        case when n % 3 = 0 then 'conversation' else 'no_answer' end, 'America/New_York',
        (${at('n')})::date, 10, ${at('n')}, ${at('n')}, ${at('n')} ${calls}`,
    `insert into conversations (customer_id, id, tenant_id, case_id, portfolio_id, attempt_id,
        direction, state, result, began_at, answered_at, ended_at, finished_at, answered_by)
      select customer_id, ${id('talk', 'key')}, tenant_id, id, portfolio_id,
        ${id('attempt', 'key')}, 'outbound', 'done', 'information-given', ${at('n')},
        ${at('n')}, ${at('n')} + interval '3 minutes', ${at('n')} + interval '4 minutes', 'person'
      ${calls} where n % 3 = 0`,
    `insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at,
        recorded_at, actor_kind, facts, hash)
      select gen_random_uuid(), tenant_id, portfolio_id, customer_id, id, kind, 1,
        ${at('n')} + interval '1 minute', ${at('n')}, 'system', '{}', '\\x00'
      ${calls} cross join unnest(array['contact.released', 'contact.answered', 'contact.verified',
        'contact.ended', 'case.moved']) kind
      where n % 3 = 0 and (kind <> 'contact.verified' or n % 2 = 0)`,
    `insert into promises_to_pay (customer_id, id, tenant_id, portfolio_id, case_id, amount_minor,
        currency, due_on, method, state, tolerance_days, tolerance_minor, made_at, conversation_id)
      select customer_id, ${id('promise', 'key')}, tenant_id, portfolio_id, id, 1000, 'USD',
        (${at('n')})::date + 7, 'card', case when n % 4 = 0 then 'broken' else 'kept' end, 2, 0,
        ${at('n')}, ${id('talk', 'key')}
      ${calls} where n % 18 = 0`,
    `insert into postings (customer_id, id, tenant_id, portfolio_id, account_id, item_id, event_id,
        kind, debit, credit, amount_minor, currency, booked_on, recorded_at)
      select customer_id, ${id('bill', 'id')}, tenant_id, portfolio_id, account_id, id, id, 'bill',
        'receivable', 'billed', amount_minor, currency, due_on - 30, ${at('1')}
      from items
      union all
      select customer_id, ${id('paid', 'id')}, tenant_id, portfolio_id, account_id, id, id,
        'payment', 'cash', 'receivable', 500, currency, (${at('balance_minor')})::date,
        ${at('balance_minor')}
      from items where balance_minor % 8 = 0`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await sql`vacuum analyze`.execute(db);
}
