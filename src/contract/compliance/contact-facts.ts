import { z } from 'zod';
import { collectorRoles } from '#domain/contact/collector-roles.ts';
import { ATTEMPT_PERSONS, ATTEMPT_RESULTS } from '#domain/gate/facts/attempt-results.ts';
import {
  FACT_FIELDS,
  FACT_KINDS,
  type FactField,
  type FieldForm,
  factKinds,
} from '#domain/gate/facts/fact-kinds.ts';
import { endpoint } from '../endpoint.ts';
import {
  date,
  done,
  id,
  instant,
  language,
  page,
  ruleTitles,
  shortText,
  words,
} from '../shapes.ts';
import { withoutCards } from './fact-details.ts';

/** Most debts, weekdays or names in one detail. */
const listLimit = 200;

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not-a-time');

const media = [
  'phone_call',
  'sms',
  'email',
  'letter',
  'chat',
  'messaging',
  'electronic',
  'all',
] as const;

const forms: Readonly<Record<FieldForm, z.ZodType>> = {
  flag: z.boolean(),
  text: shortText,
  texts: z.array(shortText).min(1).max(listLimit),
  date,
  instant,
  number: z.number().int().min(0).max(100),
  debts: z.array(id).min(1).max(listLimit),
  address: id,
  medium: z.enum(media),
  media: z.array(z.enum(media)).min(1).max(media.length),
  dates: z.array(date).min(1).max(listLimit),
  place: z.enum(['home', 'work']),
  clock,
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
};

/** The details of one kind, strictly: what it does not know is refused by name. */
function detailsShape(kind: keyof typeof FACT_KINDS): z.ZodObject {
  const { fields, needs } = FACT_KINDS[kind];
  const shape = (name: FactField) => {
    const form = forms[FACT_FIELDS[name]];
    return needs.includes(name) ? form : form.optional();
  };
  return z.strictObject(Object.fromEntries(fields.map((name) => [name, shape(name)])));
}

const shapes = new Map(factKinds.map((kind) => [kind, detailsShape(kind)]));

const about = z.strictObject({ factId: id, as: z.enum(['withdrawn', 'returned']) });

const factInput = z
  .strictObject({
    caseId: id,
    kind: z.enum(factKinds),
    details: z.record(z.string(), z.unknown()).transform(withoutCards).default({}),
    /** When it happened; now when left out, as is when it reached us. */
    occurredAt: instant.nullish(),
    receivedAt: instant.nullish(),
    source: shortText,
    evidenceRef: shortText.nullable().default(null),
    transferable: z.boolean().default(true),
    /** The language of a notice of ours in writing; null where nobody tells. */
    language: language.nullable().default(null),
    /** An earlier fact that this one withdraws, or a notice that came back undelivered. */
    about: about.nullable().default(null),
  })
  .superRefine(({ kind, details, about }, context) => {
    // What is said of an earlier fact brings no details of its own.
    if (about !== null) {
      const [extra] = Object.keys(details);
      if (extra) context.addIssue({ code: 'custom', path: ['details', extra], message: 'unknown' });
      return;
    }
    const parsed = shapes.get(kind)?.safeParse(details);
    for (const issue of parsed?.error?.issues ?? []) {
      const { message } = issue;
      context.addIssue({ code: 'custom', path: ['details', ...issue.path], message });
    }
  });

export const recordFact = endpoint({
  name: 'compliance.record-fact',
  method: 'POST',
  path: '/api/cases/:caseId/facts',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Keeps a raw fact about a person: in force at once, flags past decisions it changes.',
  whileClockInDoubt: true,
  input: factInput,
  output: z.object({ factId: id }),
});

const logLine = z.object({
  id,
  sort: z.enum(['fact', 'attempt', 'correction', 'preference', 'consent']),
  kind: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** Who or what told it. */
  source: z.string().nullable(),
  evidenceRef: z.string().nullable(),
  withdraws: id.nullable(),
  occurredAt: instant,
  receivedAt: instant,
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  /** On another record that is the same person. */
  ofOther: z.boolean(),
});

export const readFacts = endpoint({
  name: 'compliance.facts',
  method: 'GET',
  path: '/api/cases/:caseId/facts',
  /** And, as the use case asks, the right to record facts or to read decisions. */
  right: 'case.read',
  shows: 'customer',
  summary: 'The raw log of contact of a person, and the records that are the same person.',
  input: z.strictObject({ caseId: id }),
  output: z.object({
    more: z.boolean(),
    people: z.array(
      z.object({
        linkId: id,
        /** Null where the other record lies on portfolios that are not the reader's. */
        name: z.string().nullable(),
        reference: z.string().nullable(),
      }),
    ),
    lines: z.array(logLine),
  }),
});

