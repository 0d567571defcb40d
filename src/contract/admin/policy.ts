import { z } from 'zod';
import { principals } from '#domain/contact/collector-roles.ts';
import { obligationKinds } from '#domain/gate/duties.ts';
import { operatorWeek, policySettings } from '#domain/policy/policy-settings.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { isShownText, withoutBlanks } from '#kernel/shown-text.ts';
import { endpoint } from '../endpoint.ts';
import { done, freeWords, id, instant, lineOf } from '../shapes.ts';

/** The portfolios whose place or policy one may change. */
export const listPolicies = endpoint({
  name: 'admin.policies',
  method: 'GET',
  path: '/api/admin/portfolios',
  right: 'portfolio.place',
  shows: 'nobody',
  summary: 'The portfolios whose policy one may change.',
  input: z.strictObject({}),
  output: z.object({
    portfolios: z.array(
      z.object({
        id,
        name: z.string(),
        creditorName: z.string(),
        kind: z.string(),
        product: z.string(),
        currency: z.string(),
        country: z.string(),
        zone: z.string(),
        collectorRole: z.string(),
        callerId: z.string(),
        usesThirdPartyName: z.boolean(),
        businessAssociate: z.boolean().nullable(),
        /** The kind of creditor an agency collects for; null: nobody said. */
        actsFor: z.enum(principals).nullable(),
        openCases: z.number(),
      }),
    ),
  }),
});

/** Where a portfolio is, the number it calls from ('' is none yet), whose debts, who collects. */
export const changePortfolio = endpoint({
  name: 'admin.change-portfolio',
  method: 'PUT',
  path: '/api/admin/portfolios/:portfolioId',
  right: 'portfolio.place',
  shows: 'nobody',
  summary: 'Change a portfolio’s country, calling number, kind of debtors and collector.',
  input: z.strictObject({
    portfolioId: id,
    country: z.string().trim().max(2),
    callerId: lineOf({ least: 0, most: 40 }),
    kind: z.enum(['consumer', 'business']).optional(),
    usesThirdPartyName: z.boolean().optional(),
    businessAssociate: z.boolean().nullable().optional(),
    actsFor: z.enum(principals).nullable().optional(),
    /** Needed for what decides which law applies. */
    reason: freeWords({ least: 0, most: 500 }).nullable().optional(),
  }),
  /** What is in force at once, and what waits for a second person. */
  output: z.object({ changed: z.number(), proposed: z.number() }),
});

const changes = z.array(z.object({ setting: z.string(), old: z.unknown(), new: z.unknown() }));

const placeShape = z.object({
  country: z.string(),
  callerId: z.string(),
  packs: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Public holidays from today on that count. */
  holidays: z.number().int(),
});

const ruleShape = z.object({ rule: z.string(), title: z.string(), citation: z.string() });

const dutyShape = z.object({
  kind: z.enum(obligationKinds),
  rule: z.string(),
  within: z.union([
    z.object({ days: z.number() }),
    z.object({ businessDays: z.number() }),
    z.object({ minutes: z.number() }),
  ]),
});

/** What another country, kind of debtors or collector changes in law. */
export const lawShape = z.object({
  /** Rules that would no longer apply, or apply from then on. */
  rules: z.object({ lost: z.array(ruleShape), won: z.array(ruleShape) }),
  /** The rules about hours; none: the house hours alone. */
  hours: z.object({ before: z.array(ruleShape), after: z.array(ruleShape) }),
  duties: z.object({ lost: z.array(dutyShape), won: z.array(dutyShape) }),
});

/** What a change of a portfolio would change. */
export const previewPortfolio = endpoint({
  name: 'admin.preview-portfolio',
  method: 'POST',
  path: '/api/admin/portfolios/:portfolioId/preview',
  right: 'portfolio.place',
  work: 'report',
  shows: 'nobody',
  summary:
    'What another country, number, kind of debtors or collector would change; nothing is saved.',
  whileClockInDoubt: true,
  input: z.strictObject({
    portfolioId: id,
    country: z.string().trim().max(2),
    callerId: lineOf({ least: 0, most: 40 }),
    kind: z.enum(['consumer', 'business']).optional(),
    usesThirdPartyName: z.boolean().optional(),
    businessAssociate: z.boolean().nullable().optional(),
    actsFor: z.enum(principals).nullable().optional(),
  }),
  output: z.object({
    law: lawShape,
    /** Whether it changes only when a second person confirms. */
    needsSecondPerson: z.boolean(),
    before: placeShape,
    after: placeShape,
    openCases: z.number().int(),
    /** Contacts that are reserved or under way now. */
    reservations: z.number().int(),
  }),
});

