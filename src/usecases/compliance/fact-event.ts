import type { FactTimes } from '#storage/contact-facts.ts';
import type { LoggedEvent } from '#storage/event-log.ts';
import type { App } from '../app.ts';

/** An event of the log about a fact learned, with its three times. Typed words never stand in it. */
export function factEvent(
  app: App,
  about: {
    readonly customerId: string | null;
    readonly caseId: string | null;
    readonly portfolioId: string | null;
    readonly userId: string | null;
  },
  kind: string,
  times: FactTimes,
  facts: LoggedEvent['facts'],
): LoggedEvent {
  const { userId, ...whose } = about;
  return {
    id: app.newId(),
    tenantId: app.tenantId,
    ...whose,
    ...times,
    kind,
    actorId: userId,
    facts,
  };
}