export const correctAttempt = endpoint({
  name: 'compliance.correct-attempt',
  method: 'POST',
  path: '/api/cases/:caseId/attempts/:attemptId/correct',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Says what an attempt truly was: counts follow, past decisions it changes are flagged.',
  input: z.strictObject({
    caseId: id,
    attemptId: id,
    becomes: z.strictObject({
      result: z.enum(ATTEMPT_RESULTS).optional(),
      person: z.enum(ATTEMPT_PERSONS).optional(),
      contactPointId: id.optional(),
      debts: z.array(id).max(listLimit).optional(),
      conversationDebts: z.array(id).max(listLimit).optional(),
      aboutDebt: z.boolean().optional(),
    }),
    reason: words,
    occurredAt: instant.nullish(),
    receivedAt: instant.nullish(),
  }),
  /** Null while it waits for a second person, whose approval it then names. */
  output: z.object({ correctionId: id.nullable(), approvalId: id.nullable() }),
});

export const linkPeople = endpoint({
  name: 'compliance.link-people',
  method: 'POST',
  path: '/api/cases/:caseId/same-person',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Says that the customers of two cases are one human being: limits count for both.',
  input: z.strictObject({
    caseId: id,
    otherCaseId: id,
    reason: words,
    occurredAt: instant.nullish(),
    receivedAt: instant.nullish(),
  }),
  output: z.object({ linkId: id }),
});

export const splitPeople = endpoint({
  name: 'compliance.split-people',
  method: 'POST',
  path: '/api/cases/:caseId/same-person/:linkId/end',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Ends such a statement: every fact stays with its own record.',
  input: z.strictObject({ caseId: id, linkId: id, reason: words }),
  output: done,
});

export const transferPortfolio = endpoint({
  name: 'compliance.transfer-portfolio',
  method: 'POST',
  path: '/api/portfolios/:portfolioId/transfer',
  right: 'portfolio.configure',
  work: 'heavy',
  shows: 'customers',
  summary: 'Proposes that a portfolio is collected in another name; a second person confirms.',
  input: z.strictObject({
    portfolioId: id,
    collector: shortText,
    role: z.enum(collectorRoles),
    occurredAt: instant.nullable().default(null),
    reason: words,
    /** What may not be transferred is left out; else nothing is proposed while there is any. */
    leaveOut: z.boolean().default(false),
  }),
  output: z.object({
    proposed: z.boolean(),
    /** How many customers' debts may not be transferred, and the first of them. */
    barred: z.number().int(),
    titles: ruleTitles,
    cases: z.array(z.object({ caseId: id, customerName: z.string(), rules: z.array(z.string()) })),
  }),
});

const verdict = z.enum(['permitted', 'refused', 'presumed_violation']);

export const listFlags = endpoint({
  name: 'compliance.flags',
  method: 'GET',
  path: '/api/compliance/flags',
  right: 'decision.read',
  shows: 'customers',
  summary: 'Past decisions that would have been different, had we known.',
  input: z.strictObject({
    reviewed: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
    page,
  }),
  output: z.object({
    more: z.boolean(),
    titles: ruleTitles,
    flags: z.array(
      z.object({
        id,
        decisionId: id,
        caseId: id.nullable(),
        portfolioName: z.string().nullable(),
        customerName: z.string(),
        channel: z.string(),
        cause: z.enum([
          'fact',
          'correction',
          'people-linked',
          'people-split',
          'transfer',
          'sent-before',
          'breach',
        ]),
        was: verdict,
        becomes: verdict,
        rulesWas: z.array(z.string()),
        rulesBecomes: z.array(z.string()),
        decidedAt: instant,
        foundAt: instant,
        reviewedAt: instant.nullable(),
        reviewedBy: z.string().nullable(),
        remark: z.string().nullable(),
      }),
    ),
  }),
});

export const reviewFlag = endpoint({
  name: 'compliance.review-flag',
  method: 'POST',
  path: '/api/compliance/flags/:flagId/review',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Says what was made of a flagged decision, once.',
  input: z.strictObject({ flagId: id, remark: words }),
  output: done,
});
