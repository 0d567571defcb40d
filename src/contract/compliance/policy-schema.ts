import { z } from 'zod';
import type { Policy } from '#domain/gate/facts/policy-facts.ts';
import { clock, date, type Fields, flag, texts, zone } from './facts-forms.ts';
import { closed } from './known-words.ts';

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

/** The operator's own limits. */
export const policy = closed({
  require_safe_harbors: flag,
  stop_means_everything: flag,
  attorney_response_days: z.number().int().min(1).nullish(),
  unknown_location_zone_set: z.array(zone).nullish(),
  gb_hours_08_21: flag,
  house_hours: week.nullish(),
  gb_hours: week.nullish(),
  gb_holidays: z.array(date).nullish(),
  gb_closed_on_bank_holidays: flag,
  gb_no_recall_after_abandoned: flag,
  rule_hours: z.record(z.string(), week).nullish(),
  rule_hours_shut_on_holidays: texts,
  holds: texts,
  only_verified: flag,
  confirmed_rules: texts,
  warn_only: texts,
} satisfies Fields<Policy>);
