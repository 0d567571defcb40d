import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as intake from '#contract/intake.ts';
import { Refusal } from '#kernel/refusal.ts';
import { keptBytes } from '#storage/intake/kept-files.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import type { App } from '#usecases/app.ts';
import { uploadFile } from '#usecases/intake/upload-file.ts';

const row = 'A1,I1,2026-08-31,10.00\n';
const content = `Account,Invoice number,Due date,Amount\n${row.repeat(450)}`;

test('two files at once take no more room than there is, in one process and in two', async () => {
  const uploadRules = { keepDays: 3, mostBytesOfOne: 15_000, mostBytes: 1_000_000 };
  const world = await freshWorld({ uploadRules });
  const { app } = world;
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  /** A file of which half has come until `goOn`. */
  const half = (own: App, declaredBytes: bigint | null) => {
    const gate = Promise.withResolvers<void>();
    const come = Promise.withResolvers<void>();
    async function* bytes() {
      yield Buffer.from(content.slice(0, 5_000));
      come.resolve();
      await gate.promise;
      yield Buffer.from(content.slice(5_000));
    }
    const done = uploadFile(own, actor, {
      ...{ portfolioId: portfolio.id, fileName: 'a.csv', tooLarge: () => false, declaredBytes },
      bytes: bytes(),
    });
    const ended = done.then(
      () => 'kept',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
    return { ended, come: come.promise, goOn: gate.resolve };
  };
  const kept = async () => (await keptBytes(world.db, app.tenantId, actor.userId)).ofOne;

  const first = half(app, BigInt(content.length + 200));
  await first.come;
  // Nothing of the second is read: what the first has said that it is long is held for it.
  assert.equal(await half(app, BigInt(content.length + 8_192)).ended, 'storage-full');
  assert.equal(app.arriving.size, 1);
  first.goOn();
  assert.equal(await first.ended, 'kept');
  assert.deepEqual([app.arriving.size, await kept()], [0, BigInt(content.length)]);
  const { imports } = await world.call(intake.readImports, actor, {});
  const [row] = imports.filter(({ state }) => state === 'uploaded');
  await world.call(intake.removeFile, actor, { importId: row?.id ?? '' });

  for (const other of [app, { ...app, arriving: new Set<never>() } as App]) {
    const both = [half(app, null), half(other, null)];
    await Promise.all(both.map(({ come }) => come));
    for (const { goOn } of both) goOn();
    const ends = await Promise.all(both.map(({ ended }) => ended));
    assert.ok(ends.includes('storage-full'), ends.join(' '));
    assert.ok((await kept()) <= 15_000n);
    for (const { id, state } of (await world.call(intake.readImports, actor, {})).imports) {
      if (state === 'uploaded') await world.call(intake.removeFile, actor, { importId: id });
    }
    assert.deepEqual([app.arriving.size, await kept()], [0, 0n]);
  }
});
