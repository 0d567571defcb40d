import { isAgency } from '#domain/gate/checks/debtors.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { waitAfterNotice } from '#domain/gate/checks/waits.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { LOOKING, REQUIRED_NOTICES } from '#domain/gate/facts/purposes.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';
import { threeInSeven } from './three-in-seven.ts';

/** Holidays of the Legislation Act, 2006, s. 88; Sundays have hours of their own here. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01', moved: 'sunday-to-monday' },
  { name: 'Family Day', nth: 3, weekday: 0, month: 2 },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'Victoria Day', upTo: '05-24', weekday: 0 },
  { name: 'Canada Day', on: '07-01', moved: 'sunday-to-monday' },
  { name: 'Labour Day', nth: 1, weekday: 0, month: 9 },
  { name: 'Thanksgiving', nth: 2, weekday: 0, month: 10 },
  { name: 'Remembrance Day', on: '11-11', moved: 'sunday-to-monday' },
  { name: 'Christmas Day', on: '12-25', moved: 'sunday-to-monday' },
  { name: 'Boxing Day', on: '12-26', moved: 'sunday-to-monday' },
]);

const common = {
  source: 'https://www.ontario.ca/laws/regulation/900074',
  since: '2006-06-01',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** The notice itself, and who and where somebody is. */
const BEFORE_NOTICE = [
  ...LOOKING,
  ...REQUIRED_NOTICES,
  'confirm_identity',
  'initial_notice',
  'send_validation_notice',
];

const waited = waitAfterNotice({
  notices: ['collection_notice'],
  bounces: ['undeliverable', 'notice_returned'],
  days: 6,
});

/** Ontario: registered collection agencies and their collectors. */
export default {
  id: 'CA-ON',
  name: 'Canada: Ontario',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['CA-ON'],
  statements,
  limitation: [
    {
      place: 'CA-ON',
      years: 2,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitations Act, 2002, SO 2002 c 24 Sch B ss 4, 13',
      source: 'https://www.ontario.ca/laws/statute/02l24',
      confirmedBy: 'https://riverview.legal/encyclopedia/index.php/Limitation_Period_(Debt)',
    },
  ],
  rules: [
    {
      ...common,
      id: 'CA-ON-WAIT6',
      about: ['channels'],
      title: 'First a private written notice, then six calendar days without any demand',
      citation: 'R.R.O. 1990, Reg. 74, s. 21 (Collection and Debt Settlement Services Act)',
      applies: { notChannels: [...NOT_CONTACT, 'letter'], when: isAgency },
      // The notice itself may go by e-mail; who and where somebody is may be asked before it.
      check: (moment) => (BEFORE_NOTICE.includes(moment.purpose) ? null : waited(moment)),
    },
    {
      ...common,
      id: 'CA-ON-HOURS',
      about: ['hours', 'days'],
      title: 'Monday to Saturday 7:00 to 21:00, Sunday 13:00 to 17:00, never on a holiday',
      citation: 'R.R.O. 1990, Reg. 74, s. 22',
      applies: { channels: [...CALLS, 'visit'], when: isAgency },
      topics: ['hours'],
      check: openHours({
        week: { ...everyDay('07:00', '21:00'), sun: [['13:00', '17:00']] },
        holiday: (_, day) => holidays(day),
      }),
    },
    {
      ...common,
      id: 'CA-ON-3IN7',
      about: ['frequency'],
      title: 'Once they have talked, three contacts in seven days for the same creditor',
      citation: 'R.R.O. 1990, Reg. 74, s. 22 (6)',
      applies: { channels: [...CALLS, 'email', 'visit'], when: isAgency },
      check: threeInSeven,
    },
  ],
} satisfies Pack;
