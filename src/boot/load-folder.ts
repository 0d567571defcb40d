import { readdir } from 'node:fs/promises';

/** More plug-ins than any port will have; a folder with more is not a plug-in folder. */
const MAX_PLUGINS = 500;

/**
 * Loads `<folder>/<name>/<file>` of every sub-folder, keyed by the sub-folder's name, in the order
 * of the names. Throws when one exports nothing by default, or when there are more than 500.
 *
 * @param folder address of the folder, ending in a slash
 */
export async function loadFolder<T>(folder: URL, file = 'index.ts'): Promise<Map<string, T>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (names.length > MAX_PLUGINS) throw new Error(`${folder.href} holds ${names.length} plug-ins`);
  const plugins = new Map<string, T>();
  for (const name of names.toSorted()) {
    const address = new URL(`${name}/${file}`, folder);
    const module: { default?: T } = await import(address.href);
    if (module.default === undefined) throw new Error(`${address.href} has no default export`);
    plugins.set(name, module.default);
  }
  return plugins;
}
