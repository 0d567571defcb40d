import { z } from 'zod';
import { circumstances } from '#domain/cases/holds.ts';
import { lateReasons, mechanisms, results } from '#domain/contact/results.ts';
import { answererRoles } from '#domain/parties/party-roles.ts';
import { conversationShape } from './conversation-shape.ts';
import { endpoint } from './endpoint.ts';
import {
  codeWord,
  date,
  done,
  id,
  instant,
  language,
  positiveDecimal,
  shortText,
  typedLine,
  words,
} from './shapes.ts';

const on = { conversationId: id };
const base = '/api/conversations/:conversationId';

export const startCall = endpoint({
  name: 'contact.call',
  method: 'POST',
  path: '/api/cases/:caseId/calls',
  right: 'case.work',
  shows: 'nobody',
  summary: 'Asks the gate, reserves, releases and dials; refused with rules and the next time.',
  input: z.strictObject({
    caseId: id,
    contactPointId: id,
    /** The debts to which the call is charged when nobody answers; all of the case when left out. */
    countDebts: z.array(id).min(1).max(200).nullable().default(null),
  }),
  output: z.object({ conversationId: id }),
});

export const readConversation = endpoint({
  name: 'contact.read',
  method: 'GET',
  path: base,
  right: 'case.read',
  shows: 'customer',
  summary: 'One conversation with its lines.',
  input: z.strictObject(on),
  output: conversationShape,
});

export const say = endpoint({
  name: 'contact.say',
  method: 'POST',
  path: `${base}/say`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'The agent says something; on the simulated network the other side answers in text.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    intent: codeWord,
    words,
    /** The verification question asked, and the terms put forward or read back, with these words. */
    question: codeWord.nullable().default(null),
    offer: z
      .strictObject({
        kind: z.enum(['full', 'part', 'promise', 'plan']),
        amount: positiveDecimal,
        due: date.nullable(),
        months: z.number().int().min(1).max(120).nullable(),
      })
      .nullable()
      .default(null),
  }),
  output: done,
});

export const verify = endpoint({
  name: 'contact.verify',
  method: 'POST',
  path: `${base}/verify`,
  right: 'case.work',
  shows: 'nobody',
  summary:
    'Checks one answer; what is typed is compared and not stored, the right answer never shown.',
  input: z.strictObject({ ...on, question: codeWord, answer: typedLine({ least: 1, most: 200 }) }),
  output: z.object({ passed: z.boolean(), verified: z.boolean(), failed: z.boolean() }),
});

export const hangUp = endpoint({
  name: 'contact.hang-up',
  method: 'POST',
  path: `${base}/hang-up`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Ends the call.',
  whileClockInDoubt: true,
  input: z.strictObject(on),
  output: done,
});

export const recordLateReason = endpoint({
  name: 'contact.late-reason',
  method: 'POST',
  path: `${base}/late-reason`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Records why the payment is late. Only after verification.',
  whileClockInDoubt: true,
  input: z.strictObject({ ...on, lateReason: z.enum(lateReasons) }),
  output: done,
});

export const openDispute = endpoint({
  name: 'contact.dispute',
  method: 'POST',
  path: `${base}/disputes`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Stops collection of the disputed part; an owner and a date are set at once.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    itemId: id.nullable(),
    amount: positiveDecimal.nullable(),
    kind: z.enum(['paid-already', 'not-mine', 'wrong-amount', 'service', 'credited', 'duplicate']),
    words,
  }),
  output: z.object({ holdId: id, reviewOn: date }),
});

const known = z.string().nullable();

export const reportHardship = endpoint({
  name: 'contact.hardship',
  method: 'POST',
  path: `${base}/hardship`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Pauses pressure: breathing space with a review date, and a referral to free advice.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    kind: z.enum(circumstances),
    words,
    consentToRecord: z.boolean(),
    reviewOn: date.nullable().default(null),
  }),
  output: z.object({
    holdId: id,
    reviewOn: date,
    /** What to name to the person now (M-108); `name` null: no service is known there. */
    advice: z.object({ name: known, phone: known, web: known }).nullable(),
  }),
});

