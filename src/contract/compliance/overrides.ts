import { z } from 'zod';
import { overrideFactors } from '#domain/contact/override-factors.ts';
import { endpoint } from '../endpoint.ts';
import { codeWord, freeWords, id } from '../shapes.ts';

/** Asks that one presumed violation passes, once; a second person approves it. */
export const askOverride = endpoint({
  name: 'gate.ask-override',
  method: 'POST',
  path: '/api/cases/:caseId/override',
  right: 'contact.override',
  shows: 'nobody',
  summary:
    'Ask that one contact passes that only presumptions stand against; another person approves.',
  input: z.strictObject({
    caseId: id,
    contactPointId: id,
    channel: codeWord.default('phone_call'),
    factor: z.enum(overrideFactors),
    /** What shows that the factor is there. */
    evidence: freeWords({ least: 20, most: 2000 }),
  }),
  output: z.object({
    approvalId: id,
    /** The presumptions it speaks to. */
    rules: z.array(z.string()),
  }),
});
