import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const portfolio = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['consumer', 'business']),
  currency: z.string(),
  country: z.string(),
  zone: z.string(),
});

/** Who is signed in, with rights and the portfolios any of them holds on. */
export const whoAmI = endpoint({
  name: 'workforce.who-am-i',
  method: 'GET',
  path: '/api/me',
  right: null,
  shows: 'nobody',
  summary: 'Who is signed in, and what they may do.',
  input: z.strictObject({}),
  output: z.object({
    user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
    roles: z.array(z.object({ role: z.string(), portfolioId: z.uuid().nullable() })),
    rights: z.array(z.string()),
    portfolios: z.array(portfolio),
    locale: z.string(),
    /** What has to be done on one's own account before anything else opens. */
    owes: z.enum(['password', 'second-factor']).nullable(),
  }),
});
