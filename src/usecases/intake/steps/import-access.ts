import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type ImportRow, importById } from '#storage/intake/imports.ts';
import { type App, allow } from '#usecases/app.ts';

/** The import, if the actor may run imports on its portfolio. Throws `not-found`. */
export async function importFor(app: App, actor: Actor, importId: string): Promise<ImportRow> {
  const row = await importById(app.db, importId);
  if (!row) throw new Refusal('not-found', { thing: 'import', id: importId });
  allow(actor, 'import.run', row.portfolioId);
  return row;
}
