import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generatedDocs } from './docs-generate.ts';

const docs = join(import.meta.dirname, '../../../docs');

for (const { file, print } of generatedDocs) {
  test(`docs/${file} is what its tables print today`, async () => {
    const stored = await readFile(join(docs, file), 'utf8');
    assert.equal(stored, await print(), 'run npm run docs:generate');
  });
}
