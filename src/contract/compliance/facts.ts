import { z } from 'zod';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { isZone } from '#kernel/time.ts';
import { namedSettings } from './policy-names.ts';

/**
 * The door of the gate: JSON in, `Facts` out. Fields that the gate does not know are let through and
 * ignored, because sources add their own; those it knows must have the right form.
 */

/** Longest log, list of events and list of consents taken for one decision. */
const MAX_ENTRIES = 50_000;
const MAX_TEXT = 4_000;

const text = z.string().max(MAX_TEXT).nullish();
const flag = z.boolean().nullish();
const texts = z.array(z.string().max(MAX_TEXT)).max(MAX_ENTRIES).nullish();
const word = z.string().min(1).max(MAX_TEXT);
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();
/** Sources give a bare date where only the day is known. */
const moment = z.union([instant, date]).nullish();
/** A day, or an instant of which only the day is asked. */
const day = z.union([date, instant]).nullish();
const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/, 'must be a clock time such as 08:00')
  .nullish();
const zone = z.string().refine(isZone, 'must be an IANA time zone');
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ENTRIES);
const knownZones = z.union([zone, z.array(zone).max(MAX_ENTRIES)]).nullish();
/** What is said beside the required parts: listed, in words, or only that there is something. */
const besides = z.union([texts, z.string().max(MAX_TEXT), z.boolean()]);
const disclosure = z.union([z.string(), z.boolean()]).nullish();

const consumer = z.looseObject({
  id: word,
  location_signals: list(
    z.looseObject({
      kind: word,
      region: text,
      value: text,
      tz: list(zone),
      confirmed_tz: z.union([knownZones, z.boolean()]),
    }),
  ),
  confirmed_tz: knownZones,
  inconvenient: list(
    z.looseObject({
      weekdays: texts,
      from: clock,
      to: clock,
      source: text,
      valid_until: day,
    }),
  ).nullish(),
  inconvenient_places: texts,
  employer_prohibits: flag,
  status: z
    .looseObject({ deceased: flag, minor: flag, active_duty: flag, vulnerable: flag })
    .nullish(),
  initial_communication_made: flag,
  authorised_channels: texts,
});

const logEntry = z.looseObject({
  id: word,
  at: instant,
  dir: z.enum(['inbound', 'outbound']),
  channel: word,
  to: text,
  from: text,
  person: text,
  result: word,
  debts: texts,
  conversation_debts: texts,
  by: text,
  in_response_to: text,
  mode: text,
  purpose: text,
  about_debt: flag,
  automated: flag,
  ended_by: text,
});

const consent = z.looseObject({
  kind: word,
  given_to: text,
  received_at: moment,
  revoked_at: moment,
  address: text,
  debts: texts,
  only_local_dates: z.array(date).nullish(),
  from: clock,
  to: clock,
  reassigned_checks_ok: z.union([z.array(z.union([instant, date])), z.boolean()]).nullish(),
});

const event = z.looseObject({
  kind: word,
  at: moment,
  received_at: moment,
  effective_at: moment,
  filed_at: moment,
  entered_at: moment,
  notice_at: moment,
  sent_at: moment,
  mailed_at: moment,
  ended_at: moment,
  undelivered_notice_at: moment,
  debts: texts,
  address: text,
  medium: text,
  in_writing: flag,
  validation_period_end: day,
  first_day: day,
  last_day: day,
  treatment_ended: day,
  extended_until: day,
  optout_deadline: moment,
});

const window = z.tuple([clock.unwrap().unwrap(), clock.unwrap().unwrap()]);
const windows = z.array(window).optional();

const week = z.strictObject({
  mon: windows,
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
  sat: windows,
  sun: windows,
});

const settingsByName = (given: unknown) =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? namedSettings(given as Readonly<Record<string, unknown>>)
    : given;

const policy = z.preprocess(
  settingsByName,
  z.looseObject({
    require_safe_harbors: flag,
    stop_means_everything: flag,
    attorney_response_days: z.number().int().min(1).nullish(),
    unknown_location_zone_set: z.array(zone).nullish(),
    house_hours: week.nullish(),
    rule_hours: z.record(z.string(), week).nullish(),
    rule_hours_shut_on_holidays: texts,
    rules_on: texts,
    holds: texts,
    only_verified: flag,
    confirmed_rules: texts,
    warn_only: texts,
  }),
);

const proposed = z.looseObject({
  channel: word,
  at: instant,
  to: text,
  person: text,
  debts: z.array(z.string()),
  mode: text,
  automated: flag,
  purpose: text,
  content: z
    .looseObject({
      optout_notice: flag,
      debt_collector_disclosure: disclosure,
      other_content: besides,
    })
    .nullish(),
  voicemail_plan: z
    .looseObject({ other_content: besides, debt_collector_disclosure: disclosure })
    .nullish(),
  in_response_to: text,
  in_live_session: flag,
  count_debts: texts,
});

const factsSchema = z.looseObject({
  packs: z.array(word),
  actor: z.looseObject({ type: text, id: word, acts_for: text }),
  consumer,
  contact_points: list(
    z.looseObject({ id: word, kind: word, number: text, address: text, place: text, owner: text }),
  ),
  debts: list(
    z.looseObject({
      id: word,
      type: text,
      creditor: text,
      student_account_group: text,
      time_barred: flag,
      days_past_due: z.number().nullish(),
    }),
  ),
  contact_log: list(logEntry),
  consents: list(consent),
  events: list(event),
  policy: policy.nullish(),
  incomplete: texts,
  proposed,
});

/** What is wrong with the facts, and where: `proposed.at`, `contact_log.3.result`. */
export type FactsProblem = { readonly path: string; readonly message: string };

export type ParsedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | ({ readonly ok: false } & FactsProblem);

/** Reads facts from parsed JSON. Never throws; the first thing wrong is named by its path. */
export function parseFacts(json: unknown): ParsedFacts {
  const parsed = factsSchema.safeParse(json);
  if (parsed.success) return { ok: true, facts: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    path: issue?.path.map(String).join('.') ?? '',
    message: issue?.message ?? 'not readable',
  };
}
