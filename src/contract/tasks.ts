import { z } from 'zod';
import { documentKinds } from '#domain/cases/documents.ts';
import { sendingWays } from '#domain/contact/sent-by-hand.ts';
import { taskOutcomes } from '#domain/strategy/decisions.ts';
import { letterLanguages } from '#domain/strategy/letters.ts';
import { officeWorkKinds } from '#domain/strategy/office-work.ts';
import { endpoint } from './endpoint.ts';
import { codeWord, date, decimal, done, id, instant, language, page, words } from './shapes.ts';

const taskShape = z.object({
  id,
  kind: z.string(),
  queue: z.string(),
  portfolioId: id,
  portfolioName: z.string(),
  caseId: id.nullable(),
  customerId: id,
  customerName: z.string(),
  customerReference: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  dueOn: date,
  late: z.boolean(),
  openedAt: instant,
  overdue: decimal.nullable(),
  currency: z.string(),
  /** The step of the process that opened it; null for others. */
  step: z.string().nullable(),
  /** What it tells the customer, and the earliest day promised when it goes out in time. */
  announces: z.object({ stage: z.string(), promisedOn: date }).nullable(),
  /** Before all others: words of the customer may speak of danger to life. */
  urgent: z.boolean(),
  /** The hold it looks at. */
  holdId: id.nullable(),
  /** The fact that laid the hold is of another person, from whose record this one was parted. */
  ofAnother: z.boolean(),
  /** When a call was promised that is not made for this. */
  promisedCallAt: instant.nullable(),
  /** The ends it may have. */
  outcomes: z.array(z.enum(taskOutcomes)),
  /** Those of them that need a reason. */
  withReason: z.array(z.enum(taskOutcomes)),
  /** What it carries out of a move or payment; null for a step of the process. */
  effect: z.enum(officeWorkKinds).nullable(),
});

export const listTasks = endpoint({
  name: 'tasks.list',
  method: 'GET',
  path: '/api/tasks',
  right: 'task.work',
  shows: 'customers',
  summary: 'Open back-office tasks, the earliest due first, with counts by kind.',
  input: z.strictObject({
    kind: codeWord.optional(),
    queue: codeWord.optional(),
    mine: z.enum(['true', 'false']).default('false'),
    page,
  }),
  output: z.object({
    counts: z.array(z.object({ kind: z.string(), open: z.number().int(), late: z.number().int() })),
    more: z.boolean(),
    tasks: z.array(taskShape),
  }),
});

const holdShape = z.object({
  kind: z.string(),
  /** What was said, as it was written down; null when it was not kept or may not be read. */
  words: z.string().nullable(),
  setAt: instant,
  setBy: z.string().nullable(),
  /** Whether it was told on a call, and by whom when it was not the customer. */
  onCall: z.boolean(),
  saidBy: z.string().nullable(),
  reviewOn: date,
  /** The account or amount it covers; both null for the whole. */
  account: z.string().nullable(),
  amount: decimal.nullable(),
  isLifted: z.boolean(),
  /** What is on record of it, with where the papers are kept. */
  facts: z.array(
    z.object({
      id,
      kind: z.string(),
      source: z.string(),
      receivedAt: instant,
      recordedBy: z.string().nullable(),
      evidenceRef: z.string().nullable(),
      inWriting: z.boolean().nullable(),
    }),
  ),
  /** What has to be done by when, and the law that says so. */
  clocks: z.array(
    z.object({
      id,
      kind: z.string(),
      dueAt: instant,
      fulfilledAt: instant.nullable(),
      late: z.boolean(),
      title: z.string(),
      citation: z.string(),
      source: z.string().nullable(),
    }),
  ),
});

export const readTask = endpoint({
  name: 'tasks.read',
  method: 'GET',
  path: '/api/tasks/:taskId',
  right: 'task.work',
  shows: 'customer',
  summary: 'What a task sends or asks for: the letter in their language, or the data.',
  input: z.strictObject({ taskId: id }),
  output: z.object({
    does: z.enum(['letter', 'request', 'record']).nullable(),
    /** Whether what it sends may go out now by any way; null when it sends nothing. */
    permission: z
      .object({
        verdict: z.enum(['permitted', 'refused', 'presumed_violation', 'no-address']),
        rules: z.array(z.object({ rule: z.string(), title: z.string(), citation: z.string() })),
        nextPermittedAt: instant.nullable(),
        /** The ways by which it may. */
        ways: z.array(z.enum(sendingWays)),
      })
      .nullable(),
    /** Null also while it may not go out. */
    letter: z
      .object({
        language: z.enum(letterLanguages),
        /** The language the customer prefers, where there is no letter in it. */
        wanted: z.string().nullable(),
        subject: z.string(),
        words: z.string(),
      })
      .nullable(),
    data: z
      .object({
        customerReference: z.string(),
        creditor: z.string(),
        accounts: z.array(z.string()),
        state: z.string().nullable(),
        overdue: decimal.nullable(),
        /** What a payment recovered of written-off debt; below zero when it was taken back. */
        recovered: decimal.nullable(),
        currency: z.string(),
        notices: z.array(z.object({ stage: z.string(), announces: z.string(), sentOn: date })),
      })
      .nullable(),
    /** Documents that go to a lawyer or an agency, by kind, and kinds that are missing; null for other tasks. */
    documents: z
      .object({
        there: z.array(z.object({ kind: z.enum(documentKinds), count: z.number().int() })),
        missing: z.array(z.enum(documentKinds)),
      })
      .nullable(),
    /** The hold it looks at, with what it is decided by; null for other tasks. */
    hold: holdShape.nullable(),
  }),
});

export const claimTask = endpoint({
  name: 'tasks.claim',
  method: 'POST',
  path: '/api/tasks/:taskId/claim',
  right: 'task.work',
  shows: 'nobody',
  summary: 'Takes a task, or gives it back.',
  input: z.strictObject({ taskId: id, release: z.boolean().default(false) }),
  output: done,
});

export const finishTask = endpoint({
  name: 'tasks.finish',
  method: 'POST',
  path: '/api/tasks/:taskId/finish',
  right: 'task.work',
  shows: 'nobody',
  summary: 'Ends a task with its result: sent, corrected, decided with a reason. The case goes on.',
  input: z.strictObject({
    taskId: id,
    outcome: z.enum(taskOutcomes),
    sentOn: date.nullable().default(null),
    how: z.enum(sendingWays).nullable().default(null),
    /** The language of words of the operator's own; null where nobody tells. */
    language: language.nullable().default(null),
    why: words.nullable().default(null),
    reviewOn: date.nullable().default(null),
  }),
  output: done,
});

export const recordSent = endpoint({
  name: 'tasks.record-sent',
  method: 'POST',
  path: '/api/tasks/sent',
  right: 'task.work',
  shows: 'nobody',
  summary: 'Records that every open notice or letter of one kind went out on a day.',
  input: z.strictObject({
    portfolioId: id,
    kind: codeWord,
    sentOn: date.nullable().default(null),
    how: z.enum(sendingWays),
    /** The language of words of the operator's own; null where nobody tells. */
    language: language.nullable().default(null),
  }),
  /**
   * How many went, and how many stay because the gate refused them or there is no address;
   * `otherLanguage` of those that went are in another language than the customer prefers.
   */
  output: z.object({
    recorded: z.number().int(),
    refused: z.number().int(),
    otherLanguage: z.number().int(),
  }),
});
