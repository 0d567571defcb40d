import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileMissing, type FilesAdapter } from '#ports/files.ts';
import { atEnd } from '#test/support/run/at-end.ts';

const folder = new URL('../../src/adapters/files/', import.meta.url);
const names = readdirSync(folder);
const places: string[] = [];
atEnd(async () => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

async function connect(name: string, given?: string) {
  const { default: adapter }: { default: FilesAdapter } = await import(
    new URL(`${name}/index.ts`, folder).href
  );
  const place = given ?? mkdtempSync(join(tmpdir(), 'dunlin-files-'));
  places.push(place);
  return adapter.connect(adapter.settings.parse({}), { folder: place });
}

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

for (const name of names) {
  test(`${name}: what was written is read again, whole or its beginning, and replaced`, async () => {
    const files = await connect(name);
    await files.write('imports/a-1', pieces('reference,', 'amount\n'));
    assert.equal(await textOf(files.read('imports/a-1')), 'reference,amount\n');
    assert.equal(await textOf(files.read('imports/a-1', 9)), 'reference');
    await files.write('imports/a-1', pieces('other'));
    assert.equal(await textOf(files.read('imports/a-1')), 'other');
    await files.close();
  });

  test(`${name}: a source that breaks off leaves what was there, or nothing`, async () => {
    const files = await connect(name);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* pieces('half');
      throw new Error('cut off');
    }
    await files.write('imports/old', pieces('whole'));
    await assert.rejects(files.write('imports/old', broken()), /cut off/);
    await assert.rejects(files.write('imports/new', broken()), /cut off/);
    assert.equal(await textOf(files.read('imports/old')), 'whole');
    await assert.rejects(textOf(files.read('imports/new')), FileMissing);
    await files.close();
  });

  test(`${name}: a removed file is missing, and removing twice is harmless`, async () => {
    const files = await connect(name);
    await files.write('imports/a', pieces('a'));
    await files.remove('imports/a');
    await files.remove('imports/a');
    await assert.rejects(textOf(files.read('imports/a')), FileMissing);
    await files.close();
  });

  test(`${name}: half a file that a killed process left goes, one that is being written stays`, async () => {
    const place = mkdtempSync(join(tmpdir(), 'dunlin-files-'));
    places.push(place);
    const files = await connect(name, place);
    assert.equal(await files.sweep('imports'), 0);
    await files.write('imports/whole', pieces('whole'));
    // How the folder keeps what is not whole yet; another kind of place has nothing to sweep.
    for (const part of ['old', 'young']) writeFileSync(join(place, 'imports', `${part}.part`), 'x');
    const before = new Date(Date.now() - 2 * 3_600_000);
    for (const old of ['old.part', 'whole'])
      utimesSync(join(place, 'imports', old), before, before);
    await files.sweep('imports');
    assert.deepEqual(readdirSync(join(place, 'imports')).sort(), ['whole', 'young.part']);
    await files.close();
  });

  test(`${name}: no key leads out of where files are kept`, async () => {
    const files = await connect(name);
    for (const key of ['../secret', '/etc/passwd', 'imports/../../secret', '']) {
      await assert.rejects(async () => files.write(key, pieces('x')));
      await assert.rejects(async () => textOf(files.read(key)));
    }
    assert.deepEqual(await files.check(), { ok: true });
    await files.close();
  });
}
