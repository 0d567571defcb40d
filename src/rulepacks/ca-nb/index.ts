import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { CALLS } from '#domain/gate/facts/channels.ts';
import { isAnswering } from '#domain/gate/facts/outcomes.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/** Holidays of the province's Interpretation Act; Sundays have hours of their own here. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01' },
  { name: 'Family Day', nth: 3, weekday: 0, month: 2, of: [2018, 9999] },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'Victoria Day', upTo: '05-24', weekday: 0 },
  { name: 'Canada Day', on: '07-01', moved: 'sunday-to-monday' },
  { name: 'New Brunswick Day', nth: 1, weekday: 0, month: 8 },
  { name: 'Labour Day', nth: 1, weekday: 0, month: 9 },
  { name: 'National Day for Truth and Reconciliation', on: '09-30', of: [2022, 9999] },
  { name: 'Thanksgiving', nth: 2, weekday: 0, month: 10 },
  { name: 'Remembrance Day', on: '11-11' },
  { name: 'Christmas Day', on: '12-25' },
  { name: 'Boxing Day', on: '12-26' },
]);

const hours = openHours({
  week: { ...everyDay('07:00', '21:00'), sun: [['13:00', '17:00']] },
  holiday: (_, day) => holidays(day),
  consentOpens: true,
});

/** New Brunswick: credit grantors and those who collect for them. */
export default {
  id: 'CA-NB',
  name: 'Canada: New Brunswick',
  version: '1.0.1',
  asOf: '2026-11-01',
  territory: ['CA-NB'],
  statements,
  limitation: [
    {
      place: 'CA-NB',
      years: 2,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitation of Actions Act, SNB 2009 c L-8.5',
      source: 'https://laws.gnb.ca',
      confirmedBy: null,
    },
  ],
  majority: [
    {
      place: 'CA-NB',
      years: 19,
      citation: 'Age of Majority Act, RSNB 2011 c 103',
      confirmedBy: 'https://www.legalline.ca/legal-answers/who-is-considered-a-child-under-the-law',
    },
  ],
  rules: [
    {
      id: 'CA-NB-HOURS',
      about: ['hours', 'days'],
      title: 'Monday to Saturday 7:00 to 21:00, Sunday 13:00 to 17:00, never on a holiday',
      citation: 'NB Reg. 2010-104, s. 9 (2)(d) (Cost of Credit Disclosure and Payday Loans Act)',
      source: 'https://laws.gnb.ca/en/document/cr/2010-104',
      since: '2010-07-01',
      confidence: 'high',
      basis: 'primary',
      enforcement: 'hard',
      applies: { channels: [...CALLS, 'visit'] },
      topics: ['hours'],
      settles: (moment) => !isAnswering(moment),
      // Whoever asked to be called then may be.
      check: (moment) => (isAnswering(moment) ? null : hours(moment)),
    },
  ],
} satisfies Pack;
