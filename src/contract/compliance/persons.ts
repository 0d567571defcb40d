import { z } from 'zod';
import { dataKindNames } from '#domain/privacy/data-kinds.ts';
import {
  holdMatters,
  identityChecks,
  requestLaws,
  requestStates,
} from '#domain/privacy/person-requests.ts';
import { endpoint } from '../endpoint.ts';
import { date, done, id, instant, words } from '../shapes.ts';

const onCase = { caseId: id };
const onRequest = { caseId: id, requestId: id };
const dataKind = z.enum(dataKindNames);

const requestShape = z.object({
  id,
  kind: z.enum(['access', 'erasure']),
  law: z.enum(requestLaws),
  receivedOn: date,
  dueOn: date,
  state: z.enum(requestStates),
  identityHow: z.string().nullable(),
  identityAt: instant.nullable(),
  identityBy: z.string().nullable(),
  refusal: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  fileSha256: z.string().nullable(),
});

export const listRequests = endpoint({
  name: 'compliance.person-requests',
  method: 'GET',
  path: '/api/compliance/person-requests',
  right: 'person.protect',
  shows: 'customers',
  summary:
    'Requests of persons about their data: the open ones by the day they are due, or the ended.',
  input: z.strictObject({ open: z.stringbool().default(true) }),
  output: z.object({
    requests: z.array(
      requestShape.extend({
        caseId: id,
        customerName: z.string(),
        customerReference: z.string(),
        late: z.boolean(),
      }),
    ),
  }),
});

export const readPerson = endpoint({
  name: 'compliance.person',
  method: 'GET',
  path: '/api/compliance/persons/:caseId',
  right: 'person.protect',
  shows: 'customer',
  summary:
    'What of a person would be erased now, what stays and why; their legal holds and requests.',
  input: z.strictObject(onCase),
  output: z.object({
    records: z.array(
      z.object({
        customerId: id,
        name: z.string(),
        reference: z.string(),
        lastActivityOn: date,
        isOpen: z.boolean(),
        plan: z.array(
          z.object({
            kind: dataKind,
            /** Why it stays; null: it goes. */
            stays: z.enum(['legal-hold', 'open-case', 'kept-by-law']).nullable(),
            until: date.nullable(),
            erased: z.boolean(),
          }),
        ),
      }),
    ),
    holds: z.array(
      z.object({
        id,
        matter: z.enum(holdMatters),
        reason: z.string(),
        laidAt: instant,
        laidBy: z.string().nullable(),
        liftedAt: instant.nullable(),
        liftedBy: z.string().nullable(),
        liftReason: z.string().nullable(),
      }),
    ),
    requests: z.array(requestShape),
  }),
});

export const layLegalHold = endpoint({
  name: 'compliance.lay-legal-hold',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/legal-holds',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Lays a legal hold: nothing of the person is erased while it stands.',
  input: z.strictObject({ ...onCase, matter: z.enum(holdMatters), reason: words }),
  output: z.object({ legalHoldId: id }),
});

export const liftLegalHold = endpoint({
  name: 'compliance.lift-legal-hold',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/legal-holds/:legalHoldId/lift',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Lifts a legal hold, with a reason.',
  input: z.strictObject({ ...onCase, legalHoldId: id, reason: words }),
  output: done,
});

export const recordRequest = endpoint({
  name: 'compliance.record-person-request',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/requests',
  right: 'person.protect',
  shows: 'nobody',
  summary:
    'Records that a person asks for a copy of their data or that it be erased; answers the due day.',
  input: z.strictObject({
    ...onCase,
    kind: z.enum(['access', 'erasure']),
    law: z.enum(requestLaws),
    receivedOn: date,
  }),
  output: z.object({ requestId: id, dueOn: date }),
});

export const checkIdentity = endpoint({
  name: 'compliance.check-identity',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/requests/:requestId/identity',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Records how it was checked that whoever asks is the person.',
  input: z.strictObject({ ...onRequest, how: z.enum(identityChecks) }),
  output: done,
});

export const refuseRequest = endpoint({
  name: 'compliance.refuse-person-request',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/requests/:requestId/refuse',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Refuses a request of a person, with the reason that they are told.',
  input: z.strictObject({ ...onRequest, reason: words }),
  output: done,
});

export const askRequest = endpoint({
  name: 'compliance.ask-person-request',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/requests/:requestId/ask',
  right: 'person.protect',
  shows: 'nobody',
  summary:
    'Asks a second person to approve what a person asked for; an approved erasure is done at once.',
  input: z.strictObject({ ...onRequest, reason: words }),
  output: done,
});

export const takeCopy = endpoint({
  name: 'compliance.take-person-copy',
  method: 'POST',
  path: '/api/compliance/persons/:caseId/requests/:requestId/copy',
  right: 'person.protect',
  shows: 'customer',
  summary: 'The approved copy of all that is kept of a person, as one PDF or JSON file.',
  input: z.strictObject({
    ...onRequest,
    format: z.enum(['pdf', 'json']),
    keepsNotesBack: z.boolean().default(false),
  }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    /** The file. */
    base64: z.string(),
    /** SHA-256 of the file, hexadecimal. */
    sha256: z.string(),
  }),
});

export const readRetention = endpoint({
  name: 'compliance.retention',
  method: 'GET',
  path: '/api/compliance/retention',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'How long each kind of data is kept and why, what is due, and the runs that erased.',
  input: z.strictObject({}),
  output: z.object({
    countedOn: date.nullable(),
    kinds: z.array(
      z.object({
        kind: dataKind,
        months: z.number().int(),
        usualMonths: z.number().int(),
        leastMonths: z.number().int(),
        after: z.enum(['last-activity', 'year-of-last-activity', 'import']),
        onRequest: z.enum(['at-once', 'nothing-open', 'when-due']),
        basis: z.array(z.string()),
        due: z.number().int().nullable(),
      }),
    ),
    runs: z.array(
      z.object({
        id,
        kinds: z.array(dataKind),
        dueOn: date,
        state: z.enum(['approved', 'done']),
        counts: z.record(z.string(), z.number().int()),
        askedBy: z.string().nullable(),
        approvedBy: z.string().nullable(),
        approvedAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
  }),
});

export const readDue = endpoint({
  name: 'compliance.retention-due',
  method: 'GET',
  path: '/api/compliance/retention/due',
  right: 'person.protect',
  shows: 'customers',
  summary: 'The dry run of one kind of data: of whom it would be erased today.',
  input: z.strictObject({ kind: dataKind }),
  output: z.object({
    more: z.boolean(),
    rows: z.array(
      z.object({
        customerId: id,
        caseId: id.nullable(),
        name: z.string(),
        reference: z.string(),
        lastActivityOn: date,
        dueOn: date,
      }),
    ),
  }),
});

export const askRetentionRun = endpoint({
  name: 'compliance.ask-retention-run',
  method: 'POST',
  path: '/api/compliance/retention/runs',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Asks a second person that what is due today be erased.',
  input: z.strictObject({
    kinds: z.array(dataKind).min(1).max(dataKindNames.length),
    reason: words,
  }),
  output: done,
});

export const askRetentionPeriod = endpoint({
  name: 'compliance.ask-retention-period',
  method: 'POST',
  path: '/api/compliance/retention/periods',
  right: 'person.protect',
  shows: 'nobody',
  summary: 'Asks a second person that a kind of data be kept for another number of months.',
  input: z.strictObject({
    kind: dataKind,
    months: z.number().int().min(0).max(600),
    reason: words,
  }),
  output: done,
});
