import type { FactsOf } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { changeRequest, type RequestRow } from '#storage/supervision/floor.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** The place of the case that a request is about. */
export function placeOf({ customerId, caseId, portfolioId }: RequestRow) {
  return { customerId, caseId, portfolio: { id: portfolioId } };
}

/** Ends a request with its outcome, under its row lock. */
export async function endRequest(
  app: App,
  tx: Tx,
  actor: Actor,
  request: RequestRow,
  outcome: string,
  approved: boolean | null,
): Promise<void> {
  assert(actor.userId, 'only people decide');
  const change = { closedAt: now(app), outcome, takenBy: request.takenBy ?? actor.userId };
  await changeRequest(tx, request, change);
  const kind = request.kind as FactsOf<'floor.taken'>['kind'];
  const facts = { requestId: request.id, kind, approved };
  await logOnCase(app, tx, placeOf(request), actor.userId, 'floor.answered', facts);
}
