import type { Actor } from '#domain/workforce/rights.ts';
import { isId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { importFolder, importKey } from '#readers/source-file.ts';
import { sweepStaging } from '#storage/intake/import-staging.ts';
import { importsWithFiles, setFileRemoved, staleFiles } from '#storage/intake/kept-files.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
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
  if (!(await forgetFile(app, actor, row))) {
    throw new Refusal('conflict', { thing: 'import', reason: 'running' });
  }
  return { done: true };
}

/**
 * Deletes the files that nobody imported in the time they are kept, and what killed processes left: files
 * half written, and whole ones of which no import says that they are kept. Answers how many files.
 */
export async function sweepFiles(app: App): Promise<number> {
  const before = instantOf(app.clock() - app.uploadRules.keepDays * dayMs);
  const stale = await staleFiles(app.db, app.tenantId, before);
  for (const row of stale) await forgetFile(app, systemActor, row);
  await app.files.sweep(importFolder);
  const stray = await removeStrayFiles(app);
  await sweepStaging(app.db);
  return stale.length + stray;
}

/** A process was killed after it wrote the file and before it wrote the row, or between removing both. */
async function removeStrayFiles(app: App): Promise<number> {
  const prefix = `${importFolder}/`;
  const keys = await app.files.olderThanAnHour(importFolder);
  const ids = keys.map((key) => key.slice(prefix.length)).filter(isId);
  const kept = await importsWithFiles(app.db, ids);
  const stray = ids.filter((id) => !kept.has(id));
  for (const importId of stray) {
    await app.db
      .transaction()
      .execute((tx) => logAdminEvent(app, tx, systemActor, 'import.file-removed', { importId }));
    await app.files.remove(importKey(importId));
  }
  return stray.length;
}

/** The row first: an import that begins meanwhile finds no file, and never half of one. */
async function forgetFile(
  app: App,
  actor: Actor,
  { id, portfolioId }: { readonly id: string; readonly portfolioId: string },
): Promise<boolean> {
  const isRemoved = await app.db.transaction().execute(async (tx) => {
    if (!(await setFileRemoved(tx, id, now(app)))) return false;
    await logAdminEvent(app, tx, actor, 'import.file-removed', { importId: id }, portfolioId);
    return true;
  });
  if (isRemoved) await app.files.remove(importKey(id));
  return isRemoved;
}
