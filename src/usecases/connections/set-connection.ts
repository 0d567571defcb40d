import { type Slot, slotName } from '#domain/connections/slots.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import type { PlainChoice } from '#ports/connections.ts';
import { type ChoiceRow, importsWithFile, insertChoice } from '#storage/connections/choices.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { connectionChosen, logAdminEvent } from '#usecases/record-admin-event.ts';
import { refreshConnections } from './refresh-connections.ts';
import {
  aboutSecret,
  choicesByName,
  completed,
  type EnteredChoice,
  installedAs,
  openedChoice,
  resultView,
  secretNames,
  slotOf,
} from './steps/choices.ts';

/** What was tested, how it went, and how long that took. */
export async function testConnection(app: App, actor: Actor, entered: EnteredChoice) {
  allow(actor, 'connection.manage');
  const slot = slotOf(entered);
  const kept = openedChoice(app, slot, (await choicesByName(app, app.db)).get(slotName(slot)));
  const choice = completed(app, slot, entered, kept);
  const began = performance.now();
  const result = await app.connections.test(slot.port, choice);
  const tookMs = Math.round(performance.now() - began);
  return { ...resultView(result), tookMs, at: now(app) };
}

/** What is to be saved; `force` saves also what fails its connection test. */
export type SetConnection = EnteredChoice & {
  /** The version that was read. */
  readonly version: number;
  readonly force: boolean;
};

/**
 * Chooses who serves a slot from now on. Refused with nothing changed: wrong settings
 * (`invalid-input`), a failed connection test unless forced (`connection-failed`), a choice made
 * meanwhile (`conflict`), another place for files while imports wait for theirs (`conflict`).
 */
export async function setConnection(app: App, actor: Actor, entered: SetConnection) {
  allow(actor, 'connection.manage');
  assert(actor.userId, 'only people choose connections');
  const slot = slotOf(entered);
  const row = (await choicesByName(app, app.db)).get(slotName(slot));
  const kept = openedChoice(app, slot, row);
  if (kept.version !== entered.version) throw changedMeanwhile();
  const choice = completed(app, slot, entered, kept);
  if (slot.port === 'files') await expectNoFiles(app);
  const result = await app.connections.test(slot.port, choice);
  if (!result.ok && !entered.force) {
    throw new Refusal('connection-failed', { reason: result.reason, detail: result.detail });
  }
  const version = kept.version + 1;
  const next = rowOf(app, actor.userId, slot, version, choice);
  await app.db.transaction().execute(async (tx) => {
    if (!(await insertChoice(tx, app.tenantId, next))) throw changedMeanwhile();
    const changed = changedNames(kept, choice);
    const facts = { slot: slotName(slot), version, adapter: choice.adapter, changed };
    await logAdminEvent(app, tx, actor, connectionChosen, facts);
  });
  await refreshConnections(app);
  return { version };
}

const changedMeanwhile = () =>
  new Refusal('conflict', { thing: 'connection', reason: 'connection-changed' });

async function expectNoFiles(app: App): Promise<void> {
  if ((await importsWithFile(app.db, app.tenantId)) === 0) return;
  throw new Refusal('conflict', { thing: 'connection', reason: 'files-in-use' });
}

function rowOf(
  app: App,
  chosenBy: string,
  slot: Slot,
  version: number,
  { adapter, settings }: PlainChoice,
): ChoiceRow {
  const names = secretNames(installedAs(app, slot, adapter));
  const isSecret = ([name]: [string, unknown]) => names.includes(name);
  const all = Object.entries(settings);
  const secrets = all
    .filter((entry) => isSecret(entry) && entry[1] !== '')
    .map(([name, value]) => [
      name,
      app.vault.seal(String(value), aboutSecret(slot, adapter, name)),
    ]);
  return {
    ...{ ...slot, version, adapter, chosenAt: now(app), chosenBy },
    settings: Object.fromEntries(all.filter((entry) => !isSecret(entry))),
    secrets: Object.fromEntries(secrets),
  };
}

/** The names of the settings that differ; values stay out of the log. */
function changedNames(before: { settings: PlainChoice['settings'] | null }, after: PlainChoice) {
  const old = before.settings ?? {};
  const names = new Set([...Object.keys(old), ...Object.keys(after.settings)]);
  return [...names].filter(
    (name) =>
      JSON.stringify(ownValue(old, name)) !== JSON.stringify(ownValue(after.settings, name)),
  );
}
