import { undignified } from '#domain/gate/checks/hard-standards.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { withThoseOfParts } from '#domain/gate/checks/place-holidays.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { type Calendar, calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

const SOURCE = 'https://www.bnm.gov.my/';

/** Feasts that follow the moon or the king, with the days given in lieu; from 2027 as computed. */
const LISTED = [
  ['2025', '01-29 01-30 03-31 04-01 05-12 06-02 06-07 06-27 09-01 09-05 10-20'],
  ['2026', '02-17 02-18 03-21 03-22 03-23 05-27 05-31 06-01 06-17 08-25 11-08 11-09'],
  ['2027', '02-06 02-07 02-08 03-10 03-11 05-17 05-20 06-06 06-07 08-15 10-28'],
  ['2028', '01-26 01-27 02-27 02-28 05-05 05-09 05-26 06-05 08-04 10-17'],
] as const;

/** National holidays; those of a state come beside them. */
const HOLIDAYS: Calendar = calendarOf([
  { name: 'Tahun Baru', on: '01-01' },
  { name: 'Hari Pekerja', on: '05-01' },
  { name: 'Hari Kebangsaan', on: '08-31' },
  { name: 'Hari Malaysia', on: '09-16' },
  { name: 'Krismas', on: '12-25' },
  {
    name: 'Tahun Baru Cina, Aidilfitri, Wesak, Keputeraan YDPA, Aidiladha, Muharram, Maulid, Deepavali',
    dates: LISTED.flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
  },
]);

const common = {
  source: SOURCE,
  confidence: 'low',
  basis: 'secondary',
} as const satisfies Partial<Rule>;

/** Malaysia: the central bank’s guideline, and the credit act that comes in phases. */
export default {
  id: 'MY',
  name: 'Malaysia',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['MY'],
  statements,
  limitation: [
    {
      place: 'MY',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitation Act 1953 ss 6, 26',
      source: 'https://lom.agc.gov.my',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'MY-BNM',
      title: 'Banks and their agents: no threats, abuse or harassment',
      citation: 'Financial Services Act 2013; BNM guideline on fair debt collection practices',
      since: '2013-06-30',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT },
      check: undignified,
    },
    {
      ...common,
      id: 'MY-CCA',
      title: 'Collection agencies come under licence, in phases',
      citation: 'Consumer Credit Act 2025',
      since: '2026-03-01',
      enforcement: 'definition',
    },
    operatorHours({
      id: 'MY-POLICY-HOURS',
      title: 'Outside the operator’s contact hours',
      citation: 'Operator’s setting, 9:00 to 21:00 and no holidays suggested; no hours were found',
      source: SOURCE,
      holiday: withThoseOfParts('MY', HOLIDAYS),
    }),
  ],
} satisfies Pack;
