import { isAgency } from '#domain/gate/checks/debtors.ts';
import { courtLook, firstOf } from '#domain/gate/checks/hard-standards.ts';
import { hold } from '#domain/gate/checks/holds.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  type EvaluationContext,
  eventsOf,
  isContact,
  mainZone,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { ANSWERS_OPEN } from '#domain/gate/facts/purposes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { businessDayAfter } from '#kernel/business-days.ts';
import { type Calendar, calendarOf } from '#kernel/calendars.ts';
import { instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** Public Holidays Act 36 of 1994: one on a Sunday makes the Monday one as well. */
const HOLIDAYS: Calendar = calendarOf([
  { name: 'New Year’s Day', on: '01-01', moved: 'sunday-to-monday' },
  { name: 'Human Rights Day', on: '03-21', moved: 'sunday-to-monday' },
  { name: 'Good Friday', easter: -2 },
  { name: 'Family Day', easter: 1 },
  { name: 'Freedom Day', on: '04-27', moved: 'sunday-to-monday' },
  { name: 'Workers’ Day', on: '05-01', moved: 'sunday-to-monday' },
  { name: 'Youth Day', on: '06-16', moved: 'sunday-to-monday' },
  { name: 'National Women’s Day', on: '08-09', moved: 'sunday-to-monday' },
  { name: 'Heritage Day', on: '09-24', moved: 'sunday-to-monday' },
  { name: 'Day of Reconciliation', on: '12-16', moved: 'sunday-to-monday' },
  { name: 'Christmas Day', on: '12-25', moved: 'sunday-to-monday' },
  { name: 'Day of Goodwill', on: '12-26', moved: 'sunday-to-monday' },
]);

const NOTICE_BUSINESS_DAYS = 10;

/** Ten business days lie between the default notice and a suit; the tenth is the first open one. */
function noticeRuns(moment: EvaluationContext): Finding | null {
  if (moment.channel !== 'lawsuit') return null;
  const given = eventsOf(moment, 'default_notice')
    .filter(({ event }) => touchesDebts(event.debts, moment))
    .map(({ ms }) => ms);
  if (given.length === 0) return { releasing: ['default_notice_delivered'] };
  const zone = mainZone(moment);
  const day = localDay(zone, Math.min(...given));
  const open = businessDayAfter(day, NOTICE_BUSINESS_DAYS, HOLIDAYS);
  if (open === 'unknown') {
    return { missing: 'holiday_calendar', releasing: ['holiday_calendar_extended'] };
  }
  const untilMs = instantOfLocal(zone, open, 0);
  return untilMs > moment.ms ? { untilMs, details: { businessDays: NOTICE_BUSINESS_DAYS } } : null;
}

/** What s. 126B shuts on a prescribed debt: collecting it, suing on it and selling it. */
function prescribed(moment: EvaluationContext): Finding | null {
  if (moment.channel === 'credit_reporting') return null;
  if (moment.debts.some((debt) => debt.time_barred)) return { final: true };
  // Whoever does not know whether a debt is prescribed may be collecting one that is.
  const isUnknown = moment.debts.some((debt) => debt.time_barred === null);
  return isUnknown ? { releasing: ['limitation_known'] } : null;
}

const underReview = hold({
  set: ['debt_review'],
  released: ['debt_review_ended'],
  releasing: ['debt_review_closed'],
  exceptPurposes: [...ANSWERS_OPEN, 'debt_review_answer'],
  unless: (moment) => ['debt_counsellor', 'attorney'].includes(roleOf(moment.person)),
});

const common = { enforcement: 'hard' } as const satisfies Partial<Rule>;

/** South Africa: collectors’ code of conduct and the credit act. */
export default {
  id: 'ZA',
  name: 'South Africa',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['ZA'],
  statements,
  limitation: [
    {
      place: 'ZA',
      years: 3,
      from: 'default',
      paymentRestarts: true,
      citation: 'Prescription Act 68 of 1969 ss 11(d), 14',
      source: 'https://www.gov.za/documents/prescription-act-18-jun-1969-0000',
      confirmedBy: 'https://rbaattorneys.co.za/post/prescription-law-in-south-africa',
    },
  ],
  rules: [
    {
      ...common,
      id: 'ZA-DCA',
      about: ['third_parties'],
      title: 'A collector deals with the legal adviser once told of one, and imitates no process',
      citation: 'Debt Collectors Act 114 of 1998; code of conduct GN R.663 of 2003',
      source: 'https://www.cfdc.org.za/',
      since: '2003-05-16',
      confidence: 'medium',
      basis: 'secondary',
      applies: { notChannels: NOT_CONTACT, when: isAgency },
      check: firstOf(
        hold({
          set: ['attorney'],
          released: ['attorney_released'],
          releasing: ['representation_ended'],
          unless: (moment) => roleOf(moment.person) === 'attorney',
        }),
        courtLook,
      ),
    },
    {
      ...common,
      id: 'ZA-NCA',
      title:
        'Default notice before suit; nothing under debt review; a prescribed debt is not collected',
      citation: 'National Credit Act 34 of 2005 ss. 86, 126B, 129',
      source: 'https://www.gov.za/documents/national-credit-act',
      since: '2007-06-01',
      confidence: 'high',
      basis: 'unread',
      check: firstOf(
        prescribed,
        (moment) =>
          isContact(moment) || moment.channel === 'lawsuit' ? underReview(moment) : null,
        noticeRuns,
      ),
    },
    operatorHours({
      id: 'ZA-POLICY-HOURS',
      title: 'Outside the operator’s contact hours',
      citation:
        'Operator’s setting, 8:00 to 20:00 and Saturday to 13:00 suggested; none were found',
      source: 'https://www.cfdc.org.za/',
      holiday: (_, day) => HOLIDAYS(day),
    }),
  ],
} satisfies Pack;
