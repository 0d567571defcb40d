import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { importKey } from '#readers/source-file.ts';
import { setFileRemoved, staleFiles } from '#storage/intake/kept-files.ts';
import { type App, now } from '#usecases/app.ts';
import { importFor } from './steps/import-access.ts';

const dayMs = 86_400_000;

/** Deletes a file that waits to be imported. Throws `conflict` while its import runs. */
export async function removeFile(
  app: App,
  actor: Actor,
  { importId }: { importId: string },
): Promise<{ done: true }> {
  const row = await importFor(app, actor, importId);
  if (row.fileRemovedAt !== null) return { done: true };
  if (!(await forgetFile(app, importId))) {
    throw new Refusal('conflict', { thing: 'import', reason: 'running' });
  }
  return { done: true };
}

/** Deletes the files that nobody imported in the time they are kept; answers how many. */
export async function sweepFiles(app: App): Promise<number> {
  const before = instantOf(app.clock() - app.uploadRules.keepDays * dayMs);
  const ids = await staleFiles(app.db, app.tenantId, before);
  for (const id of ids) await forgetFile(app, id);
  return ids.length;
}

/** The row first: an import that begins meanwhile finds no file, and never half of one. */
async function forgetFile(app: App, importId: string): Promise<boolean> {
  if (!(await setFileRemoved(app.db, importId, now(app)))) return false;
  await app.files.remove(importKey(importId));
  return true;
}
