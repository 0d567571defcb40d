import { z } from 'zod';
import { collectorRoles } from '#domain/contact/collector-roles.ts';
import { endpoint } from './endpoint.ts';
import { plainMap, statementLook, tableLook } from './file-looks.ts';
import {
  codeWord,
  currency,
  done,
  id,
  instant,
  lineOf,
  namedPlace,
  shortText,
  typedLine,
} from './shapes.ts';

/** Loading the book: portfolios, files, maps and imports. */

export const importKind = z.enum(['book', 'credit_notes', 'payments', 'consents', 'camt']);

const options = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  hasHeader: z.boolean().optional(),
  /** The table that is meant of a workbook or an archive. */
  sheet: typedLine({ least: 1, most: 300 }).optional(),
});

const portfolioFields = {
  name: shortText,
  creditorName: shortText,
  kind: z.enum(['consumer', 'business']),
  product: shortText,
  currency,
  country: z.string().regex(/^[A-Z]{2}$/),
  zone: codeWord,
  collectorRole: z.enum(collectorRoles),
  callerId: lineOf({ least: 0, most: 20 }),
};

/** The portfolios the caller holds any right on. */
export const readPortfolios = endpoint({
  name: 'intake.read-portfolios',
  method: 'GET',
  path: '/api/portfolios',
  right: null,
  shows: 'nobody',
  summary: 'The portfolios you work with.',
  input: z.strictObject({}),
  output: z.object({
    portfolios: z.array(
      z.object({
        ...{ id, ...portfolioFields, currency: z.string() },
        /** Null for whoever is told of debts in a verified contact only. */
        product: z.string().nullable(),
      }),
    ),
  }),
});

/** Makes a portfolio, and its creditor when there is none of that name. */
export const createPortfolio = endpoint({
  name: 'intake.create-portfolio',
  method: 'POST',
  path: '/api/portfolios',
  right: 'portfolio.create',
  shows: 'nobody',
  summary: 'Make a portfolio; its creditor is made when it is new.',
  input: z.strictObject(portfolioFields),
  output: z.object({ id }),
});

/** Sends a file; multipart, the file in one part. Kept until its import is done. */
export const uploadFile = endpoint({
  name: 'intake.upload-file',
  method: 'POST',
  path: '/api/portfolios/:portfolioId/files',
  right: 'import.run',
  work: 'upload',
  shows: 'nobody',
  summary: 'Send a file (multipart/form-data, one part) to be imported into a portfolio.',
  input: z.strictObject({ portfolioId: id }),
  output: z.object({ importId: id }),
});

/** Looks into an uploaded file: columns with guesses and sample rows, or a bank's first records. */
export const lookAtFile = endpoint({
  name: 'intake.look-at-file',
  method: 'POST',
  path: '/api/imports/:importId/look',
  right: 'import.run',
  work: 'heavy',
  shows: 'customers',
  summary: 'What an uploaded file holds, with a guessed map.',
  input: z.strictObject({ importId: id, kind: importKind.nullable(), options }),
  output: z.object({
    importId: id,
    kind: importKind,
    earlierImportAt: instant.nullable(),
    table: tableLook.nullable(),
    statement: statementLook.nullable(),
  }),
});

/** Runs an uploaded file with a map, for real or as a trial. */
export const startImport = endpoint({
  name: 'intake.start-import',
  method: 'POST',
  path: '/api/imports/:importId/start',
  right: 'import.run',
  shows: 'nobody',
  summary: 'Start the import, or a trial that changes nothing.',
  input: z.strictObject({ importId: id, map: plainMap, options, dryRun: z.boolean() }),
  output: done,
});

