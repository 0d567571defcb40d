import { z } from 'zod';
import { isZone } from '#kernel/time.ts';
import { endpoint } from './endpoint.ts';
import { date, done, id, lineOf, namedPlace, words } from './shapes.ts';

const onCase = { caseId: id };

/** Another look at whether a customer is vulnerable. */
export const reviewVulnerable = endpoint({
  name: 'cases.review-vulnerable',
  method: 'POST',
  path: '/api/cases/:caseId/vulnerability',
  right: 'vulnerable.review',
  shows: 'nobody',
  summary: 'Says with a reason that a customer stays vulnerable until a date, or no longer is.',
  input: z.strictObject({
    ...onCase,
    outcome: z.enum(['stays', 'cleared']),
    why: words,
    /** When it is looked at again; needed when it stays. */
    reviewOn: date.nullable().default(null),
  }),
  output: done,
});

const addressPart = lineOf({ least: 0, most: 120 }).nullable();

/** Where the customer of a case lives. */
export const readAddress = endpoint({
  name: 'cases.address',
  method: 'GET',
  path: '/api/cases/:caseId/address',
  right: 'case.correct',
  shows: 'customer',
  summary: 'Where the customer lives, how it is read, and what of it cannot be read.',
  input: z.strictObject(onCase),
  output: z.object({
    country: z.string(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    postalCode: z.string().nullable(),
    /** The zone of their clock, as they confirmed it; null: read from the place. */
    confirmedZone: z.string().nullable(),
    /** Where that is, as the gate reads it; more than one: its parts name different places. */
    readings: z.array(namedPlace),
    /** Null: law, hours and holidays of the place are known. */
    unread: z.string().nullable(),
  }),
});

/** Corrects where the customer of a case lives. */
export const correctAddress = endpoint({
  name: 'cases.correct-address',
  method: 'POST',
  path: '/api/cases/:caseId/address',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Correct where the customer lives, with a reason; the gate follows at once.',
  input: z.strictObject({
    ...onCase,
    country: z.string().trim().max(2),
    region: addressPart,
    city: addressPart,
    postalCode: lineOf({ least: 0, most: 20 }).nullable(),
    /** An IANA zone; one that was confirmed at another address is not kept for a new one. */
    confirmedZone: z.string().refine(isZone, 'unknown-zone').nullable().default(null),
    why: words,
  }),
  output: z.object({ changed: z.number().int() }),
});
