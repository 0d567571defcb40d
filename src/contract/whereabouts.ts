import { z } from 'zod';
import { stays } from '#domain/gate-facts/whereabouts.ts';
import { endpoint } from './endpoint.ts';
import { date, done, id, instant, lineOf } from './shapes.ts';

/** Keeps where the customer says they are now. */
export const recordWhereabouts = endpoint({
  name: 'contact.whereabouts',
  method: 'POST',
  path: '/api/conversations/:conversationId/whereabouts',
  right: 'case.work',
  shows: 'nobody',
  summary: 'Where the verified person says they are now and until when: its clock and place count.',
  whileClockInDoubt: true,
  input: z.strictObject({
    conversationId: id,
    place: z.enum(stays),
    /** For `elsewhere`: the country, and the part of it where the law or the clock depends on it. */
    country: z.string().trim().max(2).nullable().default(null),
    region: lineOf({ least: 0, most: 120 }).nullable().default(null),
    /** The last day there, and the hour if they said one, at the clock of that place. */
    until: date.nullable(),
    time: z.iso.time({ precision: -1 }).nullable().default(null),
  }),
  output: z.object({ whereaboutsId: id, until: instant.nullable() }),
});

/** Ends what somebody said of where they are: they are back, or it was never so. */
export const endWhereabouts = endpoint({
  name: 'cases.end-whereabouts',
  method: 'POST',
  path: '/api/cases/:caseId/whereabouts/:whereaboutsId/end',
  right: 'case.work',
  shows: 'nobody',
  summary: 'The customer is no longer where they said: the clock and place of it count no more.',
  whileClockInDoubt: true,
  input: z.strictObject({ caseId: id, whereaboutsId: id }),
  output: done,
});
