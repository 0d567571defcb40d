import type { IntakeDefaults } from '#domain/intake/cells.ts';
import type { SheetKind } from '#domain/intake/fields.ts';
import { type GuessedMap, guessMap } from '#domain/intake/guess-map.ts';
import { readCamt } from './camt/read-camt.ts';
import { type NotATable, type ShapeOptions, type Sniffed, sniff } from './csv/sniff.ts';
import { formatOf } from './statement-format.ts';

/** The functions of this file look at what came from outside: they run in a worker. */
export const readingTasks = import.meta.url;

/** Time for the beginning of one file. */
export const readingMs = 10_000;

/** Bytes of a bank's file that are looked at before it is imported. */
export const statementBytes = 2_097_152;

/** Records of a bank's file that are looked at before it is imported. */
const shownRecords = 200;
const pieceBytes = 65_536;

/** What a file may bring. */
export type FileKind = 'book' | 'credit_notes' | 'payments' | 'consents' | 'camt';

/** What a file is, or why we cannot read it. */
export type BeginningKind =
  | { readonly ok: true; readonly kind: FileKind }
  | { readonly ok: false; readonly what: 'file' | 'table'; readonly reason: string };

/** What the beginning of a file says it is. */
export function kindOfBeginning(first: Uint8Array, options: ShapeOptions = {}): BeginningKind {
  // A sheet that became text is one, whatever its first cell says.
  const format = options.delimiter === undefined ? formatOf(first) : 'csv';
  if (format === 'camt') return { ok: true, kind: 'camt' };
  if (format !== null && format !== 'csv') return { ok: false, what: 'file', reason: format };
  const table = sniff(first, options);
  if (!table.ok) return { ok: false, what: 'table', reason: table.reason };
  return { ok: true, kind: likeliestKind(table.header) };
}

/** Payments, credit notes and consents name themselves in their columns; anything else is a book. */
function likeliestKind(header: readonly string[]): FileKind {
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

/** The table that a file begins with. */
export function tableOfBeginning(first: Uint8Array, options: ShapeOptions): Sniffed | NotATable {
  return sniff(first, options);
}

/** The same with a guess at its map. */
export function guessedTable(
  first: Uint8Array,
  options: ShapeOptions,
  kind: SheetKind,
  defaults: IntakeDefaults,
): (Sniffed & { readonly guessed: GuessedMap }) | NotATable {
  const table = sniff(first, options);
  if (!table.ok) return table;
  return {
    ...table,
    guessed: guessMap(kind, table.header, table.sampleRows, defaults, table.layout.titles),
  };
}

/** The first records of a bank's file; `isCut`: there is more of it than these bytes. */
export async function firstRecords(first: Uint8Array, isCut: boolean) {
  const heads: { message: string; account: string | null; reference: string | null }[] = [];
  let entries = 0;
  let problem: string | null = null;
  let records = 0;
  let isRead = false;
  const pieces = async function* () {
    for (let at = 0; at < first.byteLength; at += pieceBytes) {
      yield first.subarray(at, at + pieceBytes);
    }
    isRead = true;
  };
  for await (const record of readCamt(pieces())) {
    // That the beginning of a file breaks off says nothing of the file.
    if (isCut && isRead && record.kind === 'problem' && record.fatal) break;
    records += 1;
    if (record.kind === 'statement') {
      const { message, account, reference } = record;
      heads.push({ message, account, reference });
    } else if (record.kind === 'entry') entries += 1;
    else if (record.kind === 'problem') problem ??= record.reason;
    if (records >= shownRecords) break;
  }
  return { heads, entries, problem, whole: !isCut && records < shownRecords };
}
