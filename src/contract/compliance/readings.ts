import { z } from 'zod';
import { fileViews } from '#domain/events/file-views.ts';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../shapes.ts';

/** Who opened which customer's file, and who took lists out. */
export const listReadings = endpoint({
  name: 'audit.readings',
  method: 'GET',
  path: '/api/compliance/readings',
  right: 'access.review',
  shows: 'customers',
  summary:
    'Who opened customers’ files outside their own work and took lists out, newest first: of the ' +
    'customer of a case, of a user, or all.',
  input: z.strictObject({
    caseId: id.optional(),
    userId: id.optional(),
    /** Only what is older. */
    before: instant.optional(),
  }),
  output: z.object({
    readings: z.array(
      z.object({
        id,
        at: instant,
        kind: z.enum(['file', 'list', 'evidence']),
        userId: id.nullable(),
        userName: z.string().nullable(),
        /** What was opened of the file. */
        view: z.enum(fileViews).nullable(),
        /** The list, by the name of its endpoint, and its lines where they were counted. */
        list: z.string().nullable(),
        lines: z.number().int().nullable(),
        customer: z.object({ reference: z.string(), name: z.string() }).nullable(),
      }),
    ),
    more: z.boolean(),
  }),
});
