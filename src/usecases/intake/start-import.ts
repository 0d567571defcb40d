import { isDeepStrictEqual } from 'node:util';
import { checkImportMap } from '#domain/intake/import-map.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { ShapeOptions } from '#readers/csv/sniff.ts';
import { namedMaps, saveNamedMap } from '#storage/intake/import-maps.ts';
import { type ImportRow, lockImport, setRunning } from '#storage/intake/imports.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { isAllRefused } from './steps/end-import.ts';
import { importFor, keptFile } from './steps/import-access.ts';
import { openSheet } from './steps/sheet.ts';
import { sheetKindOf } from './upload-file.ts';

/** How an import is to be run. `map` may be empty for a bank's file. */
export type StartImport = {
  readonly importId: string;
  readonly map: Readonly<Record<string, unknown>>;
  readonly options: ShapeOptions;
  readonly dryRun: boolean;
};

/**
 * Puts an uploaded file, or one whose trial is done, in line to be run. Throws `invalid-input`
 * when the map does not fit the file, `conflict` when it runs or is done.
 */
export async function startImport(
  app: App,
  actor: Actor,
  { importId, map, options, dryRun }: StartImport,
): Promise<{ done: true }> {
  const row = await importFor(app, actor, importId);
  // Its run holds the row while it writes: nobody waits for that.
  if (row.state === 'running')
    throw new Refusal('conflict', { thing: 'import', reason: row.state });
  const kind = sheetKindOf(row.kind);
  // A consent is a fact about a person, whatever way it comes in.
  if (kind === 'consents') allow(actor, 'fact.record', row.portfolioId);
  const kept = kind === null ? { options: {}, map: {} } : { options, map: { ...map, kind } };
  if (kind !== null) {
    const checked = checkImportMap(kept.map);
    if (!checked.ok) {
      const problems = checked.problems.map(({ path, reason }) => ({ path, message: reason }));
      throw new Refusal('invalid-input', { problems });
    }
    const portfolio = await portfolioById(app.db, app.tenantId, row.portfolioId);
    if (!portfolio) throw new Refusal('not-found', { thing: 'portfolio', id: row.portfolioId });
    await openSheet(app, portfolio, keptFile(app, importId), { options, map: checked.map });
  }
  await app.db.transaction().execute(async (tx) => {
    const locked = await lockImport(tx, importId);
    const waits = locked?.state === 'uploaded' || locked?.state === 'failed';
    if (!waits && !(locked?.state === 'done' && locked.dryRun)) {
      throw new Refusal('conflict', { thing: 'import', reason: locked?.state ?? 'gone' });
    }
    const tried = locked.dryRun && isDeepStrictEqual(locked.map, kept);
    if (!dryRun && tried && isAllRefused(locked.counts)) {
      throw new Refusal('conflict', { thing: 'import', reason: 'all-refused' });
    }
    await setRunning(tx, importId, { map: kept, dryRun, own: null });
  });
  return { done: true };
}

type KindOfFile = { readonly portfolioId: string; readonly kind: ImportRow['kind'] };

/** The maps kept for a kind of file into a portfolio: those of others tell of their files. */
export async function readMaps(app: App, actor: Actor, asked: KindOfFile) {
  allow(actor, 'import.run', asked.portfolioId);
  const maps = await namedMaps(app.db, asked);
  return { maps: maps.map(({ id, name, map, savedAt }) => ({ id, name, map, savedAt })) };
}

/** Keeps a map of a portfolio under a name, in place of an earlier one of that name. */
export async function saveMap(
  app: App,
  actor: Actor,
  {
    portfolioId,
    kind,
    name,
    map,
  }: KindOfFile & { name: string; map: Readonly<Record<string, unknown>> },
): Promise<{ done: true }> {
  allow(actor, 'import.run', portfolioId);
  if (!(await portfolioById(app.db, app.tenantId, portfolioId))) {
    throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  }
  const checked = checkImportMap({ ...map, kind: kind === 'credit_notes' ? 'credit-notes' : kind });
  if (!checked.ok) {
    const problems = checked.problems.map(({ path, reason }) => ({ path, message: reason }));
    throw new Refusal('invalid-input', { problems });
  }
  await app.db.transaction().execute(async (tx) => {
    await saveNamedMap(tx, {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId,
      kind,
      name,
      map: { ...checked.map },
      savedAt: now(app),
      savedBy: actor.userId,
    });
    await logAdminEvent(app, tx, actor, 'map.saved', { kind }, portfolioId);
  });
  return { done: true };
}
