import { createHash } from 'node:crypto';
import type { Decision } from '#domain/compliance/decision.ts';
import type { Facts } from '#domain/compliance/facts.ts';
import { packsCovering } from '#domain/compliance/pack.ts';
import { type CaseBars, withCaseBars } from '#domain/contact/case-bars.ts';
import { bucketOf } from '#kernel/ids.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { dateIn, type Instant, instantOf, msOf } from '#kernel/time.ts';
import { caseBarsRow } from '#storage/case-bars.ts';
import { keepDecision } from '#storage/gate.ts';
import { type GateRows, gateRows } from '#storage/gate-rows.ts';
import type { PortfolioRow } from '#storage/users.ts';
import type { App, Db } from '../app.ts';
import { factsFrom } from './gather-facts.ts';

/** A contact somebody wants to make on a case. */
export type Wanted = {
  readonly customerId: string;
  readonly caseId: string;
  readonly contactPointId: string;
  readonly portfolio: PortfolioRow;
  readonly userId: string | null;
  /** An attempt of ours that must not count against itself. */
  readonly exceptAttempt: string | null;
};

/** A decision with what it was made from. */
export type Weighed = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly at: Instant;
  /** The customer's zone for the record: the first one that was evaluated. */
  readonly zone: string;
  readonly debts: readonly string[];
};

/**
 * Asks the gate about one contact from what the database says now: the law of every pack that covers
 * the customer, then what the case itself forbids. Throws `not-found` for an unknown customer.
 */
export async function weighContact(app: App, db: Db, wanted: Wanted): Promise<Weighed> {
  const [weighed] = await weighPoints(app, db, wanted, [wanted.contactPointId]);
  assert(weighed, 'one point gives one answer');
  return weighed;
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
  const at = instantOf(atMs);
  const rows = await gateRows(db, wanted.customerId, { at, exceptAttempt: wanted.exceptAttempt });
  if (!rows) throw new Refusal('not-found', { thing: 'customer', id: wanted.customerId });
  const bars = await caseBarsRow(db, wanted.customerId, wanted.caseId);
  return contactPointIds.map((id) =>
    weighPoint(app, { ...wanted, contactPointId: id }, rows, bars, at),
  );
}

function weighPoint(
  app: App,
  wanted: Wanted,
  rows: GateRows,
  bars: CaseBars,
  at: Instant,
): Weighed {
  const { country, region } = rows.customer;
  const regions = region ? [country, `${country}-${region}`] : [country];
  const debts = rows.debts
    .filter((debt) => debt.portfolioId === wanted.portfolio.id && debt.balance > 0)
    .map(({ id }) => id);
  const facts = factsFrom(
    rows,
    wanted.portfolio,
    app.tenantId,
    packsCovering(app.gate.packs, regions),
    {
      channel: 'phone_call',
      contactPointId: wanted.contactPointId,
      debts,
      at,
      today: dateIn(wanted.portfolio.zone, msOf(at)),
      mode: 'live_agent',
    },
  );
  const point = rows.points.find(({ id }) => id === wanted.contactPointId);
  const decision = withCaseBars(app.gate.decide(facts), {
    ...bars,
    pointState: point?.state ?? 'unknown',
  });
  const zone = decision.evaluatedZones[0]?.tz ?? wanted.portfolio.zone;
  return { decision, facts, at, zone, debts };
}

/** Keeps a decision for good; answers its id. */
export async function recordDecision(
  app: App,
  tx: Db,
  wanted: Wanted,
  weighed: Weighed,
  purpose: 'ask' | 'reserve' | 'release',
): Promise<string> {
  const id = app.newId();
  await keepDecision(tx, {
    id,
    tenantId: app.tenantId,
    bucket: bucketOf(wanted.customerId),
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    userId: wanted.userId,
    purpose,
    channel: 'phone_call',
    contactPointId: wanted.contactPointId,
    decision: weighed.decision,
    facts: weighed.facts,
    factsHash: createHash('sha256').update(JSON.stringify(weighed.facts)).digest('hex'),
    decidedAt: weighed.at,
  });
  return id;
}
