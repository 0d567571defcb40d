import { type Kysely, sql } from 'kysely';
import type { Residence } from '#domain/gate/places/regions.ts';
import type { DB } from '#storage/tables.ts';
import type { QualityScope, QualitySource } from './quality.ts';
import { anyOf, type Sql } from './rows.ts';

/** Columns that rows about an open case `k` have in common. */
const ofCase = sql`k.portfolio_id, k.customer_id, k.id as case_id, null::uuid as target_id`;

const noMoney = sql`null::jsonb as facts, null::text as currency, null::bigint as minor`;

const isOpen = ({ portfolioIds }: QualityScope): Sql => sql`k.closed_at is null
  and k.portfolio_id = ${anyOf(portfolioIds)}`;

/** Customers of `k` have a point of their own of which the test on `t` holds. */
const hasPoint = (test: Sql): Sql => sql`exists (select from contact_points t
  where t.customer_id = k.customer_id and t.party_id is null and ${test})`;

const isUsable = sql`t.state in ('unverified', 'valid')`;

/** Open cases of customers whom nothing reaches: no point of contact at all, or only wrong ones. */
export function withoutContact(scope: QualityScope): QualitySource {
  return sql`
    select k.id::text as id, ${ofCase},
      case when ${hasPoint(sql`true`)} then 'all-wrong' else 'none-known' end as why,
      null::text as about, k.opened_at::date as day, ${noMoney}
    from cases k where ${isOpen(scope)} and not ${hasPoint(isUsable)}`;
}

/** Open cases of customers of whom only a postal address can be used. */
export function onlyPost(scope: QualityScope): QualitySource {
  return sql`
    select k.id::text as id, ${ofCase}, 'only-post' as why, null::text as about,
      k.opened_at::date as day, ${noMoney}
    from cases k where ${isOpen(scope)} and ${hasPoint(sql`${isUsable} and t.kind = 'mail'`)}
      and not ${hasPoint(sql`${isUsable} and t.kind <> 'mail'`)}`;
}

/** Points of contact of customers with open cases that were found to be wrong. */
export function badContacts(scope: QualityScope): QualitySource {
  return sql`
    select k.id::text || '/' || t.id::text as id, ${ofCase}, t.state as why, t.kind as about,
      t.created_at::date as day, ${noMoney}
    from cases k join contact_points t on t.customer_id = k.customer_id and t.party_id is null
    where ${isOpen(scope)} and t.state in ('wrong_person', 'disconnected', 'moved')`;
}

/** Accounts of open cases of consumers of which nobody said what kind of debt they are. */
const untyped = sql`cases k
  join accounts a on a.customer_id = k.customer_id and a.portfolio_id = k.portfolio_id
    and a.debt_type is null
  join portfolios p on p.id = k.portfolio_id and p.kind = 'consumer'`;

/** What the book calls the products of such accounts. */
export async function untypedProducts(
  db: Kysely<DB>,
  scope: QualityScope,
): Promise<readonly string[]> {
  const { rows } = await sql<{ product: string }>`
    select distinct a.product from ${untyped} where ${isOpen(scope)}`.execute(db);
  return rows.map(({ product }) => product);
}

/** Such accounts whose product is one of those given, which tell no kind of debt either. */
export function withoutDebtType(scope: QualityScope, products: readonly string[]): QualitySource {
  return sql`
    select a.id::text as id, ${ofCase}, 'no-debt-type' as why,
      concat_ws(' · ', a.reference, a.product) as about, a.opened_on as day, ${noMoney}
    from ${untyped} where ${isOpen(scope)} and a.product = any(${[...products]}::text[])`;
}

/** Homes of customers with open cases that are told apart at most. */
const maxHomes = 1_000_000;

/** Every different home of customers with open cases. */
export async function homesOf(db: Kysely<DB>, scope: QualityScope): Promise<readonly Residence[]> {
  const { rows } = await sql<Residence>`
    select c.country, c.region, c.city, c.postal_code
    from cases k join customers c on c.id = k.customer_id where ${isOpen(scope)}
    group by c.country, c.region, c.city, c.postal_code limit ${maxHomes}`.execute(db);
  return rows;
}

