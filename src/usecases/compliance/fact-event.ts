import { event, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind, FactsFor } from '#domain/events/event-kinds.ts';
import type { FactTimes } from '#storage/contact-facts.ts';
import type { App } from '../app.ts';

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
