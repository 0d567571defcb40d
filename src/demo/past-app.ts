import type { Messages } from '#ports/messages.ts';
import type { App } from '#usecases/app.ts';

/**
 * The product as it stood at an instant of the example's past: the same database, an earlier clock,
 * and a provider that carries nothing and says that it did. `sent` collects the attempts given to it.
 */
export function atPast(app: App, ms: number, sent: string[]): App {
  return {
    ...app,
    clock: () => ms,
    // The database tells the time of today.
    clockWatch: null,
    messages: carriedThen(app, sent),
  };
}

function carriedThen({ newId }: App, sent: string[]): Messages {
  return {
    send: async ({ attemptId }) => {
      sent.push(attemptId);
      return { sent: true, providerRef: newId() };
    },
    check: async () => ({ ok: true }),
    close: async () => undefined,
  };
}
