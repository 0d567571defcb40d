import { settingsFrom } from './default-settings.ts';
import type { PolicySettings } from './policy-settings.ts';
import type { SettingChange } from './settings-checks.ts';

/**
 * Whether a setting changes only when a second person confirms it: all that the gate reads, because
 * it opens or closes contact.
 */
export function needsSecondPerson(setting: string): boolean {
  return setting.startsWith('gate.');
}

/** The settings with each change put in; a change to null of a limit that need not be there too. */
export function withChanges(
  settings: PolicySettings,
  changes: readonly SettingChange[],
): PolicySettings {
  const changed: unknown = changes.reduce<unknown>(
    (tree, change) => put(tree, change.setting.split('.'), change.new),
    settings,
  );
  return settingsFrom(changed);
}

function put(tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const branch: Record<string, unknown> =
    typeof tree === 'object' && tree !== null ? { ...tree } : {};
  return { ...branch, [name]: put(branch[name], rest, value) };
}
