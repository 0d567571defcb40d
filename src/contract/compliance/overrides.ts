import { z } from 'zod';
import { overrideFactors } from '#domain/contact/override-factors.ts';
import { endpoint } from '../endpoint.ts';
import { freeWords, id, instant } from '../shapes.ts';

/** Lets one presumed violation pass, once. */
export const grantOverride = endpoint({
  name: 'gate.grant-override',
  method: 'POST',
  path: '/api/cases/:caseId/override',
  right: 'contact.override',
  shows: 'nobody',
  summary: 'Let one contact pass, once, that only presumptions stand against, for a named factor.',
  input: z.strictObject({
    caseId: id,
    contactPointId: id,
    channel: z.string().min(1).max(40).default('phone_call'),
    factor: z.enum(overrideFactors),
    /** What shows that the factor is there. */
    evidence: freeWords({ least: 20, most: 2000 }),
  }),
  output: z.object({
    overrideId: id,
    /** The presumptions it speaks to. */
    rules: z.array(z.string()),
    expiresAt: instant,
  }),
});
