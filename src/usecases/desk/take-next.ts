import { isOpenNow, opensAt } from '#domain/contact/calling-hours.ts';
import { nextGroup } from '#domain/queue/priority.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { dueCallback, shiftCallback } from '#storage/desk/callbacks.ts';
import { waitingSummary } from '#storage/desk/day.ts';
import {
  giveBack,
  heldLease,
  leaseCase,
  lockAgent,
  popBest,
  queueOutlook,
  turnQueue,
} from '#storage/desk/desk.ts';
import { allPortfolios, type PortfolioRow } from '#storage/workforce/users.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { caseView } from '#usecases/cases/read-case.ts';
import {
  allowancesOf,
  plainInstant,
  type WeighedPoint,
  weighCase,
} from '#usecases/gate/allowances.ts';
import { raiseAlarms } from '#usecases/gate/gate-alarm.ts';
import { recordDecision } from '#usecases/gate/weigh-contact.ts';
import { policiesOf } from '#usecases/portfolios/portfolio-policy.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { checkNothingOpen } from '#usecases/workforce/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/enter-state.ts';

/** How long a case may be prepared before it goes back to the pool. */
const leaseMs = 15 * 60_000;
/** Cases the gate may refuse in one go before the agent is told that there is none. */
const triesLimit = 12;
/** A case whose refusal has no known end is looked at again after a day. */
const lookAgainMs = 24 * 3_600_000;
/** Waiting work made ready in one turn. */
const turnLimit = 500;
type Reason = { code: string; facts: Record<string, string | number | boolean | null> };

/** The portfolios in which the actor works cases: all of theirs, or the one asked for. */
export async function workPortfolios(
  app: App,
  actor: Actor,
  portfolioId: string | null,
): Promise<readonly PortfolioRow[]> {
  if (portfolioId !== null) allow(actor, 'case.work', portfolioId);
  const mine = portfoliosWith(actor, 'case.work');
  const all = await allPortfolios(app.db, app.tenantId);
  return all.filter(
    ({ id }) =>
      (mine === 'all' || mine.includes(id)) && (portfolioId === null || portfolioId === id),
  );
}

/**
 * The most valuable case this agent may contact now, leased to them. Due callbacks come first. What
 * the gate refuses goes back to waiting with its next time in the transaction that took it.
 */
export async function nextCase(
  app: App,
  actor: Actor,
  { portfolioId }: { portfolioId: string | null },
) {
  const userId = actor.userId;
  assert(userId, 'only people work cases');
  const portfolios = await workPortfolios(app, actor, portfolioId);
  await turnQueue(app.db, now(app), turnLimit);
  const found =
    (await takeCallback(app, userId, portfolios)) ?? (await takeReady(app, userId, portfolios));
  if (found) return { ...(await openView(app, actor, found.ref, found.portfolio)), ...nothingMore };
  return { case: null, allowed: [], ...(await whyNone(app, portfolios)) };
}

const nothingMore = { why: [] as Reason[], nextAt: null };

/** The case as the desk opens it, with what is allowed now. */
export async function openView(app: App, actor: Actor, ref: CaseRef, portfolio: PortfolioRow) {
  const [view, points] = await Promise.all([
    caseView(app, app.db, actor, ref),
    weighCase(app, app.db, ref, portfolio, actor.userId),
  ]);
  return { case: view, allowed: await allowancesOf(app, ref, points) };
}

type Taken = { readonly ref: CaseRef; readonly portfolio: PortfolioRow };

/**
 * The case the agent holds already: asked again, or twice at once, `next` brings the same one. One
 * held in another portfolio than asked for goes back, so that nobody keeps two customers.
 */
async function alreadyHeld(
  app: App,
  tx: Tx,
  userId: string,
  portfolios: readonly PortfolioRow[],
): Promise<Taken | null> {
  await lockAgent(tx, userId);
  await checkNothingOpen(tx, userId);
  const held = await heldLease(tx, userId, now(app));
  if (!held) return null;
  const portfolio = portfolios.find(({ id }) => id === held.portfolioId);
  if (portfolio) return { ref: held, portfolio };
  await giveBack(tx, { ...held, userId, at: now(app), again: null });
  return null;
}

/** What is served is counted over all portfolios of an agent, so the strictest of their limits holds. */
async function leastUpperOfTen(app: App, portfolios: readonly PortfolioRow[]): Promise<number> {
  const all = await policiesOf(app, app.db, portfolios);
  return Math.min(...all.map(({ policy }) => policy.queue.upperOfTen));
}

