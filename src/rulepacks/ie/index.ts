import { isAgreed } from '#domain/gate/checks/agreed-contacts.ts';
import { frequency, isOwnAttempt, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { isAtEmployer, isRelative } from '#domain/gate/checks/relatives.ts';
import { calendarMonth, MONTH_DAYS } from '#domain/gate/checks/windows.ts';
import {
  isAtWork,
  mayReachPerson,
  mayReachWork,
  untilTheyLeave,
} from '#domain/gate/checks/workplace.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC } from '#domain/gate/facts/channels.ts';
import { isAnswer, isContactMade } from '#domain/gate/facts/outcomes.ts';
import { REQUIRED_NOTICES } from '#domain/gate/facts/purposes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/** Public holidays of the Organisation of Working Time Act 1997, second schedule. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01' },
  // The first Monday of February, but the first of February itself when that is a Friday.
  { name: 'St Brigid’s Day', nth: 1, weekday: 0, month: 2, of: [2023, 2029] },
  { name: 'St Brigid’s Day', on: '02-01', of: [2030, 2030] },
  { name: 'St Brigid’s Day', nth: 1, weekday: 0, month: 2, of: [2031, 2035] },
  { name: 'St Brigid’s Day', on: '02-01', of: [2036, 2036] },
  { name: 'St Brigid’s Day', nth: 1, weekday: 0, month: 2, of: [2037, 2040] },
  { name: 'St Patrick’s Day', on: '03-17' },
  { name: 'Easter Monday', easter: 1 },
  { name: 'May Day', nth: 1, weekday: 0, month: 5 },
  { name: 'June holiday', nth: 1, weekday: 0, month: 6 },
  { name: 'August holiday', nth: 1, weekday: 0, month: 8 },
  { name: 'October holiday', nth: -1, weekday: 0, month: 10 },
  { name: 'Christmas Day', on: '12-25' },
  { name: 'St Stephen’s Day', on: '12-26' },
]);

const VISITS_AND_CALLS = [...CALLS, 'visit'];
const DAYTIME = [['09:00', '21:00']] as const;

const common = {
  source: 'https://www.irishstatutebook.ie/eli/1995/act/24/section/46/enacted/en/html',
  since: '1996-05-13',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** At work with consent only; the employer and the family each with a written one of their own. */
function workOrFamily(moment: EvaluationContext): Finding | null {
  if (isAtEmployer(moment)) {
    const kinds = ['employer_contact'];
    return mayReachPerson(moment, kinds) ? null : { releasing: ['employer_contact_allowed'] };
  }
  if (isRelative(moment)) {
    const kinds = ['family_contact'];
    return mayReachPerson(moment, kinds) ? null : { releasing: ['family_contact_allowed'] };
  }
  const spoken = VISITS_AND_CALLS.includes(moment.channel);
  const shut = spoken && isAtWork(moment) && !mayReachWork(moment);
  return shut ? untilTheyLeave(moment, { releasing: ['work_contact_allowed'] }) : null;
}

const ALL_MEDIA = [...VISITS_AND_CALLS, ...ELECTRONIC, 'letter'];

/** What the code or another law itself wants sent is left out of the count. */
const isRequired = (purpose: string) => REQUIRED_NOTICES.includes(purpose);

const threeInMonth = frequency({
  name: 'IE-CPC-3MONTH',
  limit: 3,
  days: MONTH_DAYS,
  span: calendarMonth,
  channels: ALL_MEDIA,
  reached: isContactMade,
  counts: (moment) => (logged) =>
    isOwnAttempt(logged, moment) && !isAnswer(logged) && !isRequired(logged.entry.purpose ?? ''),
  keys: () => [KEY_OF_PERSON],
});

/** Ireland: the Consumer Credit Act and the Central Bank’s code. */
export default {
  id: 'IE',
  name: 'Ireland',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['IE'],
  alsoCalled: ['EU-IE'],
  parent: 'EU',
  statements,
  limitation: [
    {
      place: 'IE',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Statute of Limitations 1957 ss 11, 65',
      source: 'https://www.irishstatutebook.ie/eli/1957/act/6',
      confirmedBy: 'https://www.kildarestreet.com/debates/?id=2017-03-08a.231',
    },
  ],
  rules: [
    {
      ...common,
      id: 'IE-CCA46-HOURS',
      about: ['hours', 'days'],
      title:
        'Calls and visits Monday to Saturday 9:00 to 21:00, not on Sundays and public holidays',
      citation: 'Consumer Credit Act 1995 s. 46 (a)(ii)',
      applies: { channels: VISITS_AND_CALLS },
      topics: ['hours'],
      check: openHours({
        week: {
          mon: DAYTIME,
          tue: DAYTIME,
          wed: DAYTIME,
          thu: DAYTIME,
          fri: DAYTIME,
          sat: DAYTIME,
        },
        holiday: (_, day) => holidays(day),
        consentOpens: true,
      }),
    },
    {
      ...common,
      id: 'IE-CCA46-WORK',
      about: ['channels', 'third_parties'],
      title:
        'Not at work without consent; employer and family only with a written one of their own',
      citation: 'Consumer Credit Act 1995 s. 46 (a)(i), (b)',
      applies: { channels: ALL_MEDIA },
      check: workOrFamily,
    },
    {
      ...common,
      id: 'IE-CPC-3MONTH',
      about: ['frequency'],
      title: 'Three unsolicited communications that succeed in a calendar month',
      citation:
        'Consumer Protection Code 2012; from 24 March 2026 the Central Bank (Supervision and Enforcement) Act 2013 (Section 48) (Consumer Protection) Regulations 2025',
      source: 'https://www.centralbank.ie/regulation/consumer-protection/consumer-protection-code',
      since: '2012-01-01',
      confidence: 'medium',
      basis: 'secondary',
      applies: { channels: ALL_MEDIA },
      check: (moment) =>
        isAgreed(moment) || isRequired(moment.purpose) ? null : threeInMonth(moment),
    },
  ],
} satisfies Pack;
