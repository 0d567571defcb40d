import { isWorkPoint } from '#domain/gate/checks/contact-places.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { hold } from '#domain/gate/checks/holds.ts';
import {
  dateZones,
  dayAt,
  type EvaluationContext,
  type Known,
  mainZone,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { textUnder } from '#domain/gate/facts/loose-fields.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { businessDayAfter } from '#kernel/business-days.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { dateOfDay, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';

/** How long an oral request not to be called at work binds, its own day the first. */
const ORAL_DAYS = 10;
/** Within so many days of it a writing makes it last. */
const CONFIRM_DAYS = 7;

const isWorkRequest = ({ event, word }: Known) =>
  (word === 'work_prohibited' && !/employer/.test(event.kind)) ||
  (/work/.test(event.kind) && !/employer|email/.test(event.kind)) ||
  (event.place === 'work' && word !== 'work_prohibited');

const isOral = ({ event }: Known) =>
  event.in_writing === false ||
  /oral|verbal/.test(event.kind) ||
  /oral|verbal|phone|call|talk/.test(
    `${event.medium ?? ''} ${event.via ?? ''} ${textUnder(event, /^(form|how)$/) ?? ''}`,
  );

function isConfirmed(request: Known, moment: EvaluationContext): boolean {
  const confirmed = textUnder(request.event, /confirm/);
  const asked = localDay(mainZone(moment), request.ms);
  return confirmed !== undefined && dayOf(confirmed) - asked <= CONFIRM_DAYS;
}

/** The person asked not to be called at work: in writing until withdrawn, orally for ten days. */
function workRequest(moment: EvaluationContext): Finding | null {
  const requests = moment.events.filter((known) => known.ms <= moment.ms && isWorkRequest(known));
  const undated = moment.facts.consumer.inconvenient_places?.includes('work') === true;
  if (requests.length === 0 && !undated) return null;
  const lasting = requests.some((request) => !isOral(request) || isConfirmed(request, moment));
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
    applies: { channels: CALLS, when: ({ point }) => isWorkPoint(point) },
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
      released: ['dispute_answered'],
      releasing: ['verification_sent'],
      exceptPurposes: /dispute|verif|validation/,
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
