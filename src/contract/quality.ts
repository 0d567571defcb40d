import { z } from 'zod';
import { qualityKinds } from '#domain/insight/quality.ts';
import { endpoint } from './endpoint.ts';
import { date, decimal, id, page } from './shapes.ts';

const kind = z.enum(qualityKinds);

/** How much of the data is missing, wrong or unmatched, by kind. */
export const readQuality = endpoint({
  name: 'insight.quality',
  method: 'GET',
  path: '/api/insight/quality',
  right: 'quality.read',
  work: 'report',
  shows: 'nobody',
  summary: 'How much of the data is missing, wrong or unmatched, by kind.',
  input: z.strictObject({ portfolioId: id.optional() }),
  output: z.object({
    kinds: z.array(
      z.object({
        kind,
        count: z.number().int(),
        /** Where a row of it is put right. */
        mend: z.string(),
      }),
    ),
    /** Days without a file after which a balance is stale; null where portfolios differ. */
    staleBalanceDays: z.number().int().nullable(),
  }),
});

/** The rows behind a count, oldest first. */
export const openQuality = endpoint({
  name: 'insight.open-quality',
  method: 'GET',
  path: '/api/insight/quality/:kind/rows',
  right: 'quality.read',
  work: 'report',
  shows: 'customers',
  summary: 'The rows behind a count of poor data, each with why. CSV at `rows.csv`.',
  input: z.strictObject({ portfolioId: id.optional(), kind, page }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        portfolioName: z.string(),
        customerReference: z.string().nullable(),
        /** Null for those who may not read cases there. */
        customerName: z.string().nullable(),
        caseId: id.nullable(),
        /** What puts it right: the import, bank entry or payment; else the case. */
        target: id.nullable(),
        why: z.string(),
        about: z.string().nullable(),
        /** What fills the words of `why`. */
        facts: z.record(z.string(), z.string()),
        day: date.nullable(),
        amount: decimal.nullable(),
        currency: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    pageRows: z.number().int(),
  }),
});
