import { isAgentOfUnknownCreditor, isBank } from '#domain/gate/checks/banks.ts';
import { standing } from '#domain/gate/checks/holds.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  isAtWork,
  mayReachPerson,
  untilTheyLeave,
  workAsLastResort,
} from '#domain/gate/checks/workplace.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/** Holidays of the federal Interpretation Act, s. 35; Sundays have hours of their own here. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01' },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'Victoria Day', upTo: '05-24', weekday: 0 },
  { name: 'Canada Day', on: '07-01', moved: 'sunday-to-monday' },
  { name: 'Labour Day', nth: 1, weekday: 0, month: 9 },
  { name: 'National Day for Truth and Reconciliation', on: '09-30', of: [2021, 9999] },
  { name: 'Thanksgiving', nth: 2, weekday: 0, month: 10 },
  { name: 'Remembrance Day', on: '11-11' },
  { name: 'Christmas Day', on: '12-25' },
]);

const common = {
  citation: 'Financial Consumer Protection Framework Regulations, SOR/2021-181 (Bank Act)',
  source: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2021-181/',
  since: '2022-06-30',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

const hours = openHours({
  week: { ...everyDay('07:00', '21:00'), sun: [['13:00', '17:00']] },
  holiday: (_, day) => holidays(day),
  consentOpens: true,
});

/**
 * The institution and its agents. An agency of which nobody said for what kind of creditor it
 * collects may be a bank's agent: it is bound until the portfolio says that it is not.
 */
const isBound = (moment: EvaluationContext) => isBank(moment) || isAgentOfUnknownCreditor(moment);

const SPOKEN: readonly string[] = [...CALLS, 'visit'];

/** A registered letter shuts speech: from then on only writing, or the legal adviser. */
function timesAndWays(moment: EvaluationContext): Finding | null {
  const asked = standing(moment, ['written_only'], ['written_only_ended']).length > 0;
  const isAdviser = roleOf(moment.person) === 'attorney';
  if (asked && SPOKEN.includes(moment.channel) && !isAdviser) {
    return { releasing: ['written_only_withdrawn'], details: { request: 'written_only' } };
  }
  return hours(moment);
}

const lastResort = workAsLastResort({
  elsewhere: ['mobile', 'landline', 'mail'],
  onceOnly: false,
});

/** The employer may be asked one thing: whether the person works there. */
function workplace(moment: EvaluationContext): Finding | null {
  if (roleOf(moment.person) !== 'employer') {
    return isAtWork(moment) ? untilTheyLeave(moment, lastResort(moment)) : null;
  }
  const confirms = moment.purpose === 'confirm_employment';
  if (confirms || mayReachPerson(moment, ['employer_contact'])) return null;
  return { releasing: ['employer_contact_allowed'], details: { person: 'employer' } };
}

/** Canada: banks and other federally regulated institutions, and those who collect as their agents. */
export default {
  id: 'CA-FED',
  name: 'Canada (federally regulated institutions)',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['CA'],
  alsoCalled: ['CA'],
  statements,
  rules: [
    {
      ...common,
      id: 'CA-FED-HOURS',
      about: ['hours', 'days'],
      title: 'Monday to Saturday 7:00 to 21:00, Sunday 13:00 to 17:00, never on a holiday',
      applies: { notChannels: WITHOUT_HOURS, when: isBound },
      topics: ['hours'],
      check: timesAndWays,
    },
    {
      ...common,
      id: 'CA-FED-WORK',
      about: ['channels'],
      title: 'At work only when home is unknown or was tried in vain, or with permission',
      applies: { notChannels: NOT_CONTACT, when: isBound },
      check: workplace,
    },
  ],
} satisfies Pack;
