import { createHash } from 'node:crypto';
import type { SheetKind } from '#domain/intake/fields.ts';
import { guessMap } from '#domain/intake/guess-map.ts';
import { checkImportMap } from '#domain/intake/import-map.ts';
import { intakeDefaults } from '#domain/intake/intake-defaults.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { readCamt } from '#readers/camt/read-camt.ts';
import { type ShapeOptions, sniff } from '#readers/csv/sniff.ts';
import { beginningOf, importKey, type SourceFile, storedFile } from '#readers/source-file.ts';
import { formatOf } from '#readers/statement-format.ts';
import { lastMapOf } from '#storage/intake/import-maps.ts';
import {
  earlierImportOf,
  type ImportKind,
  insertImport,
  setImportKind,
} from '#storage/intake/imports.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, now, today } from '#usecases/app.ts';
import { importFor } from './steps/import-access.ts';

/** Sample rows shown beside the columns. */
const shownRows = 8;

/** Records of a bank's file that are looked at before it is imported. */
const shownRecords = 200;

/** A file as it arrives; `tooLarge` tells, after its end, whether it was cut off at the limit. */
export type ArrivingFile = {
  readonly portfolioId: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly tooLarge: () => boolean;
};

/**
 * Keeps an arriving file, in a stream, and answers its import, which waits for its map. Throws
 * `too-large`, leaving nothing.
 */
export async function uploadFile(
  app: App,
  actor: Actor,
  { portfolioId, fileName, bytes, tooLarge }: ArrivingFile,
): Promise<{ importId: string }> {
  allow(actor, 'import.run', portfolioId);
  if (!(await portfolioById(app.db, app.tenantId, portfolioId))) {
    throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  }
  const id = app.newId();
  const hash = createHash('sha256');
  let size = 0n;
  const measured = async function* () {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += BigInt(chunk.byteLength);
      yield chunk;
    }
  };
  try {
    await app.files.write(importKey(id), measured());
    if (tooLarge()) throw new Refusal('too-large', { limit: String(size) });
    const kind = await kindOf(storedFile(app.files, id));
    await insertImport(app.db, {
      id,
      tenantId: app.tenantId,
      portfolioId,
      kind,
      fileName: fileName.slice(0, 200),
      fileSha256: hash.digest('hex'),
      fileBytes: size,
      startedAt: now(app),
      startedBy: actor.userId,
    });
  } catch (error) {
    await app.files.remove(importKey(id));
    throw error;
  }
  return { importId: id };
}

/** What the beginning of a file says it is. Throws `unreadable` for what we cannot read. */
export async function kindOf(file: SourceFile): Promise<ImportKind> {
  const first = await beginningOf(file);
  const format = formatOf(first);
  if (format === 'camt') return 'camt';
  if (format !== null && format !== 'csv') {
    throw new Refusal('unreadable', { what: 'file', reason: format });
  }
  const table = sniff(first);
  if (!table.ok) throw new Refusal('unreadable', { what: 'table', reason: table.reason });
  return likeliestKind(table.header);
}

/** Payments, credit notes and consents name themselves in their columns; anything else is a book. */
function likeliestKind(header: readonly string[]): ImportKind {
  const names = header.join(' ').toLowerCase();
  const hasDue = /due|venc|fällig|faellig|échéance|echeance/.test(names);
  if (!hasDue && /credit.?(note|memo|date)|gutschrift|avoir|nota.?de.?cr/.test(names)) {
    return 'credit_notes';
  }
  if (
    !hasDue &&
    /payer|paid.?on|payment.?date|booking.?date|buchung|valuta|ordenante/.test(names)
  ) {
    return 'payments';
  }
  if (!hasDue && /consent|consentimiento|einwilligung|הסכמה/.test(names)) return 'consents';
  return 'book';
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
  const file = storedFile(app.files, importId);
  const earlier = await earlierImportOf(app.db, row);
  const sheetKind = sheetKindOf(asKind);
  const common = { importId, kind: asKind, earlierImportAt: earlier?.endedAt ?? null };
  if (sheetKind === null) return { ...common, table: null, statement: await lookAtCamt(file) };
  const table = sniff(await beginningOf(file), options);
  if (!table.ok) throw new Refusal('unreadable', { what: 'table', reason: table.reason });
  const guessed = guessMap(
    sheetKind,
    table.header,
    table.sampleRows,
    intakeDefaults(portfolio, today(app, portfolio.zone)),
  );
  const { header, shape } = table;
  const shown = {
    header: [...header],
    shape,
    sampleRows: table.sampleRows.slice(0, shownRows).map((cells) => [...cells]),
    map: { ...guessed.map, ...(await answeredBefore(app, row.portfolioId, asKind)) },
    guesses: [...guessed.guesses],
    questions: guessed.questions.map((each) => ({ ...each, choices: [...each.choices] })),
  };
  return { ...common, table: shown, statement: null };
}

/** What the words of earlier files meant, as it was answered at the portfolio's last import. */
async function answeredBefore(app: App, portfolioId: string, kind: ImportKind) {
  const last = await lastMapOf(app.db, { portfolioId, kind });
  const checked = checkImportMap(last ?? {});
  return checked.ok ? { values: checked.map.values, debtTypes: checked.map.debtTypes } : {};
}

async function lookAtCamt(file: SourceFile) {
  const heads: { message: string; account: string | null; reference: string | null }[] = [];
  let entries = 0;
  let problem: string | null = null;
  let records = 0;
  for await (const record of readCamt(file())) {
    records += 1;
    if (record.kind === 'statement') {
      const { message, account, reference } = record;
      heads.push({ message, account, reference });
    } else if (record.kind === 'entry') entries += 1;
    else if (record.kind === 'problem') problem ??= record.reason;
    if (records >= shownRecords) break;
  }
  return { heads, entries, problem, whole: records < shownRecords };
}
