import { isWorkPoint } from '#domain/gate/checks/contact-places.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { givesWhatIsOwed, hold } from '#domain/gate/checks/holds.ts';
import { reachedAmong } from '#domain/gate/checks/place-reached.ts';
import { isSpoken } from '#domain/gate/checks/written-notices.ts';
import {
  dateZones,
  dayAt,
  type EvaluationContext,
  type Known,
  mainZone,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { WorkRequest } from '#domain/gate/facts/facts.ts';
import { ANSWERS_DISPUTE } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { businessDayAfter } from '#kernel/business-days.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { dateOfDay, dayOf, instantOfLocal, localDay, parseInstant } from '#kernel/local-clock.ts';

/** How long an oral request not to be called at work binds, its own day the first. */
const ORAL_DAYS = 10;
/** Within so many days of it a writing makes it last. */
const CONFIRM_DAYS = 7;

/** One request not to be called at work; infinitely long ago when nobody told of when. */
type Request = { readonly told: WorkRequest; readonly ms: number };

const WITHOUT_TIME = Number.NEGATIVE_INFINITY;

const isWorkRequest = ({ event, word }: Known) =>
  word === 'work_request' || (word === 'place_inconvenient' && event.place === 'work');

/** The request told with the person: with its details, in a word, or only that there is one. */
function requestOfPerson(moment: EvaluationContext): Request[] {
  const { work_request: told } = moment.facts.consumer;
  if (!told) return [];
  if (typeof told !== 'object') {
    return [{ told: told === 'oral' ? { medium: told } : {}, ms: WITHOUT_TIME }];
  }
  const at = told.received_at ?? told.at;
  return [{ told, ms: at ? parseInstant(at) : WITHOUT_TIME }];
}

function isConfirmed({ told, ms }: Request, moment: EvaluationContext): boolean {
  if (!told.confirmed_at) return false;
  return dayOf(told.confirmed_at) - localDay(mainZone(moment), ms) <= CONFIRM_DAYS;
}

/** Without its time nobody can say that an oral request has run out. */
const lasts = (request: Request, moment: EvaluationContext) =>
  !isSpoken(request.told) || !Number.isFinite(request.ms) || isConfirmed(request, moment);

/** A line at work, one of which nobody told where it stands, or none that is named. */
const mayRingAtWork = (moment: EvaluationContext) =>
  isWorkPoint(moment.point) ||
  (!moment.point?.place && reachedAmong(moment, ['work'], null) !== null);

/** The person asked not to be called at work: in writing until withdrawn, orally for ten days. */
function workRequest(moment: EvaluationContext): Finding | null {
  const events = moment.events.filter(isWorkRequest);
  const requests = [
    ...events.map(({ event, ms }): Request => ({ told: event, ms })),
    ...requestOfPerson(moment),
  ].filter(({ ms }) => ms <= moment.ms);
  const undated = moment.facts.consumer.inconvenient_places?.includes('work') === true;
  if (requests.length === 0 && !undated) return null;
  const lasting = requests.some((request) => lasts(request, moment));
  if (requests.length === 0 || lasting) return { releasing: ['work_request_withdrawn'] };
  const ends = dateZones(moment).flatMap((zone) =>
    requests.map(({ ms }) => instantOfLocal(zone, localDay(zone, ms) + ORAL_DAYS, 0)),
  );
  const untilMs = Math.max(...ends);
  return untilMs > moment.ms ? { untilMs, details: { days: ORAL_DAYS } } : null;
}

const NOTICE_DAYS = 5;

/** Legal holidays of the Commonwealth (M.G.L. c. 4 s. 7). */
const holidays = calendarOf([
  { name: 'New Year', on: '01-01', moved: 'sunday-to-monday' },
  { name: 'Martin Luther King', nth: 3, weekday: 0, month: 1 },
  { name: 'Washington', nth: 3, weekday: 0, month: 2 },
  { name: 'Patriots', nth: 3, weekday: 0, month: 4 },
  { name: 'Memorial', nth: -1, weekday: 0, month: 5 },
  { name: 'Juneteenth', on: '06-19', moved: 'sunday-to-monday' },
  { name: 'Independence', on: '07-04', moved: 'sunday-to-monday' },
  { name: 'Labor', nth: 1, weekday: 0, month: 9 },
  { name: 'Columbus', nth: 2, weekday: 0, month: 10 },
  { name: 'Veterans', on: '11-11', moved: 'sunday-to-monday' },
  { name: 'Thanksgiving', nth: 4, weekday: 3, month: 11 },
  { name: 'Christmas', on: '12-25', moved: 'sunday-to-monday' },
]);

const byCreditor = (moment: EvaluationContext) => !isFdcpaCollector(moment);

function noticeDue(moment: EvaluationContext): Finding | null {
  if (moment.facts.consumer.initial_communication_made !== false) return null;
  if (moment.content?.validation_information === true) return null;
  const due = businessDayAfter(dayAt(moment), NOTICE_DAYS, holidays);
  return due === 'unknown' ? null : { details: { due: dateOfDay(due) } };
}

const isInTime = ({ event, ms }: Known, moment: EvaluationContext) =>
  event.in_writing !== false &&
  (!event.validation_period_end ||
    localDay(mainZone(moment), ms) <= dayOf(event.validation_period_end));

const common = {
  source: 'https://www.mass.gov/regulations/940-CMR-700-debt-collection-regulations',
  since: '2012-03-02',
  basis: 'primary',
} as const satisfies Partial<Rule>;

export const otherDuties: readonly Rule[] = [
  {
    ...common,
    id: 'US-MA-WORK-REQUEST',
    about: ['channels'],
    title: 'The person asked not to be called at work; an oral request lasts ten days',
    citation: '940 CMR 7.04(1)(h); 209 CMR 18.06 (to 25 September 2025: 18.16(1)(c))',
    confidence: 'high',
    enforcement: 'hard',
    applies: { channels: CALLS, when: mayRingAtWork },
    check: workRequest,
  },
  {
    ...common,
    id: 'US-MA-VALIDATION',
    title: 'A written dispute with a creditor has not been answered with the listed documents',
    citation: '940 CMR 7.08(2)',
    confidence: 'medium',
    enforcement: 'hard',
    applies: { notChannels: NOT_CONTACT, when: byCreditor },
    check: hold({
      set: ['dispute'],
      released: ['dispute_answered', 'duplicative_notice'],
      releasing: ['verification_sent'],
      exceptPurposes: [...ANSWERS_DISPUTE, 'send_validation_notice'],
      unless: givesWhatIsOwed,
      when: isInTime,
    }),
  },
  {
    ...common,
    id: 'US-MA-VALIDATION-NOTICE',
    title: 'A creditor sends the information within five business days of its first communication',
    citation: '940 CMR 7.08(1)',
    confidence: 'medium',
    enforcement: 'duty',
    applies: { notChannels: NOT_CONTACT, when: byCreditor },
    check: noticeDue,
  },
];
