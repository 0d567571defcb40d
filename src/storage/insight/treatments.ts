import { type Kysely, sql } from 'kysely';
import { treatments } from '#domain/insight/first-treatment.ts';
import type { EventType } from '#domain/key-events/events.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { dayOf, type RowSource, type Scope, type Sql, within } from './rows.ts';

/** The events of a period, with the target of each type for each portfolio, in milliseconds. */
export type TreatmentScope = Scope & {
  readonly targets: readonly {
    readonly portfolioId: string;
    readonly type: EventType;
    readonly targetMs: number;
  }[];
  readonly now: Instant;
};

/** Which events: all, those about which something was done, those late or never, those in time still. */
export type TreatmentCell = 'all' | 'treated' | 'late' | 'waiting';

/** Key events recorded in the period: how long each took, or waits, and its target. */
function timed({ targets, now, ...scope }: TreatmentScope): Sql {
  return sql`
    select v.id, v.customer_id, v.portfolio_id, v.case_id, v.account_id, v.item_id, v.type,
      v.sub_reason as code, ${dayOf(sql`v.recorded_at`)} as day, f.at is not null as treated,
      (extract(epoch from coalesce(f.at, ${now}::timestamptz) - v.recorded_at) * 1000)::bigint as ms,
      s.target_ms
    from unnest(${targets.map(({ portfolioId }) => portfolioId)}::uuid[],
      ${targets.map(({ type }) => type)}::text[],
      ${targets.map(({ targetMs }) => targetMs)}::bigint[]) as s(portfolio_id, type, target_ms)
    join portfolios p on p.id = s.portfolio_id
    join key_events v on v.portfolio_id = s.portfolio_id and v.type = s.type
    left join lateral (select min(e.occurred_at) as at from event_log e
      where e.customer_id = v.customer_id and e.case_id = v.case_id
        and e.occurred_at >= v.recorded_at
        and e.kind = any(${[...treatments]}::text[])) f on true
    where ${within(sql`v.recorded_at`, scope)}`;
}

const isLate = sql`t.ms > t.target_ms`;

const cells: Readonly<Record<TreatmentCell, Sql>> = {
  all: sql`true`,
  treated: sql`t.treated`,
  late: isLate,
  waiting: sql`not t.treated and not (${isLate})`,
};

/** What became of the events of one type. */
export type TreatmentSum = {
  readonly type: EventType;
  readonly events: bigint;
  readonly treated: bigint;
  readonly late: bigint;
  readonly waiting: bigint;
  /** Time to the first treatment of all that were treated. */
  readonly treatedMs: bigint;
};

/** The events of a period by type. */
export async function treatmentSums(
  db: Kysely<DB>,
  scope: TreatmentScope,
): Promise<readonly TreatmentSum[]> {
  const count = (cell: TreatmentCell) => sql`count(*) filter (where ${cells[cell]})`;
  const { rows } = await sql<TreatmentSum>`
    select t.type, count(*) as events, ${count('treated')} as treated, ${count('late')} as late,
      ${count('waiting')} as waiting,
      coalesce(sum(t.ms) filter (where t.treated), 0)::bigint as treated_ms
    from (${timed(scope)}) t group by t.type order by t.type
  `.execute(db);
  return rows;
}

/** The events of one type in a cell: of the treated ones the time it took, of others how long they wait. */
export function treatmentRows(
  scope: TreatmentScope,
  type: EventType,
  cell: TreatmentCell,
): RowSource {
  const own = { ...scope, targets: scope.targets.filter((one) => one.type === type) };
  return {
    kind: 'treatment',
    keepsZero: true,
    select: sql`
      select t.id, t.customer_id, t.portfolio_id, t.case_id, t.account_id, t.item_id, t.day, t.code,
        null::text as currency, t.ms as weight
      from (${timed(own)}) t where ${cells[cell]}`,
  };
}
