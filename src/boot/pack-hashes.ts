import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '#boot/config.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import type { Pack } from '#domain/gate/pack.ts';

const sourceFolder = join(projectFolder, 'src');

/** Imports of values; types decide nothing. */
const imports = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm;

/** What a set of sources is made of. */
export type Sources = {
  /** Paths from `src`, sorted. */
  readonly files: readonly string[];
  /** Names of npm packages, sorted. */
  readonly packages: readonly string[];
};

/** The files that some files import, directly or not, themselves among them, and the packages. */
function reachedFrom(entries: readonly string[]): Sources {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(join(sourceFolder, file), 'utf8').matchAll(imports)) {
      if (name.startsWith('.')) files.add(join(dirname(file), name));
      else if (name.startsWith('#')) files.add(name.slice(1));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

const isOfPacks = (file: string) => file.startsWith('rulepacks/');

/**
 * What decides beside the packs, and nothing else: all that the engine and the packs import outside
 * the packs, such as clocks and calendars.
 */
export function engineSources(packs: ReadonlyMap<string, Pack>): Sources {
  const entries = [...packs.keys()].map((name) => `rulepacks/${name}/index.ts`);
  const { files, packages } = reachedFrom(['domain/gate/decide.ts', ...entries]);
  return { files: files.filter((file) => !isOfPacks(file)), packages };
}

/**
 * SHA-256 of the sources of each rule pack, hexadecimal, by its id, and of the engine that the packs
 * share with the versions of its npm packages, by the id of the operator's own pack: with the version
 * of a pack they say exactly which law a decision was made by. Tests and examples are no part of it.
 */
export function packHashes(packs: ReadonlyMap<string, Pack>): Readonly<Record<string, string>> {
  const own = [...packs].map(([name, { id }]) => {
    const files = globSync(`rulepacks/${name}/**/*.ts`, { cwd: sourceFolder }).filter(
      (file) => !/(\.test|examples.*)\.ts$/.test(file),
    );
    return [id, hashOf({ files: files.sort(), packages: [] })] as const;
  });
  return Object.fromEntries([...own, [operatorPack.id, hashOf(engineSources(packs))] as const]);
}

function hashOf({ files, packages }: Sources): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${file.replaceAll('\\', '/')}\0`)
      .update(readFileSync(join(sourceFolder, file)))
      .update('\0');
  }
  for (const name of packages) hash.update(`${name} ${versions[name] ?? ''}\0`);
  return hash.digest('hex');
}

/** The exact versions that the project asks for. */
const versions = (
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  }
).dependencies;
