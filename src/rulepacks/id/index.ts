import { openHours, timeConsents } from '#domain/gate/checks/open-hours.ts';
import { readerOf, roleOf } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { type Calendar, calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

const WEEK: WeeklyWindows = {
  mon: [['08:00', '20:00']],
  tue: [['08:00', '20:00']],
  wed: [['08:00', '20:00']],
  thu: [['08:00', '20:00']],
  fri: [['08:00', '20:00']],
  sat: [['08:00', '20:00']],
};

/**
 * Feasts of the lunar calendars in the order of the year: by joint ministerial decree up to 2026,
 * from 2027 by the moon’s computed age at dusk; a decree may move those by a day.
 */
const LUNAR = [
  ['2024', '02-08 02-10 03-11 04-10 04-11 05-23 06-17 07-07 09-16'],
  ['2025', '01-27 01-29 03-29 03-31 04-01 05-12 06-06 06-27 09-05'],
  ['2026', '01-16 02-17 03-19 03-21 03-22 05-27 05-31 06-16 08-25'],
  ['2027', '01-05 02-06 03-08 03-10 03-11 05-17 05-20 06-06 08-15 12-26'],
  ['2028', '01-26 02-27 02-28 03-26 05-05 05-09 05-26 08-04 12-14'],
] as const;

/** National holidays; days of collective leave are none. */
const HOLIDAYS: Calendar = calendarOf([
  { name: 'Tahun Baru', on: '01-01' },
  { name: 'Wafat Yesus Kristus', easter: -2 },
  { name: 'Paskah', easter: 0 },
  { name: 'Hari Buruh', on: '05-01' },
  { name: 'Kenaikan Yesus Kristus', easter: 39 },
  { name: 'Hari Lahir Pancasila', on: '06-01' },
  { name: 'Hari Kemerdekaan', on: '08-17' },
  { name: 'Natal', on: '12-25' },
  {
    name: 'Isra Mikraj, Imlek, Nyepi, Idul Fitri, Waisak, Idul Adha, Tahun Baru Islam, Maulid',
    dates: LUNAR.flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
  },
]);

/** The consumer, and who speaks for them. */
const ROLES = ['consumer', 'attorney', 'creditor'];

function elsewhere(moment: EvaluationContext): Finding | null {
  const role = roleOf(readerOf(moment));
  if (!ROLES.includes(role)) {
    return { releasing: ['consumer_reached'], details: { person: role } };
  }
  const place = moment.point?.place;
  if (moment.channel !== 'visit' || !place || place === 'home' || place === 'billing') return null;
  const agreed = timeConsents(moment).some(({ consent }) => consent.place === place);
  return agreed ? null : { releasing: ['place_agreed'], details: { place } };
}

const common = {
  citation: 'POJK 22/2023 art. 62(2)',
  source: 'https://www.ojk.go.id/',
  since: '2023-12-22',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** Indonesia: financial services firms and those who collect for them. */
export default {
  id: 'ID',
  name: 'Indonesia',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['ID'],
  statements,
  limitation: [
    {
      place: 'ID',
      years: 30,
      from: 'default',
      paymentRestarts: null,
      citation: 'Civil Code (KUHPerdata) art. 1967',
      source: 'https://peraturan.go.id',
      confirmedBy: null,
    },
  ],
  majority: [
    { place: 'ID', years: 21, citation: 'Civil Code (KUHPerdata) art. 330', confirmedBy: null },
  ],
  rules: [
    {
      ...common,
      id: 'ID-POJK-HOURS',
      about: ['hours', 'days'],
      title: 'Only Monday to Saturday 8:00 to 20:00, never on national holidays, without consent',
      citation: 'POJK 22/2023 art. 62(2)(f)',
      applies: { notChannels: WITHOUT_HOURS },
      topics: ['hours'],
      check: openHours({ week: WEEK, holiday: (_, day) => HOLIDAYS(day), consentOpens: true }),
    },
    {
      ...common,
      id: 'ID-POJK-OTHER',
      about: ['channels', 'third_parties'],
      title: 'Only with the consumer, at the billing address or at home',
      applies: { notChannels: NOT_CONTACT },
      check: elsewhere,
    },
  ],
} satisfies Pack;
