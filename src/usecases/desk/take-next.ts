import { opensAt } from '#domain/contact/calling-hours.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { heldLease, lockAgent } from '#storage/desk/agent.ts';
import { callbackDue, dueCallback, shiftCallback } from '#storage/desk/callbacks.ts';
import { waitingSummary } from '#storage/desk/day.ts';
import { leaseCase, queueOutlook, releaseLease } from '#storage/desk/desk.ts';
import { releaseDueItems } from '#storage/desk/due-items.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { evaluateCase } from '#usecases/gate/steps/contact-permissions.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { checkNothingOpen } from '#usecases/workforce/steps/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { openView } from './steps/open-view.ts';
import { releaseRefused } from './steps/release-refused.ts';
import { type Agent, leaseMs, type Taken, takeReady, triesLimit } from './steps/take-ready.ts';
import { tellRefusedPromise } from './steps/tell-refused-promise.ts';
import { workPortfolios } from './steps/work-portfolios.ts';

/** Waiting work made ready in one turn. */
const turnLimit = 500;

type Reason = { code: string; facts: Record<string, string | number | boolean | null> };

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
  const agent = { ...actor, userId };
  const portfolios = await workPortfolios(app, actor, portfolioId);
  const found = (await take(app, agent, portfolios)) ?? (await takeDue(app, agent, portfolios));
  if (found) {
    const { ref, portfolio, points } = found;
    return { ...(await openView(app, actor, ref, portfolio, points)), ...nothingMore };
  }
  return { case: null, allowed: [], ...(await whyNone(app, portfolios)) };
}

const nothingMore = { why: [] as Reason[], nextAt: null };

/** The best that can be taken: a callback whose time has come, else from the queue. */
async function take(app: App, agent: Agent, portfolios: readonly PortfolioRow[]) {
  const ids = portfolios.map(({ id }) => id);
  const [isDue, outlook] = await Promise.all([
    callbackDue(app.db, agent.userId, ids, now(app)),
    queueOutlook(app.db, ids),
  ]);
  const called = isDue ? await takeCallback(app, agent, portfolios) : null;
  return called ?? takeReady(app, agent, portfolios, outlook);
}

/**
 * The same once the clockwork's part is done here: what is due may wait for it, and leases that ran
 * out are over.
 */
async function takeDue(app: App, agent: Agent, portfolios: readonly PortfolioRow[]) {
  if ((await releaseDueItems(app.db, now(app), turnLimit)) === 0) return null;
  return take(app, agent, portfolios);
}

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
  if (portfolio) return { ref: held, portfolio, points: null };
  await releaseLease(tx, { ...held, userId, at: now(app), again: null });
  return null;
}

async function takeCallback(
  app: App,
  agent: Agent,
  portfolios: readonly PortfolioRow[],
): Promise<Taken | null> {
  const { userId } = agent;
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
      const allowed = await keepIfAllowed(app, tx, ref, portfolio, agent, true);
      if (allowed === true) return { ref, portfolio, points: null };
      await shiftCallback(tx, due, { dueAt: allowed.nextAt, outcome: 'refused-by-rules', at });
      if (allowed.nextAt === null) await tellRefusedPromise(app, tx, due, portfolio);
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
  agent: Agent,
  priorityTier: boolean,
): Promise<true | { nextAt: Instant | null }> {
  const { userId } = agent;
  const points = await evaluateCase(app, tx, ref, portfolio, agent);
  if (points.some(({ evaluated }) => evaluated.decision.permitted === true)) {
    const place = { ...ref, portfolio };
    await logOnCase(app, tx, place, userId, 'case.taken', { priorityTier, byHand: false });
    await enterState(app, tx, userId, 'contact', { caseId: ref.caseId });
    return true;
  }
  return releaseRefused(app, tx, ref, portfolio, userId, points);
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
