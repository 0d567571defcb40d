import { z } from 'zod';
import { obligationKinds } from '#domain/gate/duties.ts';
import { ATTEMPT_RESULTS } from '#domain/gate/facts/attempt-results.ts';
import { consentKinds } from '#domain/gate/facts/consent-kinds.ts';
import { factKinds } from '#domain/gate/facts/fact-kinds.ts';
import { code, form, id, instant, sha256 } from './fact-forms.ts';

const result = z.enum([...ATTEMPT_RESULTS, 'unknown']).nullable();

const obligation = { obligationId: id, kind: z.enum(obligationKinds) };

/** What is written down about contact with a person, and what the law then asks for. */
export const contactLogEvents = {
  'fact.recorded': form(1, {
    factId: id,
    fact: z.enum(factKinds),
    as: z.enum(['withdrawn', 'returned']).nullable(),
  }),
  'consent.recorded': form(1, { consentId: id, consent: z.enum(consentKinds) }),
  'consent.revoked': form(1, { consentId: id, consent: z.enum(consentKinds) }),
  /** The results before and after, null when the correction was about something else. */
  'attempt.corrected': form(1, {
    attemptId: id,
    correctionId: id,
    was: result,
    becomes: result,
  }),
  'flag.reviewed': form(1, { flagId: id, decisionId: id }),
  'people.linked': form(1, { linkId: id }),
  'people.split': form(1, { linkId: id }),
  'obligation.opened': form(1, { ...obligation, rule: code, dueAt: instant }),
  'obligation.claimed': form(1, obligation),
  'obligation.released': form(1, obligation),
  'obligation.met': form(1, {
    ...obligation,
    how: z.enum(['letter', 'email', 'sms', 'phone_call', 'chat', 'other']),
    metAt: instant,
    /** The fact or message that met it; null when somebody said so. */
    factId: id.nullable(),
    messageId: id.nullable(),
  }),
  'obligation.cancelled': form(1, obligation),
  'obligation.escalated': form(1, obligation),
  'obligation.overdue': form(1, obligation),
  'evidence.exported': form(1, { format: z.enum(['pdf', 'json']), jsonSha256: sha256 }),
} as const;
