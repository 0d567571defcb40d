import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { isHandedTo } from '#storage/cases/for-specialists.ts';
import { caseRefOf, lockCase } from '#storage/cases/read-file.ts';
import { heldLease, lockAgent } from '#storage/desk/agent.ts';
import { leaseCase, releaseLease } from '#storage/desk/desk.ts';
import { requestWaits } from '#storage/supervision/floor.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { type EventPlace, logOnCase } from '#usecases/record-event.ts';
import { checkNothingOpen } from '#usecases/workforce/steps/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { openRequest } from '#usecases/workforce/steps/supervisor-requests.ts';
import { openView } from './steps/open-view.ts';
import { workPortfolios } from './steps/work-portfolios.ts';

/** How long a case opened by hand is kept from others. */
const leaseMs = 15 * 60_000;

/** Leases one chosen case to the actor; what they held untouched goes back. */
export async function openCase(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const userId = actor.userId;
  assert(userId, 'only people work cases');
  const ref = await app.db.transaction().execute(async (tx) => {
    await lockAgent(tx, userId);
    await checkNothingOpen(tx, userId, caseId);
    const found = await findWorkable(app, tx, actor, caseId);
    await lockCase(tx, found);
    // Says what it says while a colleague has the customer: that somebody is vulnerable is not for
    // everybody to know.
    if (!(await isHandedTo(tx, found, userId))) throw takenByAnother();
    const at = now(app);
    const until = instantOf(app.clock() + leaseMs);
    const held = await heldLease(tx, userId, at);
    if (held && held.caseId !== caseId)
      await releaseLease(tx, { ...held, userId, at, again: null });
    if (!(await leaseCase(tx, { ...found, userId, at, until }))) {
      throw takenByAnother();
    }
    await logOnCase(app, tx, found, userId, 'case.taken', { priorityTier: false, byHand: true });
    await enterState(app, tx, userId, 'contact', { caseId });
    return found;
  });
  return openView(app, actor, ref, ref.portfolio);
}

const takenByAnother = () => new Refusal('taken-by-another', { thing: 'customer', by: 'agent' });

async function findWorkable(app: App, tx: Tx, actor: Actor, caseId: string) {
  const found = await caseRefOf(tx, caseId);
  if (!found) throw new Refusal('not-found', { thing: 'case', id: caseId });
  const [portfolio] = await workPortfolios(app, actor, found.portfolioId);
  if (!portfolio) throw new Refusal('not-found', { thing: 'case', id: caseId });
  return { customerId: found.customerId, caseId, portfolio };
}

/** Why an agent gives a case back untouched. */
export type PutBackReason = 'not-now' | 'needs-specialist' | 'needs-language' | 'data-wrong';

/** A case nobody touched is tried again after so long, when the agent gives no time. */
const notNowMs = 2 * 3_600_000;

/** Gives a leased case back untouched, with the reason and a time to try again. */
export async function putBack(
  app: App,
  actor: Actor,
  input: { caseId: string; why: PutBackReason; again: string | null },
) {
  const userId = actor.userId;
  assert(userId, 'only people work cases');
  await checkNothingOpen(app.db, userId);
  await app.db.transaction().execute(async (tx) => {
    const held = await heldLease(tx, userId, now(app));
    if (held?.caseId !== input.caseId) {
      throw new Refusal('conflict', { thing: 'case', reason: 'not-leased' });
    }
    await lockCase(tx, held);
    const again = later(input.again ?? instantOf(app.clock() + notNowMs), now(app));
    const ref = { customerId: held.customerId, caseId: held.caseId };
    await releaseLease(tx, { ...ref, userId, at: now(app), again });
    const place = { ...ref, portfolio: { id: held.portfolioId } };
    await logOnCase(app, tx, place, userId, 'case.given-back', { why: input.why, again });
    await askFloor(app, tx, actor, place, input.why);
    await enterState(app, tx, userId, 'ready', {});
  });
  return { done: true as const };
}

/** A case that needs somebody else stands on the floor, once, until a supervisor has answered. */
async function askFloor(
  app: App,
  tx: Tx,
  actor: Actor,
  place: EventPlace,
  why: PutBackReason,
): Promise<void> {
  if (why !== 'needs-specialist' && why !== 'needs-language') return;
  if (await requestWaits(tx, place, why)) return;
  await openRequest(app, tx, actor, { ...place, id: null }, why, {});
}

function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? instantOf(Date.parse(a)) : b;
}