/** A portfolio's policy as it works now, and its versions. */
export const readPolicy = endpoint({
  name: 'admin.policy',
  method: 'GET',
  path: '/api/admin/portfolios/:portfolioId/policy',
  right: 'portfolio.configure',
  shows: 'nobody',
  summary: 'The settings of a portfolio in force, with its versions.',
  input: z.strictObject({ portfolioId: id }),
  output: z.object({
    version: z.number().int(),
    currency: z.string(),
    settings: policySettings,
    /** What the rules of the portfolio's country leave to the operator. */
    rules: z.array(
      z.object({
        rule: z.string(),
        title: z.string(),
        pack: z.string(),
        kind: z.enum(['hours', 'switch', 'advice']),
        initial: operatorWeek.nullable(),
      }),
    ),
    /** The newest first. */
    versions: z.array(
      z.object({
        version: z.number().int(),
        madeAt: instant,
        /** Null: the system. */
        madeBy: z.string().nullable(),
        /** The second person, where the change needed one. */
        confirmedBy: z.string().nullable(),
        reason: z.string(),
        /** What is different from the version before. */
        changes,
      }),
    ),
  }),
});

/** Why a policy is changed, in words that its later readers understand. */
export const policyReason = z
  .string()
  .overwrite(withoutBlanks)
  .trim()
  .min(3, 'reason-missing')
  .max(500, 'at-most 500')
  .refine(isShownText, 'not-shown')
  .transform((text) => withoutCardNumbers(text));

/**
 * The policy from now on; what the gate reads waits for a second person. `version` is the one that
 * was read: a change in between refuses.
 */
export const setPolicy = endpoint({
  name: 'admin.set-policy',
  method: 'PUT',
  path: '/api/admin/portfolios/:portfolioId/policy',
  right: 'portfolio.configure',
  shows: 'nobody',
  summary:
    'Put a new version of a portfolio’s policy in force, with its reason; what changed is logged.',
  input: z.strictObject({
    portfolioId: id,
    version: z.number().int().min(1),
    reason: policyReason,
    settings: policySettings,
  }),
  output: z.object({
    version: z.number().int(),
    changed: z.number(),
    /** Settings that change only when a second person confirms. */
    proposed: z.number(),
  }),
});

/** Changes of policies that wait for a second person, or waited. */
export const readProposals = endpoint({
  name: 'policy.proposals',
  method: 'GET',
  path: '/api/compliance/policy-proposals',
  right: 'policy.confirm',
  shows: 'nobody',
  summary: 'Proposed changes of what the gate reads of policies; those that wait first.',
  input: z.strictObject({}),
  output: z.object({
    proposals: z.array(
      z.object({
        id,
        portfolioId: id,
        portfolioName: z.string(),
        changes,
        reason: z.string(),
        proposedById: id,
        proposedBy: z.string().nullable(),
        proposedAt: instant,
        answeredBy: z.string().nullable(),
        answeredAt: instant.nullable(),
        /** Null while it waits. */
        outcome: z.enum(['confirmed', 'rejected', 'withdrawn', 'lapsed']).nullable(),
        /** What it changes in law, while it waits; null where it changes settings alone. */
        law: lawShape.nullable(),
      }),
    ),
  }),
});

/** The second person's answer; whoever proposed it may withdraw it (`confirmed` false). */
export const answerProposal = endpoint({
  name: 'policy.answer-proposal',
  method: 'POST',
  path: '/api/compliance/policy-proposals/:proposalId/answer',
  right: 'policy.confirm',
  work: 'heavy',
  shows: 'nobody',
  summary: 'A second person confirms or rejects a proposed change of a policy; it works at once.',
  input: z.strictObject({ proposalId: id, confirmed: z.boolean() }),
  output: done,
});
