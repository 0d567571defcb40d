import type { Decision } from '#domain/compliance/decision.ts';
import type { Facts } from '#domain/compliance/facts.ts';
import { packsCovering } from '#domain/compliance/pack.ts';
import { regionsOf } from '#domain/compliance/regions.ts';
import { type CaseBars, withCaseBars } from '#domain/contact/case-bars.ts';
import {
  clockSkewLimitMs,
  closingGuardSeconds,
  withClockSkew,
  withClosing,
} from '#domain/contact/door-reasons.ts';
import { isDuty } from '#domain/contact/purposes.ts';
import { bucketOf } from '#kernel/ids.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { dateIn, type Instant, instantOf, msOf } from '#kernel/time.ts';
import { caseBarsRow } from '#storage/case-bars.ts';
import { databaseMs, keepDecision } from '#storage/gate.ts';
import { type GateRows, gateRows } from '#storage/gate-rows.ts';
import { isBegunAgain } from '#storage/retried.ts';
import { confirmedRules } from '#storage/rule-switches.ts';
import type { App, Db } from '../app.ts';
import { howOf, type Wanted } from './contact-order.ts';
import { LogUnreadable } from './gate-alarm.ts';
import { factsFrom, type Intended } from './gather-facts.ts';

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

/**
 * Asks the gate about one contact that is about to be made, from what the database says now: the law
 * of every pack that covers the customer, what the case itself forbids, whether the clocks agree and
 * whether something shuts within moments. Throws `not-found` for an unknown customer, `LogUnreadable`
 * when the log cannot be read.
 */
export async function weighContact(app: App, db: Db, wanted: Wanted, door: Door): Promise<Weighed> {
  const skewMs = await clockSkewMs(app, db);
  const rebuttalFactor = door.rebuttalFactor ?? null;
  const [weighed] = await weigh(app, db, wanted, [wanted.contactPointId], { rebuttalFactor });
  assert(weighed, 'one point gives one answer');
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

/** How far the clock of this process is from the database's; 0 where they are not compared. */
async function clockSkewMs(app: App, db: Db): Promise<number> {
  if (!app.clockCheck) return 0;
  const beforeMs = app.clock();
  const ms = await databaseMs(db);
  const afterMs = app.clock();
  return Math.max(beforeMs - ms, ms - afterMs, 0);
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
  return weigh(app, db, wanted, contactPointIds, { atMs, rebuttalFactor: null });
}

async function weigh(
  app: App,
  db: Db,
  wanted: Omit<Wanted, 'contactPointId'>,
  contactPointIds: readonly string[],
  asked: { readonly atMs?: number; readonly rebuttalFactor: string | null },
): Promise<readonly Weighed[]> {
  const at = instantOf(asked.atMs ?? app.clock());
  const { rows, bars, confirmed } = await groundOf(app, db, wanted, at);
  if (!rows) throw new Refusal('not-found', { thing: 'customer', id: wanted.customerId });
  const { rebuttalFactor } = asked;
  const spoken = { rebuttalFactor, confirmedRules: confirmed };
  return contactPointIds.map((id) =>
    weighPoint(app, { ...wanted, contactPointId: id }, rows, bars, at, spoken),
  );
}

/** What the database knows; one that cannot tell is a want of ground, never an empty log. */
async function groundOf(app: App, db: Db, wanted: Omit<Wanted, 'contactPointId'>, at: Instant) {
  const { customerId, caseId, exceptAttempt } = wanted;
  try {
    const rows = await gateRows(db, customerId, { at, exceptAttempt });
    const bars = await caseBarsRow(db, customerId, caseId);
    return { rows, bars, confirmed: await confirmedRules(db, app.tenantId) };
  } catch (error) {
    throw isBegunAgain(error) ? error : new LogUnreadable(error);
  }
}

function weighPoint(
  app: App,
  wanted: Wanted,
  rows: GateRows,
  bars: CaseBars,
  at: Instant,
  spoken: Pick<Intended, 'rebuttalFactor' | 'confirmedRules'>,
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
      today: dateIn(wanted.portfolio.zone, msOf(at)),
      ...spoken,
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
    bucket: bucketOf(wanted.customerId),
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
