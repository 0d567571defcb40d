import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { inPeriod, period, spanWords } from '../insight.ts';
import { codeWord, date, id, instant } from '../shapes.ts';

/** What compliance counts, in the order of the screen. `decisions` are all that the gate made. */
export const complianceFigures = [
  'attempts',
  'decisions',
  'permitted',
  'blocks',
  'caps',
  'at-release',
  'presumed',
  'overrides',
  'complaints',
  'disputes',
  'operational',
] as const;

const verdict = z.enum(['permitted', 'refused', 'presumed_violation']);

/** A rule as one would cite it. The title is in the language of its pack. */
export const citedRule = z.object({
  rule: z.string(),
  pack: z.string(),
  title: z.string(),
  citation: z.string(),
  /** Where the text can be read: an address, or null for a house rule. */
  source: z.string().nullable(),
  since: date.nullable(),
  until: date.nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  basis: z.enum(['primary', 'secondary', 'unread']).nullable(),
});

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const finding = citedRule.extend({
  enforcement: z.string(),
  bound: z.enum(['time', 'event', 'final']),
  releasing: z.array(z.string()),
  details,
  /** True when nobody may be contacted for want of knowledge, not because a law forbids it. */
  operational: z.boolean(),
});

/** The gate's answer in full, for those who may open decisions. */
const answer = {
  verdict,
  reasons: z.array(finding),
  advisories: z.array(finding),
  requiredContent: z.array(citedRule.extend({ content: z.string() })),
  obligations: z.array(citedRule.extend({ details })),
  nextKind: z.enum(['now', 'at', 'on_condition', 'never']),
  nextPermittedAt: instant.nullable(),
  releasing: z.array(z.string()),
  zones: z.array(z.object({ zone: z.string(), local: z.string() })),
};

/** Counts by figure; a figure that did not occur is absent. */
const counts = z.partialRecord(z.enum(complianceFigures), z.number().int());

export const readBlocks = endpoint({
  name: 'compliance.blocks',
  method: 'GET',
  path: '/api/compliance/blocks',
  right: 'decision.read',
  work: 'report',
  shows: 'nobody',
  summary: 'Attempts, decisions and blocks of a period by day, rule, portfolio, campaign, channel.',
  input: z.strictObject(period).refine(inPeriod, spanWords),
  output: z.object({
    total: counts,
    days: z.array(z.object({ day: date, counts })),
    rules: z.array(citedRule.extend({ counts })),
    portfolios: z.array(z.object({ portfolioId: id, name: z.string(), counts })),
    /** An empty name stands for decisions without a campaign. */
    campaigns: z.array(z.object({ campaign: z.string(), counts })),
    channels: z.array(z.object({ channel: z.string(), counts })),
  }),
});

/** The last row of a page, from which the next one goes on. */
const mark = z
  .string()
  .refine((text) => {
    const [at = '', rowId = ''] = text.split('_');
    return instant.safeParse(at).success && id.safeParse(rowId).success;
  }, 'must be the mark of a row')
  .optional();

const row = z.object({
  id,
  kind: z.enum(['decision', 'attempt', 'override', 'hold']),
  figure: z.enum(complianceFigures),
  happenedAt: instant,
  day: date,
  channel: z.string().nullable(),
  campaign: z.string().nullable(),
  rules: z.array(z.object({ rule: z.string(), title: z.string() })),
  /** Of a decision what it was for, of an attempt its result, of an override its factor. */
  purpose: z.string().nullable(),
  caseId: id.nullable(),
  portfolioName: z.string(),
  customerReference: z.string(),
  customerName: z.string(),
  userName: z.string().nullable(),
});

export const openBlocks = endpoint({
  name: 'compliance.block-rows',
  method: 'GET',
  path: '/api/compliance/blocks/rows',
  right: 'decision.read',
  work: 'report',
  shows: 'customers',
  summary: 'The rows behind a figure of compliance, newest first. CSV at `rows.csv`.',
  input: z
    .strictObject({
      ...period,
      figure: z.enum(complianceFigures),
      day: date.optional(),
      rule: codeWord.optional(),
      campaign: codeWord.optional(),
      channel: codeWord.optional(),
      after: mark,
    })
    .refine(inPeriod, spanWords),
  output: z.object({
    rows: z.array(row),
    /** All rows of the figure; told with the first page only. */
    total: z.number().int().nullable(),
    /** Give it as `after` for the next page; null on the last. */
    next: z.string().nullable(),
  }),
});

export const readDecision = endpoint({
  name: 'compliance.decision',
  method: 'GET',
  path: '/api/compliance/decisions/:decisionId',
  right: 'decision.read',
  shows: 'customer',
  summary: 'One decision: rules with their law, local times, packs, facts, and what came of it.',
  input: z.strictObject({ decisionId: id }),
  output: z.object({
    ...answer,
    id,
    decidedAt: instant,
    purpose: z.enum(['ask', 'reserve', 'release']),
    channel: z.string(),
    campaign: z.string().nullable(),
    caseId: id.nullable(),
    portfolioName: z.string(),
    customerReference: z.string(),
    customerName: z.string(),
    userName: z.string().nullable(),
    point: z
      .object({ kind: z.string(), masked: z.string(), place: z.string().nullable() })
      .nullable(),
    packs: z.array(
      z.object({
        pack: z.string(),
        name: z.string().nullable(),
        version: z.string(),
        hash: z.string().nullable(),
        /** The version installed now; null when the pack is no longer here. */
        versionNow: z.string().nullable(),
      }),
    ),
    attempt: z
      .object({
        id,
        state: z.string(),
        result: z.string().nullable(),
        attemptedAt: instant,
        releasedAt: instant.nullable(),
        endedAt: instant.nullable(),
      })
      .nullable(),
    overrides: z.array(
      z.object({
        id,
        factor: z.string(),
        evidence: z.string(),
        rules: z.array(z.string()),
        askedBy: z.string().nullable(),
        grantedBy: z.string().nullable(),
        grantedAt: instant,
        usedAt: instant.nullable(),
      }),
    ),
    /** What the gate was told, as it was kept: it answers the same when asked again. */
    facts: z.record(z.string(), z.unknown()),
    factsHash: z.string(),
    hash: z.string().nullable(),
    previousHash: z.string().nullable(),
  }),
});

export const askWhyNot = endpoint({
  name: 'compliance.why-not',
  method: 'GET',
  path: '/api/compliance/why-not',
  right: 'decision.read',
  shows: 'customer',
  summary: 'For each way to reach a customer: now, from when, after what, or never, and why.',
  input: z.strictObject({
    caseId: id,
    /** The moment asked about, from now to 400 days ahead; absent for now. */
    at: instant.optional(),
  }),
  output: z.object({
    askedAt: instant,
    caseId: id,
    portfolioName: z.string(),
    customerReference: z.string(),
    customerName: z.string(),
    ways: z.array(
      z.object({
        ...answer,
        channel: z.string(),
        contactPointId: id.nullable(),
        kind: z.string().nullable(),
        masked: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  }),
});