/** A home that names no place (`place-unread`), or several (`place-contradicts`). */
export type PoorHome = { readonly home: Residence; readonly why: string };

/** Open cases of customers who live in one of the homes. */
export function inHomes(scope: QualityScope, homes: readonly PoorHome[]): QualitySource {
  const column = (of: (home: PoorHome) => string | null) => homes.map(of);
  return sql`
    select k.id::text as id, ${ofCase}, h.why,
      concat_ws(', ', c.city, c.region, c.postal_code, c.country) as about,
      k.opened_at::date as day, ${noMoney}
    from cases k join customers c on c.id = k.customer_id
    join unnest(${column(({ home }) => home.country)}::text[],
      ${column(({ home }) => home.region ?? '')}::text[],
      ${column(({ home }) => home.city ?? '')}::text[],
      ${column(({ home }) => home.postalCode ?? '')}::text[],
      ${column(({ why }) => why)}::text[]) as h(country, region, city, postal_code, why)
      on h.country = c.country and h.region = coalesce(c.region, '')
        and h.city = coalesce(c.city, '') and h.postal_code = coalesce(c.postal_code, '')
    where ${isOpen(scope)}`;
}

/** So many customers may share a number before it tells nothing of who they are. */
const mostSharers = 20;

/** The words of a name in one order, without signs: `Smith, John` is `John Smith`. */
const nameKey = sql`array_to_string(array(
  select w from unnest(regexp_split_to_array(lower(c.name), '[^[:alnum:]]+')) w
  where w <> '' order by w), ' ')`;

/** What two records share: a key of customers `c` with open cases, of which one row is a customer. */
function sharing(why: string, key: Sql, more: Sql): Sql {
  return sql`
    select ${sql.lit(why)} as why, ${key} as key, k.customer_id, k.portfolio_id, k.id as case_id
    from cases k join customers c on c.id = k.customer_id ${more}`;
}

/**
 * Customers with open cases who are probably one person: the same name, its words in any order, with
 * the same number, e-mail address, birth date or street. The second and later records are the rows,
 * and `about` is the reference of the first. Pairs that are said to be one person are left out.
 */
export function duplicates(scope: QualityScope): QualitySource {
  const open = isOpen(scope);
  const byPoint = sharing(
    'same-contact',
    sql`t.value`,
    sql`join contact_points t on t.customer_id = k.customer_id and t.party_id is null
      and t.kind in ('mobile', 'landline', 'email') where ${open}`,
  );
  const byBirth = sharing(
    'same-birth-date',
    sql`c.birth_date::text`,
    sql`where ${open} and c.birth_date is not null`,
  );
  const byStreet = sharing(
    'same-address',
    sql`c.postal_code || ' ' || lower(c.street)`,
    sql`where ${open} and c.postal_code <> '' and c.street <> ''`,
  );
  const shared = (rows: Sql, most: number) => sql`
    select * from (select r.*, count(*) over (partition by r.key) as sharers from (${rows}) r) n
    where n.sharers between 2 and ${sql.lit(most)}`;
  return sql`
    select s.customer_id::text || '/' || s.first_id::text as id, s.portfolio_id, s.customer_id,
      s.case_id, null::uuid as target_id, max(s.why) as why, min(s.first_reference) as about,
      null::date as day, ${noMoney}
    from (
      select u.why, u.customer_id, u.portfolio_id, u.case_id,
        first_value(u.customer_id) over w as first_id,
        first_value(c.reference) over w as first_reference
      from (${shared(byPoint, mostSharers)} union all ${shared(byBirth, 1_000)}
        union all ${shared(byStreet, mostSharers)}) u
      join customers c on c.id = u.customer_id
      window w as (partition by u.why, u.key, ${nameKey} order by u.customer_id)
    ) s
    where s.customer_id <> s.first_id and not exists (select from person_links l
      where l.one_id = s.first_id and l.other_id = s.customer_id and l.ended_at is null)
    group by s.customer_id, s.first_id, s.portfolio_id, s.case_id`;
}
