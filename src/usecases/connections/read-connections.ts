import { slotName } from '#domain/connections/slots.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import type { SlotState } from '#ports/connections.ts';
import { choiceHistory } from '#storage/connections/choices.ts';
import { type App, allow } from '#usecases/app.ts';
import { choicesByName, installedAs, resultView, secretNames, slotOf } from './steps/choices.ts';

const historyLength = 20;

/** Who serves each port now, and how that is. */
export async function readConnections(app: App, actor: Actor) {
  allow(actor, 'system.read');
  return { connections: app.connections.states().map((state) => stateView(app, state)) };
}

function stateView(app: App, state: SlotState) {
  const { port, scope, adapter, version, result, checkedAtMs } = state;
  const installed = installedAs(app, state, adapter);
  return {
    ...{ port, scope, adapter, version, label: installed?.label ?? adapter },
    isSimulated: installed?.isSimulated ?? false,
    result: resultView(result),
    checkedAt: instantOf(checkedAtMs),
  };
}

/**
 * One choice with the adapters there are to choose from. Of a secret it tells only that there is one.
 */
export async function readConnection(
  app: App,
  actor: Actor,
  wanted: { readonly port: string; readonly scope: string },
) {
  allow(actor, 'connection.manage');
  const slot = slotOf(wanted);
  const row = (await choicesByName(app, app.db)).get(slotName(slot));
  const { adapter, settings } = row ?? app.connections.usual(slot.port);
  const secrets = new Set(secretNames(installedAs(app, slot, adapter)));
  const shown = Object.entries(settings).filter(([name]) => !secrets.has(name));
  return {
    adapter,
    version: row?.version ?? 0,
    settings: Object.fromEntries(shown),
    secretsSet: Object.keys(row?.secrets ?? {}),
    adapters: app.connections.installed(slot.port).map(({ fields, ...rest }) => ({
      ...rest,
      fields: [...fields],
    })),
    history: [...(await choiceHistory(app.db, app.tenantId, slot, historyLength))],
  };
}
