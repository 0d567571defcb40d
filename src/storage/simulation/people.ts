import { type Kysely, sql } from 'kysely';
import { isOpenNow } from '#domain/contact/calling-hours.ts';
import { askable, defaultVerification, rightAnswer } from '#domain/contact/verification.ts';
import type { Caller, EventLetter, Person } from '#domain/simulation/persona.ts';
import type { DB } from '#storage/tables.ts';

type Row = {
  readonly customerId: string;
  readonly name: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly event: EventLetter | null;
  readonly owed: bigint;
  readonly currency: string;
  readonly wrong: boolean;
  readonly vulnerable: boolean;
  readonly postalCode: string | null;
  readonly birthDate: string | null;
  readonly reference: string;
  readonly city: string | null;
};

/** Who the simulated network finds behind a number: what that person knows of themselves. */
export async function pretendPerson(db: Kysely<DB>, e164: string): Promise<Person | undefined> {
  const { rows } = await sql<Row>`
    select u.id as customer_id, u.name, u.language, p.zones[1] as zone, u.postal_code,
      u.birth_date, u.reference, u.city, u.vulnerable, p.state = 'wrong_person' as wrong,
      (select k.type from key_events k where k.customer_id = u.id and k.resolved_at is null
        order by k.recorded_at desc limit 1) as event,
      coalesce(i.owed, 0)::bigint as owed, coalesce(i.currency, 'USD') as currency
    from contact_points p join customers u on u.id = p.customer_id
    left join lateral (
      select sum(balance_minor) as owed, min(currency) as currency
      from items where customer_id = u.id and balance_minor > 0
    ) i on true
    where p.value = ${e164} order by p.state = 'valid' desc, p.id limit 1
  `.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const answers = askable(defaultVerification, row).map(
    (question) => [question, rightAnswer(question, row) ?? ''] as const,
  );
  return {
    customerId: row.customerId,
    name: row.name,
    language: row.language === 'es' || row.language === 'he' ? row.language : 'en',
    zone: row.zone ?? 'UTC',
    event: row.event ?? 'D',
    owed: { minor: row.owed, currency: row.currency },
    isThirdPartyNumber: row.wrong,
    isVulnerable: row.vulnerable,
    answers: Object.fromEntries(answers),
  };
}

/**
 * A customer of the simulated network who calls in about an open case, drawn by the database: while
 * somebody works here, and nobody in the middle of their night.
 */
export async function pretendCaller(db: Kysely<DB>, ms: number): Promise<Caller | undefined> {
  const { rows } = await sql<{ from: string; to: string }>`
    select p.value as from, po.caller_id as to
    from cases c
    join portfolios po on po.id = c.portfolio_id
    join contact_points p on p.customer_id = c.customer_id
    where c.closed_at is null and p.kind in ('mobile', 'landline') and p.state = 'valid'
      and exists (select 1 from agent_states s where s.ended_at is null
        and s.state in ('ready', 'contact', 'wrap_up'))
    order by random() limit 1
  `.execute(db);
  const [line] = rows;
  const person = line ? await pretendPerson(db, line.from) : undefined;
  return line && person && isOpenNow(person.zone, ms) ? { person, ...line } : undefined;
}
