import { createHash } from 'node:crypto';
import { cellText } from '#domain/intake/cell-text.ts';
import type { SheetKind } from '#domain/intake/fields.ts';
import { checkImportMap, emptyMap } from '#domain/intake/import-map.ts';
import { intakeDefaults } from '#domain/intake/intake-defaults.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { Refusal } from '#kernel/refusal.ts';
import { shownLineOf } from '#kernel/shown-text.ts';
import type { Inside } from '#readers/archive/open-container.ts';
import type { ShapeOptions } from '#readers/csv/sniff.ts';
import {
  type BeginningKind,
  type firstRecords,
  type guessedTable,
  type kindOfBeginning,
  readingMs,
  readingTasks,
  statementBytes,
} from '#readers/reading-tasks.ts';
import { beginningOf, importKey, type SourceFile, storedFile } from '#readers/source-file.ts';
import { lastMapOf } from '#storage/intake/import-maps.ts';
import {
  earlierImportOf,
  type ImportKind,
  insertImport,
  setImportKind,
} from '#storage/intake/imports.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, now, today } from '#usecases/app.ts';
import { openedFile } from './opened-file.ts';
import { failureOf } from './steps/end-import.ts';
import { importFor, keptFile } from './steps/import-access.ts';
import { expectRoom, reserveRoom } from './steps/upload-room.ts';

/** Sample rows shown beside the columns. */
const shownRows = 8;

/** Statements of an archive that are looked at before it is imported. */
const shownStatements = 20;

/** Lines above the header that are shown. */
const shownTitles = 12;

/** A file as it arrives; `tooLarge` tells, after its end, whether it was cut off at the limit. */
export type ArrivingFile = {
  readonly portfolioId: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly tooLarge: () => boolean;
  /** What the request says that all of it is long; null where it does not. */
  readonly declaredBytes?: bigint | null;
};

/**
 * Keeps an arriving file, in a stream, and answers its import, which waits for its map. Throws
 * `storage-full`, `too-large` or `unreadable`; the import is then listed as failed, without its file.
 */
export async function uploadFile(
  app: App,
  actor: Actor,
  { portfolioId, fileName, bytes, tooLarge, declaredBytes }: ArrivingFile,
): Promise<{ importId: string }> {
  allow(actor, 'import.run', portfolioId);
  if (!(await portfolioById(app.db, app.tenantId, portfolioId))) {
    throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  }
  const id = app.newId();
  const room = await reserveRoom(app, actor, declaredBytes ?? null);
  const hash = createHash('sha256');
  const measured = async function* () {
    for await (const chunk of bytes) {
      hash.update(chunk);
      room.take(chunk.byteLength);
      yield chunk;
    }
  };
  const keep = async (kind: ImportKind, failure: string | null) =>
    app.db.transaction().execute(async (tx) => {
      if (failure === null) await expectRoom(app, tx, actor, room.size());
      await insertImport(tx, {
        ...{ id, tenantId: app.tenantId, portfolioId, kind, failure },
        fileName: shownName(fileName),
        fileSha256: hash.copy().digest('hex'),
        fileBytes: room.size(),
        startedAt: now(app),
        fileRemovedAt: failure === null ? null : now(app),
        startedBy: actor.userId,
        receivedBy: app.instance.id,
      });
    });
  try {
    await app.files.write(importKey(id), measured());
    if (tooLarge()) throw new Refusal('too-large', { limit: String(room.size()) });
    const found = await beginningKind(app, storedFile(app.files, id));
    if (!found.ok) throw new Refusal('unreadable', { what: found.what, reason: found.reason });
    await keep(found.kind, null);
  } catch (error) {
    // What was refused stays listed with its reason; its bytes are not kept.
    await app.files.remove(importKey(id));
    if (error instanceof Refusal) await keep('book', failureOf(error));
    throw error;
  } finally {
    room.give();
  }
  return { importId: id };
}

/** The name of a file as a screen can show it: one line, nothing that turns the letters around it. */
function shownName(fileName: string): string {
  return (
    [...withoutCardNumbers(shownLineOf(fileName.slice(0, 1_000)))].slice(0, 200).join('') || 'file'
  );
}

/** What a file is by its beginning, or why it cannot be read. */
export async function beginningKind(app: App, file: SourceFile): Promise<BeginningKind> {
  const opened = await openedFile(app, file, {});
  return app.inWorker<typeof kindOfBeginning>(
    { module: readingTasks, name: 'kindOfBeginning', withinMs: readingMs },
    await beginningOf(opened.file),
    opened.options,
  );
}

