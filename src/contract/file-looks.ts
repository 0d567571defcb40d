import { z } from 'zod';

/** A map as plain data; `checkImportMap` reads it. */
export const plainMap = z.record(z.string(), z.unknown());

const guess = z.object({
  column: z.string(),
  field: z.string().nullable(),
  /** A second field that the column fills. */
  also: z.string().nullable(),
  confidence: z.number(),
  why: z.string(),
  about: z.string().nullable(),
});

/** A table as it was looked at: columns with guesses, sample rows, and how it is written. */
export const tableLook = z.object({
  header: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  shape: z.object({
    encoding: z.string(),
    delimiter: z.string(),
    newline: z.string(),
    hasHeader: z.boolean(),
    firstLine: z.number(),
    columns: z.number(),
  }),
  /** The tables of a workbook or an archive; none for a file that is text itself. */
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  /** The one that is shown; the map names it once it is chosen, or where it is the only one. */
  shownSheet: z.string().nullable(),
  hiddenRows: z.number(),
  /** What stands above the header. */
  titles: z.array(z.string()),
  /** Letters of the columns that are hidden; they are read like the others. */
  hiddenColumns: z.array(z.string()),
  /** Files of an archive of which nothing is read. */
  notRead: z.array(z.string()),
  map: plainMap,
  guesses: z.array(guess),
  /** Day and month could be exchanged everywhere; they are read as the portfolio's country writes them. */
  datesByCountry: z.boolean(),
  questions: z.array(
    z.object({
      ask: z.enum(['date-format', 'decimal', 'as-of', 'column', 'meaning', 'empty-customer']),
      field: z.string(),
      /** The column that may be several fields. */
      column: z.string().optional(),
      choices: z.array(z.string()),
    }),
  ),
});

/** The first records of a bank's file. */
export const statementLook = z.object({
  heads: z.array(
    z.object({
      message: z.string(),
      account: z.string().nullable(),
      reference: z.string().nullable(),
    }),
  ),
  entries: z.number(),
  problem: z.string().nullable(),
  /** False when only the beginning was looked at. */
  whole: z.boolean(),
  /** Files of an archive of which nothing is read. */
  notRead: z.array(z.string()),
});
