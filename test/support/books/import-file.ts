import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { Actor } from '#domain/workforce/rights.ts';
import type { FileKind } from '#readers/reading-tasks.ts';
import { importById } from '#storage/intake/imports.ts';
import type { World } from '#test/support/world/fresh-world.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { startImport } from '#usecases/intake/start-import.ts';
import { lookAtFile, uploadFile } from '#usecases/intake/upload-file.ts';

/** How a test sends a file: what is set by hand instead of guessed. */
export type Sent = {
  readonly portfolioId: string;
  readonly content: string | Uint8Array;
  readonly map?: Readonly<Record<string, unknown>>;
  readonly dryRun?: boolean;
  readonly fileName?: string;
  /** Guessed from the file unless told. */
  readonly kind?: FileKind;
};

/** Uploads a file and looks at it, as the first two steps of the screen do. */
export async function sendFile({ app }: World, actor: Actor, sent: Sent) {
  const bytes = Readable.from([Buffer.from(sent.content)]);
  const { importId } = await uploadFile(app, actor, {
    portfolioId: sent.portfolioId,
    fileName: sent.fileName ?? 'file.csv',
    bytes,
    tooLarge: () => false,
  });
  const look = await lookAtFile(app, actor, { importId, kind: sent.kind ?? null, options: {} });
  return { importId, look };
}

/** Sends a file through all steps with the guessed map; answers its import once it has ended. */
export async function importFile(world: World, actor: Actor, sent: Sent) {
  const { app } = world;
  const { importId, look } = await sendFile(world, actor, sent);
  const map = { ...look.table?.map, ...sent.map };
  await startImport(app, actor, { importId, map, options: {}, dryRun: sent.dryRun ?? false });
  await runWaitingImports(app);
  const row = await importById(app.db, importId);
  assert.ok(row);
  return row;
}
