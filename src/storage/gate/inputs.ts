import type { Kysely } from 'kysely';
import type { CaseBars } from '#domain/contact/case-bars.ts';
import { type GateRows, mergeRecords, type RecordRows } from '#domain/gate-facts/gate-rows.ts';
import { hotStatement, type Run } from '#storage/hot-path.ts';
import type { DB } from '#storage/tables.ts';
import { type CaseBarsRow, caseBarsOf, caseBarsPart, unknownCase } from './case-bars.ts';
import { gateColumns } from './columns.ts';
import { newestEvent } from './gate.ts';
import { nowOrThen } from './now-or-then.ts';
import { type GateReading, gateValues, otherRecords } from './rows.ts';
import { type SwitchedRules, switchedColumns } from './rule-switches.ts';

/** All that a contact on one case is decided from, as the database has it at one moment. */
export type StoredGateInputs = SwitchedRules & {
  readonly rows: GateRows;
  readonly bars: CaseBars;
  /** Whether somebody is in live contact with the person or about to be. */
  readonly inContact: boolean;
  /** The phones of the record that was asked about, the ones most worth trying first. */
  readonly phones: readonly string[];
  /** What the database's own clock says, in milliseconds since 1970. */
  readonly clockMs: number;
};

/** Whose ground it is, and for which case. */
export type InputsOf = GateReading & {
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
};

type InputsRow = RecordRows &
  SwitchedRules & {
    readonly bars: CaseBarsRow | null;
    readonly inContact: boolean;
    readonly phones: readonly string[];
    readonly clockMs: string;
    /** The number of the newest event about the record. */
    readonly logSeq: string;
  };

/** Phones of one case that are looked at. */
const phoneLimit = 8;

/**
 * Whether the person of the record is spoken to or about to be: a token not used up, a call that has
 * not ended, a conversation that is not wrapped up.
 */
const inContactPart = `(exists (
    select 1 from attempts t where t.customer_id = :customerId::uuid
      and t.state in ('reserved', 'released') and t.channel in ('phone_call', 'visit')
      and (t.state = 'released' or t.token_expires_at > :at::timestamptz))
  or exists (select 1 from conversations v
    where v.customer_id = :customerId::uuid and v.finished_at is null))`;

const phonesPart = `array(select p.id::text from contact_points p
  where p.customer_id = :customerId::uuid and p.kind in ('mobile', 'landline')
  order by p.state in ('valid', 'unverified') desc, p.state = 'valid' desc,
    p.last_success_at desc nulls last, p.rank, p.id limit ${phoneLimit})`;

const clockMsPart = '(extract(epoch from clock_timestamp()) * 1000)::bigint::text as "clockMs"';

const groundStatement = nowOrThen(
  `select ${gateColumns}, ${caseBarsPart} as bars,
    ${switchedColumns}, ${inContactPart} as "inContact",
    ${phonesPart} as phones,
    ${clockMsPart}, ${newestEvent}
  from customers c where c.id = :customerId::uuid`,
  (text, form) => hotStatement<InputsRow>(`gate-ground-${form}`, text),
);

const clockStatement = hotStatement<{ clockMs: string }>('clock', `select ${clockMsPart}`);

/** What the database's own clock says, in milliseconds since 1970. */
export async function databaseClock(run: Run): Promise<number> {
  return Number((await run(clockStatement, {}))[0]?.clockMs);
}

/** What one record says, as it was read; `linked` tells that others are the same person. */
export type RecordInputs = InputsRow;

/** Reads what one record of a person says, in one round trip; undefined for an unknown customer. */
export async function recordInputs(run: Run, of: InputsOf): Promise<RecordInputs | undefined> {
  const { tenantId, customerId, caseId, ...reading } = of;
  const values = { ...gateValues(customerId, reading), tenantId, caseId };
  return (await run(groundStatement(reading.asOf === true), values))[0];
}

/**
 * Puts the inputs of a contact together from the record that was read and, for the few people who
 * have several, from the others, which are read now. Under the lock of the person nothing of it
 * changes until the transaction ends.
 */
export async function gateInputsFrom(
  db: Kysely<DB>,
  run: Run,
  of: InputsOf,
  own: RecordInputs,
): Promise<StoredGateInputs> {
  const read = (customerId: string) => recordInputs(run, { ...of, customerId });
  const others = await otherRecords(db, own, read);
  const { bars, inContact, phones, clockMs, logSeq: _, ...rest } = own;
  const { confirmedRules, silencedRules, ...record } = rest;
  const records = others.map((each): RecordRows => each);
  return {
    rows: mergeRecords(record, records),
    bars: bars ? caseBarsOf(bars) : unknownCase,
    ...{ confirmedRules, silencedRules },
    inContact: inContact || others.some((other) => other.inContact),
    phones,
    clockMs: Number(clockMs),
  };
}
