import { z } from 'zod';
import type { Policy } from '#domain/gate/facts/policy-facts.ts';
import { clock, type Fields, flag, texts, zone } from './facts-forms.ts';
import { closed } from './known-words.ts';
import { namedSettings } from './policy-names.ts';

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

/** The operator's own limits. */
export const policy = z.preprocess(
  settingsByName,
  closed({
    require_safe_harbors: flag,
    stop_means_everything: flag,
    attorney_response_days: z.number().int().min(1).nullish(),
    unknown_location_zone_set: z.array(zone).nullish(),
    house_hours: week.nullish(),
    rule_hours: z.record(z.string(), week).nullish(),
    rule_hours_shut_on_holidays: texts,
    rules_on: texts,
    holds: texts,
    silence_refuses: flag,
    confirmed_rules: texts,
    silenced_rules: texts,
    warn_only: texts,
  } satisfies Fields<Policy>),
);
