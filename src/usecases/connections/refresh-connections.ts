import { slotName, slots } from '#domain/connections/slots.ts';
import type { CheckResult } from '#ports/adapter.ts';
import { raiseAlarm } from '#storage/gate/alarms.ts';
import { type App, now } from '#usecases/app.ts';
import { choicesByName, openedChoice } from './steps/choices.ts';

/**
 * Has every slot served as it was chosen: at the start, after a change, and each minute for changes
 * made on another server. What serves already as chosen is left alone; what could not be connected
 * is tried again.
 */
export async function refreshConnections(app: App): Promise<void> {
  const { connections } = app;
  const chosen = await choicesByName(app, app.db);
  const states = new Map(connections.states().map((state) => [slotName(state), state]));
  for (const slot of slots) {
    const { version, adapter, settings } = openedChoice(app, slot, chosen.get(slotName(slot)));
    const state = states.get(slotName(slot));
    if (state?.version === version && isConnected(state.result)) continue;
    const choice = { adapter, settings: settings ?? {} };
    if (settings === null) {
      connections.fail(slot, version, adapter, failed('secret-unreadable'));
    } else if (!connections.installed(slot.port).some(({ name }) => name === adapter)) {
      connections.fail(slot, version, adapter, failed('adapter-missing'));
    } else if (connections.problems(slot.port, choice).length > 0) {
      connections.fail(slot, version, adapter, failed('settings-wrong'));
    } else await connections.serve(slot, version, choice);
  }
}

const failed = (reason: 'secret-unreadable' | 'adapter-missing' | 'settings-wrong') =>
  ({ ok: false, reason, detail: null }) as const;

function isConnected(result: CheckResult): boolean {
  return result.ok || !notConnected.has(result.reason);
}

/** Findings that mean that nothing is connected, so that connecting is tried again. */
const notConnected: ReadonlySet<string> = new Set([
  'closed',
  'secret-unreadable',
  'adapter-missing',
  'settings-wrong',
  'cannot-connect',
]);

/** Asks everything that serves whether it still could; what cannot rings an alarm. */
export async function checkConnections(app: App): Promise<void> {
  await refreshConnections(app);
  for (const { result, adapter, ...slot } of await app.connections.checkAll()) {
    if (result.ok) continue;
    await raiseAlarm(app.db, {
      ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, caseId: null, at: now(app) },
      ...{ kind: 'connection-down', key: slotName(slot) },
      details: { adapter, reason: result.reason, detail: result.detail },
    });
  }
}