async function takeReady(
  app: App,
  userId: string,
  portfolios: readonly PortfolioRow[],
): Promise<Taken | null> {
  const ids = portfolios.map(({ id }) => id);
  const outlook = await queueOutlook(app.db, ids);
  const zones = outlook.zones.filter((zone) => isOpenNow(zone, app.clock()));
  if (zones.length === 0) return null;
  const waiting = { upperWaiting: true, normalWaiting: true };
  const upperOfTen = await leastUpperOfTen(app, portfolios);
  const preferUpper = nextGroup({ ...outlook, ...waiting }, upperOfTen) === 'upper';
  for (let tries = 0; tries < triesLimit; tries += 1) {
    const outcome = await app.db.transaction().execute(async (tx) => {
      const held = await alreadyHeld(app, tx, userId, portfolios);
      if (held) return held;
      const at = now(app);
      const until = instantOf(app.clock() + leaseMs);
      const popped = await popBest(tx, {
        userId,
        portfolioIds: ids,
        zones,
        preferUpper,
        at,
        until,
      });
      if (!popped) return 'empty';
      const portfolio = portfolios.find(({ id }) => id === popped.portfolioId);
      if (!popped.leased || !portfolio) return 'again';
      const ref = { customerId: popped.customerId, caseId: popped.caseId };
      const allowed = await keepIfAllowed(app, tx, ref, portfolio, userId, popped.upperGroup);
      return allowed === true ? { ref, portfolio } : 'again';
    });
    if (outcome === 'empty') return null;
    if (outcome !== 'again') return outcome;
  }
  return null;
}

async function takeCallback(
  app: App,
  userId: string,
  portfolios: readonly PortfolioRow[],
): Promise<Taken | null> {
  const ids = portfolios.map(({ id }) => id);
  for (let tries = 0; tries < triesLimit; tries += 1) {
    const outcome = await app.db.transaction().execute(async (tx) => {
      const held = await alreadyHeld(app, tx, userId, portfolios);
      if (held) return held;
      const at = now(app);
      const due = await dueCallback(tx, userId, ids, at);
      const portfolio = portfolios.find(({ id }) => id === due?.portfolioId);
      if (!due || !portfolio) return 'empty';
      const until = instantOf(app.clock() + leaseMs);
      const ref = { customerId: due.customerId, caseId: due.caseId };
      if (!(await leaseCase(tx, { ...ref, userId, at, until }))) return 'empty';
      const allowed = await keepIfAllowed(app, tx, ref, portfolio, userId, true);
      if (allowed === true) return { ref, portfolio };
      await shiftCallback(tx, due, { dueAt: allowed.nextAt, outcome: 'refused-by-rules', at });
      return 'again';
    });
    if (outcome === 'empty') return null;
    if (outcome !== 'again') return outcome;
  }
  return null;
}

/** Keeps a leased case that may be contacted; else gives it back with its next time. */
async function keepIfAllowed(
  app: App,
  tx: Tx,
  ref: CaseRef,
  portfolio: PortfolioRow,
  userId: string,
  upperGroup: boolean,
): Promise<true | { nextAt: Instant | null }> {
  const points = await weighCase(app, tx, ref, portfolio, userId);
  if (points.some(({ weighed }) => weighed.decision.permitted === true)) {
    const place = { ...ref, portfolio };
    await logOnCase(app, tx, place, userId, 'case.taken', { upperGroup, byHand: false });
    await enterState(app, tx, userId, 'contact', { caseId: ref.caseId });
    return true;
  }
  await keepRefusal(app, tx, ref, portfolio, userId, points);
  const nextAt = soonest(points);
  const again = nextAt ?? instantOf(app.clock() + lookAgainMs);
  await giveBack(tx, { ...ref, userId, at: now(app), again });
  return { nextAt };
}

async function keepRefusal(
  app: App,
  tx: Tx,
  ref: CaseRef,
  portfolio: PortfolioRow,
  userId: string,
  points: readonly WeighedPoint[],
): Promise<void> {
  const [best] = points;
  if (!best) return;
  const { contactPointId, weighed } = best;
  const wanted = { ...ref, portfolio, userId, contactPointId, exceptAttempt: null };
  await recordDecision(app, tx, wanted, weighed, 'ask');
  // Nobody would ever reserve a case that is passed over here: this is where its want is heard of.
  await raiseAlarms(app, tx, wanted, weighed.decision);
}

function soonest(points: readonly WeighedPoint[]): Instant | null {
  const times = points.flatMap(({ weighed }) => plainInstant(weighed.decision) ?? []);
  return times.sort()[0] ?? null;
}

/** Why there is nothing to hand out, as codes, and when there may be something again. */
async function whyNone(app: App, portfolios: readonly PortfolioRow[]) {
  const ids = portfolios.map(({ id }) => id);
  if (ids.length === 0) return { why: [{ code: 'no-portfolio', facts: {} }], nextAt: null };
  const summary = await waitingSummary(app.db, ids);
  const why: Reason[] = [];
  const openings = summary.readyZones.map((zone) => opensAt(zone, app.clock()));
  const closed = openings.filter((ms) => ms > app.clock());
  if (summary.ready === 0) why.push({ code: 'queue-empty', facts: {} });
  else if (closed.length === openings.length) {
    why.push({ code: 'all-closed-now', facts: { count: summary.ready } });
  } else why.push({ code: 'all-refused-now', facts: { count: summary.ready } });
  if (summary.waiting > 0) why.push({ code: 'waiting', facts: { count: summary.waiting } });
  if (summary.leased > 0) why.push({ code: 'with-others', facts: { count: summary.leased } });
  const times = [
    ...closed,
    ...[summary.nextAt, summary.nextCallbackAt].flatMap((at) => (at ? [msOf(at)] : [])),
  ].filter((ms) => ms > app.clock());
  return { why, nextAt: times.length > 0 ? instantOf(Math.min(...times)) : null };
}
