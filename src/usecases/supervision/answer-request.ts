import { mayApprove } from '#domain/agreements/authority.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { roleOn } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { decidePlan, endAgreements } from '#storage/agreements/agreements.ts';
import { changeRequest, lockRequest, type RequestRow } from '#storage/supervision/floor.ts';
import { startPlan } from '#usecases/agreements/steps/start-plan.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { placeOf as portfolioPlace } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logOnCase } from '#usecases/record-event.ts';

type RequestKind = FactsOf<'floor.taken'>['kind'];

const done = { done: true as const };

async function openRequestRow(tx: Tx, actor: Actor, requestId: string): Promise<RequestRow> {
  const request = await lockRequest(tx, requestId);
  if (!request) throw new Refusal('not-found', { thing: 'request', id: requestId });
  allow(actor, 'request.answer', request.portfolioId);
  if (request.closedAt !== null)
    throw new Refusal('already-done', { thing: 'request', id: requestId });
  return request;
}

function placeOf({ customerId, caseId, portfolioId }: RequestRow) {
  return { customerId, caseId, portfolio: { id: portfolioId } };
}

/** A supervisor or manager takes a request; nobody else can take it then. */
export async function takeRequest(app: App, actor: Actor, { requestId }: { requestId: string }) {
  await app.db.transaction().execute(async (tx) => {
    const request = await openRequestRow(tx, actor, requestId);
    assert(actor.userId, 'only people take requests');
    if (request.takenBy !== null && request.takenBy !== actor.userId) {
      throw new Refusal('taken-by-another', { thing: 'request', by: 'supervisor' });
    }
    if (request.takenBy === actor.userId) return;
    await changeRequest(tx, request, { takenAt: now(app), takenBy: actor.userId });
    const facts = {
      requestId,
      kind: request.kind as RequestKind,
      conversationId: request.conversationId,
    };
    await logOnCase(app, tx, placeOf(request), actor.userId, 'floor.taken', facts);
  });
  return done;
}

/** Ends a request with its outcome; a plan that waits for approval is decided here. */
export async function closeRequest(
  app: App,
  actor: Actor,
  input: { requestId: string; outcome: string; approve: boolean | null },
) {
  const { requestId, outcome, approve } = input;
  await app.db.transaction().execute(async (tx) => {
    const request = await openRequestRow(tx, actor, requestId);
    assert(actor.userId, 'only people decide');
    const change = { closedAt: now(app), outcome, takenBy: request.takenBy ?? actor.userId };
    await changeRequest(tx, request, change);
    if (request.planId !== null) {
      if (approve === null) throw new Refusal('step-missing', { needs: 'decision' });
      await decideOnPlan(app, tx, actor, request, request.planId, approve, outcome);
    }
    const facts = { requestId, kind: request.kind as RequestKind, approved: approve };
    await logOnCase(app, tx, placeOf(request), actor.userId, 'floor.answered', facts);
  });
  return done;
}

async function decideOnPlan(
  app: App,
  tx: Tx,
  actor: Actor,
  request: RequestRow,
  planId: string,
  approved: boolean,
  reason: string,
): Promise<void> {
  allow(actor, 'plan.approve', request.portfolioId);
  const { policy } = await portfolioPlace(app, tx, request.portfolioId);
  if (!mayApprove(policy.agreements, roleOn(actor, request.portfolioId))) {
    throw new Refusal('not-allowed', { right: 'plan.approve' });
  }
  const place = placeOf(request);
  if (approved) await endAgreements(tx, place, now(app));
  const by = actor.userId;
  if (!(await decidePlan(tx, request.customerId, planId, { approved, at: now(app) }))) {
    throw new Refusal('already-done', { thing: 'plan', id: planId });
  }
  await logOnCase(app, tx, place, by, approved ? 'plan.approved' : 'plan.refused', { planId });
  if (approved) {
    await startPlan(app, tx, place, by, planId, { by: by ?? actor.kind, reason });
    return;
  }
  const file = await openCaseFile(app, tx, place);
  await planNext(app, tx, file, {
    actorId: by,
    // The customer waits for the answer: somebody tells them and offers something else.
    agreed: { action: 'call', at: now(app), why: { code: 'plan-refused', facts: {} } },
  });
}
