import { isOpenNow } from '#domain/contact/calling-hours.ts';
import { trainingOf } from '#domain/contact/training.ts';
import { nextGroup } from '#domain/queue/priority.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { type QueueOutlook, releaseLease } from '#storage/desk/desk.ts';
import {
  type Candidate,
  keepTaken,
  lockOutlook,
  type NextWanted,
  type TakenItem,
  takeItem,
} from '#storage/desk/next.ts';
import { type HotTransaction, inHotTransaction } from '#storage/hot-path.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now } from '#usecases/app.ts';
import { type EvaluatedPoint, evaluatePhones } from '#usecases/gate/steps/contact-permissions.ts';
import { type GateInputs, loadGateInputsOn } from '#usecases/gate/steps/load-gate-inputs.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { policiesOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { caseEvent } from '#usecases/record-event.ts';
import { stateFrom } from '#usecases/workforce/steps/enter-state.ts';
import { releaseRefused } from './release-refused.ts';

/** Somebody who works cases. */
export type Agent = Actor & { readonly userId: string };

/** A case that an agent now holds. */
export type Taken = {
  readonly ref: CaseRef;
  readonly portfolio: PortfolioRow;
  /** The gate's answers about its phones, when it was asked just now. */
  readonly points: readonly EvaluatedPoint[] | null;
};

/** How long a case may be prepared before it goes back to the pool. */
export const leaseMs = 15 * 60_000;
/** Cases the gate may refuse in one go before the agent is told that there is none. */
export const triesLimit = 12;

/** The best ready work that the gate lets be contacted now, leased to the agent; null: none. */
export async function takeReady(
  app: App,
  agent: Agent,
  portfolios: readonly PortfolioRow[],
  outlook: QueueOutlook,
): Promise<Taken | null> {
  const { userId } = agent;
  const zones = outlook.zones.filter((zone) => isOpenNow(zone, app.clock()));
  const waiting = { upperWaiting: true, normalWaiting: true };
  const priorityTierOfTen = await leastOfTen(app, portfolios);
  const preferUpper = nextGroup({ ...outlook, ...waiting }, priorityTierOfTen) === 'upper';
  const portfolioIds = portfolios.map(({ id }) => id);
  for (let tries = 0; tries < triesLimit; tries += 1) {
    const at = now(app);
    const until = instantOf(app.clock() + leaseMs);
    const wanted = { userId, portfolioIds, zones, preferUpper, at, until };
    const outcome = await inHotTransaction(app.db, (hot) =>
      takeBest(app, hot, agent, portfolios, wanted),
    );
    if (outcome === 'empty') return null;
    if (outcome !== 'again') return outcome;
  }
  return null;
}

/** What the agent holds already, else the first of the best that nobody else is taking. */
async function takeBest(
  app: App,
  hot: HotTransaction,
  agent: Agent,
  portfolios: readonly PortfolioRow[],
  wanted: NextWanted,
): Promise<Taken | 'empty' | 'again'> {
  const { inConversation, held, candidates } = await lockOutlook(hot.run, wanted);
  if (inConversation) throw new Refusal('step-missing', { needs: 'finish-conversation' });
  const { userId, at } = wanted;
  if (held) {
    const portfolio = portfolios.find(({ id }) => id === held.portfolioId);
    if (portfolio) return { ref: held, portfolio, points: null };
    await releaseLease(hot.db, { ...held, userId, at, again: null });
    return 'again';
  }
  for (const candidate of candidates) {
    const portfolio = portfolios.find(({ id }) => id === candidate.portfolioId);
    assert(portfolio, 'only work of these portfolios is looked for');
    const { customerId, caseId } = candidate;
    const how = trainingOf(agent, portfolio.id);
    const place = { customerId, caseId, portfolio, userId, how };
    const [item, inputs] = await Promise.all([
      takeItem(hot.run, wanted, candidate),
      loadGateInputsOn(app, hot.db, hot.run, { ...place, exceptAttempt: null }),
    ]);
    if (item.taken) return keepOrGiveBack(app, hot, place, { candidate, item, inputs });
    if (item.leased) {
      await hot.beginAgain();
      return 'again';
    }
  }
  return 'empty';
}

/** Keeps a case that was taken and may be contacted; else gives it back with its next time. */
async function keepOrGiveBack(
  app: App,
  hot: HotTransaction,
  place: Omit<Wanted, 'contactPointId' | 'exceptAttempt'>,
  { candidate: { priorityTier }, item: { lastHash }, inputs }: TakenCandidate,
): Promise<Taken | 'again'> {
  const { customerId, caseId, portfolio } = place;
  const userId = place.userId ?? '';
  const ref = { customerId, caseId };
  const points = evaluatePhones(app, place, inputs);
  if (!points.some(({ evaluated }) => evaluated.decision.permitted === true)) {
    await releaseRefused(app, hot.db, ref, portfolio, userId, points);
    return 'again';
  }
  const event = caseEvent(app, place, userId, 'case.taken', { priorityTier, byHand: false });
  await keepTaken(hot, event, lastHash, stateFrom(app, userId, 'contact', { caseId }));
  return { ref, portfolio, points };
}

type TakenCandidate = {
  readonly candidate: Candidate;
  readonly item: TakenItem;
  readonly inputs: GateInputs;
};

/**
 * What is served is counted over all portfolios of an agent, so the strictest of their limits
 * holds.
 */
async function leastOfTen(app: App, portfolios: readonly PortfolioRow[]): Promise<number> {
  const all = await policiesOf(app, app.db, portfolios);
  return Math.min(...all.map(({ policy }) => policy.queue.priorityTierOfTen));
}
