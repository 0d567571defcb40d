import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { inPeriod, period, spanWords } from './insight.ts';
import { figureRows } from './insight-rows.ts';
import { codeWord, decimal, page } from './shapes.ts';

export const readRejectCosts = endpoint({
  name: 'insight.reject-costs',
  method: 'GET',
  path: '/api/insight/reject-costs',
  right: 'insight.read',
  work: 'report',
  shows: 'nobody',
  summary:
    'Refused and returned payments by reason, and what they cost. CSV at `reject-costs.csv`.',
  input: z.strictObject(period).refine(inPeriod, spanWords),
  output: z.object({
    reasons: z.array(
      z.object({
        type: z.string(),
        subReason: z.string(),
        events: z.number().int(),
        /** Of all rejects of the period: 0 to 1. */
        share: z.number(),
        /** Rejects of which nobody knows what they cost. */
        unknown: z.number().int(),
        costs: z.array(
          z.object({
            currency: z.string(),
            amount: decimal,
            /** Rejects with a cost in this currency. */
            events: z.number().int(),
          }),
        ),
      }),
    ),
  }),
});

export const openRejectCost = endpoint({
  name: 'insight.open-reject-cost',
  method: 'GET',
  path: '/api/insight/reject-costs/rows',
  right: 'insight.read',
  work: 'report',
  shows: 'customers',
  summary:
    'The rejects of one reason: with their cost, or those of unknown cost. CSV at `rows.csv`.',
  input: z
    .strictObject({
      ...period,
      type: z.string().max(1),
      subReason: codeWord,
      cell: z.enum(['all', 'known', 'unknown']).default('all'),
      page,
    })
    .refine(inPeriod, spanWords),
  output: figureRows,
});
