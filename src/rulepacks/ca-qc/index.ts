import { isAgency } from '#domain/gate/checks/debtors.ts';
import { deniedBeingDebtor, isWrongNumber } from '#domain/gate/checks/denied-debtor.ts';
import { hold } from '#domain/gate/checks/holds.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { waitAfterNotice } from '#domain/gate/checks/waits.ts';
import { isAtWork, untilTheyLeave, workAsLastResort } from '#domain/gate/checks/workplace.ts';
import { type EvaluationContext, mainZone } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { addMonthsToDay, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** The days on which agencies may not speak, as the consumer protection office lists them. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01' },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'National Patriots’ Day', upTo: '05-24', weekday: 0 },
  { name: 'National Holiday', on: '06-24' },
  { name: 'Canada Day', on: '07-01', moved: 'sunday-to-monday' },
  { name: 'Labour Day', nth: 1, weekday: 0, month: 9 },
  { name: 'Thanksgiving', nth: 2, weekday: 0, month: 10 },
  { name: 'Christmas Day', on: '12-25' },
]);

const SPOKEN: readonly string[] = [...CALLS, 'visit'];
const SPOKEN_HOURS = [['08:00', '20:00']] as const;
const WRITING_MONTHS = 3;

const common = {
  source: 'https://www.legisquebec.gouv.qc.ca/en/document/cs/R-2.2',
  since: '2018-08-01',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

const waited = waitAfterNotice({
  notices: ['collection_notice'],
  bounces: ['undeliverable', 'notice_returned'],
  counts: ({ medium, via }: CaseEvent) =>
    !(ELECTRONIC as readonly string[]).includes(medium ?? via ?? ''),
  days: 5,
});

const isWritten = ({ in_writing }: CaseEvent) => in_writing !== false;

const notTheDebtor = (moment: EvaluationContext): Finding | null =>
  isWrongNumber(moment) ? { releasing: ['debtor_identified'] } : deniedBeingDebtor(moment);

const lastResort = workAsLastResort({ elsewhere: ['mobile', 'landline'], onceOnly: true });

/** Quebec: permit holders who collect for others; the workplace rule binds everyone. */
export default {
  id: 'CA-QC',
  name: 'Canada: Quebec',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['CA-QC'],
  statements,
  limitation: [
    {
      place: 'CA-QC',
      years: 3,
      from: 'default',
      paymentRestarts: null,
      citation: 'Code civil du Québec arts 2898, 2925',
      source: 'https://www.legisquebec.gouv.qc.ca/en/document/cs/ccq-1991',
      confirmedBy: 'https://elois.caij.qc.ca/CCQ-1991/article2925',
    },
  ],
  rules: [
    {
      ...common,
      id: 'CA-QC-WAIT5',
      about: ['channels'],
      title: 'First a notice of payment on paper, then five days without a word spoken',
      citation: 'CQLR c. R-2.2, s. 34 (1), (1.1)',
      applies: { channels: SPOKEN, when: isAgency },
      check: waited,
    },
    {
      ...common,
      id: 'CA-QC-HOURS',
      about: ['hours', 'days'],
      title: 'Spoken contact Monday to Saturday 8:00 to 20:00, not on Sundays and holidays',
      citation: 'CQLR c. R-2.2, s. 34 (4)',
      applies: { channels: SPOKEN, when: isAgency },
      topics: ['hours'],
      check: openHours({
        week: {
          mon: SPOKEN_HOURS,
          tue: SPOKEN_HOURS,
          wed: SPOKEN_HOURS,
          thu: SPOKEN_HOURS,
          fri: SPOKEN_HOURS,
          sat: SPOKEN_HOURS,
        },
        holiday: (_, day) => holidays(day),
      }),
    },
    {
      ...common,
      id: 'CA-QC-WRITTEN-ONLY',
      about: ['channels'],
      title: 'Asked in writing to be contacted in writing only: three months without a word spoken',
      citation: 'CQLR c. R-2.2, s. 34 (2)',
      confidence: 'medium',
      applies: { channels: SPOKEN, when: isAgency },
      check: hold({
        set: ['written_only'],
        released: ['written_only_ended'],
        releasing: ['written_only_withdrawn'],
        when: ({ event }) => isWritten(event),
        endMs: ({ event, ms }, moment) => {
          const zone = mainZone(moment);
          const last = event.last_day ?? event.extended_until;
          const open = last ? dayOf(last) + 1 : addMonthsToDay(localDay(zone, ms), WRITING_MONTHS);
          return instantOfLocal(zone, open, 0);
        },
      }),
    },
    {
      ...common,
      id: 'CA-QC-CONTEST',
      title: 'Written notice that the debt is contested and the creditor may go to court',
      citation: 'CQLR c. R-2.2, s. 34 (2.1)',
      applies: { notChannels: NOT_CONTACT, when: isAgency },
      check: hold({
        set: ['debt_contested'],
        released: ['debt_contested_ended'],
        releasing: ['contest_withdrawn', 'legal_action_taken'],
        when: ({ event }) => isWritten(event),
      }),
    },
    {
      ...common,
      id: 'CA-QC-NOTDEBTOR',
      about: ['third_parties'],
      title: 'The person said that they are not the debtor',
      citation: 'CQLR c. R-2.2, s. 34 (2.2)',
      applies: { notChannels: NOT_CONTACT, when: isAgency },
      check: notTheDebtor,
    },
    {
      ...common,
      id: 'CA-QC-WORK',
      about: ['channels'],
      title: 'At work once only, and only when no other number is known or home was tried in vain',
      citation: 'CQLR c. R-2.2, s. 4',
      since: '1981-01-01',
      applies: { notChannels: NOT_CONTACT },
      check: (moment) => untilTheyLeave(moment, isAtWork(moment) ? lastResort(moment) : null),
    },
  ],
} satisfies Pack;
