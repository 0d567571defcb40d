import { z } from 'zod';
import { overrideFactors } from '#domain/contact/override-factors.ts';
import { promiseEnds } from '#domain/contact/promised-calls.ts';
import { lateReasons, mechanisms, results } from '#domain/contact/results.ts';
import { debtTypes } from '#domain/debts/debt-types.ts';
import { ATTEMPT_RESULTS } from '#domain/gate/facts/attempt-results.ts';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import { partyRelations, partyRoles } from '#domain/parties/party-roles.ts';
import { nextActions } from '#domain/strategy/process-step.ts';
import { code, codes, date, form, id, instant, minor } from './fact-forms.ts';

/** What the network or a person said of an attempt; `unknown` when the product was not there. */
const attemptResult = z.enum([...ATTEMPT_RESULTS, 'unknown']);

const channel = z.enum(EVERY_MEDIUM);

/** Why the gate did not let a contact pass. */
const refusal = {
  decisionId: id,
  channel,
  verdict: z.enum(['refused', 'presumed_violation']),
  rules: codes,
  nextPermittedAt: instant.nullable(),
};

const inConversation = { conversationId: id };

/** What agents ask the floor: on a call, of a plan, or of a case they gave back. */
const requestKinds = [
  'hostile_call',
  'supervisor_asked',
  'help',
  'authority',
  'needs-specialist',
  'needs-language',
] as const;

/** What happens on the way to a person, on a call, and to the ways of reaching them. */
export const contactEvents = {
  'contact.reserved': form(1, {
    attemptId: id,
    decisionId: id,
    overrideId: id.nullable(),
    channel,
  }),
  'contact.refused': form(1, refusal),
  'contact.released': form(1, { attemptId: id }),
  'contact.refused-at-release': form(1, { attemptId: id, ...refusal }),
  'contact.override-granted': form(1, {
    overrideId: id,
    decisionId: id,
    rules: codes,
    factor: z.enum(overrideFactors),
    channel,
    expiresAt: instant,
  }),
  'contact.answered': form(1, { ...inConversation, answeredBy: z.enum(['person', 'machine']) }),
  /** No conversation where nobody talks: a message, a letter. */
  'contact.ended': form(1, {
    conversationId: id.nullable(),
    attemptId: id,
    result: attemptResult,
  }),
  'contact.verified': form(1, {
    ...inConversation,
    attemptId: id.nullable(),
    direction: z.enum(['inbound', 'outbound']),
  }),
  'contact.verification-failed': form(1, inConversation),
  'contact.late-reason': form(1, { ...inConversation, lateReason: z.enum(lateReasons) }),
  'contact.finished': form(1, {
    ...inConversation,
    mechanism: z.enum(mechanisms),
    result: z.enum(results),
    nextAction: z.enum(nextActions).nullable(),
    nextActionOn: date.nullable(),
  }),
  'contact.stopped': form(1, {
    ...inConversation,
    scope: z.enum(['this-number', 'all-calls', 'at-work', 'at-times', 'everything-in-writing']),
    as: z.enum(results).nullable(),
  }),
  /** Which language the person prefers, ISO 639-1. */
  'contact.language-told': form(1, { ...inConversation, language: code }),
  /** Where the person says they are, and until when. */
  'contact.whereabouts-told': form(1, {
    ...inConversation,
    preferenceId: id,
    place: z.enum(['home', 'work', 'elsewhere']),
    until: instant.nullable(),
  }),
  'contact.whereabouts-ended': form(1, { preferenceId: id }),
  'contact-point.marked': form(1, {
    ...inConversation,
    contactPointId: id,
    state: z.enum(['wrong_person', 'disconnected', 'moved', 'valid']),
    /** The note that says why an earlier mark was undone. */
    noteId: id.nullable(),
  }),
  'contact-point.added': form(1, {
    ...inConversation,
    contactPointId: id,
    kind: z.enum(['mobile', 'landline', 'email']),
  }),
  'party.represented': form(1, { ...inConversation, partyId: id }),
  'party.recorded': form(1, { partyId: id, role: z.enum(partyRoles) }),
  'party.changed': form(1, {
    partyId: id,
    role: z.enum(partyRoles),
    relation: z.enum(partyRelations).nullable(),
    accountId: id.nullable(),
    wasRole: z.enum(partyRoles),
    wasRelation: z.enum(partyRelations).nullable(),
    wasAccountId: id.nullable(),
    /** The note that says why, with the name and note that were replaced. */
    noteId: id,
  }),
  'party.ended': form(1, { partyId: id }),
  'contact-point.recorded': form(1, {
    contactPointId: id,
    kind: z.enum(['mobile', 'landline', 'email', 'app', 'social']),
    partyId: id.nullable(),
  }),
  'contact-point.set': form(1, {
    contactPointId: id,
    partyId: id.nullable(),
    place: z.enum(['home', 'work']).nullable(),
    employerProvided: z.boolean(),
    wasPartyId: id.nullable(),
    wasPlace: z.enum(['home', 'work']).nullable(),
    wasEmployerProvided: z.boolean(),
    /** The note that says why. */
    noteId: id,
  }),
  'account.corrected': form(1, {
    accountId: id,
    debtType: z.enum(debtTypes).nullable(),
    limitationOn: date.nullable(),
    endedAs: z.enum(['settled', 'discharged']).nullable(),
    originatedMinor: minor.nullable(),
    renewedOn: date.nullable(),
  }),
  'callback.asked': form(1, {
    ...inConversation,
    callbackId: id,
    dueAt: instant,
    personal: z.boolean(),
    as: z.literal('callback'),
  }),
  /** A promised call that is not made: for a hold, or because the rules refuse it for good. */
  'callback.ended': form(1, {
    callbackId: id,
    dueAt: instant,
    because: z.enum(promiseEnds),
    holdId: id.nullable(),
    taskId: id,
  }),
  'call.arrived': form(1, { ...inConversation, attemptId: id }),
  'call.offered': form(1, inConversation),
  'call.missed': form(1, inConversation),
  'call.recorded': form(1, inConversation),
  /** Somebody of ours listens, whispers to the agent or speaks with both. */
  'call.monitored': form(1, { ...inConversation, mode: z.enum(['listen', 'whisper', 'join']) }),
  /** A number nobody is known by: the network's own id of the call, never the number. */
  'call.unknown-caller': form(1, { callId: code }),
  'floor.asked': form(1, {
    conversationId: id.nullable(),
    requestId: id,
    kind: z.enum(requestKinds),
    as: z.literal('supervisor').nullable(),
  }),
  'floor.taken': form(1, {
    conversationId: id.nullable(),
    requestId: id,
    kind: z.enum(requestKinds),
  }),
  'floor.answered': form(1, {
    requestId: id,
    kind: z.enum(requestKinds),
    approved: z.boolean().nullable(),
  }),
  'floor.taken-over': form(1, inConversation),
} as const;
