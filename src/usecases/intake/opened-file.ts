import { Refusal } from '#kernel/refusal.ts';
import {
  containerMs,
  containerTasks,
  type Inside,
  isContainer,
  maxContainerBytes,
  type openContainer,
} from '#readers/archive/open-container.ts';
import type { ShapeOptions } from '#readers/csv/sniff.ts';
import { beginningOf, fileInMemory, type SourceFile } from '#readers/source-file.ts';
import type { App } from '#usecases/app.ts';

/** A file as text that can be read row by row. */
export type OpenedFile = {
  readonly file: SourceFile;
  /** What a workbook or archive held; null for a file that is text itself. */
  readonly inside: Inside | null;
  /** The files that are read one after the other: several where an archive holds several statements. */
  readonly parts: readonly SourceFile[];
  /** How a sheet became text, whatever was set for the file. */
  readonly options: ShapeOptions;
  /** Bytes of the file as it came for each byte of text. */
  readonly bytesPerByte: number;
};

/** Bytes that tell a workbook or an archive. */
const magicBytes = 4;

/**
 * Opens a file: a workbook or an archive is opened in a thread, and one of its tables becomes text. Throws
 * `unreadable` when it is broken, locked or too large, or holds no table.
 */
export async function openedFile(
  app: Pick<App, 'inWorker'>,
  file: SourceFile,
  options: ShapeOptions,
): Promise<OpenedFile> {
  if (!isContainer(await beginningOf(file, magicBytes))) {
    return { file, parts: [file], inside: null, options, bytesPerByte: 1 };
  }
  const bytes = await beginningOf(file, maxContainerBytes + 1);
  if (bytes.byteLength > maxContainerBytes) throw unreadable('container-too-large');
  const inside = await app.inWorker<typeof openContainer>(
    { module: containerTasks, name: 'openContainer', withinMs: containerMs },
    bytes,
    options.sheet ?? null,
  );
  if (!inside.ok) throw unreadable(inside.reason);
  const asText = { encoding: 'utf-8', delimiter: '\t' } as const;
  const text = fileInMemory(inside.text);
  const { statements } = inside;
  const bytesInside = statements.reduce((sum, each) => sum + each.byteLength, 0);
  return {
    file: text,
    parts: statements.length > 0 ? statements.map(fileInMemory) : [text],
    inside,
    options: inside.isSheet ? { ...options, ...asText } : options,
    bytesPerByte: bytes.byteLength / Math.max(1, bytesInside || inside.text.byteLength),
  };
}

function unreadable(reason: string): Refusal<'unreadable'> {
  return new Refusal('unreadable', { what: 'file', reason });
}
