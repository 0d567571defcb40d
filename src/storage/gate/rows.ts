import type { Kysely } from 'kysely';
import { type GateRows, mergeRecords, type RecordRows } from '#domain/gate-facts/gate-rows.ts';
import type { Instant } from '#kernel/time.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
import type { DB } from '#storage/tables.ts';
import { gateColumns } from './columns.ts';
import { nowOrThen } from './now-or-then.ts';

/** How the rows of a person are to be read. */
export type GateReading = {
  /** The instant decided about. */
  readonly at: Instant;
  /** An attempt of ours that must not count against itself. */
  readonly exceptAttempt: string | null;
  /** True leaves out what happened after `at`, to decide about a past instant as it truly was. */
  readonly asOf?: boolean;
  /** The message of theirs that is answered: what was said in its thread stays in the log. */
  readonly answers?: string | null;
};

/** The values that `gateColumns` needs. */
export function gateValues(customerId: string, reading: GateReading) {
  const { at: instant, exceptAttempt, answers = null } = reading;
  return { customerId, at: instant, exceptAttempt, answers };
}

const recordStatement = nowOrThen(
  `select ${gateColumns} from customers c where c.id = :customerId::uuid`,
  (text, form) => hotStatement<RecordRows>(`gate-record-${form}`, text),
);

/** Everything about one human being that the gate decides from. */
export async function gateRows(
  db: Kysely<DB>,
  customerId: string,
  reading: GateReading,
): Promise<GateRows | undefined> {
  const run = runOn(db);
  const read = async (id: string) =>
    (await run(recordStatement(reading.asOf === true), gateValues(id, reading)))[0];
  const own = await read(customerId);
  if (!own) return undefined;
  return mergeRecords(own, await otherRecords(db, own, read));
}

/** The other records that are the same person, each read by itself; none for most people. */
export async function otherRecords<One extends RecordRows>(
  db: Kysely<DB>,
  own: One,
  read: (customerId: string) => Promise<One | undefined>,
): Promise<readonly One[]> {
  if (!own.linked) return [];
  const others = (await groupOf(db, own.customer.id)).filter((id) => id !== own.customer.id);
  const found: One[] = [];
  for (const id of others) {
    const one = await read(id);
    if (one) found.push(one);
  }
  return found;
}
