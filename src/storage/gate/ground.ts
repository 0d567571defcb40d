import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CaseBars } from '#domain/contact/case-bars.ts';
import type { Instant } from '#kernel/time.ts';
import { peopleOf } from '#storage/contact-log/person-links.ts';
import type { DB } from '#storage/tables.ts';
import { caseBarsPart, unknownCase } from './case-bars.ts';
import { type GateReading, type GateRows, gateColumns } from './rows.ts';
import { confirmedPart } from './rule-switches.ts';

/** All that a contact on one case is decided from, as the database has it at one moment. */
export type GateGround = {
  readonly rows: GateRows;
  readonly bars: CaseBars;
  /** The rules of unread source that two people have let speak. */
  readonly confirmedRules: readonly string[];
  /** Whether somebody is in live contact with the person or about to be. */
  readonly inContact: boolean;
  /** What the database's own clock says, in milliseconds since 1970. */
  readonly clockMs: number;
};

/** Whose ground it is, and for which case. */
export type GroundOf = GateReading & {
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
};

type GroundRow = GateRows & {
  readonly bars: CaseBars | null;
  readonly confirmedRules: readonly string[];
  readonly inContact: boolean;
  readonly clockMs: string;
};

/**
 * Reads the ground of a contact in one round trip; undefined for an unknown customer. Under the lock
 * of the person nothing of it changes until the transaction ends.
 */
export async function gateGround(
  db: Kysely<DB>,
  { tenantId, customerId, caseId, ...reading }: GroundOf,
): Promise<GateGround | undefined> {
  const { rows } = await sql<GroundRow>`
    with recursive ${peopleOf(customerId)}
    select ${gateColumns(reading)}, ${caseBarsPart(customerId, caseId)} as bars,
      array(${confirmedPart(tenantId)}) as confirmed_rules,
      ${inContactPart(reading.at)} as in_contact,
      (extract(epoch from clock_timestamp()) * 1000)::bigint::text as clock_ms
    from customers c where c.id = ${customerId}::uuid
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { bars, confirmedRules, inContact, clockMs, ...gate } = row;
  return {
    rows: gate,
    bars: bars ?? unknownCase,
    confirmedRules,
    inContact,
    clockMs: Number(clockMs),
  };
}

/**
 * Whether one of the `people` is spoken to or about to be: a token not used up, a call that has not
 * ended, a talk that is not wrapped up.
 */
const inContactPart = (at: Instant): RawBuilder<unknown> => sql`exists (
    select 1 from people g cross join lateral (
      select 1 from attempts t where t.customer_id = g.id and t.state in ('reserved', 'released')
        and t.channel in ('phone_call', 'visit')
        and (t.state = 'released' or t.token_expires_at > ${at}::timestamptz)
      union all
      select 1 from conversations v where v.customer_id = g.id and v.finished_at is null
    ) under_way)`;
