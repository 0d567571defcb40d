import { z } from 'zod';
import { documentAbouts, documentKinds } from '#domain/cases/documents.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant, words } from './shapes.ts';

/** Files that belong to a customer, a debt or a case. */

/** The documents that a case shows. */
export const readDocuments = endpoint({
  name: 'cases.documents',
  method: 'GET',
  path: '/api/cases/:caseId/documents',
  right: 'case.read',
  shows: 'customer',
  summary: 'The documents of a case, its customer and their debts on its portfolio.',
  input: z.strictObject({ caseId: id }),
  output: z.object({
    /** False where the debt is not shown to the reader now: then no document is either. */
    shown: z.boolean(),
    documents: z.array(
      z.object({
        id,
        kind: z.enum(documentKinds),
        title: z.string(),
        mediaType: z.string(),
        byteCount: z.number().int(),
        restricted: z.boolean(),
        about: z.enum(documentAbouts),
        reference: z.string().nullable(),
        addedAt: instant,
        addedBy: z.string().nullable(),
      }),
    ),
  }),
});

/** The fields of the form that come before its file. */
export const documentFields = z.strictObject({
  kind: z.enum(documentKinds),
  about: z.enum(documentAbouts),
  /** The account or item; empty for the customer and the case. */
  aboutId: z.union([id, z.literal('')]),
  restricted: z.enum(['true', 'false']),
});

/** Adds a document; multipart: the fields `documentFields`, then the file in one part. */
export const addDocument = endpoint({
  name: 'cases.add-document',
  method: 'POST',
  path: '/api/cases/:caseId/documents',
  right: 'document.keep',
  work: 'upload',
  shows: 'nobody',
  summary:
    'Add a document (multipart/form-data: kind, about, aboutId, restricted, then the file; PDF, PNG, JPEG, TIFF or plain text up to 20 MB).',
  input: z.strictObject({ caseId: id }),
  output: z.object({ documentId: id }),
});

/** The file of a document. */
export const takeDocument = endpoint({
  name: 'cases.take-document',
  method: 'GET',
  path: '/api/cases/:caseId/documents/:documentId/file',
  right: 'case.read',
  shows: 'customer',
  takesOut: true,
  summary: 'The file of a document; that it was taken out stands in the history of the case.',
  input: z.strictObject({ caseId: id, documentId: id }),
  output: z.string(),
});

/** Removes the file of a document. */
export const removeDocument = endpoint({
  name: 'cases.remove-document',
  method: 'POST',
  path: '/api/cases/:caseId/documents/:documentId/remove',
  right: 'document.keep',
  shows: 'nobody',
  summary: 'Remove the file of a document, with the reason; refused while a legal hold stands.',
  input: z.strictObject({ caseId: id, documentId: id, reason: words }),
  output: done,
});
