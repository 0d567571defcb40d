import { sniff } from '../csv/sniff.ts';
import { formatOf } from '../statement-format.ts';
import { sheetsOf, textOfSheet, type WorkbookProblem } from './workbook.ts';
import { storedZip, unpacked, type ZipEntry, zipEntries } from './zip.ts';

/** `openContainer` runs in a worker. */
export const containerTasks = import.meta.url;

/** Bytes of a workbook or archive that is read: it is opened as a whole, in memory. */
export const maxContainerBytes = 67_108_864;
/** Bytes that all files of one may unpack to. */
export const maxUnpackedBytes = 268_435_456;
/** Time to open one. */
export const containerMs = 30_000;
/** Tables that are named of one; an archive of more files is refused. */
const maxTables = 200;
/** Bytes of a file by which its format is known. */
const formatBytes = 65_536;

/** A table that a workbook or an archive holds. */
export type InnerTable = {
  readonly name: string;
  readonly isHidden: boolean;
};

/** What stands in a workbook or an archive, and one of its tables as text. */
export type Inside = {
  readonly ok: true;
  readonly tables: readonly InnerTable[];
  /** The table that the text is of. */
  readonly name: string;
  /** False: others would do as well, and somebody has to say which is meant. */
  readonly isChosen: boolean;
  readonly text: Uint8Array;
  /** A sheet is text of a known form; a file of an archive has its own. */
  readonly isSheet: boolean;
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly string[];
  /** The statements of a bank, where an archive holds these: all are meant. Else none. */
  readonly statements: readonly Uint8Array[];
  /** Files of an archive that are neither a table nor a statement: nothing of them is read. */
  readonly others: readonly string[];
};

/** Why nothing of it can be read. */
export type ContainerProblem = {
  readonly ok: false;
  readonly reason:
    | WorkbookProblem
    | 'broken-archive'
    | 'too-large-inside'
    | 'no-table-inside'
    | 'too-many-inside'
    | 'mixed-inside';
};

/** Whether a file is a workbook or an archive by its first bytes. */
export function isContainer(first: Uint8Array): boolean {
  const magic = String.fromCharCode(...first.subarray(0, 4));
  return magic === 'PK\x03\x04' || magic === 'PK\x05\x06' || magic === '\xD0\xCF\x11\xE0';
}

/** A table found before it is read. */
type Found = InnerTable & {
  /** The bytes of a bank's statement; absent for a table. */
  readonly statement?: Uint8Array;
  readonly take: () => Taken | ContainerProblem;
};

type Taken = Pick<Inside, 'text' | 'isSheet' | 'hiddenRows' | 'hiddenColumns'>;

/** What an archive holds beside its tables: names of files that are none. */
type Others = string[];

/**
 * Opens a workbook or an archive and takes one of its tables: the wanted one, or the only one there is.
 * With several and none wanted it takes the first that is not hidden, and says that it was not chosen.
 * Of an archive of statements all are taken; one that holds both is refused.
 */
export function openContainer(bytes: Uint8Array, wanted: string | null): Inside | ContainerProblem {
  const otherFiles: Others = [];
  const found = tablesIn(bytes, '', maxUnpackedBytes, otherFiles);
  if (!Array.isArray(found)) return found;
  const statements = found.flatMap(({ statement }) => (statement ? [statement] : []));
  if (statements.length > 0 && statements.length < found.length) return problem('mixed-inside');
  const shown = found.filter(({ isHidden }) => !isHidden);
  const [first, ...others] = shown.length > 0 ? shown : found;
  const named = found.find(({ name }) => name === wanted);
  const table = named ?? first;
  if (table === undefined) return problem('no-table-inside');
  const taken = table.take();
  if ('ok' in taken) return taken;
  const tables = found.map(({ name, isHidden }) => ({ name, isHidden }));
  const isChosen = named !== undefined || others.length === 0 || statements.length > 0;
  const told = { name: table.name, isChosen, statements, others: otherFiles };
  return { ok: true, tables, ...told, ...taken };
}

const problem = (reason: ContainerProblem['reason']): ContainerProblem => ({ ok: false, reason });

/** The tables of a file; those of a workbook within an archive have its name before theirs. */
function tablesIn(
  bytes: Uint8Array,
  within: string,
  room: number,
  others: Others,
): Found[] | ContainerProblem {
  if (bytes[0] !== 0x50) return sheetTables(bytes, within);
  const entries = zipEntries(bytes);
  if (entries === null) return problem('broken-archive');
  if (entries.some(({ isLocked }) => isLocked)) return problem('locked');
  const isWorkbook = entries.some(({ name }) => /^(?:xl\/|content\.xml$)/.test(name));
  if (isWorkbook) {
    const plain = withoutPacking(entries, room);
    return plain === null ? problem('too-large-inside') : sheetTables(plain, within);
  }
  return within === '' ? filesIn(entries, room, others) : [];
}

/** Parts of a workbook in which no cell stands: pictures, drawings, pivots, what was embedded. */
const noCells =
  /^(?:xl\/(?:media|drawings|charts|embeddings|pivotCache|pivotTables|printerSettings|calcChain|comments|threadedComments|activeX|ctrlProps|vbaProject)|Pictures\/|Thumbnails\/|Object|docProps\/thumbnail)/i;

/** A workbook with nothing packed in it; null when it unpacks to more than there is room for. */
function withoutPacking(entries: readonly ZipEntry[], room: number): Uint8Array | null {
  let left = room;
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const entry of entries) {
    if (noCells.test(entry.name)) continue;
    const bytes = unpacked(entry, left);
    if (bytes === null) return null;
    left -= bytes.byteLength;
    files.push({ name: entry.name, bytes });
  }
  return storedZip(files);
}

function sheetTables(bytes: Uint8Array, within: string): Found[] | ContainerProblem {
  const sheets = sheetsOf(bytes);
  if (typeof sheets === 'string') return problem(sheets);
  return sheets
    .filter(({ rows }) => rows > 1)
    .slice(0, maxTables)
    .map(({ name, isHidden }) => ({
      name: within === '' ? name : `${within} / ${name}`,
      isHidden,
      take: () => {
        const sheet = textOfSheet(bytes, name);
        if (typeof sheet === 'string') return problem(sheet);
        const { text, hiddenRows, hiddenColumns } = sheet;
        return { text, isSheet: true, hiddenRows, hiddenColumns };
      },
    }));
}

/** The tables of text and the workbooks of an archive; an archive within it is left closed. */
function filesIn(
  entries: readonly ZipEntry[],
  room: number,
  others: Others,
): Found[] | ContainerProblem {
  let left = room;
  const found: Found[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (/^__MACOSX\/|(?:^|\/)\./.test(name)) continue;
    if (found.length >= maxTables) return problem('too-many-inside');
    const bytes = unpacked(entry, left);
    if (bytes === null) return problem('too-large-inside');
    left -= bytes.byteLength;
    const plain = { text: bytes, isSheet: false, hiddenRows: 0, hiddenColumns: [] };
    if (isContainer(bytes)) {
      const inner = tablesIn(bytes, name, left, others);
      if (Array.isArray(inner) && inner.length > 0) found.push(...inner);
      else others.push(name);
    } else if (formatOf(bytes.subarray(0, formatBytes)) === 'camt') {
      found.push({ name, isHidden: false, statement: bytes, take: () => plain });
    } else if (sniff(bytes).ok && bytes.includes(0x0a)) {
      found.push({ name, isHidden: false, take: () => plain });
    } else others.push(name);
  }
  return found;
}
