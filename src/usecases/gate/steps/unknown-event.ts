import { raiseAlarm } from '#storage/gate/alarms.ts';
import { type App, now } from '#usecases/app.ts';

/** What may stand in an alarm of what an adapter told: a word, never a number or what somebody said. */
const word = /^[a-z][a-z-]{0,39}$/;

/**
 * An adapter told of something that its port has no word for. Nothing is guessed from it: an alarm
 * rings for those who run the system, and the error is thrown for whoever keeps the process's log.
 */
export async function unknownEvent(
  app: App,
  port: 'telephony' | 'messages',
  event: never,
): Promise<never> {
  const told: unknown = (event as { kind?: unknown }).kind;
  const kind = typeof told === 'string' && word.test(told) ? told : 'unreadable';
  await raiseAlarm(app.db, {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, caseId: null, at: now(app) },
    ...{ kind: 'port-event-unknown', key: `${port} ${kind}`, details: { port, event: kind } },
  });
  throw new Error(`the adapter of ${port} told of an event that its port does not know: ${kind}`);
}
