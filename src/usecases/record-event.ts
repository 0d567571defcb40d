import { event, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind, FactsFor } from '#domain/events/event-kinds.ts';
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
  },
  kind: K,
  times: FactTimes,
  facts: FactsFor<K>,
): LoggedEvent {
  const { userId, ...whose } = about;
  const frame = { id: app.newId(), tenantId: app.tenantId, ...whose, ...times, actorId: userId };
  return event(kind, frame, facts);
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
  actorId: string | null,
  kind: K,
  facts: FactsFor<K>,
): Promise<void> {
  await append(tx, [caseEvent(app, place, actorId, kind, facts)]);
}

/** An event of a case, now. */
export function caseEvent<K extends EventKind>(
  app: App,
  place: EventPlace,
  actorId: string | null,
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
    actorId,
  };
  return event(kind, frame, facts);
}
