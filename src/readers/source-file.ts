import { createReadStream } from 'node:fs';
import { sniffBytes } from './csv/sniff.ts';

/** A file that can be read from its beginning as often as is needed, at most so many bytes of it. */
export type SourceFile = (mostBytes?: number) => AsyncIterable<Uint8Array>;

/** Where stored files are read from. */
type ReadableFiles = { read(key: string, mostBytes?: number): AsyncIterable<Uint8Array> };

/** Where the files of imports lie among all files. */
export const importFolder = 'imports';

/** The key of the file of an import, kept until the import is done. */
export function importKey(importId: string): string {
  return `${importFolder}/${importId}`;
}

/** The file of an import where the installation keeps it. */
export function storedFile(files: ReadableFiles, importId: string): SourceFile {
  return (mostBytes) => files.read(importKey(importId), mostBytes);
}

/** A file on this machine's disk. */
export function fileOnDisk(path: string): SourceFile {
  return (mostBytes) =>
    createReadStream(path, mostBytes === undefined ? {} : { end: mostBytes - 1 });
}

/** Bytes of a file in memory that are handed over at a time. */
const pieceBytes = 65_536;

/** A file whose bytes are at hand. */
export function fileInMemory(bytes: Uint8Array): SourceFile {
  return async function* (mostBytes = bytes.byteLength) {
    const end = Math.min(mostBytes, bytes.byteLength);
    for (let at = 0; at < end; at += pieceBytes) {
      yield bytes.subarray(at, Math.min(end, at + pieceBytes));
    }
  };
}

/** The first bytes of a file, enough to know what it is unless another number is given. */
export async function beginningOf(file: SourceFile, bytes = sniffBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file(bytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
