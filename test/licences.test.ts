import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';

type Package = {
  readonly version?: string;
  readonly license?: string;
  readonly optional?: boolean;
};

/** Licences under which a package may be taken; each alone suffices for what it covers. */
const allowed: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MPL-2.0', 'PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Allowed where NOTICE names the package: whoever made it has to be credited. */
const credited: ReadonlySet<string> = new Set(['CC-BY-3.0', 'CC-BY-4.0']);

/** Packages that name their licence in a file only. */
const inAFile: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const textOf = (name: string) => readFileSync(join(projectFolder, name), 'utf8');

const lock: { packages: Record<string, Package> } = JSON.parse(textOf('package-lock.json'));
const packages = Object.entries(lock.packages).flatMap(([path, one]) => {
  const name = path.replace(/^.*node_modules\//, '');
  // A build for another machine is not here to be read; its licence is that of what brings it.
  return path === '' || (one.optional && one.license === undefined) ? [] : [{ name, ...one }];
});

test('every package has a licence that we may take, and is credited where it must be', () => {
  const notice = textOf('NOTICE');
  assert.ok(packages.length > 200, `${packages.length} packages read`);
  const refused = packages.flatMap(({ name, license = inAFile[name] ?? 'none' }) => {
    const parts = license.replace(/[()]/g, '').split(/ (?:AND|OR) /);
    const good = parts.every(
      (part) => allowed.has(part) || (credited.has(part) && notice.includes(`${name},`)),
    );
    return good ? [] : [`${name}: ${license}`];
  });
  assert.deepEqual(refused, []);
});

test('each file that NOTICE credits somebody for is there', () => {
  const named = textOf('NOTICE').match(/^(?:src|test|web)\/\S+$/gm) ?? [];
  assert.ok(named.length > 4);
  assert.deepEqual(
    named.filter((path) => !existsSync(join(projectFolder, path))),
    [],
  );
});

test('what the product runs on is pinned to one version', () => {
  const { dependencies, optionalDependencies } = JSON.parse(textOf('package.json'));
  const loose = Object.entries<string>({ ...dependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  assert.deepEqual(loose, []);
});