const importRow = z.object({
  id,
  portfolioId: id,
  portfolioName: z.string(),
  kind: importKind,
  fileName: z.string(),
  fileSha256: z.string().nullable(),
  fileBytes: z.number().nullable(),
  dryRun: z.boolean(),
  state: z.enum(['uploaded', 'running', 'done', 'failed', 'taken_back']),
  bytesRead: z.number(),
  counts: z.record(z.string(), z.number()),
  /** Values that could not be read: what they were for, how many rows have them, the first lines. */
  unread: z.array(
    z.object({
      field: z.string(),
      reason: z.string(),
      value: z.string(),
      rows: z.number(),
      lines: z.array(z.number()),
      /** The places that an address names whose parts contradict each other. */
      places: z.array(namedPlace),
      /** References of the customers of the first lines, where their address is to be looked at. */
      customers: z.array(z.string()),
    }),
  ),
  failure: z.string().nullable(),
  startedAt: instant,
  startedBy: id.nullable(),
  endedAt: instant.nullable(),
  /** When its file is deleted unless it is imported before; null where none waits. */
  fileKeptUntil: instant.nullable(),
});

/** Imports, newest first. */
export const readImports = endpoint({
  name: 'intake.read-imports',
  method: 'GET',
  path: '/api/imports',
  right: 'import.run',
  shows: 'nobody',
  summary: 'The imports of your portfolios.',
  input: z.strictObject({}),
  output: z.object({ imports: z.array(importRow) }),
});

/** One thing wrong with a row of a file. */
const rejectShown = z.object({
  line: z.number(),
  position: z.number(),
  field: z.string().nullable(),
  columnName: z.string().nullable(),
  reason: z.string(),
  facts: z.record(z.string(), z.string()),
  original: z.string(),
});

/** One import: progress while it runs, then what was refused and what changed. */
export const readImport = endpoint({
  name: 'intake.read-import',
  method: 'GET',
  path: '/api/imports/:importId',
  right: 'import.run',
  shows: 'nobody',
  summary: 'One import with refused rows and changes.',
  input: z.strictObject({ importId: id }),
  output: z.object({
    import: importRow,
    reasons: z.array(
      z.object({ reason: z.string(), field: z.string().nullable(), count: z.number() }),
    ),
    rejects: z.array(rejectShown),
    /** What was left out of rows that came in, with the customer's reference among its facts. */
    details: z.array(rejectShown),
    changes: z.array(
      z.object({
        id,
        entity: z.string(),
        reference: z.string(),
        field: z.string(),
        oldValue: z.string().nullable(),
        newValue: z.string().nullable(),
      }),
    ),
  }),
});

/** All refused rows of an import as a CSV file. */
export const downloadRejects = endpoint({
  name: 'intake.download-rejects',
  method: 'GET',
  path: '/api/imports/:importId/rejects.csv',
  right: 'import.run',
  shows: 'customers',
  takesOut: true,
  summary: 'Refused rows and details left out, as CSV: line, column, reason, original text.',
  input: z.strictObject({ importId: id }),
  output: z.string(),
});

/** Deletes a file that waits to be imported. */
export const removeFile = endpoint({
  name: 'intake.remove-file',
  method: 'POST',
  path: '/api/imports/:importId/remove-file',
  right: 'import.run',
  shows: 'nobody',
  summary: 'Delete a file that waits to be imported; the import stays listed.',
  input: z.strictObject({ importId: id }),
  output: done,
});

/** Takes an import back while nothing was done with it. */
export const undoImport = endpoint({
  name: 'intake.take-back-import',
  method: 'POST',
  path: '/api/imports/:importId/take-back',
  right: 'import.run',
  work: 'heavy',
  shows: 'nobody',
  summary: 'Take an import back.',
  input: z.strictObject({ importId: id }),
  output: done,
});

/** Maps kept under a name, for a kind of file into a portfolio. */
export const readMaps = endpoint({
  name: 'intake.read-maps',
  method: 'GET',
  path: '/api/import-maps',
  right: 'import.run',
  shows: 'nobody',
  summary: 'The named maps of a portfolio.',
  input: z.strictObject({ portfolioId: id, kind: importKind }),
  output: z.object({
    maps: z.array(z.object({ id, name: z.string(), map: plainMap, savedAt: instant })),
  }),
});

/** Keeps a map under a name. */
export const saveMap = endpoint({
  name: 'intake.save-map',
  method: 'POST',
  path: '/api/import-maps',
  right: 'import.run',
  shows: 'nobody',
  summary: 'Keep a map under a name, in place of an earlier one of that name.',
  input: z.strictObject({ portfolioId: id, kind: importKind, name: shortText, map: plainMap }),
  output: done,
});
