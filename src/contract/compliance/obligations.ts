import { z } from 'zod';
import { obligationKinds } from '#domain/gate/duties.ts';
import { endpoint } from '../endpoint.ts';
import {
  codeWord,
  date,
  decimal,
  done,
  id,
  instant,
  language,
  page,
  ruleTitles,
  shortText,
  words,
} from '../shapes.ts';

const obligation = z.object({
  id,
  caseId: id,
  customerName: z.string(),
  customerReference: z.string(),
  portfolioName: z.string(),
  kind: z.string(),
  rule: z.string(),
  dueAt: instant,
  late: z.boolean(),
  queue: z.string(),
  ownerName: z.string().nullable(),
  mine: z.boolean(),
  openedAt: instant,
  /** 0 in time, 1 its time runs short, 2 overdue. */
  escalation: z.number().int(),
  fulfilledAt: instant.nullable(),
  fulfilledBy: z.string().nullable(),
  fulfilment: z.record(z.string(), z.unknown()).nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
});

export const listObligations = endpoint({
  name: 'compliance.obligations',
  method: 'GET',
  path: '/api/compliance/obligations',
  right: 'obligation.work',
  shows: 'customers',
  summary: 'Obligations with a due time: open ones, the earliest first, or those that ended.',
  input: z.strictObject({
    open: z
      .enum(['true', 'false'])
      .default('true')
      .transform((text) => text === 'true'),
    kind: z.enum(obligationKinds).optional(),
    page,
  }),
  output: z.object({
    counts: z
      .array(z.object({ kind: z.string(), open: z.number().int(), late: z.number().int() }))
      .readonly(),
    obligations: z.array(obligation),
    titles: ruleTitles,
    more: z.boolean(),
  }),
});

export const claimObligation = endpoint({
  name: 'compliance.claim-obligation',
  method: 'POST',
  path: '/api/compliance/obligations/:obligationId/claim',
  right: 'obligation.work',
  shows: 'nobody',
  summary: 'Claim an obligation, or release it.',
  input: z.strictObject({ obligationId: id, release: z.boolean().default(false) }),
  output: done,
});

/** How an obligation can be met outside the product. */
export const fulfilmentWays = ['letter', 'email', 'sms', 'phone_call', 'other'] as const;

export const fulfilObligation = endpoint({
  name: 'compliance.fulfil-obligation',
  method: 'POST',
  path: '/api/compliance/obligations/:obligationId/fulfil',
  right: 'obligation.work',
  shows: 'nobody',
  summary: 'Say how and when an obligation was met, and where the proof is.',
  input: z.strictObject({
    obligationId: id,
    how: z.enum(fulfilmentWays),
    metAt: instant,
    reference: shortText,
    /** Keys of the parts that stood in it, of a notice whose parts the law prescribes. */
    parts: z.array(codeWord).max(100).default([]),
    /** The language of a notice in writing; null where nobody tells. */
    language: language.nullable().default(null),
  }),
  output: done,
});

export const dropObligation = endpoint({
  name: 'compliance.drop-obligation',
  method: 'POST',
  path: '/api/compliance/obligations/:obligationId/drop',
  right: 'obligation.work',
  shows: 'nobody',
  summary: 'End an obligation that need not be met, with the reason.',
  input: z.strictObject({ obligationId: id, reason: words }),
  output: done,
});

const noticeValue = z.union([
  z.object({ text: z.string() }),
  z.object({ amount: decimal, currency: z.string() }),
  z.object({ date }),
]);

export const readNotice = endpoint({
  name: 'compliance.notice',
  method: 'GET',
  path: '/api/compliance/obligations/:obligationId/notice',
  right: 'obligation.work',
  shows: 'customer',
  summary:
    'The notice that an obligation asks for, part by part, with what the book knows of each.',
  input: z.strictObject({ obligationId: id }),
  output: z.object({
    rule: z.string(),
    fields: z.array(
      z.object({
        key: z.string(),
        place: z.string(),
        citation: z.string(),
        optional: z.boolean(),
        /** Asked for in some cases only, as a code. */
        when: z.string().nullable(),
        /** Whether the law asks for it of these debts: sent in any way, or electronically. */
        required: z.enum(['always', 'electronic', 'no']),
        /** A sentence of the operator's, no value of the book. */
        worded: z.boolean(),
        /** Null is missing. */
        value: noticeValue.nullable(),
      }),
    ),
  }),
});