/** The sheet of an import of rows; null for a bank's file. */
export function sheetKindOf(kind: ImportKind): SheetKind | null {
  if (kind === 'camt') return null;
  return kind === 'credit_notes' ? 'credit-notes' : kind;
}

/** How to look at a file: as what, and what the user set about its form. */
export type Look = {
  readonly importId: string;
  readonly kind: ImportKind | null;
  readonly options: ShapeOptions;
};

/** Looks into an uploaded file: its columns with guesses and sample rows, or its first records. */
export async function lookAtFile(app: App, actor: Actor, { importId, kind, options }: Look) {
  const row = await importFor(app, actor, importId);
  const portfolio = await portfolioById(app.db, app.tenantId, row.portfolioId);
  if (!portfolio) throw new Refusal('not-found', { thing: 'portfolio', id: row.portfolioId });
  const asKind = kind ?? row.kind;
  if (asKind !== row.kind) await setImportKind(app.db, importId, asKind);
  const file = keptFile(app, importId);
  const earlier = await earlierImportOf(app.db, row);
  const sheetKind = sheetKindOf(asKind);
  const common = { importId, kind: asKind, earlierImportAt: earlier?.endedAt ?? null };
  if (sheetKind === null) return { ...common, table: null, statement: await lookAtCamt(app, file) };
  const before = await answeredBefore(app, row.portfolioId, asKind);
  const opened = await openedFile(app, file, { sheet: before.sheet ?? undefined, ...options });
  const table = await app.inWorker<typeof guessedTable>(
    { module: readingTasks, name: 'guessedTable', withinMs: readingMs },
    await beginningOf(opened.file),
    opened.options,
    sheetKind,
    intakeDefaults(portfolio, today(app, portfolio.zone)),
  );
  if (!table.ok) throw new Refusal('unreadable', { what: 'table', reason: table.reason });
  const { header, shape, guessed } = table;
  const shown = {
    header: [...header],
    shape,
    sampleRows: table.sampleRows.slice(0, shownRows).map((cells) => cells.map(cellText)),
    ...shownInside(opened.inside),
    titles: table.layout.titles.slice(0, shownTitles),
    map: { ...guessed.map, ...before, sheet: opened.inside?.isChosen ? opened.inside.name : null },
    guesses: [...guessed.guesses],
    datesByCountry: guessed.datesByCountry,
    questions: guessed.questions.map((each) => ({ ...each, choices: [...each.choices] })),
  };
  return { ...common, table: shown, statement: null };
}

/** The tables of a workbook or an archive, and what is hidden in the one that is shown. */
function shownInside(inside: Inside | null) {
  const { tables = [], hiddenRows = 0, hiddenColumns = [], others = [] } = inside ?? {};
  const sheets = tables.map((table) => ({ ...table }));
  return {
    sheets,
    shownSheet: inside?.name ?? null,
    hiddenRows,
    hiddenColumns: [...hiddenColumns],
    notRead: [...others],
  };
}

/** What the words of earlier files meant, as it was answered at the portfolio's last import. */
async function answeredBefore(app: App, portfolioId: string, kind: ImportKind) {
  const last = await lastMapOf(app.db, { portfolioId, kind });
  const checked = checkImportMap(last ?? {});
  const { values, debtTypes, sheet } = checked.ok ? checked.map : emptyMap('book');
  return { values, debtTypes, sheet };
}

/** The first records of a bank's file; of an archive, those of each of its statements. */
async function lookAtCamt(app: App, file: SourceFile) {
  const { parts, inside } = await openedFile(app, file, {});
  const looks = [];
  for (const part of parts.slice(0, shownStatements)) {
    const first = await beginningOf(part, statementBytes + 1);
    looks.push(
      await app.inWorker<typeof firstRecords>(
        { module: readingTasks, name: 'firstRecords', withinMs: readingMs },
        first.subarray(0, statementBytes),
        first.byteLength > statementBytes,
      ),
    );
  }
  return {
    heads: looks.flatMap(({ heads }) => heads),
    entries: looks.reduce((sum, { entries }) => sum + entries, 0),
    problem: looks.find(({ problem }) => problem !== null)?.problem ?? null,
    whole: looks.length === parts.length && looks.every(({ whole }) => whole),
    notRead: [...(inside?.others ?? [])],
  };
}
