import { event as eventOf } from '#domain/events/event.ts';
import type { EventType, Resolution } from '#domain/key-events/events.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import {
  addEvidence,
  lockKeyEvent,
  replaceMethod,
  resolveKeyEvents,
} from '#storage/key-events/key-events.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** How an event is solved. Type A needs the new payment method. */
export type ResolutionToRecord = {
  readonly eventId: string;
  readonly resolution: Resolution;
  readonly method: { readonly kind: 'card' | 'mandate'; readonly masked: string | null } | null;
};

/**
 * Ends a key event. A cancelled method is solved by a new one; wrong collection data by its
 * correction. While something is overdue the event stays open until it is collected again, which is
 * planned here: nobody is asked for what was not their fault. Throws `not-found`,
 * `not-allowed`, `already-done`, or `step-missing` for a type A event without a method.
 */
export async function resolveKeyEvent(
  app: App,
  actor: Actor,
  input: ResolutionToRecord,
): Promise<{ readonly done: true }> {
  return inRetriedTransaction(app.db, async (tx) => {
    const event = await lockKeyEvent(tx, input.eventId);
    if (!event) throw new Refusal('not-found', { thing: 'key-event', id: input.eventId });
    allow(actor, 'task.work', event.portfolioId);
    if (event.resolvedAt) throw new Refusal('already-done', { thing: 'key-event', id: event.id });
    const place = await placeOf(app, tx, event.portfolioId);
    await lockCustomers(tx, [event.customerId]);
    if (event.type === 'A' && input.method === null) {
      throw new Refusal('step-missing', { needs: 'payment-method' });
    }
    if (input.method) {
      await replaceMethod(tx, {
        ...input.method,
        customerId: event.customerId,
        id: app.newId(),
        tenantId: app.tenantId,
        accountId: event.accountId,
        createdAt: now(app),
      });
    }
    await fixOrEndMethod(app, tx, place, event, input.resolution);
    await logResolution(app, tx, actor, event, input.resolution);
    await settleCases(app, tx, place, [event.customerId], {
      actorId: actor.userId,
      clearedBy: 'cured',
    });
    return { done: true };
  });
}

type EventRow = NonNullable<Awaited<ReturnType<typeof lockKeyEvent>>>;

async function fixOrEndMethod(
  app: App,
  tx: Tx,
  place: Place,
  event: EventRow,
  resolution: Resolution,
) {
  const open = event.caseId ? await overdueOf(tx, event.customerId, event.caseId) : 0n;
  const isFixed = (event.type === 'A' || event.type === 'C') && open > 0n;
  if (!isFixed) {
    await resolveKeyEvents(tx, event.customerId, [event.id], resolution, now(app));
    return;
  }
  const correctedOn = dateIn(place.portfolio.zone, app.clock());
  await addEvidence(tx, event.customerId, [event.id], { correctedOn, resolution });
}

async function overdueOf(tx: Tx, customerId: string, caseId: string): Promise<bigint> {
  const row = await tx
    .selectFrom('cases')
    .select('overdueMinor')
    .where('customerId', '=', customerId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row?.overdueMinor ?? 0n;
}

async function logResolution(
  app: App,
  tx: Tx,
  actor: Actor,
  event: EventRow,
  resolution: Resolution,
): Promise<void> {
  const at = now(app);
  await append(tx, [
    eventOf(
      'key-event.resolved',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: event.portfolioId,
        customerId: event.customerId,
        caseId: event.caseId,
        occurredAt: at,
        recordedAt: at,
        actorId: actor.userId,
      },
      {
        eventId: event.id,
        type: event.type as EventType,
        resolution,
        conversationId: null,
      },
    ),
  ]);
}
