import { z } from 'zod';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import { code, form, id } from './fact-forms.ts';

const channel = z.enum(EVERY_MEDIUM);

const sent = { messageId: id, attemptId: id, channel };

/** Messages in both directions, and what was asked in them. Their words stand in no event. */
export const messageEvents = {
  'message.sent': form(1, sent),
  'message.not-sent': form(1, {
    ...sent,
    reason: z.enum(['not-released', 'not-verifiable', 'network']),
  }),
  'message.delivered': form(1, { attemptId: id, channel }),
  'message.undelivered': form(1, {
    attemptId: id,
    channel,
    cause: z.enum(['no-such-address', 'refused-there', 'network']),
  }),
  /** `writtenBy` a machine: an automatic reply, which nobody wrote. */
  'message.received': form(1, {
    messageId: id,
    attemptId: id.nullable(),
    channel,
    writtenBy: z.enum(['person', 'machine']),
  }),
  'message.unknown-sender': form(1, {
    channel,
    request: z.enum(['opt_out', 'opt_in', 'help', 'none']),
  }),
  /** `scope` is what was closed, in one word, or what a person has to look at. */
  'refusal.found': form(1, {
    refusalId: id,
    source: z.enum(['message', 'note', 'call']),
    sourceId: id,
    scope: code,
    certainty: z.enum(['sure', 'unsure']),
    channel: z.enum([...EVERY_MEDIUM, 'note', 'call']),
    language: code.nullable(),
    ceases: z.boolean(),
  }),
  'refusal.judged': form(1, {
    refusalId: id,
    verdict: z.enum(['opt_out', 'not_opt_out']),
    was: code,
    scope: code,
    /** What was found of a danger to life that the words may tell; null where they tell of none. */
    danger: z.enum(['confirmed', 'none']).nullable().default(null),
  }),
  'opt-out.confirmed': form(1, { messageId: id, channel }),
  /** `why` is a refusal's code, `too-late` or `network`. */
  'opt-out.unconfirmed': form(1, { messageId: id, channel, why: code }),
  'opt-out.taken-back': form(1, { messageId: id, preferenceId: id, channel }),
} as const;