export const reportRepresented = endpoint({
  name: 'contact.represented',
  method: 'POST',
  path: `${base}/represented`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'The person has an attorney or adviser for this debt: talk to them instead.',
  whileClockInDoubt: true,
  input: z.strictObject({ ...on, name: shortText, reach: shortText }),
  output: done,
});

export const markNumber = endpoint({
  name: 'contact.mark-number',
  method: 'POST',
  path: `${base}/mark-number`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'A wrong, dead or moved point: never used again until the person confirms it elsewhere.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    contactPointId: id,
    state: z.enum(['wrong_person', 'disconnected', 'moved', 'valid']),
    /** Needed when an earlier mark is undone. */
    why: words.nullable().default(null),
  }),
  output: done,
});

export const stopContact = endpoint({
  name: 'contact.stop',
  method: 'POST',
  path: `${base}/stop`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'A request about when, where or how to be contacted, or to stop: in force at once.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    scope: z.enum(['this-number', 'all-calls', 'at-work', 'at-times', 'everything-in-writing']),
    /** For `at-times`: ISO weekdays 1–7 and local times. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
    from: z.iso.time({ precision: -1 }).nullable().default(null),
    until: z.iso.time({ precision: -1 }).nullable().default(null),
    words: words.nullable().default(null),
  }),
  output: done,
});

export const askCallback = endpoint({
  name: 'contact.callback',
  method: 'POST',
  path: `${base}/callbacks`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'A call at the customer’s time, personal or for the team; checked with the gate.',
  input: z.strictObject({
    ...on,
    on: date,
    /** Wall-clock time at the customer’s place. */
    time: z.iso.time({ precision: -1 }),
    contactPointId: id,
    personal: z.boolean(),
  }),
  output: z.object({ dueAt: instant }),
});

export const recordMethod = endpoint({
  name: 'contact.new-method',
  method: 'POST',
  path: `${base}/methods`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'A new payment method by its last digits only; solves an event A.',
  input: z.strictObject({
    ...on,
    kind: z.enum(['card', 'mandate']),
    lastDigits: z.string().regex(/^\d{2,4}$/, 'not-last-digits'),
    expiresOn: date.nullable(),
    chargingDay: z.number().int().min(1).max(31).nullable(),
  }),
  output: done,
});

export const recordContactPoint = endpoint({
  name: 'contact.new-point',
  method: 'POST',
  path: `${base}/contact-points`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'A new number or e-mail from the verified person.',
  input: z.strictObject({
    ...on,
    kind: z.enum(['mobile', 'landline', 'email']),
    value: shortText,
    place: z.enum(['home', 'work']).nullable(),
  }),
  output: z.object({ contactPointId: id }),
});

export const recordLanguage = endpoint({
  name: 'contact.language',
  method: 'POST',
  path: `${base}/language`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Which language the verified person prefers: they are written and spoken to in it.',
  whileClockInDoubt: true,
  input: z.strictObject({ ...on, language }),
  output: done,
});

export const askHelp = endpoint({
  name: 'contact.help',
  method: 'POST',
  path: `${base}/help`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Hostile-call alert or a request for the supervisor; it arrives on the floor at once.',
  input: z.strictObject({ ...on, kind: z.enum(['hostile_call', 'supervisor_asked', 'help']) }),
  output: z.object({ requestId: id }),
});

export const finish = endpoint({
  name: 'contact.finish',
  method: 'POST',
  path: `${base}/finish`,
  right: 'case.work',
  shows: 'nobody',
  summary: 'Ends wrap-up: a result and a next date, or the case is closed or on hold.',
  whileClockInDoubt: true,
  input: z.strictObject({
    ...on,
    mechanism: z.enum(mechanisms),
    result: z.enum(results),
    /** Needed unless an agreement, callback or hold already set the next action. */
    nextOn: date.nullable(),
    note: words.nullable().default(null),
    answeredBy: z.enum(answererRoles).nullable().default(null),
  }),
  output: z.object({ nextAction: z.string().nullable(), nextActionAt: instant.nullable() }),
});
