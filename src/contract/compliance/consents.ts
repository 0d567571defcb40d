import { z } from 'zod';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import {
  CONSENT_KINDS,
  type ConsentField,
  consentKinds,
  consentPersons,
} from '#domain/gate/facts/consent-kinds.ts';
import { endpoint } from '../endpoint.ts';
import { date, done, id, instant, remark, shortText } from '../shapes.ts';

/** Most days or debts that one consent names. */
const listLimit = 200;

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not-a-time');

const forms: Readonly<Record<ConsentField, z.ZodType>> = {
  only_local_dates: z.array(date).min(1).max(listLimit),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: clock,
  to: clock,
  valid_until: date,
  place: z.enum(['home', 'work']),
  person: z.enum(consentPersons),
  channels: z.array(z.enum(EVERY_MEDIUM)).min(1).max(EVERY_MEDIUM.length),
  during_compliant_communication: z.boolean(),
  affirmed_not_employer: z.boolean(),
  /** Days on which the number was looked up in the database of reassigned numbers. */
  reassigned_checks_ok: z.array(date).min(1).max(listLimit),
  via: shortText,
  words: remark,
};

function detailsShape(kind: keyof typeof CONSENT_KINDS): z.ZodObject {
  const { fields, needs }: { fields: readonly ConsentField[]; needs: readonly ConsentField[] } =
    CONSENT_KINDS[kind];
  const shape = (name: ConsentField) =>
    needs.includes(name) ? forms[name] : forms[name].optional();
  return z.strictObject(Object.fromEntries(fields.map((name) => [name, shape(name)])));
}

const shapes = new Map(consentKinds.map((kind) => [kind, detailsShape(kind)]));

export const recordConsent = endpoint({
  name: 'compliance.record-consent',
  method: 'POST',
  path: '/api/cases/:caseId/consents',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Keeps a consent that a person gave: to whom, for what, and where the proof is.',
  input: z
    .strictObject({
      caseId: id,
      kind: z.enum(consentKinds),
      contactPointId: id.nullable().default(null),
      /** Left out, it is for every debt. */
      debts: z.array(id).max(listLimit).default([]),
      details: z.record(z.string(), z.unknown()).default({}),
      /** The collector it was given to; who collects the portfolio when left out. */
      givenTo: shortText.nullable().default(null),
      /** When it was given; when it reached us when left out. */
      occurredAt: instant.nullish(),
      /** When it reached us; now when left out. */
      receivedAt: instant.nullish(),
      source: shortText,
      evidenceRef: shortText.nullable().default(null),
    })
    .superRefine(({ kind, contactPointId, details }, context) => {
      const { points, needsPoint } = CONSENT_KINDS[kind];
      if (needsPoint && contactPointId === null) {
        context.addIssue({ code: 'custom', path: ['contactPointId'], message: 'missing' });
      }
      if (points.length === 0 && contactPointId !== null) {
        context.addIssue({ code: 'custom', path: ['contactPointId'], message: 'unknown' });
      }
      for (const issue of shapes.get(kind)?.safeParse(details).error?.issues ?? []) {
        const { message } = issue;
        context.addIssue({ code: 'custom', path: ['details', ...issue.path], message });
      }
    }),
  output: z.object({ consentId: id }),
});

export const revokeConsent = endpoint({
  name: 'compliance.revoke-consent',
  method: 'POST',
  path: '/api/cases/:caseId/consents/:consentId/revoke',
  right: 'fact.record',
  shows: 'nobody',
  summary: 'Says that a consent was taken back, from the time at which that reached us.',
  input: z.strictObject({
    caseId: id,
    consentId: id,
    /** When it reached us; now when left out. */
    receivedAt: instant.nullish(),
    source: shortText,
  }),
  output: done,
});
