import { DateDoubts } from '#domain/intake/date-doubts.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { FileMissing } from '#ports/files.ts';
import { importKey, type SourceFile, storedFile } from '#readers/source-file.ts';
import {
  claimImport,
  handBackImport,
  RunTaken,
  recordProgress,
} from '#storage/intake/import-runs.ts';
import { sweepStaging } from '#storage/intake/import-staging.ts';
import { clearFindings, endImport, type ImportRow, importById } from '#storage/intake/imports.ts';
import { setFileRemoved } from '#storage/intake/kept-files.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { inRetriedTransaction, isOutage, whenReachable } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { asRun } from './steps/as-run.ts';
import { failureOf } from './steps/end-import.ts';
import { importBook, type OnProgress } from './steps/import-book.ts';
import { importCamt } from './steps/import-camt.ts';
import { importConsents } from './steps/import-consents.ts';
import { importCreditNotes } from './steps/import-credit-notes.ts';
import { importPayments } from './steps/import-payments.ts';
import { matchWaiting } from './steps/match-waiting.ts';
import { recordsOfSheet } from './steps/records.ts';
import { keptMapOf, openSheet, type Sheet } from './steps/sheet.ts';

/** How often a runner says that it lives. */
const beatEveryMs = 10_000;
/** A runner not heard of for so long is taken for dead. */
const staleAfterMs = 60_000;
/** Rows between two reports of progress are batches of the reader; every so many are told. */
const batchesPerReport = 5;

/**
 * Runs the imports that wait, one after the other, and those whose runner died; answers how many.
 * Safe to call from several processes at once. An error that is not the file's fault is thrown
 * after the import was marked as failed.
 */
export async function runWaitingImports(app: App): Promise<number> {
  for (let count = 0; ; count += 1) {
    const runner = { instanceId: app.instance.id, runId: app.newId() };
    const stale = instantOf(app.clock() - staleAfterMs);
    const row = await claimImport(app.db, runner, now(app), stale);
    if (row === undefined) return count;
    await runImport(app, row, storedFile(app.files, row.id));
    const after = await importById(app.db, row.id);
    if (after?.state === 'done' && !after.dryRun) {
      await app.files.remove(importKey(row.id));
      await setFileRemoved(app.db, row.id, now(app));
    }
  }
}

/**
 * Runs one claimed import from its beginning. It ends as done, or as failed with a reason of the
 * file; any other error marks it as failed and is thrown. When the database was lost it is handed back
 * and begins again at the next turn. One that another process has taken up meanwhile, because this
 * one stood still, is that other's: nothing more is written of it here.
 */
export async function runImport(app: App, row: ImportRow, file: SourceFile): Promise<void> {
  const beat = setInterval(() => {
    recordProgress(app.db, row, now(app)).catch(() => undefined);
  }, beatEveryMs);
  beat.unref();
  try {
    await asRun(app, row, (tx) => clearFindings(tx, row.id));
    await runKind(app, row, file);
  } catch (error) {
    if (error instanceof RunTaken) return;
    if (isOutage(error)) {
      await whenReachable(() => handBackImport(app.db, row));
      throw error;
    }
    const known = error instanceof Refusal || isMissingFile(error);
    const failure = error instanceof Refusal ? failureOf(error) : known ? 'file-missing' : 'broken';
    const end = { state: 'failed', counts: row.counts, failure, at: now(app) } as const;
    await asRun(app, row, (tx) => endImport(tx, row.id, end)).catch(unlessTaken);
    if (!known) throw error;
  } finally {
    clearInterval(beat);
    await sweepStaging(app.db).catch(unlessAway);
  }
}

/** What another has taken up has ended for us. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof RunTaken)) throw error;
}

/** What is left behind while the database is away is swept later. */
function unlessAway(error: unknown): void {
  if (!isOutage(error)) throw error;
}

async function runKind(app: App, row: ImportRow, file: SourceFile): Promise<void> {
  const portfolio = await portfolioById(app.db, app.tenantId, row.portfolioId);
  assert(portfolio, 'an import without a portfolio');
  const onProgress = progressTeller(app, row);
  if (row.kind === 'camt') return importCamt(app, row, portfolio, file, onProgress);
  const opened = await openSheet(app, portfolio, file, keptMapOf(row.map));
  const doubts = await doubtsOf(opened);
  if (doubts.length > 0 && !row.dryRun) {
    // Dates that read both ways would come in as they were meant, or not.
    const problems = doubts.map(({ field }) => ({ path: field, message: 'date-other-order' }));
    throw new Refusal('invalid-input', { problems });
  }
  const sheet = { ...opened, doubts };
  const run = {
    book: importBook,
    credit_notes: importCreditNotes,
    payments: importPayments,
    consents: importConsents,
  };
  await run[row.kind](app, row, portfolio, sheet, onProgress);
  // The new debts may be what money that waits is for; the daily run looks too.
  if (row.kind === 'book' && !row.dryRun) {
    await inRetriedTransaction(app.db, (tx) => matchWaiting(app, tx, portfolio));
  }
}

/** What only somebody can say of the dates of a file, by a look at all its rows. */
async function doubtsOf(sheet: Sheet): Promise<Sheet['doubts']> {
  const doubts = new DateDoubts(sheet.map, sheet.header, sheet.defaults.today);
  if (!doubts.isOpen()) return [];
  for await (const { rows } of recordsOfSheet(sheet)) {
    for (const { cells, line } of rows) doubts.look(cells, line);
  }
  return doubts.list();
}

function progressTeller(app: App, row: ImportRow): OnProgress {
  let batches = 0;
  return async (bytesRead, counts) => {
    batches += 1;
    if (batches % batchesPerReport !== 1) return;
    await recordProgress(app.db, row, now(app), { bytesRead, counts });
  };
}

function isMissingFile(error: unknown): boolean {
  if (error instanceof FileMissing) return true;
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
