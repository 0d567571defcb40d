import { type Kysely, sql } from 'kysely';
import { factEnds, holdFactKinds } from '#domain/contact/hold-facts.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** A fact on record that lays a hold and that nothing has ended. */
export type StandingClaim = {
  readonly kind: string;
  readonly source: string;
  readonly recordedBy: string | null;
  /** The accounts that are held by it still; null for all that the person has. */
  readonly debts: readonly string[] | null;
  /** Whether it is an attorney among the people of the file instead of a fact. */
  readonly isParty: boolean;
};

/** A fact that lays holds or ends them, or an attorney of the file, as it was told. */
type Told = StandingClaim & {
  readonly id: string;
  readonly occurredAt: Instant;
  readonly withdraws: string | null;
};

/**
 * The facts on all records of a person that lay holds, with the attorneys of the file: those taken back
 * are out, and of those about debts each account that was answered.
 */
export async function standingClaims(
  tx: Kysely<DB>,
  people: readonly string[],
): Promise<readonly StandingClaim[]> {
  const told: Told[] = [];
  for (const customerId of people) told.push(...(await toldOf(tx, customerId)));
  const takenBack = new Set(told.map(({ withdraws }) => withdraws));
  const stands = told.filter(({ id, withdraws }) => withdraws === null && !takenBack.has(id));
  const inOrder = stands.toSorted(
    (a, b) => msOf(a.occurredAt) - msOf(b.occurredAt) || (a.id < b.id ? -1 : 1),
  );
  return inOrder.flatMap((claim): readonly StandingClaim[] => {
    if (!holdFactKinds.some((kind) => kind === claim.kind)) return [];
    const ends = stands.filter((end) => isEndOf(end, claim));
    const { kind, source, recordedBy, isParty } = claim;
    const all = claim.debts;
    if (all === null) {
      return ends.length > 0 ? [] : [{ kind, source, recordedBy, isParty, debts: all }];
    }
    const debts = all.filter((id) => !ends.some((end) => end.debts?.includes(id) ?? true));
    return debts.length > 0 ? [{ kind, source, recordedBy, isParty, debts }] : [];
  });
}

const isEndOf = (end: Told, claim: Told) =>
  factEnds.some(({ kind, endedBy }) => kind === claim.kind && endedBy === end.kind) &&
  msOf(end.occurredAt) >= msOf(claim.occurredAt);

async function toldOf(tx: Kysely<DB>, customerId: string): Promise<readonly Told[]> {
  const kinds = [...holdFactKinds, ...factEnds.map(({ endedBy }) => endedBy)];
  const { rows } = await sql<Told>`
    select f.id, f.kind, f.source, f.recorded_by, f.occurred_at, f.withdraws,
      f.details -> 'debts' as debts, false as is_party
    from contact_facts f
    where f.customer_id = ${customerId}::uuid and f.kind = any(${kinds}::text[])
    union all
    select p.id, 'attorney', p.name, p.recorded_by, p.created_at, null,
      case when p.account_id is not null then jsonb_build_array(p.account_id) end, true
    from parties p
    where p.customer_id = ${customerId}::uuid and p.role = 'attorney' and p.ended_at is null
  `.execute(tx);
  return rows;
}

/**
 * People with a fact that lays a hold, or with records beside this one, to whom a case or an overdue item came on a day: whatever is new
 * may not be held yet.
 */
export async function newlyClaimed(
  tx: Kysely<DB>,
  scope: Scope,
  { today }: Day,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct i.customer_id from items i
    where ${inScope(scope, 'i.customer_id')} and i.portfolio_id = ${scope.portfolioId}::uuid
      and i.case_id is not null and i.entered_collection_on = ${today}::date
      and (exists (select from contact_facts f where ${inScope(scope, 'f.customer_id')}
          and f.customer_id = i.customer_id
          and f.kind = any(${[...holdFactKinds]}::text[]) and f.withdraws is null)
        or exists (select from parties p where ${inScope(scope, 'p.customer_id')}
          and p.customer_id = i.customer_id and p.role = 'attorney' and p.ended_at is null)
        or exists (select from customers c where ${inScope(scope, 'c.id')}
          and c.id = i.customer_id and c.linked))
    order by i.customer_id
  `.execute(tx);
  return rows.map(({ customerId }) => customerId);
}
