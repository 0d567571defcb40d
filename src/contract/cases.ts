import { z } from 'zod';
import { collectorRoles } from '#domain/contact/collector-roles.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { shownFacts } from '#domain/events/shown-facts.ts';
import { wordingParts } from '#domain/gate/wording-laws.ts';
import { stays } from '#domain/gate-facts/whereabouts.ts';
import { partyRelations, partyRoles } from '#domain/parties/party-roles.ts';
import { debtShape } from './case-debt.ts';
import { endpoint } from './endpoint.ts';
import {
  codeWord,
  date,
  decimal,
  done,
  id,
  instant,
  namedPlace,
  reason,
  typedLine,
  wordFacts,
  words,
} from './shapes.ts';

/** One point of contact; the value is masked (`+1 ••• ••• 0142`) until a call needs it. */
export const contactPointShape = z.object({
  id,
  kind: z.enum(['mobile', 'landline', 'email', 'mail', 'app', 'social']),
  masked: z.string(),
  place: z.enum(['home', 'work']).nullable(),
  state: z.enum(['unverified', 'valid', 'wrong_person', 'disconnected', 'moved']),
  lastSuccessAt: instant.nullable(),
  /** Whose it is; null: the customer's own. */
  partyId: id.nullable(),
  employerProvided: z.boolean(),
});

/** May this point be used now; if not, which rules say so and when it may be. */
export const contactPermissionShape = z.object({
  contactPointId: id,
  channel: z.string(),
  verdict: z.enum(['permitted', 'refused', 'presumed_violation']),
  rules: z.array(z.object({ rule: z.string(), title: z.string(), citation: z.string() })),
  nextPermittedAt: instant.nullable(),
  nextKind: z.enum(['now', 'at', 'on_condition', 'never']),
  /** What would lift an event-bound refusal, as codes. */
  releasing: z.array(z.string()),
  /** Local times at the customer's possible places. */
  zones: z.array(z.object({ zone: z.string(), local: z.string() })),
  /** A supervisor's override of the presumptions that stand, waiting to be used once. */
  letPass: z.object({ by: z.string().nullable(), factor: z.string(), until: instant }).nullable(),
});

/** A case as a desk shows it. `debt` is null until the right person is verified in this contact. */
export const caseShape = z.object({
  id,
  portfolio: z.object({
    id,
    name: z.string(),
    kind: z.string(),
    currency: z.string(),
    collectorRole: z.enum(collectorRoles),
  }),
  creditorName: z.string(),
  state: z.string(),
  eventType: z.enum(['A', 'B', 'C', 'D']).nullable(),
  tone: z.enum(['service', 'neutral', 'firm']),
  step: z.string(),
  nextAction: z.string().nullable(),
  nextActionAt: instant.nullable(),
  nextActionWhy: reason.nullable(),
  priorityTier: z.boolean(),
  /** Empty until `debt` is told: the points follow from amount and age. */
  rank: z.array(z.object({ code: z.string(), points: z.number(), facts: wordFacts })),
  owner: z.string().nullable(),
  queue: z.string().nullable(),
  customer: z.object({
    id,
    name: z.string(),
    reference: z.string(),
    kind: z.enum(['person', 'company']),
    /** ISO 639-1: in which they are talked and written to; null where nobody recorded one. */
    language: z.string().nullable(),
    /** More than one where the parts of the address name different places. */
    places: z.array(namedPlace),
    zones: z.array(z.string()),
    /** Where they said that they are now, while it stands. */
    whereabouts: z
      .object({
        id,
        place: z.enum(stays),
        country: z.string().nullable(),
        region: z.string().nullable(),
        until: instant.nullable(),
      })
      .nullable(),
    /** Told only to who may know it, in a conversation once the person is verified. */
    vulnerable: z.boolean(),
    /** Told to the others then: this one is to be handed to a specialist. */
    forSpecialist: z.boolean(),
    /** Told to everybody: words of theirs may speak of danger to life, and nobody has read them yet. */
    danger: z.boolean(),
  }),
  /** What the law of their place has the script say, where it depends on it. */
  scriptParts: z.array(z.enum(wordingParts)),
  parties: z.array(
    z.object({
      id,
      /** Null, as the role, until the right person is verified; but for whom is called. */
      name: z.string().nullable(),
      role: z.enum(partyRoles).nullable(),
      relation: z.enum(partyRelations).nullable(),
      note: z.string().nullable(),
      accountId: id.nullable(),
      /** Kept for the points of contact that were theirs. */
      ended: z.boolean(),
    }),
  ),
  contactPoints: z.array(contactPointShape),
  /** What of the newest file of the book could not be read of this customer, and so was not taken. */
  notTaken: z.array(
    z.object({ field: z.string(), column: z.string().nullable(), line: z.number() }),
  ),
  holds: z.array(
    z.object({
      id,
      kind: z.string(),
      reason: z.string(),
      blocks: z.array(z.string()),
      reviewOn: date,
      amount: decimal.nullable(),
      /** The reference of the account it covers alone. */
      account: z.string().nullable(),
    }),
  ),
  lateReason: z.string().nullable(),
  /** Free debt advice to name to somebody in trouble (M-108); `name` null: none known there. */
  advice: z
    .object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      web: z.string().nullable(),
    })
    .nullable(),
  debt: debtShape.nullable(),
});

