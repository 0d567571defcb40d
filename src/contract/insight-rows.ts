import { z } from 'zod';
import { ageBases, ageingColumns } from '#domain/insight/ageing.ts';
import { eventTypes } from '#domain/key-events/events.ts';
import { bridgeLines } from '#domain/ledger/bridge.ts';
import { endpoint } from './endpoint.ts';
import { ageingGroups, inPeriod, period, spanWords } from './insight.ts';
import { codeWord, currency, date, decimal, id, page, typedLine } from './shapes.ts';

/** What stands behind a figure: one shape for every drawer and file. */
const rowKinds = [
  'posting',
  'item',
  'case',
  'attempt',
  'conversation',
  'promise',
  'account',
  'event',
  'treatment',
] as const;

const row = z.object({
  id,
  kind: z.enum(rowKinds),
  /** What it is of its kind: the kind of posting, the state of a promise, the result of a call. */
  code: z.string(),
  portfolioName: z.string(),
  caseId: id.nullable(),
  customerReference: z.string(),
  /** Null for those who may see figures but not customers. */
  customerName: z.string().nullable(),
  /** The invoice or account, where the row is about one. */
  reference: z.string().nullable(),
  day: date.nullable(),
  /** What the row adds to the figure: money with its currency, else a count or milliseconds. */
  adds: decimal,
  currency: z.string().nullable(),
});

/** One row behind a figure, as on the wire. */
export type InsightRow = z.output<typeof row>;

/** Rows behind a figure, a page of them. */
export const figureRows = z.object({
  rows: z.array(row),
  total: z.number().int(),
  /** The sum over all pages: the figure that was opened; null where it would mix currencies. */
  sum: decimal.nullable(),
  currency: z.string().nullable(),
  page: z.number().int(),
  pageRows: z.number().int(),
});

/** The lines of a bridge that open to rows; `opening` and `closing` open to the items owed then. */
const bridgeCells = ['opening', ...bridgeLines, 'closing'] as const;

export const openBridge = endpoint({
  name: 'insight.open-bridge',
  method: 'GET',
  path: '/api/insight/bridge/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'The postings (or the items owed) behind a cell of the debt bridge. CSV at `rows.csv`.',
  input: z
    .strictObject({ ...period, currency, cell: z.enum(bridgeCells), page })
    .refine(inPeriod, spanWords),
  output: figureRows,
});

export const openAgeing = endpoint({
  name: 'insight.open-ageing',
  method: 'GET',
  path: '/api/insight/ageing/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'The items behind a cell of the ageing report. CSV at `rows.csv`.',
  input: z.strictObject({
    portfolioId: id.optional(),
    by: z.enum(ageBases).default('due'),
    group: z.enum(ageingGroups).default('portfolio'),
    on: date.optional(),
    currency,
    /** The group’s id; empty for the line of what belongs to none; absent for all lines. */
    line: typedLine({ least: 0, most: 200 }).optional(),
    column: z.enum(ageingColumns).optional(),
    page,
  }),
  output: figureRows,
});

export const openBoard = endpoint({
  name: 'insight.open-board',
  method: 'GET',
  path: '/api/insight/board/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'The open cases in a state, oldest in it first. CSV at `rows.csv`.',
  input: z.strictObject({
    portfolioId: id.optional(),
    state: codeWord,
    currency: currency.optional(),
    page,
  }),
  output: figureRows,
});

export const openKpi = endpoint({
  name: 'insight.open-kpi',
  method: 'GET',
  path: '/api/insight/kpis/:kpi/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'What a figure counts: the rows of its numerator or denominator. CSV at `rows.csv`.',
  input: z
    .strictObject({
      ...period,
      kpi: codeWord,
      side: z.enum(['numerator', 'denominator']).default('numerator'),
      currency: currency.optional(),
      page,
    })
    .refine(inPeriod, spanWords),
  output: figureRows,
});

export const openCause = endpoint({
  name: 'insight.open-cause',
  method: 'GET',
  path: '/api/insight/causes/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'The key events behind one cause of debts that we caused. CSV at `rows.csv`.',
  input: z
    .strictObject({ ...period, type: codeWord, subReason: codeWord, page })
    .refine(inPeriod, spanWords),
  output: figureRows,
});

export const openTreatment = endpoint({
  name: 'insight.open-treatment',
  method: 'GET',
  path: '/api/insight/treatments/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary: 'The key events behind a cell of the times to first treatment. CSV at `rows.csv`.',
  input: z
    .strictObject({
      ...period,
      type: z.enum(eventTypes),
      cell: z.enum(['all', 'treated', 'late', 'waiting']).default('all'),
      page,
    })
    .refine(inPeriod, spanWords),
  output: figureRows,
});
