import { z } from 'zod';
import { debtTypes } from '#domain/debts/debt-types.ts';
import type {
  Collector,
  Consumer,
  ContactPoint,
  Debt,
  Facts,
  Inconvenience,
  LocationSignal,
  PersonStatus,
  WorkRequest,
} from '#domain/gate/facts/facts.ts';
import {
  ACTOR_TYPES,
  DEBT_STATES,
  OWNERS,
  POINT_KINDS,
  SIGNAL_KINDS,
  THIRD_PARTIES,
} from '#domain/gate/facts/words.ts';
import {
  channel,
  clock,
  day,
  type Fields,
  flag,
  id,
  knownZones,
  list,
  MAX_TEXT,
  medium,
  moment,
  place,
  text,
  texts,
  weekdays,
  zone,
} from './facts-forms.ts';
import { consent, event, logEntry } from './history-schema.ts';
import { closed, oneOf } from './known-words.ts';
import { policy } from './policy-schema.ts';
import { proposed } from './proposed-schema.ts';

const actor = closed({
  type: oneOf(ACTOR_TYPES).nullish(),
  id,
  uses_third_party_name: flag,
  business_associate: flag,
  acts_for: oneOf(ACTOR_TYPES).nullish(),
} satisfies Fields<Collector>);

const signal = closed({
  kind: oneOf(SIGNAL_KINDS),
  region: text,
  value: text,
  tz: list(zone),
  confirmed_tz: z.union([knownZones, z.boolean()]),
} satisfies Fields<LocationSignal>);

const inconvenience = closed({
  weekdays,
  from: clock,
  to: clock,
  source: text,
  valid_until: day,
} satisfies Fields<Inconvenience>);

const workRequest = closed({
  at: moment,
  received_at: moment,
  in_writing: flag,
  medium: medium.nullish(),
  via: text,
  confirmed_at: day,
} satisfies Fields<WorkRequest>);

const consumer = closed({
  id,
  kind: z.enum(['person', 'company']).nullish(),
  language: text,
  location_signals: list(signal),
  unread_places: texts,
  confirmed_tz: knownZones,
  confirmed_tz_source: text,
  inconvenient: list(inconvenience).nullish(),
  inconvenient_places: list(place).nullish(),
  current_place: place.nullish(),
  current_place_until: moment,
  employer_prohibits: flag,
  work_request: z.union([workRequest, z.string().max(MAX_TEXT), z.boolean()]).nullish(),
  status: closed({
    deceased: flag,
    minor: flag,
    active_duty: flag,
    vulnerable: flag,
    lacks_capacity: flag,
  } satisfies Fields<PersonStatus>).nullish(),
  initial_communication_made: flag,
  authorised_channels: list(channel).nullish(),
} satisfies Fields<Consumer>);

const point = closed({
  id,
  kind: oneOf(POINT_KINDS),
  number: text,
  address: text,
  place: place.nullish(),
  owner: oneOf([...OWNERS, ...THIRD_PARTIES]).nullish(),
  employer_provided_known: flag,
} satisfies Fields<ContactPoint>);

const debt = closed({
  id,
  type: oneOf(debtTypes).nullish(),
  creditor: text,
  student_account_group: text,
  time_barred: flag,
  days_past_due: z.number().nullish(),
  status: oneOf(DEBT_STATES).nullish(),
  incurred_at: moment,
  renewed_on: day,
  original_amount: z.number().nonnegative().nullish(),
  currency: text,
  obtained_before_default: flag,
  consumer_purpose: flag,
} satisfies Fields<Debt>);

/** The form of facts in the gate's own names and words. */
export const factsSchema = closed({
  packs: z.array(id),
  actor,
  consumer,
  contact_points: list(point),
  debts: list(debt),
  contact_log: list(logEntry),
  consents: list(consent),
  events: list(event),
  policy: policy.nullish(),
  incomplete: texts,
  unread_words: texts,
  proposed,
} satisfies Fields<Facts>);
