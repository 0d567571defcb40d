import type { Logger } from 'pino';
import type { App } from '#usecases/app.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';

const lookEveryMs = 1_000;

/**
 * Runs imports that wait, in the background. What waits is a row of the database, so an import of a
 * process that died is taken up here or by another process.
 */
export function startImports(app: App, log: Logger): { readonly stop: () => Promise<void> } {
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= runWaitingImports(app)
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, 'an import broke'))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
