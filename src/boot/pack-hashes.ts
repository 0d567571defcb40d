import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import type { Pack } from '#domain/gate/pack.ts';

/** What decides beside the packs: the engine, and the clocks and calendars it counts by. */
const engine = [
  '../domain/gate/**/*.ts',
  '../kernel/{business-calendar,business-days,calendars,local-clock,time}.ts',
];

/**
 * SHA-256 of the sources of each rule pack, hexadecimal, by its id, and of the engine that the packs
 * share, by the id of the operator's own pack: with the version of a pack they say exactly which law
 * a decision was made by. Tests and examples are no part of it.
 */
export function packHashes(packs: ReadonlyMap<string, Pack>): Readonly<Record<string, string>> {
  const sources = [...packs].map(
    ([name, { id }]) => [id, [`../rulepacks/${name}/**/*.ts`]] as const,
  );
  return Object.fromEntries(
    [...sources, [operatorPack.id, engine] as const].map(([id, files]) => [id, hashOf(files)]),
  );
}

function hashOf(patterns: readonly string[]): string {
  const cwd = import.meta.dirname;
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd }).filter(
    (file) => !/(\.test|examples.*)\.ts$/.test(file),
  );
  for (const file of files.toSorted()) {
    hash
      .update(`${file.replaceAll('\\', '/')}\0`)
      .update(readFileSync(join(cwd, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
