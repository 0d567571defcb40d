import { type EventFrame, event, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind, FactsFor } from '#domain/events/event-kinds.ts';
import type { CustomerActor } from '#domain/workforce/rights.ts';
import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from './app.ts';

/** An event of the log about a fact learned, with its three times. Typed words never stand in it. */
export function factEvent<K extends EventKind>(
  app: App,
  about: {
    readonly customerId: string | null;
    readonly caseId: string | null;
    readonly portfolioId: string | null;
    readonly userId: string | null;
    /** The customer, where they did it themselves. */
    readonly by?: CustomerActor | null;
  },
  kind: K,
  times: FactTimes,
  facts: FactsFor<K>,
): LoggedEvent {
  const { userId, by, ...whose } = about;
  const frame = { id: app.newId(), tenantId: app.tenantId, ...whose, ...times };
  return event(kind, { ...frame, ...signedBy(by ?? userId) }, facts);
}

/** What an event belongs to. */
export type EventPlace = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolio: Pick<PortfolioRow, 'id'>;
};

/** Appends one event of a case, now. Facts hold ids, codes and amounts, nothing personal. */
export async function logOnCase<K extends EventKind>(
  app: App,
  tx: Tx,
  place: EventPlace,
  by: string | null | CustomerActor,
  kind: K,
  facts: FactsFor<K>,
): Promise<void> {
  await append(tx, [caseEvent(app, place, by, kind, facts)]);
}

/** One of our people by their id, the product for null, or the customer. */
function signedBy(by: string | null | CustomerActor): Pick<EventFrame, 'actorId' | 'actorKind'> {
  if (typeof by === 'string' || by === null) return { actorId: by };
  return { actorId: by.userId, actorKind: by.kind };
}

/** An event of a case, now. */
export function caseEvent<K extends EventKind>(
  app: App,
  place: EventPlace,
  by: string | null | CustomerActor,
  kind: K,
  facts: FactsFor<K>,
): LoggedEvent {
  const at = now(app);
  const frame = {
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: place.portfolio.id,
    customerId: place.customerId,
    caseId: place.caseId,
    occurredAt: at,
    recordedAt: at,
    ...signedBy(by),
  };
  return event(kind, frame, facts);
}
