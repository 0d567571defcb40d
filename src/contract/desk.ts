import { z } from 'zod';
import { awayReasons, chosenStates } from '#domain/workforce/agent-states.ts';
import { caseShape, contactPermissionShape } from './cases.ts';
import { endpoint } from './endpoint.ts';
import { date, done, id, instant, reason } from './shapes.ts';

/** What an agent may be doing, as the agent sets it (contact and wrap-up come by themselves). */
export const agentStateShape = z.enum(['ready', 'contact', 'wrap_up', 'away', 'signed_out']);

export const myDay = endpoint({
  name: 'desk.my-day',
  method: 'GET',
  path: '/api/desk/day',
  right: 'case.work',
  shows: 'customers',
  summary: 'The day of an agent: promises due, callbacks, progress, what is open.',
  input: z.strictObject({}),
  output: z.object({
    date,
    state: z.object({ state: agentStateShape, since: instant, reason: z.string().nullable() }),
    openConversationId: id.nullable(),
    openCaseId: id.nullable(),
    promisesDue: z.array(
      z.object({
        caseId: id,
        customerName: z.string(),
        // No amount: what is owed shows only after the person is verified (M-104).
        dueOn: date,
        state: z.string(),
      }),
    ),
    callbacks: z.array(
      z.object({
        id,
        caseId: id,
        customerName: z.string(),
        dueAt: instant,
        zone: z.string(),
        personal: z.boolean(),
      }),
    ),
    answers: z.array(
      z.object({ caseId: id, kind: z.string(), outcome: z.string().nullable(), at: instant }),
    ),
    progress: z.object({
      contacts: z.number().int(),
      rightParty: z.number().int(),
      promises: z.number().int(),
      plans: z.number().int(),
      solved: z.number().int(),
      goalRightParty: z.number().int(),
    }),
    queue: z.object({ ready: z.number().int(), waiting: z.number().int() }),
  }),
});

export const nextCase = endpoint({
  name: 'desk.next',
  method: 'POST',
  path: '/api/desk/next',
  right: 'case.work',
  shows: 'customers',
  summary: 'The most valuable case that may be contacted now, leased to this agent.',
  input: z.strictObject({ portfolioId: id.nullable().default(null) }),
  output: z.object({
    case: caseShape.nullable(),
    allowed: z.array(contactPermissionShape),
    /** When there is none: why, in words (`queue-empty`, `all-closed-now`, …) and when next. */
    why: z.array(reason),
    nextAt: instant.nullable(),
  }),
});

export const worklist = endpoint({
  name: 'desk.worklist',
  method: 'GET',
  path: '/api/desk/worklist',
  right: 'case.work',
  shows: 'customers',
  summary:
    'What is most worth working now, by name: ranks tell of debts, which nobody is told here.',
  input: z.strictObject({ portfolioId: id.optional() }),
  output: z.object({
    cases: z.array(
      z.object({
        caseId: id,
        customerName: z.string(),
        portfolioName: z.string(),
        eventType: z.enum(['A', 'B', 'C', 'D']).nullable(),
        state: z.string(),
        priorityTier: z.boolean(),
        zone: z.string(),
      }),
    ),
  }),
});

export const openCase = endpoint({
  name: 'desk.open',
  method: 'POST',
  path: '/api/desk/open/:caseId',
  right: 'case.work',
  shows: 'customer',
  summary: 'Leases one chosen case to this agent; refused while another agent holds the customer.',
  input: z.strictObject({ caseId: id }),
  output: z.object({ case: caseShape, allowed: z.array(contactPermissionShape) }),
});

export const putBack = endpoint({
  name: 'desk.put-back',
  method: 'POST',
  path: '/api/desk/put-back/:caseId',
  right: 'case.work',
  shows: 'nobody',
  summary: 'Gives a leased case back untouched, with a reason and a time to try again.',
  input: z.strictObject({
    caseId: id,
    why: z.enum(['not-now', 'needs-specialist', 'needs-language', 'data-wrong']),
    again: instant.nullable().default(null),
  }),
  output: done,
});

export const setAgentState = endpoint({
  name: 'desk.set-state',
  method: 'POST',
  path: '/api/desk/state',
  right: 'case.work',
  shows: 'nobody',
  summary: 'Goes ready or away.',
  whileClockInDoubt: true,
  input: z.strictObject({
    state: z.enum(chosenStates),
    reason: z.enum(awayReasons).nullable(),
  }),
  output: done,
});
