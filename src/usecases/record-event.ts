import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { append, type LoggedEvent } from '#storage/event-log.ts';
import type { PortfolioRow } from '#storage/workforce/users.ts';
import { type App, now, type Tx } from './app.ts';

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

/** What an event belongs to. */
export type EventPlace = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolio: Pick<PortfolioRow, 'id'>;
};

/** Appends one event of a case, now. Facts hold ids, codes and amounts, nothing personal. */
export async function logOnCase(
  app: App,
  tx: Tx,
  place: EventPlace,
  actorId: string | null,
  kind: string,
  facts: LoggedEvent['facts'],
): Promise<void> {
  const at = now(app);
  await append(tx, [
    {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: place.portfolio.id,
      customerId: place.customerId,
      caseId: place.caseId,
      kind,
      occurredAt: at,
      recordedAt: at,
      actorId,
      facts,
    },
  ]);
}
