import { type Kysely, sql } from 'kysely';
import { ageBuckets } from '#domain/cases/entry.ts';
import type { AgeBasis, AgeingColumn } from '#domain/insight/ageing.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { effect, onDebt } from './money.ts';
import type { RowSource, Sql } from './rows.ts';

/** What a line of the ageing report stands for. */
export type AgeingGroup = 'portfolio' | 'owner' | 'product' | 'region';

/** What to age: portfolios each with its own today, or all of them as they stood on a past day. */
export type AgeingScope = {
  readonly portfolios: readonly { readonly id: string; readonly today: LocalDate }[];
  readonly by: AgeBasis;
  readonly group: AgeingGroup;
  readonly past: LocalDate | null;
};

const ageOf: Readonly<Record<AgeBasis, Sql>> = {
  due: sql`(d.today - i.due_on)`,
  issue: sql`(d.today - i.issued_on)`,
  entry: sql`(d.today - i.entered_collection_on)`,
};

/** `ageingColumn` of `domain/insight/ageing.ts` over item `i` and day `d`, from the same table. */
function columnOf(by: AgeBasis): Sql {
  const steps = ageBuckets
    .filter(({ toDays }) => Number.isFinite(toDays))
    .map(({ bucket, toDays }) => sql`when ${ageOf[by]} <= ${toDays}::int then ${bucket}::text`);
  const last = ageBuckets.at(-1)?.bucket ?? '';
  return sql`case when d.today < i.due_on then 'not-due'
    when ${ageOf[by]} is null then 'no-date' ${sql.join(steps, sql` `)} else ${last}::text end`;
}

const groups: Readonly<Record<AgeingGroup, { readonly id: Sql; readonly name: Sql }>> = {
  portfolio: { id: sql`i.portfolio_id::text`, name: sql`p.name` },
  owner: { id: sql`k.owner_id::text`, name: sql`u.name` },
  product: { id: sql`a.product`, name: sql`a.product` },
  region: { id: sql`c.region`, name: sql`c.region` },
};

const joins: Readonly<Record<AgeingGroup, Sql>> = {
  portfolio: sql``,
  owner: sql`left join cases k on k.customer_id = i.customer_id and k.id = i.case_id
    left join users u on u.id = k.owner_id`,
  product: sql`join accounts a on a.customer_id = i.customer_id and a.id = i.account_id`,
  region: sql`join customers c on c.id = i.customer_id`,
};

/** Items with what is open on them: the stored balance, less what was booked since a past day. */
function openItems({ portfolios, past }: AgeingScope): Sql {
  const ids = sql`any(${portfolios.map(({ id }) => id)}::uuid[])`;
  if (past === null) {
    return sql`select i.*, i.balance_minor as open_minor from items i
      where i.portfolio_id = ${ids} and i.balance_minor > 0`;
  }
  return sql`select i.*, i.balance_minor - coalesce(since.change, 0) as open_minor
    from items i left join (
      select s.customer_id, s.item_id, sum(${effect})::bigint as change from postings s
      where s.portfolio_id = ${ids} and ${onDebt} and s.booked_on > ${past}::date
      group by s.customer_id, s.item_id
    ) since on since.customer_id = i.customer_id and since.item_id = i.id
    where i.portfolio_id = ${ids} and i.balance_minor - coalesce(since.change, 0) > 0`;
}

function agedItems(scope: AgeingScope): Sql {
  const { portfolios, by, group, past } = scope;
  const days = portfolios.map(({ today }) => past ?? today);
  return sql`
    select i.id, i.customer_id, i.portfolio_id, i.case_id, i.account_id, i.due_on, i.kind,
      i.currency, i.open_minor, ${columnOf(by)} as age_column,
      ${groups[group].id} as group_id, ${groups[group].name} as group_name
    from (${openItems(scope)}) i
    join unnest(${portfolios.map(({ id }) => id)}::uuid[], ${days}::date[]) d (portfolio_id, today)
      on d.portfolio_id = i.portfolio_id
    join portfolios p on p.id = i.portfolio_id
    ${joins[group]}`;
}

/** One cell of the report. */
export type AgeingSum = {
  readonly currency: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly ageColumn: AgeingColumn;
  readonly minor: bigint;
  readonly items: bigint;
};

/** Every cell that has something in it, by currency and name of the group. */
export async function ageingSums(
  db: Kysely<DB>,
  scope: AgeingScope,
): Promise<readonly AgeingSum[]> {
  const { rows } = await sql<AgeingSum>`
    select currency, group_id, group_name, age_column, sum(open_minor)::bigint as minor,
      count(*) as items
    from (${agedItems(scope)}) aged group by currency, group_id, group_name, age_column
    order by currency, group_name nulls last, group_id
  `.execute(db);
  return rows;
}

/** Which cells of the report: all lines without `line`, all columns without `column`. */
export type AgeingCells = {
  readonly currency: string;
  /** Empty text: what belongs to none. */
  readonly line: string | undefined;
  readonly column: AgeingColumn | undefined;
};

/** The items behind cells of the report, latest due day first. */
export function agedRows(scope: AgeingScope, { currency, line, column }: AgeingCells): RowSource {
  return {
    kind: 'item',
    select: sql`
      select id, customer_id, portfolio_id, case_id, account_id, id as item_id, due_on as day,
        kind as code, currency, open_minor as weight
      from (${agedItems(scope)}) aged
      where currency = ${currency}
        and (${line ?? null}::text is null or coalesce(group_id, '') = ${line ?? null})
        and (${column ?? null}::text is null or age_column = ${column ?? null})`,
  };
}
