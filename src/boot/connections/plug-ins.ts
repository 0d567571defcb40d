import type { z } from 'zod';
import { type PortName, portNames } from '#domain/connections/slots.ts';
import type { Adapter, Connected } from '#ports/adapter.ts';
import type { DocumentsAdapter } from '#ports/documents.ts';
import type { FilesAdapter } from '#ports/files.ts';
import type { MessagesAdapter } from '#ports/messages.ts';
import type { TelephonyAdapter } from '#ports/telephony.ts';
import { loadFolder } from '../load-folder.ts';

/** The adapters of each port, by name. */
export type PlugIns = {
  readonly telephony: ReadonlyMap<string, TelephonyAdapter>;
  readonly messages: ReadonlyMap<string, MessagesAdapter>;
  readonly documents: ReadonlyMap<string, DocumentsAdapter>;
  readonly files: ReadonlyMap<string, FilesAdapter>;
};

/** An adapter of any port, when only its label and settings matter. */
export type AnyAdapter = Adapter<z.ZodObject, never, Connected>;

/** What serves where nobody chose. */
export const usualAdapter: Readonly<Record<PortName, string>> = {
  telephony: 'pretend',
  messages: 'pretend',
  documents: 'pdfmake',
  files: 'local',
};

/** Loads every folder of `adapters/`. Throws when the usual adapter of a port is missing. */
export async function loadPlugIns(): Promise<PlugIns> {
  const found = {
    telephony: await loadFolder<TelephonyAdapter>(folderOf('telephony')),
    messages: await loadFolder<MessagesAdapter>(folderOf('messages')),
    documents: await loadFolder<DocumentsAdapter>(folderOf('documents')),
    files: await loadFolder<FilesAdapter>(folderOf('files')),
  };
  for (const port of portNames) {
    if (found[port].has(usualAdapter[port])) continue;
    throw new Error(`cannot happen: the adapter ${usualAdapter[port]} of ${port} is missing`);
  }
  return found;
}

function folderOf(port: PortName): URL {
  return new URL(`../../adapters/${port}/`, import.meta.url);
}
