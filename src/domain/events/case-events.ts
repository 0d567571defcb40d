import { z } from 'zod';
import { documentAbouts, documentKinds } from '#domain/cases/documents.ts';
import { holdKinds } from '#domain/cases/holds.ts';
import { announcedStages, caseStates, closeReasons } from '#domain/cases/states.ts';
import { triggers } from '#domain/cases/triggers.ts';
import { results } from '#domain/contact/results.ts';
import {
  eventTypes,
  faults,
  resolutions,
  type SubReason,
  subReasons,
} from '#domain/key-events/events.ts';
import { taskEnds } from '#domain/strategy/decisions.ts';
import { nextActions } from '#domain/strategy/process-step.ts';
import { code, codes, count, date, form, id, instant, minor, sha256 } from './fact-forms.ts';

/** What a case is moved or planned because of: the rows that say more. */
const because = {
  conversationId: id.nullish(),
  holdId: id.nullish(),
  holdKind: z.enum(holdKinds).nullish(),
  promiseId: id.nullish(),
  planId: id.nullish(),
  decidedBy: id.nullish(),
};

/** The next action of the case; the instant only where one was agreed. Null on a closed case. */
const next = {
  nextAction: z.enum(nextActions).nullable(),
  nextActionOn: date.nullable(),
  nextActionAt: instant.nullish(),
};

const move = z.strictObject({
  from: z.enum(caseStates),
  to: z.enum(caseStates),
  on: z.enum(triggers),
});

/** Which document it was. */
const document = { documentId: id, document: z.enum(documentKinds), restricted: z.boolean() };

/** What happens to a case itself, its holds, notes, tasks and key events. */
export const caseEvents = {
  'case.opened': form(1, { on: date, by: z.enum(['key-event', 'overdue']), overdueMinor: minor }),
  'case.moved': form(1, {
    from: z.enum(caseStates),
    to: z.enum(caseStates),
    /** What moved it last; `moves` are all of them, in order. */
    on: z.enum(triggers),
    moves: z.array(move).readonly(),
    closeReason: z.enum(closeReasons).nullable(),
    /** The step it stood at, to which a reversed payment takes it back. */
    stepBefore: code.nullable(),
    ...next,
    ...because,
  }),
  /** The state stays; what comes next, or when, is new. */
  'case.planned': form(1, {
    step: code,
    /** What it was planned anew for, when something happened. */
    on: z.enum(triggers).nullish(),
    ...next,
    ...because,
  }),
  /** The gate refused a legal step; without a next action the case had moved on before. */
  'case.step-refused': form(1, { taskId: id, decisionId: id, rules: codes, ...next }),
  'case.assigned': form(1, { toUserId: id.nullable(), noteId: id }),
  'case.taken': form(1, { priorityTier: z.boolean(), byHand: z.boolean() }),
  'case.given-back': form(1, {
    why: z.enum(['not-now', 'needs-specialist', 'needs-language', 'data-wrong']),
    again: instant,
  }),
  'document.added': form(1, {
    ...document,
    about: z.enum(documentAbouts),
    sha256,
  }),
  /** Somebody took the file itself out. */
  'document.downloaded': form(1, { ...document }),
  'document.removed': form(1, { ...document }),
  'hold.set': form(1, {
    holdId: id,
    kind: z.enum(holdKinds),
    reviewOn: date,
    conversationId: id.nullable(),
    as: z.enum(results).nullable(),
  }),
  /** Which parts of the address were corrected; `noteId` says why. */
  'case.address-corrected': form(1, {
    changed: z
      .array(z.enum(['country', 'region', 'city', 'postalCode', 'confirmedZone']))
      .readonly(),
    noteId: id,
  }),
  /** Somebody looked at it again: it stays until a date or is cleared; `noteId` says why. */
  'hold.reviewed': form(1, {
    kind: z.enum(holdKinds),
    outcome: z.enum(['stays', 'cleared']),
    reviewOn: date.nullable(),
    noteId: id,
  }),
  'hold.lifted': form(1, { holdId: id, kind: z.enum(holdKinds) }),
  'note.written': form(1, { noteId: id, conversationId: id.nullable() }),
  'task.done': form(1, {
    taskId: id,
    kind: code,
    outcome: z.enum(taskEnds),
    noteId: id.nullable(),
  }),
  'notice.recorded': form(1, {
    noticeId: id,
    stage: z.enum(['service', ...announcedStages]),
    announces: z.enum(announcedStages),
    sentOn: date,
    promisedOn: date,
  }),
  /** What is known of how an invoice or instalment was sent was corrected. */
  'invoice.delivery-set': form(1, {
    itemId: id,
    sentOn: date.nullable(),
    failedOn: date.nullable(),
  }),
  /** The day on which the customer is paid was corrected: the day itself is theirs and stands with them. */
  'case.pay-day-set': form(1, { isKnown: z.boolean() }),
  'invoice.resent': form(1, {
    sentOn: date,
    items: z.array(z.strictObject({ itemId: id, dueOn: date, lostDays: count })).readonly(),
    fault: z.enum(faults),
  }),
  'key-event.recorded': form(1, {
    eventId: id,
    type: z.enum(eventTypes),
    reason: z.enum(Object.values(subReasons).flat() as [SubReason, ...SubReason[]]),
    fault: z.enum(faults),
    happenedOn: date,
  }),
  'key-event.resolved': form(1, {
    eventId: id,
    type: z.enum(eventTypes),
    resolution: z.enum(resolutions),
    conversationId: id.nullable(),
  }),
} as const;
