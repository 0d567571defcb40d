import type { FactsOf } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { waitingFor } from '#storage/approvals/approvals.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { changeRequest, lockRequest, type RequestRow } from '#storage/supervision/floor.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { answerApproval } from '#usecases/approvals/steps/answer-approval.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { decidePlanAsked } from './steps/decide-plan.ts';
import { endRequest, placeOf } from './steps/end-request.ts';

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
  await inRetriedTransaction(app.db, async (tx) => {
    const request = await openRequestRow(tx, actor, requestId);
    assert(actor.userId, 'only people decide');
    const { planId } = request;
    if (planId === null) {
      await endRequest(app, tx, actor, request, outcome, approve);
      return;
    }
    if (approve === null) throw new Refusal('step-missing', { needs: 'decision' });
    const waiting = await waitingFor(tx, app.tenantId, `plan:${planId}`);
    if (!waiting) throw new Refusal('already-done', { thing: 'plan', id: planId });
    const answer = { approve, reason: outcome };
    const answered = await answerApproval(app, tx, actor, waiting, answer);
    await decidePlanAsked(app, tx, actor, answered);
  });
  return done;
}
