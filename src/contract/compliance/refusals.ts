import { z } from 'zod';
import { vulnerabilityKinds } from '#domain/contact/vulnerability.ts';
import { closable } from '#domain/opt-out-detection/closing.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { shownLineOf, shownTextOf } from '#kernel/shown-text.ts';
import { endpoint } from '../endpoint.ts';
import { done, id, instant, page, words } from '../shapes.ts';

const refusalShape = z.object({
  id,
  caseId: id.nullable(),
  portfolioName: z.string().nullable(),
  customerName: z.string(),
  source: z.enum(['message', 'note', 'call']),
  channel: z.string(),
  /** `unsure` is obeyed too, and waits for a person. */
  certainty: z.enum(['sure', 'unsure']),
  /** What was closed by it, or the word for what was noticed only. */
  scope: z.string(),
  /** The words that were found, in small letters and without accents. */
  matched: z.string(),
  language: z.string().nullable(),
  foundAt: instant,
  readAt: instant.nullable(),
  readBy: z.string().nullable(),
  verdict: z.string().nullable(),
  /** The words may tell of danger to life: whether they do is judged too. */
  danger: z.boolean(),
  thread: z.array(z.object({ at: instant, from: z.enum(['them', 'us']), words: z.string() })),
});

export const readRefusals = endpoint({
  name: 'compliance.refusals',
  method: 'GET',
  path: '/api/compliance/refusals',
  right: 'refusal.read',
  shows: 'customers',
  summary: 'Wishes to be left alone and messages nobody could read, each with its thread.',
  input: z.strictObject({ which: z.enum(['unread', 'messages', 'all']).default('unread'), page }),
  output: z.object({
    more: z.boolean(),
    /** Lines that wait in the two lists of work. */
    waiting: z.object({ unread: z.number().int(), messages: z.number().int() }),
    refusals: z.array(refusalShape),
  }),
});

export const judgeRefusal = endpoint({
  name: 'compliance.judge-refusal',
  method: 'POST',
  path: '/api/compliance/refusals/:refusalId/judge',
  right: 'refusal.read',
  shows: 'nobody',
  summary: 'Says that words were a refusal, perhaps of something else, or were none.',
  input: z.strictObject({
    refusalId: id,
    verdict: z.enum(['opt_out', 'not_opt_out']),
    scope: z.enum(closable).nullable().default(null),
    why: words.nullable().default(null),
    /** Needed where the words may tell of danger to life; kind and support where they do. */
    danger: z
      .strictObject({
        real: z.boolean(),
        kind: z.enum(vulnerabilityKinds).nullable().default(null),
        support: words.nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  output: done,
});

export const keyInMessage = endpoint({
  name: 'messages.key-in',
  method: 'POST',
  path: '/api/messages/inbound',
  right: 'fact.record',
  shows: 'nobody',
  summary:
    'Keys in a letter, e-mail or text of a customer that came to the office; it is read at once.',
  whileClockInDoubt: true,
  input: z.strictObject({
    caseId: id,
    contactPointId: id,
    channel: z.enum(['sms', 'email', 'letter', 'chat']),
    subject: z
      .string()
      .max(200)
      .transform((text) => withoutCardNumbers(shownLineOf(text)) || null)
      .nullable()
      .default(null),
    /** As they were written, without signs that do not show: nothing is refused for them. */
    words: z
      .string()
      .max(20_000)
      .transform((text) => withoutCardNumbers(shownTextOf(text)))
      .pipe(z.string().min(1)),
    /** When it reached the office; now when left out. */
    receivedAt: instant.nullable().default(null),
  }),
  output: z.object({
    messageId: id,
    /** What was read from it. */
    request: z.enum(['opt_out', 'opt_in', 'help', 'none']),
    certainty: z.enum(['sure', 'unsure']),
    /** What was closed by it, or the word for what was noticed only. */
    scope: z.string().nullable(),
    /** What else it says: a notice to cease, a dispute, an attorney. */
    also: z.array(z.string()),
  }),
});
