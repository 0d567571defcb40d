import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { FileMissing } from '#ports/files.ts';
import { type SourceFile, storedFile } from '#readers/source-file.ts';
import { otherReceiver } from '#storage/intake/import-runs.ts';
import { type ImportRow, importById } from '#storage/intake/imports.ts';
import { type App, allow } from '#usecases/app.ts';

/**
 * The file of an import that waits, where it is kept. Reading throws `not-found` when it is gone, and
 * `conflict` with the name of the server that has it when that is another.
 */
export function keptFile(app: App, importId: string): SourceFile {
  const file = storedFile(app.files, importId);
  return async function* (mostBytes) {
    try {
      yield* file(mostBytes);
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      const server = await otherReceiver(app.db, importId, app.instance.id);
      if (server) throw new Refusal('conflict', { thing: 'file', reason: 'elsewhere', server });
      throw new Refusal('not-found', { thing: 'file', id: importId });
    }
  };
}

/** The import, if the actor may run imports on its portfolio. Throws `not-found`. */
export async function importFor(app: App, actor: Actor, importId: string): Promise<ImportRow> {
  const row = await importById(app.db, importId);
  if (!row) throw new Refusal('not-found', { thing: 'import', id: importId });
  allow(actor, 'import.run', row.portfolioId);
  return row;
}
