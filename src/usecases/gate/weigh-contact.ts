import { type CaseBars, withCaseBars } from '#domain/contact/case-bars.ts';
import {
  clockSkewLimitMs,
  closingGuardSeconds,
  withClockSkew,
  withClosing,
} from '#domain/contact/door-reasons.ts';
import { isDuty } from '#domain/contact/purposes.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { keepDecision } from '#storage/gate/gate.ts';
import { type GateGround, gateGround } from '#storage/gate/ground.ts';
import { isBegunAgain } from '#storage/retried.ts';
import type { App, Db } from '#usecases/app.ts';
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
  const { customerId, caseId, exceptAttempt } = wanted;
  const { tenantId } = app;
  const at = instantOf(atMs);
  const answers = howOf(wanted).inResponseTo;
  const beforeMs = app.clock();
  const ground = await gateGround(db, { tenantId, customerId, caseId, exceptAttempt, answers, at })
    // A transaction that is begun again is no want of ground.
    .catch((error: unknown) => {
      throw isBegunAgain(error) ? error : new LogUnreadable(error);
    });
  if (!ground) throw new Refusal('not-found', { thing: 'customer', id: customerId });
  const { clockMs } = ground;
  const apartMs = Math.max(beforeMs - clockMs, clockMs - app.clock(), 0);
  return { ...ground, at, skewMs: app.clockCheck ? apartMs : 0 };
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
  const gatePolicy = (wanted.portfolio.policy['gate'] ?? {}) as Readonly<Record<string, unknown>>;
  const guardMs = closingGuardSeconds(gatePolicy) * 1000;
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
  const ground = await readGround(app, db, wanted, atMs);
  return contactPointIds.map((contactPointId) =>
    weighPoint(app, { ...wanted, contactPointId }, ground, null),
  );
}

function weighPoint(
  app: App,
  wanted: Wanted,
  { rows, bars, at, confirmedRules }: Ground,
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
  { decision, facts, at }: Weighed,
  purpose: 'ask' | 'reserve' | 'release',
  overrideId: string | null = null,
): Promise<string> {
  const id = app.newId();
  const { channel, campaign } = howOf(wanted);
  const spoke = ['DUNLIN', ...Object.keys(decision.packVersions)];
  const { hashes } = app.gate;
  await keepDecision(tx, {
    id,
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
  });
  return id;
}

function hashPair(pack: string, hash: string | undefined): [string, string][] {
  return hash === undefined ? [] : [[pack, hash]];
}
