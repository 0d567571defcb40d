import { z } from 'zod';
import { allApprovalKinds, approvalStates, lapseCauses } from '#domain/approvals/approval-kinds.ts';
import { approvalDetails } from '#domain/approvals/details.ts';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import { lawShape } from './admin/policy.ts';
import { endpoint } from './endpoint.ts';
import { decimal, done, freeWords, id, instant, namedPlace } from './shapes.ts';

/** What waits for a second person, or waited: one's own requests and those that are one's to answer. */
export const listApprovals = endpoint({
  name: 'approvals.list',
  method: 'GET',
  path: '/api/approvals',
  right: null,
  shows: 'customers',
  summary: 'What waits for a second person: one’s own requests, and those that one may answer.',
  input: z.strictObject({}),
  output: z.object({
    approvals: z.array(
      z.object({
        id,
        kind: z.enum(allApprovalKinds),
        state: z.enum(approvalStates),
        /** Null: it holds for everyone. */
        portfolioId: id.nullable(),
        portfolioName: z.string().nullable(),
        caseId: id.nullable(),
        customerName: z.string().nullable(),
        /** Null where there is none, or none for this reader's eyes. */
        amount: decimal.nullable(),
        currency: z.string().nullable(),
        /** Of a rule its id, with its legal title. */
        details: z.array(
          z.object({
            name: z.enum(approvalDetails),
            value: z.string(),
            title: z.string().nullable(),
            /** Where no rule is meant but a channel without one: which, and where. */
            silence: z
              .object({
                channel: z.enum(EVERY_MEDIUM),
                places: z.array(namedPlace),
                pack: z.string(),
                packName: z.string(),
              })
              .nullable(),
          }),
        ),
        /** What of a portfolio would change. */
        changes: z.array(z.object({ setting: z.string(), old: z.unknown(), new: z.unknown() })),
        /** What that changes in law, while it waits. */
        law: lawShape.nullable(),
        reason: z.string(),
        askedBy: z.string().nullable(),
        askedAt: instant,
        /** From then on nobody can approve it. */
        lapsesAt: instant,
        /** Why it lapsed; null: it did not. */
        lapsedWhy: z.enum(lapseCauses).nullable(),
        isOwn: z.boolean(),
        /** Whether the reader may approve requests like this one; their own they only withdraw. */
        mayApprove: z.boolean(),
        decidedBy: z.string().nullable(),
        decidedAt: instant.nullable(),
        decisionReason: z.string().nullable(),
      }),
    ),
  }),
});

/** How much waits: for the numbers in the navigation. */
export const countApprovals = endpoint({
  name: 'approvals.count',
  method: 'GET',
  path: '/api/approvals/count',
  right: null,
  shows: 'nobody',
  summary: 'How many requests wait for one’s answer, and how many of one’s own wait.',
  input: z.strictObject({}),
  output: z.object({ toAnswer: z.number().int(), own: z.number().int() }),
});

/** The second person's answer; whoever asked withdraws it with `approve` false. */
export const decideApproval = endpoint({
  name: 'approvals.decide',
  method: 'POST',
  path: '/api/approvals/:approvalId/decide',
  right: null,
  shows: 'nobody',
  summary:
    'A second person approves what somebody else asked for, which is done at once, or refuses.',
  input: z.strictObject({
    approvalId: id,
    approve: z.boolean(),
    reason: freeWords({ least: 0, most: 500 }).nullable().default(null),
  }),
  output: done,
});
