import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { codeWord, id, instant, ruleTitles } from '../shapes.ts';

const verdict = z.enum(['permitted', 'refused', 'presumed_violation']);
const ruleIds = z.array(codeWord).max(200);
const count = z.number().int();

/** The longest period that can be decided again, in days. */
export const longestReplayDays = 400;

export const startReplay = endpoint({
  name: 'compliance.start-replay',
  method: 'POST',
  path: '/api/compliance/replays',
  right: 'replay.run',
  shows: 'nobody',
  summary: 'Decide the contacts of the last days again under the packs of today, changed as told.',
  input: z.strictObject({
    days: z.number().int().min(1).max(longestReplayDays).default(90),
    /** Rules of unread source, switched off today, that would speak. */
    alsoSpeaking: ruleIds.default([]),
    /** Rules of unread source that would be silent. */
    alsoSilent: ruleIds.default([]),
    /** Ask every pack that covers the person, also those that were not asked then. */
    newPacks: z.boolean().default(true),
  }),
  output: z.object({ replayId: id, total: count }),
});

const replay = z.object({
  id,
  askedByName: z.string().nullable(),
  askedAt: instant,
  question: z.object({
    confirmedRules: z.array(z.string()).readonly(),
    silencedRules: z.array(z.string()).readonly(),
    newPacks: z.boolean(),
    portfolios: z.union([z.literal('all'), z.array(id).readonly()]),
  }),
  fromAt: instant,
  toAt: instant,
  total: count,
  done: count,
  newlyRefused: count,
  newlyAllowed: count,
  otherwiseChanged: count,
  state: z.enum(['running', 'done', 'failed', 'stopped']),
  finishedAt: instant.nullable(),
  error: z.string().nullable(),
});

export const listReplays = endpoint({
  name: 'compliance.replays',
  method: 'GET',
  path: '/api/compliance/replays',
  right: 'replay.run',
  shows: 'nobody',
  summary: 'The latest replays with their progress and counts.',
  input: z.strictObject({}),
  output: z.object({ replays: z.array(replay) }),
});

export const replayRules = endpoint({
  name: 'compliance.replay-rules',
  method: 'GET',
  path: '/api/compliance/replay-rules',
  right: 'replay.run',
  shows: 'nobody',
  summary: 'The rules of unread source, which a replay can let speak or fall silent.',
  input: z.strictObject({}),
  output: z.object({
    rules: z.array(
      z.object({ rule: z.string(), title: z.string(), pack: z.string(), speaks: z.boolean() }),
    ),
  }),
});

export const stopReplay = endpoint({
  name: 'compliance.stop-replay',
  method: 'POST',
  path: '/api/compliance/replays/:replayId/stop',
  right: 'replay.run',
  shows: 'nobody',
  summary: 'Stop a replay that runs; what it found so far stays.',
  whileClockInDoubt: true,
  input: z.strictObject({ replayId: id }),
  output: z.object({ state: z.enum(['running', 'done', 'failed', 'stopped']) }),
});

const change = z.object({
  decisionId: id,
  caseId: id.nullable(),
  portfolioName: z.string().nullable(),
  customerReference: z.string(),
  channel: z.string(),
  decidedAt: instant,
  was: verdict,
  becomes: verdict,
  rulesWas: z.array(z.string()).readonly(),
  rulesBecomes: z.array(z.string()).readonly(),
});

export const readReplayChanges = endpoint({
  name: 'compliance.replay-changes',
  method: 'GET',
  path: '/api/compliance/replays/:replayId/changes',
  right: 'replay.run',
  work: 'report',
  shows: 'customers',
  summary: 'Contacts that would have been refused, allowed or decided for other reasons.',
  input: z.strictObject({
    replayId: id,
    kind: z.enum(['newly_refused', 'newly_allowed', 'otherwise']).optional(),
    /** The last decision of the page before. */
    after: id.optional(),
  }),
  output: z.object({ changes: z.array(change), titles: ruleTitles, more: z.boolean() }),
});
