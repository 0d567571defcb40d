import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operatorPack } from '#domain/compliance/operator-holds.ts';
import type { Pack } from '#domain/compliance/pack.ts';

/**
 * SHA-256 of the sources of each rule pack, hexadecimal, by its id, and of the engine and the
 * mechanisms that the packs share, by the id of the operator's own pack: with the version of a pack
 * they say exactly which law a decision was made by. Tests and examples are no part of it.
 */
export function packHashes(packs: ReadonlyMap<string, Pack>): Readonly<Record<string, string>> {
  const folders = [...packs].map(([name, { id }]) => [id, `../rulepacks/${name}/`] as const);
  return Object.fromEntries(
    [...folders, [operatorPack.id, '../domain/compliance/'] as const].map(([id, folder]) => [
      id,
      hashOfFolder(new URL(folder, import.meta.url)),
    ]),
  );
}

function hashOfFolder(folder: URL): string {
  const cwd = fileURLToPath(folder);
  const hash = createHash('sha256');
  const files = globSync('**/*.ts', { cwd }).filter(
    (file) => !/(\.test|examples.*)\.ts$/.test(file),
  );
  for (const file of files.toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(new URL(file, folder)))
      .update('\0');
  }
  return hash.digest('hex');
}
