import { z } from 'zod';
import { agentStateShape } from './desk.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant, reason, words } from './shapes.ts';

const requestShape = z.object({
  id,
  kind: z.enum([
    'supervisor_asked',
    'hostile_call',
    'authority',
    'help',
    'needs-specialist',
    'needs-language',
  ]),
  caseId: id,
  conversationId: id.nullable(),
  customerName: z.string(),
  portfolioName: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  takenBy: z.string().nullable(),
  planId: id.nullable(),
});

export const readFloor = endpoint({
  name: 'floor.read',
  method: 'GET',
  path: '/api/floor',
  right: 'floor.read',
  shows: 'customers',
  summary: 'Who is doing what, queues, calls in progress, requests, and why nothing happens.',
  input: z.strictObject({}),
  output: z.object({
    asOf: instant,
    agents: z.array(
      z.object({
        userId: id,
        name: z.string(),
        state: agentStateShape,
        reason: z.string().nullable(),
        since: instant,
        conversationId: id.nullable(),
        caseId: id.nullable(),
        customerName: z.string().nullable(),
        contactsToday: z.number().int(),
        rightPartyToday: z.number().int(),
      }),
    ),
    queues: z.array(
      z.object({
        portfolioId: id,
        portfolioName: z.string(),
        ready: z.number().int(),
        readyUpper: z.number().int(),
        waiting: z.number().int(),
        leased: z.number().int(),
        nextAt: instant.nullable(),
        callbacksDue: z.number().int(),
        tasksOverdue: z.number().int(),
      }),
    ),
    calls: z.array(
      z.object({
        conversationId: id,
        caseId: id,
        customerName: z.string(),
        agentName: z.string().nullable(),
        direction: z.enum(['outbound', 'inbound']),
        state: z.string(),
        since: instant,
        hostile: z.boolean(),
      }),
    ),
    requests: z.array(requestShape),
    /** Words that may speak of danger to life, which nobody has read yet. */
    dangers: z.array(
      z.object({
        caseId: id,
        customerName: z.string(),
        portfolioName: z.string(),
        foundAt: instant,
      }),
    ),
    idle: z.array(reason),
  }),
});

export const takeRequest = endpoint({
  name: 'floor.take-request',
  method: 'POST',
  path: '/api/floor/requests/:requestId/take',
  right: 'request.answer',
  shows: 'nobody',
  summary: 'A supervisor or manager takes a request; nobody else can take it then.',
  input: z.strictObject({ requestId: id }),
  output: done,
});

export const closeRequest = endpoint({
  name: 'floor.close-request',
  method: 'POST',
  path: '/api/floor/requests/:requestId/close',
  right: 'request.answer',
  shows: 'nobody',
  summary: 'Ends a request with its outcome; a plan waiting for approval is decided here.',
  input: z.strictObject({
    requestId: id,
    outcome: words,
    approve: z.boolean().nullable().default(null),
  }),
  output: done,
});

export const takeOver = endpoint({
  name: 'floor.take-over',
  method: 'POST',
  path: '/api/floor/conversations/:conversationId/take-over',
  right: 'floor.act',
  shows: 'nobody',
  summary: 'The supervisor becomes the one who talks; the agent’s desk shows it.',
  input: z.strictObject({ conversationId: id }),
  output: z.object({ caseId: id }),
});
