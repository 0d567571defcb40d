import { z } from 'zod';
import { dataKindNames } from '#domain/privacy/data-kinds.ts';
import { holdMatters, identityChecks, requestLaws } from '#domain/privacy/person-requests.ts';
import { code, count, date, form, id, sha256 } from './fact-forms.ts';

const request = { requestId: id, kind: z.enum(['access', 'erasure']) };
const kinds = z.array(z.enum(dataKindNames)).readonly();

/** What happens to the data of a person themselves. Facts say which kinds of data, never what. */
export const privacyEvents = {
  'person.hold-laid': form(1, { legalHoldId: id, matter: z.enum(holdMatters) }),
  'person.hold-lifted': form(1, { legalHoldId: id, matter: z.enum(holdMatters) }),
  'person.request-recorded': form(1, { ...request, law: z.enum(requestLaws), dueOn: date }),
  'person.identity-checked': form(1, { requestId: id, how: z.enum(identityChecks) }),
  'person.request-refused': form(1, request),
  'person.request-approved': form(1, request),
  /**
   * The kinds of data whose words are gone; hashes stay. Rows beside the log that are sealed hold
   * without their words from now on: their numbers, by table.
   */
  'person.data-erased': form(1, {
    by: z.enum(['request', 'retention']),
    causeId: id,
    kinds,
    rows: count,
    sealed: z.record(code, z.array(z.string().regex(/^\d{1,19}$/)).readonly()),
  }),
  'person.copy-handed-out': form(1, { requestId: id, jsonSha256: sha256 }),
  'retention.approved': form(1, { runId: id, kinds, dueOn: date }),
  'retention.done': form(1, { runId: id, counts: z.record(z.string(), count) }),
  'retention.period-set': form(1, { kind: z.enum(dataKindNames), months: count, was: count }),
} as const;
