import { type CaseBars, withCaseBars } from '#domain/contact/case-bars.ts';
import { clockSkewLimitMs, withClockSkew, withClosing } from '#domain/contact/door-reasons.ts';
import { isDuty } from '#domain/contact/purposes.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { type KeptDecision, keepDecision } from '#storage/gate/gate.ts';
import {
  databaseClock,
  type GateGround,
  type GroundOf,
  groundFrom,
  type RecordGround,
  recordGround,
} from '#storage/gate/ground.ts';
import { type ContactLock, lockContact } from '#storage/gate/keep-contact.ts';
import { type HotTransaction, type Run, runOn } from '#storage/hot-path.ts';
import { isBegunAgain } from '#storage/retried.ts';
import type { App, Db } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/portfolio-policy.ts';
import { howOf, type Wanted } from './contact-order.ts';
import { LogUnreadable } from './gate-alarm.ts';
import { factsFrom } from './gather-facts.ts';

/** A decision with what it was made from. */
export type Weighed = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly at: Instant;
  /** The customer's zone for the record: the first one that was evaluated. */
  readonly zone: string;
  readonly debts: readonly string[];
};

/** What is asked of one contact that is about to be made, beyond what is asked of a mere question. */
export type Door = {
  /** Whether the guard band before closing edges is kept. */
  readonly guarded: boolean;
  /** A supervisor's factor against a presumption, when one was granted. */
  readonly rebuttalFactor?: string | null;
};

/** What a contact is decided from, and when it was read. */
export type Ground = GateGround & {
  readonly at: Instant;
  /** What the portfolio decides for itself. */
  readonly policy: PortfolioPolicy;
  /** How far the clock of this process is from the database's; 0 where they are not compared. */
  readonly skewMs: number;
};

/**
 * Reads what the database knows that bears on a contact, now or as of a later `atMs`; what cannot be
 * told is a want of ground, never an empty log. Throws `not-found` for an unknown customer,
 * `LogUnreadable` when the log cannot be read.
 */
export async function readGround(
  app: App,
  db: Db,
  wanted: Omit<Wanted, 'contactPointId'>,
  atMs: number = app.clock(),
): Promise<Ground> {
  const run = runOn(db);
  const of = groundOf(app, wanted, atMs);
  const beforeMs = app.clock();
  const own = await readable(recordGround(run, of));
  if (!own) throw new Refusal('not-found', { thing: 'customer', id: wanted.customerId });
  return wholeGround(app, db, run, { of, own, beforeMs, portfolio: wanted.portfolio });
}

/** Ground that was read under the person's lock, and what was done in the same round trip. */
export type LockedGround<Also> = {
  readonly ground: Ground;
  readonly lock: ContactLock;
  readonly also: Also;
};

/**
 * Locks the person and the chain of the case, does what `also` asks for and reads the ground of a
 * contact, all in one round trip. For a person with several records all of them are locked, in order.
 * Throws as `readGround` does.
 */
export async function lockGround<Also = null>(
  app: App,
  hot: HotTransaction,
  wanted: Omit<Wanted, 'contactPointId'>,
  also: (run: Run) => Promise<Also> | null = () => null,
): Promise<LockedGround<Also | null>> {
  const { customerId, caseId } = wanted;
  const of = groundOf(app, wanted, app.clock());
  const read = async () => {
    const beforeMs = app.clock();
    const sent = [
      lockContact(hot.run, customerId, caseId),
      also(hot.run),
      readable(recordGround(hot.run, of)),
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
  const ground = await wholeGround(app, hot.db, hot.run, begun);
  return { lock, also: done, ground };
}

function groundOf(app: App, wanted: Omit<Wanted, 'contactPointId'>, atMs: number): GroundOf {
  const { customerId, caseId, exceptAttempt } = wanted;
  const answers = howOf(wanted).inResponseTo;
  const { tenantId } = app;
  return { tenantId, customerId, caseId, exceptAttempt, answers, at: instantOf(atMs) };
}

/** What cannot be read is a want of ground; a transaction that is begun again is not. */
function readable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw isBegunAgain(error) ? error : new LogUnreadable(error);
  });
}

async function wholeGround(
  app: App,
  db: Db,
  run: Run,
  { of, own, beforeMs, portfolio }: BegunReading,
): Promise<Ground> {
  const afterMs = app.clock();
  const read = await readable(groundFrom(db, run, of, own));
  const ground = { ...read, at: of.at, policy: await policyOf(app, db, portfolio) };
  if (!app.clockCheck) return { ...ground, skewMs: 0 };
  // A lock that was waited for says nothing of the clocks: they are compared once more.
  const waited = afterMs - beforeMs > clockSkewLimitMs;
  const skewMs = waited
    ? await askSkew(app, run)
    : Math.max(beforeMs - ground.clockMs, ground.clockMs - afterMs, 0);
  return { ...ground, skewMs };
}

type BegunReading = {
  readonly of: GroundOf;
  readonly own: RecordGround;
  readonly beforeMs: number;
  readonly portfolio: Wanted['portfolio'];
};

