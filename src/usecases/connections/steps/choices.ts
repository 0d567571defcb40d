import { type Slot, slotName, slots } from '#domain/connections/slots.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { InstalledAdapter, PlainChoice, Settings, SlotState } from '#ports/connections.ts';
import { type ChoiceRow, choicesInForce } from '#storage/connections/choices.ts';
import type { App, Db } from '#usecases/app.ts';

/** A choice with its secrets opened; `null` when one cannot be read with this installation's key. */
export type OpenedChoice = {
  readonly version: number;
  readonly adapter: string;
  readonly settings: Settings | null;
};

/** The slot of that port and scope. Throws `not-found`. */
export function slotOf({ port, scope }: { readonly port: string; readonly scope: string }): Slot {
  const slot = slots.find((each) => each.port === port && each.scope === scope);
  if (!slot) throw new Refusal('not-found', { thing: 'connection', id: `${port}/${scope}` });
  return slot;
}

/** What was chosen for each slot, by its name; a slot without a row has its usual adapter. */
export async function choicesByName(
  { tenantId }: App,
  db: Db,
): Promise<ReadonlyMap<string, ChoiceRow>> {
  const rows = await choicesInForce(db, tenantId);
  return new Map(rows.map((row) => [slotName(row), row]));
}

/** The choice in force with its secrets; version 0 is the usual one. */
export function openedChoice(app: App, slot: Slot, row: ChoiceRow | undefined): OpenedChoice {
  if (!row) return { version: 0, ...app.connections.usual(slot.port) };
  const { version, adapter } = row;
  const secrets: Record<string, string> = {};
  for (const [name, sealed] of Object.entries(row.secrets)) {
    const text = app.vault.open(sealed, aboutSecret(slot, adapter, name));
    if (text === null) return { version, adapter, settings: null };
    secrets[name] = text;
  }
  return { version, adapter, settings: { ...row.settings, ...secrets } };
}

/** What a sealed text is bound to, so that it opens for this setting of this adapter only. */
export function aboutSecret(slot: Slot, adapter: string, setting: string): string {
  return `${slotName(slot)} ${adapter} ${setting}`;
}

/** The names of an adapter's secret settings. */
export function secretNames(adapter: InstalledAdapter | undefined): readonly string[] {
  return (adapter?.fields ?? []).flatMap(({ name, type }) => (type === 'secret' ? [name] : []));
}

/** What somebody entered. A secret left out keeps the one stored for the same adapter. */
export type EnteredChoice = PlainChoice & { readonly port: string; readonly scope: string };

/**
 * What was entered, with the secrets that were kept. Throws `invalid-input` that names each setting
 * that is wrong.
 */
export function completed(
  app: App,
  slot: Slot,
  { adapter, settings }: PlainChoice,
  kept: OpenedChoice,
): PlainChoice {
  const names = secretNames(installedAs(app, slot, adapter));
  const keeps = kept.adapter === adapter ? (kept.settings ?? {}) : {};
  const secrets = Object.fromEntries(
    Object.entries(keeps).filter(([name]) => names.includes(name)),
  );
  const choice = { adapter, settings: { ...secrets, ...settings } };
  const problems = app.connections.problems(slot.port, choice);
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  return choice;
}

/** An installed adapter of a slot's port. */
export function installedAs(app: App, { port }: Slot, name: string): InstalledAdapter | undefined {
  return app.connections.installed(port).find((each) => each.name === name);
}

/** A finding as it is sent: without a reason when all is well. */
export function resultView(result: SlotState['result']) {
  return result.ok
    ? { ok: true, reason: null, detail: null }
    : { ok: false, reason: result.reason, detail: result.detail };
}
