import { combined } from '#domain/gate/checks/combined.ts';
import { isWorkPoint, pointOf } from '#domain/gate/checks/contact-places.ts';
import { keptFrom } from '#domain/gate/checks/debt-told.ts';
import { frequency, isOwnAttempt, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { inconvenientPlaces } from '#domain/gate/checks/inconvenient-places.ts';
import { calendarWeek } from '#domain/gate/checks/windows.ts';
import {
  dateZones,
  type EvaluationContext,
  eventsOf,
  logWhere,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { isTwoWayConversation } from '#domain/gate/facts/outcomes.ts';
import type { Finding, Pack } from '#domain/gate/pack.ts';
import { localSecond } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

const BY_PHONE_OR_IN_PERSON = [...CALLS, 'visit'];

/** Evening: from 18:00 to 21:00 where the person lives. */
const EVENING_FROM = 18 * 3600;
const EVENING_TO = 21 * 3600;

const MONDAY = 0;
const WEEK_DAYS = 7;

const onceAWeek = frequency({
  name: 'or-work',
  limit: 1,
  days: WEEK_DAYS,
  span: calendarWeek(MONDAY),
  channels: BY_PHONE_OR_IN_PERSON,
  keys: () => [KEY_OF_PERSON],
  counts: (moment) => (logged) =>
    isOwnAttempt(logged, moment) && isWorkPoint(pointOf(moment, logged.entry)),
});

/** The person was tried at home of an evening and not spoken to. */
function eveningTryFirst(moment: EvaluationContext): Finding | null {
  const tries = logWhere(
    moment,
    (entry) =>
      entry.dir === 'outbound' &&
      pointOf(moment, entry)?.place === 'home' &&
      !isTwoWayConversation(entry.result) &&
      (entry.by ?? moment.facts.actor.id) === moment.facts.actor.id,
  ).filter(({ channel, ms }) => BY_PHONE_OR_IN_PERSON.includes(channel) && ms <= moment.ms);
  const inEvening = tries.some(({ ms }) =>
    dateZones(moment).every((zone) => {
      const second = localSecond(zone, ms);
      return second >= EVENING_FROM && second < EVENING_TO;
    }),
  );
  return inEvening ? null : { releasing: ['evening_attempt_at_home'] };
}

function toldNotTo(moment: EvaluationContext): Finding | null {
  const { consumer } = moment.facts;
  const told =
    consumer.employer_prohibits ||
    eventsOf(moment, 'work_prohibited').length > 0 ||
    inconvenientPlaces(moment).includes('work');
  return told ? { releasing: ['work_request_withdrawn'] } : null;
}

/** Oregon: unlawful collection practices, for creditors too. */
export default {
  id: 'US-OR',
  name: 'Oregon',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-OR'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-OR',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Or. Rev. Stat. 12.080; 646.639',
      source: 'https://law.justia.com/codes/oregon/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  rules: [
    {
      id: 'US-OR-WORK-1WEEK',
      about: ['frequency', 'channels'],
      title: 'At work once a business week at most, and only after a vain evening try at home',
      citation: 'ORS 646.639(2)(g)',
      source: 'https://www.oregonlegislature.gov/bills_laws/ors/ors646.html',
      since: '1977-10-04',
      confidence: 'medium',
      basis: 'unread',
      enforcement: 'hard',
      applies: {
        channels: BY_PHONE_OR_IN_PERSON,
        when: (moment) => isWorkPoint(moment.point) && moment.person === 'consumer',
      },
      check: combined(toldNotTo, eveningTryFirst, onceAWeek),
    },
    {
      id: 'US-OR-EMPLOYER',
      about: ['third_parties'],
      title: 'An employer hears nothing of the debt',
      citation: 'ORS 646.639(2)(f)',
      source: 'https://oregon.public.law/statutes/ors_646.639',
      since: '1977-10-04',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT },
      check: keptFrom(['employer']),
    },
  ],
} satisfies Pack;
