import { z } from 'zod';
import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import { ASPECTS } from '#domain/gate/statements.ts';
import { endpoint } from '../endpoint.ts';
import { codeWord, date, done, id, instant, namedPlace, words } from '../shapes.ts';
import { citedRule } from './compliance.ts';

const pack = z.object({
  pack: z.string(),
  name: z.string(),
  version: z.string(),
  asOf: date,
  /** Where it holds. */
  places: z.array(namedPlace),
  parent: z.string().nullable(),
  /**
   * Rules by what is known of them; `unread` nobody has confirmed, of these two people switched off
   * `silent`.
   */
  rules: z.number().int(),
  primary: z.number().int(),
  secondary: z.number().int(),
  unread: z.number().int(),
  silent: z.number().int(),
});

export const readPacks = endpoint({
  name: 'compliance.packs',
  method: 'GET',
  path: '/api/compliance/packs',
  right: 'decision.read',
  shows: 'nobody',
  summary: 'The rule packs installed, with how much of each was read in its source.',
  input: z.strictObject({}),
  output: z.object({ packs: z.array(pack) }),
});

const ruleSwitch = z.object({
  id,
  rule: z.string(),
  /** A rule of unread source, or a channel without a rule. */
  of: z.enum(['rule', 'channel']),
  /** The channel without a rule. */
  channel: z.enum(EVERY_MEDIUM).nullable(),
  title: z.string(),
  pack: z.string(),
  packName: z.string(),
  /** Where the pack holds. */
  places: z.array(namedPlace),
  turn: z.enum(['on', 'off']),
  reason: z.string(),
  sourceRead: z.string().nullable(),
  proposedById: id,
  proposedBy: z.string().nullable(),
  proposedAt: instant,
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  confirmed: z.boolean().nullable(),
});

export const readPack = endpoint({
  name: 'compliance.pack',
  method: 'GET',
  path: '/api/compliance/packs/:pack',
  right: 'decision.read',
  shows: 'nobody',
  summary: 'The rules of one pack: law, source, dates, how sure, and whether they speak.',
  input: z.strictObject({ pack: codeWord }),
  output: pack.extend({
    today: date,
    list: z.array(
      citedRule.extend({
        enforcement: z.string(),
        /** In force today, not yet, or no more. */
        inForce: z.enum(['now', 'later', 'past']),
        /** False for a rule of unread source switched off; null for one that only defines. */
        speaks: z.boolean().nullable(),
        /** Whether two people have read a rule of unread source; null for one that was read. */
        confirmed: z.boolean().nullable(),
        /** The proposal that waits for a second person. */
        waiting: ruleSwitch.nullable(),
      }),
    ),
    /** Channels of which no law of the place says anything: shut until two people confirm it. */
    silences: z.array(
      z.object({
        rule: z.string(),
        channel: z.string(),
        /** Confirmed: contact by the channel may be made. */
        speaks: z.boolean(),
        waiting: ruleSwitch.nullable(),
      }),
    ),
    /** What it says of hours, days, frequency, channels and third parties. */
    statements: z.array(
      z.object({
        aspect: z.enum(ASPECTS),
        rules: z.array(z.string()),
        /** Where it was looked for in vain, and when. */
        none: z.string().nullable(),
        lookedOn: date.nullable(),
      }),
    ),
  }),
});

export const readSwitches = endpoint({
  name: 'compliance.rule-switches',
  method: 'GET',
  path: '/api/compliance/rule-switches',
  right: 'decision.read',
  shows: 'nobody',
  summary: 'Rules proposed to be switched on or off, and all that were; those that wait first.',
  input: z.strictObject({}),
  output: z.object({ switches: z.array(ruleSwitch) }),
});

export const proposeSwitch = endpoint({
  name: 'compliance.propose-switch',
  method: 'POST',
  path: '/api/compliance/rule-switches',
  right: 'rule.switch',
  shows: 'nobody',
  summary:
    'Proposes to confirm a rule of unread source, or to open a channel without a rule; or the reverse.',
  input: z.strictObject({
    rule: codeWord,
    turn: z.enum(['on', 'off']),
    reason: words,
    /** What was read: law and section, address, date. Not needed to shut a channel again. */
    sourceRead: words.nullable(),
  }),
  output: z.object({ switchId: id }),
});

export const answerSwitch = endpoint({
  name: 'compliance.answer-switch',
  method: 'POST',
  path: '/api/compliance/rule-switches/:switchId/answer',
  right: 'rule.switch',
  shows: 'nobody',
  summary: 'A second person confirms or rejects a proposed switch; it works at once.',
  input: z.strictObject({ switchId: id, confirmed: z.boolean() }),
  output: done,
});
