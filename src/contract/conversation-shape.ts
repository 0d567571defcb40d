import { z } from 'zod';
import { continuingCauses } from '#domain/contact/continuing-cause.ts';
import { id, instant } from './shapes.ts';

/** A call as the desk shows it while it lives. */
export const conversationShape = z.object({
  id,
  caseId: id,
  customerName: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  state: z.enum(['dialling', 'ringing', 'live', 'wrap_up', 'done']),
  answeredBy: z.enum(['person', 'machine']).nullable(),
  contactPointId: id.nullable(),
  ...{ beganAt: instant, answeredAt: instant.nullable(), endedAt: instant.nullable() },
  verified: z.boolean(),
  verificationFailed: z.boolean(),
  /** Questions that may be asked, in order: asked ones with their result. */
  questions: z.array(z.object({ question: z.string(), passed: z.boolean().nullable() })),
  /** Right answers still needed for verification. */
  answersNeeded: z.number().int(),
  /** What to say to a machine, with `{agent}` to fill in; null where no message may be left. */
  voicemail: z.string().nullable(),
  /** Whether the debt may be spoken of on a call that they placed; null on a call of ours. */
  continuing: z
    .object({
      verdict: z.enum(['permitted', 'refused', 'presumed_violation']),
      /** Why not; null where nothing stands against it. */
      cause: z.enum(continuingCauses).nullable(),
      rules: z.array(z.object({ rule: z.string(), title: z.string(), citation: z.string() })),
    })
    .nullable(),
  lateReason: z.string().nullable(),
  hostile: z.boolean(),
  supervisorAsked: z.boolean(),
  supervisorName: z.string().nullable(),
  /** What the network said the end was (`no_answer`, `busy`, …), when it was not a conversation. */
  networkResult: z.string().nullable(),
  /** Dispositions that fit what happened, the likeliest first. */
  results: z.array(z.string()),
  /** Agreements made in this conversation, so that wrap-up can propose the next step. */
  agreed: z.array(z.string()),
  lines: z.array(
    z.object({
      line: z.number().int(),
      speaker: z.enum(['agent', 'customer', 'machine', 'supervisor']),
      intent: z.string().nullable(),
      words: z.string(),
      at: instant,
    }),
  ),
});
