import { howOf } from '#domain/contact/contact-how.ts';
import { clockSkewLimitMs } from '#domain/contact/operational-reasons.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { ClockWatch } from '#kernel/clock-watch.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import {
  databaseClock,
  gateInputsFrom,
  type InputsOf,
  type RecordInputs,
  recordInputs,
  type StoredGateInputs,
} from '#storage/gate/inputs.ts';
import { type ContactLock, lockContact } from '#storage/gate/keep-contact.ts';
import { type HotTransaction, type Run, runOn } from '#storage/hot-path.ts';
import { isBegunAgain } from '#storage/retried.ts';
import type { App, Db } from '#usecases/app.ts';
import { isClockInDoubt } from '#usecases/clock-watch.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { LogUnreadable } from './gate-alarm.ts';
import type { Wanted } from './wanted-contact.ts';

/** What a contact is decided from, and when it was read. */
export type GateInputs = StoredGateInputs & {
  readonly at: Instant;
  /** What the portfolio decides for itself. */
  readonly policy: PortfolioPolicy;
  /** How far the clock of this process is from the database's; 0 where they are not compared. */
  readonly skewMs: number;
};

/**
 * Reads what the database knows that bears on a contact, now or as of a later `atMs`; what cannot be
 * told is a lack of inputs, never an empty log. Throws `not-found` for an unknown customer,
 * `LogUnreadable` when the log cannot be read.
 */
export async function loadGateInputs(
  app: App,
  db: Db,
  wanted: Omit<Wanted, 'contactPointId'>,
  atMs: number = app.clock(),
): Promise<GateInputs> {
  return loadGateInputsOn(app, db, runOn(db), wanted, atMs);
}

/** The same with statements that are sent as `run` sends them. */
export async function loadGateInputsOn(
  app: App,
  db: Db,
  run: Run,
  wanted: Omit<Wanted, 'contactPointId'>,
  atMs: number = app.clock(),
): Promise<GateInputs> {
  const of = readingOf(app, wanted, atMs);
  const beforeMs = app.clock();
  const own = await readable(recordInputs(run, of));
  if (!own) throw new Refusal('not-found', { thing: 'customer', id: wanted.customerId });
  return completeInputs(app, db, run, { of, own, beforeMs, portfolio: wanted.portfolio });
}

/** Inputs that were read under the person's lock, and what was done in the same round trip. */
export type LockedInputs<Also> = {
  readonly inputs: GateInputs;
  readonly lock: ContactLock;
  readonly also: Also;
};

/**
 * Locks the person and the chain of the case, does what `also` asks for and reads the inputs of a
 * contact, all in one round trip. For a person with several records all of them are locked, in order.
 * Throws as `loadGateInputs` does.
 */
export async function lockGateInputs<Also = null>(
  app: App,
  hot: HotTransaction,
  wanted: Omit<Wanted, 'contactPointId'>,
  also: (run: Run) => Promise<Also> | null = () => null,
): Promise<LockedInputs<Also | null>> {
  const { customerId, caseId } = wanted;
  const of = readingOf(app, wanted, app.clock());
  const read = async () => {
    const beforeMs = app.clock();
    const sent = [
      lockContact(hot.run, customerId, caseId),
      also(hot.run),
      readable(recordInputs(hot.run, of)),
    ] as const;
    // The first that fails tells why; those behind it fail because of it.
    await Promise.allSettled(sent);
    const [lock, done, own] = [await sent[0], await sent[1], await sent[2]];
    if (!lock || !own) throw new Refusal('not-found', { thing: 'customer', id: customerId });
    return { lock, done, own, beforeMs };
  };
  let found = await read();
  if (found.lock.linked) {
    await hot.beginAgain();
    await lockPeople(hot.db, customerId);
    found = await read();
  }
  const { lock, done, own, beforeMs } = found;
  const begun = { of, own, beforeMs, portfolio: wanted.portfolio };
  const inputs = await completeInputs(app, hot.db, hot.run, begun);
  return { lock: { ...lock, logSeq: own.logSeq }, also: done, inputs };
}

function readingOf(app: App, wanted: Omit<Wanted, 'contactPointId'>, atMs: number): InputsOf {
  const { customerId, caseId, exceptAttempt, madeAt } = wanted;
  const answers = howOf(wanted).inResponseTo;
  const { tenantId } = app;
  const at = madeAt ?? instantOf(atMs);
  return { tenantId, customerId, caseId, exceptAttempt, answers, at, asOf: madeAt !== undefined };
}

/** What cannot be read is a lack of inputs; a transaction that is begun again is not. */
function readable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw isBegunAgain(error) ? error : new LogUnreadable(error);
  });
}

async function completeInputs(
  app: App,
  db: Db,
  run: Run,
  { of, own, beforeMs, portfolio }: BegunReading,
): Promise<GateInputs> {
  const afterMs = app.clock();
  const read = await readable(gateInputsFrom(db, run, of, own));
  const inputs = { ...read, at: of.at, policy: await policyOf(app, db, portfolio) };
  if (!app.clockWatch) return { ...inputs, skewMs: 0 };
  if (isClockInDoubt(app)) return { ...inputs, skewMs: doubtMs(app.clockWatch) };
  // A lock that was waited for says nothing of the clocks: they are compared once more.
  const waited = afterMs - beforeMs > clockSkewLimitMs;
  const skewMs = waited
    ? await askSkew(app, run)
    : Math.max(beforeMs - inputs.clockMs, inputs.clockMs - afterMs, 0);
  return { ...inputs, skewMs };
}

type BegunReading = {
  readonly of: InputsOf;
  readonly own: RecordInputs;
  readonly beforeMs: number;
  readonly portfolio: Wanted['portfolio'];
};

/** A doubt stands until a person has looked, even when the clocks agree again. */
const doubtMs = ({ doubt }: ClockWatch) => Math.max(doubt?.byMs ?? 0, clockSkewLimitMs + 1);

async function askSkew(app: App, run: Run): Promise<number> {
  const beforeMs = app.clock();
  const clockMs = await databaseClock(run);
  return Math.max(beforeMs - clockMs, clockMs - app.clock(), 0);
}