async function askSkew(app: App, run: Run): Promise<number> {
  const beforeMs = app.clock();
  const clockMs = await databaseClock(run);
  return Math.max(beforeMs - clockMs, clockMs - app.clock(), 0);
}

/**
 * Asks the gate about one contact that is about to be made: the law of every pack that covers the
 * customer, what the case itself forbids, whether the clocks agree and whether something shuts within
 * moments.
 */
export function weighContact(app: App, wanted: Wanted, ground: Ground, door: Door): Weighed {
  const { skewMs } = ground;
  const weighed = weighPoint(app, wanted, ground, door.rebuttalFactor ?? null);
  const decision =
    skewMs > clockSkewLimitMs ? withClockSkew(weighed.decision, skewMs) : weighed.decision;
  if (!door.guarded || decision.permitted === false) return { ...weighed, decision };
  const guardMs = ground.policy.gate.closingGuardSeconds * 1000;
  if (guardMs === 0) return { ...weighed, decision };
  const { facts } = weighed;
  const at = instantOf(msOf(weighed.at) + guardMs);
  const later = app.gate.decide({ ...facts, proposed: { ...facts.proposed, at } });
  return { ...weighed, decision: withClosing(decision, later) };
}

/**
 * Asks the gate about several points of contact of one case, from one reading of the database, in the
 * order given. `atMs` asks about a later moment; the answer then holds if nothing happens until.
 */
export async function weighPoints(
  app: App,
  db: Db,
  wanted: Omit<Wanted, 'contactPointId'>,
  contactPointIds: readonly string[],
  atMs: number = app.clock(),
): Promise<readonly Weighed[]> {
  return weighEach(app, wanted, await readGround(app, db, wanted, atMs), contactPointIds);
}

/** The same from ground that was read before. */
export function weighEach(
  app: App,
  wanted: Omit<Wanted, 'contactPointId'>,
  ground: Ground,
  contactPointIds: readonly string[],
): readonly Weighed[] {
  return contactPointIds.map((contactPointId) =>
    weighPoint(app, { ...wanted, contactPointId }, ground, null),
  );
}

function weighPoint(
  app: App,
  wanted: Wanted,
  { rows, bars, at, policy, confirmedRules }: Ground,
  rebuttalFactor: string | null,
): Weighed {
  const how = howOf(wanted);
  const regions = regionsOf(rows.customer, ...rows.otherPlaces);
  const debts = rows.debts
    .filter((debt) => debt.customerId === wanted.customerId && debt.balance > 0)
    .filter((debt) => debt.portfolioId === wanted.portfolio.id)
    .map(({ id }) => id);
  const facts = factsFrom(
    rows,
    wanted.portfolio,
    policy.gate,
    app.tenantId,
    packsCovering(app.gate.packs, regions),
    {
      ...how,
      contactPointId: wanted.contactPointId,
      debts,
      at,
      today: dateOfDay(localDay(wanted.portfolio.zone, msOf(at))),
      ...{ rebuttalFactor, confirmedRules },
    },
  );
  const point = rows.points.find(({ id }) => id === wanted.contactPointId);
  const decision = withCaseBars(app.gate.decide(facts), {
    ...(how.purpose !== null && isDuty(how.purpose) ? owed(bars) : bars),
    pointState: point?.state ?? 'unknown',
  });
  const zone = decision.evaluatedZones[0]?.tz ?? wanted.portfolio.zone;
  return { decision, facts, at, zone, debts };
}

/** What the case still bars of a contact that is owed to the person: only a hold that stops all. */
function owed({ stopHold }: CaseBars): CaseBars {
  const atRest = { open: true, technicalReturn: false, coveredUntil: null, allDisputed: false };
  return { ...atRest, stopHold, nothingOwed: false };
}

/** Keeps a decision for good; answers its id. Takes the row lock of the customer. */
export async function recordDecision(
  app: App,
  tx: Db,
  wanted: Wanted,
  weighed: Weighed,
  purpose: 'ask' | 'reserve' | 'release',
  overrideId: string | null = null,
): Promise<string> {
  const kept = keptDecision(app, wanted, weighed, purpose, overrideId);
  await keepDecision(tx, kept);
  return kept.id;
}

/** A decision as it is to be kept, under a new id. */
export function keptDecision(
  app: App,
  wanted: Wanted,
  { decision, facts, at }: Weighed,
  purpose: 'ask' | 'reserve' | 'release',
  overrideId: string | null,
): KeptDecision {
  const { channel, campaign } = howOf(wanted);
  const spoke = ['DUNLIN', ...Object.keys(decision.packVersions)];
  const { hashes } = app.gate;
  return {
    id: app.newId(),
    tenantId: app.tenantId,
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    portfolioId: wanted.portfolio.id,
    userId: wanted.userId,
    purpose,
    channel,
    contactPointId: wanted.contactPointId,
    campaign,
    decision,
    facts,
    packHashes: Object.fromEntries(spoke.flatMap((pack) => hashPair(pack, hashes[pack]))),
    overrideId,
    decidedAt: at,
  };
}

function hashPair(pack: string, hash: string | undefined): [string, string][] {
  return hash === undefined ? [] : [[pack, hash]];
}