/** One line of the one contact history (M-087), newest first. */
export const historyShape = z.object({
  at: instant,
  kind: z.enum(Object.keys(shownFacts) as [EventKind, ...EventKind[]]),
  who: z.string().nullable(),
  /** Worded by the screens from the kind. Debt figures only where the viewer may see them. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  conversationId: id.nullable(),
  words: z.string().nullable(),
});

const onCase = { caseId: id };

export const readCase = endpoint({
  name: 'cases.read',
  method: 'GET',
  path: '/api/cases/:caseId',
  right: 'case.read',
  shows: 'customer',
  summary: 'One case; its debt only when the viewer may see it now.',
  input: z.strictObject(onCase),
  output: caseShape,
});

export const readHistory = endpoint({
  name: 'cases.history',
  method: 'GET',
  path: '/api/cases/:caseId/history',
  right: 'case.read',
  shows: 'customer',
  summary: 'Everything that happened on a case, newest first.',
  input: z.strictObject(onCase),
  output: z.object({ lines: z.array(historyShape) }),
});

export const askAllowed = endpoint({
  name: 'cases.allowed',
  method: 'GET',
  path: '/api/cases/:caseId/allowed',
  right: 'case.read',
  shows: 'customer',
  summary: 'For each point of contact: allowed now, or why not and when next.',
  input: z.strictObject(onCase),
  output: z.object({ asOf: instant, points: z.array(contactPermissionShape) }),
});

export const writeNote = endpoint({
  name: 'cases.write-note',
  method: 'POST',
  path: '/api/cases/:caseId/notes',
  right: 'case.read',
  shows: 'nobody',
  summary: 'Adds a note; a note is never changed afterwards.',
  input: z.strictObject({ ...onCase, words, restricted: z.boolean().default(false) }),
  output: done,
});

export const moveCase = endpoint({
  name: 'cases.move',
  method: 'POST',
  path: '/api/cases/:caseId/move',
  right: 'case.move',
  shows: 'nobody',
  summary: 'Gives a case to a person or back to the pool, with a reason.',
  input: z.strictObject({ ...onCase, toUserId: id.nullable(), why: words }),
  output: done,
});

export const readWorkers = endpoint({
  name: 'cases.workers',
  method: 'GET',
  path: '/api/cases/:caseId/workers',
  right: 'case.move',
  shows: 'nobody',
  summary: 'The people to whom a case can be given, by name.',
  input: z.strictObject(onCase),
  output: z.object({ workers: z.array(z.object({ userId: id, name: z.string() })) }),
});

export const setHold = endpoint({
  name: 'cases.set-hold',
  method: 'POST',
  path: '/api/cases/:caseId/holds',
  right: 'case.hold',
  shows: 'nobody',
  summary: 'Lays a hold over a case or one of its accounts, with a review date.',
  input: z.strictObject({
    ...onCase,
    kind: codeWord,
    /** The account it covers alone; null: all of the case. */
    accountId: id.nullable().default(null),
    why: words,
    reviewOn: date,
  }),
  output: done,
});

export const liftHold = endpoint({
  name: 'cases.lift-hold',
  method: 'POST',
  path: '/api/cases/:caseId/holds/:holdId/lift',
  right: 'case.hold',
  shows: 'nobody',
  summary: 'Ends a hold, with a reason.',
  input: z.strictObject({ ...onCase, holdId: id, why: words }),
  output: done,
});

export const findCases = endpoint({
  name: 'cases.find',
  /** Asked in the body: a name in an address would stay in logs and browser histories. */
  method: 'POST',
  path: '/api/cases/find',
  right: 'case.read',
  shows: 'customers',
  summary:
    'Finds cases by the beginning of a name or by an exact reference (three letters or more).',
  input: z.strictObject({ text: typedLine({ least: 3, most: 100 }) }),
  output: z.object({
    /** True when there are more than are listed: a longer text finds fewer. */
    more: z.boolean(),
    cases: z.array(
      z.object({
        caseId: id,
        customerName: z.string(),
        customerReference: z.string(),
        portfolioName: z.string(),
        state: z.string(),
      }),
    ),
  }),
});
