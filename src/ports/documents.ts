import type { z } from 'zod';
import type { Paper } from '#domain/evidence/paper.ts';
import type { Adapter, Connected } from './adapter.ts';
import type { InWorker } from './in-worker.ts';

/** A file that travels inside a document. */
export type Attachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** Makes documents that people print, send and keep. */
export type Documents = Connected & {
  /** The document as PDF, with page numbers, the attachments inside. */
  readonly pdf: (paper: Paper, attachments: readonly Attachment[]) => Promise<Uint8Array>;
};

/** What an adapter for documents gets from the product. */
export type DocumentsHost = {
  /** Laying out is heavy: it runs here, beside the main thread. */
  readonly inWorker: InWorker;
};

/** The default export of `adapters/documents/<name>/index.ts`. */
export type DocumentsAdapter<Settings extends z.ZodObject = z.ZodObject> = Adapter<
  Settings,
  DocumentsHost,
  Documents
>;
