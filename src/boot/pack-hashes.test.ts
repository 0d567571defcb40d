import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '#domain/gate/pack.ts';
import { loadFolder } from './load-folder.ts';
import { engineSources, packHashes } from './pack-hashes.ts';

const packs = await loadFolder<Pack>(new URL('../rulepacks/', import.meta.url));

test('the hash of the engine covers what decides, and nothing else', () => {
  const { files, packages } = engineSources(packs);
  for (const file of [
    'domain/gate/decide.ts',
    'domain/gate/house-hours.ts',
    'domain/gate/checks/open-hours.ts',
    'kernel/calendars.ts',
    'kernel/country-holidays.ts',
    'kernel/local-clock.ts',
  ]) {
    assert.ok(files.includes(file), file);
  }
  assert.deepEqual(
    files.filter((file) => /^(storage|usecases|http|rulepacks)|replay|explanations/.test(file)),
    [],
  );
  assert.ok(packages.includes('date-holidays'));
});

test('every pack has a hash of its own, and so has the engine', () => {
  const hashes = packHashes(packs);
  assert.equal(Object.keys(hashes).length, packs.size + 1);
  assert.equal(new Set(Object.values(hashes)).size, packs.size + 1);
});
