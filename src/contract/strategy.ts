import { z } from 'zod';
import { resolutions } from '#domain/key-events/events.ts';
import { endpoint } from './endpoint.ts';
import { codeWord, date, done, freeWords, id, knownReference, remark } from './shapes.ts';

export const recordKeyEvent = endpoint({
  name: 'strategy.record-key-event',
  method: 'POST',
  path: '/api/key-events',
  right: 'task.work',
  shows: 'nobody',
  summary: 'Records a key event A to D: it opens or joins a case and its own treatment begins.',
  input: z.strictObject({
    portfolioId: id,
    itemReference: knownReference.nullable().default(null),
    accountReference: knownReference.nullable().default(null),
    type: z.enum(['A', 'B', 'C', 'D']),
    subReason: codeWord,
    reasonCode: codeWord.nullable().default(null),
    fault: z.enum(['customer', 'organisation', 'bank', 'nobody']).nullable().default(null),
    detail: remark.nullable().default(null),
    methodValid: z.boolean().nullable().default(null),
    happenedOn: date,
    note: freeWords({ least: 0, most: 4000 }).nullable().default(null),
  }),
  output: z.object({ eventId: id, caseId: id.nullable() }),
});

export const resolveKeyEvent = endpoint({
  name: 'strategy.resolve-key-event',
  method: 'POST',
  path: '/api/key-events/:eventId/resolve',
  right: 'task.work',
  shows: 'nobody',
  summary: 'Ends a key event; a cancelled method needs the new one.',
  input: z.strictObject({
    eventId: id,
    resolution: z.enum(resolutions),
    method: z
      .strictObject({
        kind: z.enum(['card', 'mandate']),
        masked: freeWords({ least: 0, most: 40 }).nullable(),
      })
      .nullable()
      .default(null),
  }),
  output: done,
});
