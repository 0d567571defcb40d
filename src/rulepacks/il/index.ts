import { isAgency } from '#domain/gate/checks/debtors.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { OperatorWeek, Pack } from '#domain/gate/pack.ts';
import { type Calendar, calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/**
 * Days of rest by the Hebrew calendar: first and last day of Passover, Independence Day as it is
 * kept, Shavuot, both days of New Year, Atonement, first and last day of Sukkot.
 */
const DAYS_OF_REST = [
  ['2025', '04-13 04-19 05-01 06-02 09-23 09-24 10-02 10-07 10-14'],
  ['2026', '04-02 04-08 04-22 05-22 09-12 09-13 09-21 09-26 10-03'],
  ['2027', '04-22 04-28 05-12 06-11 10-02 10-03 10-11 10-16 10-23'],
  ['2028', '04-11 04-17 05-02 05-31 09-21 09-22 09-30 10-05 10-12'],
] as const;

const HOLIDAYS: Calendar = calendarOf([
  {
    name: 'ימי מנוחה',
    dates: DAYS_OF_REST.flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
  },
]);

const workday = [['08:00', '20:00']] as const;

/** The week of work in Israel: rest from Friday afternoon to Saturday night. */
const usualHours: OperatorWeek = {
  week: {
    ...{ sun: workday, mon: workday, tue: workday, wed: workday, thu: workday },
    fri: [['08:00', '13:00']],
  },
  shutOnHolidays: true,
};

/** Israel: the banks’ directive, and hours that an operator keeps. */
export default {
  id: 'IL',
  name: 'Israel',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['IL'],
  statements,
  limitation: [
    {
      place: 'IL',
      years: 7,
      from: 'default',
      paymentRestarts: true,
      citation: 'Prescription Law, 5718-1958 ss 5, 9',
      source: 'https://main.knesset.gov.il',
      confirmedBy: 'https://israelinsurancelaw.com/?p=267',
    },
  ],
  rules: [
    {
      id: 'IL-450',
      title: 'Banks and card issuers collect by a unit of their own, in proportion, and report',
      citation: 'Proper Conduct of Banking Business Directive 450',
      source: 'https://www.boi.org.il/',
      since: '2021-09-01',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: (moment) => !isAgency(moment) },
      check: () => ({ details: { frequency: 'proportionate', unit: 'dedicated' } }),
    },
    operatorHours({
      id: 'IL-AGGR',
      title:
        'Outside the operator’s contact hours: Friday afternoon to Saturday night, and holidays',
      citation:
        'Operator’s setting under the aggressive collection part of the Consumer Protection Law',
      source: 'https://www.gov.il/he/departments/consumer_protection_and_fair_trade_authority',
      since: '1981-04-01',
      confidence: 'low',
      basis: 'secondary',
      holiday: (_, day) => HOLIDAYS(day),
      initial: usualHours,
    }),
  ],
} satisfies Pack;
