import { onlyWhen } from '#domain/gate/checks/combined.ts';
import { isMobilePoint, isWorkPoint, pointOf } from '#domain/gate/checks/contact-places.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { frequency, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  type EvaluationContext,
  type Logged,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, EVERY_MEDIUM, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { isAnswer, isAnswering } from '#domain/gate/facts/outcomes.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

const WEEK_DAYS = 7;
const A_WEEK = 3;
const AT_WORK_A_WEEK = 1;
const TO_MOBILE_A_DAY = 2;

const isDebtorOrSpouse = (person: string) => ['consumer', 'spouse'].includes(roleOf(person));
const toThem = ({ person }: EvaluationContext) => isDebtorOrSpouse(person);
const byAgency = (moment: EvaluationContext) => isFdcpaCollector(moment) && toThem(moment);

/** This agency's own contacts with debtor and spouse together, without its answers to them. */
const unasked =
  ({ facts }: EvaluationContext) =>
  (logged: Logged) =>
    (logged.entry.by ?? facts.actor.id) === facts.actor.id &&
    isDebtorOrSpouse(logged.entry.person ?? 'consumer') &&
    !isAnswer(logged);

/** Seven rolling dates: a calendar week up to the attempt lies inside them. */
const threeAWeek = frequency({
  name: 'wa-3week',
  limit: A_WEEK,
  days: WEEK_DAYS,
  channels: EVERY_MEDIUM,
  keys: () => [KEY_OF_PERSON],
  counts: unasked,
});

const onceAtWork = frequency({
  name: 'wa-work',
  limit: AT_WORK_A_WEEK,
  days: WEEK_DAYS,
  channels: EVERY_MEDIUM,
  keys: () => [KEY_OF_PERSON],
  counts: (moment) => {
    const counts = unasked(moment);
    return (logged) => counts(logged) && isWorkPoint(pointOf(moment, logged.entry));
  },
});

const TO_MOBILE = [...CALLS, 'sms'];

const twiceADay = frequency({
  name: 'wa-mobile',
  limit: TO_MOBILE_A_DAY,
  days: 1,
  channels: TO_MOBILE,
  keys: () => [KEY_OF_PERSON],
  counts: (moment) => {
    const counts = unasked(moment);
    return (logged) => counts(logged) && isMobilePoint(pointOf(moment, logged.entry));
  },
});

const mayCallMore = (moment: EvaluationContext) =>
  standingConsents(moment, 'additional_calls', 'additional_texts', 'additional_contacts').some(
    ({ consent }) => consent.given_to === moment.facts.actor.id,
  );

const isUnanswering = (moment: EvaluationContext) => !isAnswering(moment);

const common = {
  source: 'https://app.leg.wa.gov/rcw/default.aspx?cite=19.16.250',
  since: '2013-07-28',
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'presumption',
} as const satisfies Partial<Rule>;

/** Washington: prohibited practices of collection agencies. */
export default {
  id: 'US-WA',
  name: 'Washington',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-WA'],
  statements,
  limitation: [
    {
      place: 'US-WA',
      years: 3,
      from: 'default',
      paymentRestarts: null,
      citation: 'Wash. Rev. Code 4.16.040, 4.16.080, 4.16.270',
      source: 'https://law.justia.com/codes/washington/',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'US-WA-3WEEK',
      about: ['frequency'],
      title: 'More than three communications in any form in one week',
      citation: 'RCW 19.16.250(13)(a)',
      applies: { notChannels: NOT_CONTACT, when: byAgency },
      check: onlyWhen(isUnanswering, threeAWeek),
    },
    {
      ...common,
      id: 'US-WA-WORK-1WEEK',
      about: ['frequency'],
      title: 'More than one communication at the place of work in one week',
      citation: 'RCW 19.16.250(13)(b)',
      applies: {
        notChannels: NOT_CONTACT,
        when: (moment) => byAgency(moment) && isWorkPoint(moment.point),
      },
      check: onlyWhen(isUnanswering, onceAtWork),
    },
    {
      ...common,
      id: 'US-WA-HOURS',
      about: ['hours'],
      title: 'At the residence not from 21:00 to 7:30',
      citation: 'RCW 19.16.250(13)(c)',
      applies: {
        channels: [...CALLS, 'visit'],
        when: (moment) => toThem(moment) && !isWorkPoint(moment.point),
      },
      topics: ['hours'],
      check: openHours({ week: everyDay('07:30', '21:00') }),
    },
    {
      ...common,
      id: 'US-WA-CELL-2DAY',
      about: ['frequency'],
      title: 'More than two calls or texts to a mobile on one day',
      citation: 'RCW 19.16.250',
      basis: 'unread',
      enforcement: 'hard',
      applies: {
        channels: TO_MOBILE,
        when: (moment) => byAgency(moment) && isMobilePoint(moment.point) && !mayCallMore(moment),
      },
      check: onlyWhen(isUnanswering, twiceADay),
    },
  ],
} satisfies Pack;
