import { ELECTRONIC, NOT_CONTACT } from '#domain/compliance/channels.ts';
import { hold } from '#domain/compliance/holds.ts';
import {
  DAY_MS,
  dateOfDay,
  dayOf,
  instantOfLocal,
  localDay,
  parseInstant,
  weekdayOfDay,
} from '#domain/compliance/local-clock.ts';
import {
  dateZones,
  dayAt,
  eventsOf,
  isContact,
  type Known,
  logWhere,
  type Moment,
  mainZone,
  standingConsents,
  touchesDebts,
} from '#domain/compliance/moment.ts';
import { optOuts } from '#domain/compliance/opt-outs.ts';
import type { Finding, Rule } from '#domain/compliance/pack.ts';
import { isConsumer, regulationF } from './coverage.ts';
import { isLimitedContent } from './disclosures.ts';

/** Received on or before the last local day of the period, in any zone the person may be in. */
function isInTime({ event, ms }: Known, moment: Moment): boolean {
  const { validation_period_end: end } = event;
  return !end || dateZones(moment).some((zone) => localDay(zone, ms) <= dayOf(end));
}

const isTimelyWritten = (known: Known, moment: Moment) =>
  known.event.in_writing !== false &&
  known.event.accepted_channel !== false &&
  isInTime(known, moment);

/** The n-th (0 first, -1 last) Monday or Thursday of a month, as days since 1970. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = Date.UTC(year, month, 1) / DAY_MS;
  if (nth >= 0) return first + ((weekday - weekdayOfDay(first) + 7) % 7) + 7 * nth;
  const last = Date.UTC(year, month + 1, 0) / DAY_MS;
  return last - ((weekdayOfDay(last) - weekday + 7) % 7);
}

const MONDAY = 0;
const THURSDAY = 3;

/** Legal public holidays of 5 USC 6103(a), on their own dates. */
function isLegalHoliday(day: number): boolean {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25'];
  if (fixed.includes(dateOfDay(day).slice(5))) return true;
  return [
    nthWeekday(year, 0, MONDAY, 2),
    nthWeekday(year, 1, MONDAY, 2),
    nthWeekday(year, 4, MONDAY, -1),
    nthWeekday(year, 8, MONDAY, 0),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 10, THURSDAY, 3),
  ].includes(day);
}

const ASSUMED_RECEIPT_DAYS = 5;
const VALIDATION_DAYS = 30;

/** Assumed receipt and end of the validation period of a notice sent on a local day. */
export function validationPeriod(sentDay: number): { receiptDay: number; endDay: number } {
  let receiptDay = sentDay;
  for (let counted = 0; counted < ASSUMED_RECEIPT_DAYS; ) {
    receiptDay++;
    if (weekdayOfDay(receiptDay) < 5 && !isLegalHoliday(receiptDay)) counted++;
  }
  return { receiptDay, endDay: receiptDay + VALIDATION_DAYS };
}

const cameBack = ({ event }: Known, moment: Moment) =>
  Boolean(event.undelivered_notice_at) &&
  parseInstant(event.undelivered_notice_at ?? '') <= moment.ms;

const SENDS_NOTICE = ['send_validation_notice', 'validation_notice'];

/** The day of the notice that counts: the one being sent now, else the last that did not come back. */
function noticeDay(moment: Moment): number | null {
  if (SENDS_NOTICE.includes(moment.purpose)) return dayAt(moment);
  const sent = eventsOf(moment, 'validation_notice').filter(
    (known) => !cameBack(known, moment) && touchesDebts(known.event.debts, moment),
  );
  if (sent.length === 0) return null;
  return localDay(mainZone(moment), Math.max(...sent.map(({ ms }) => ms)));
}

function periodDuty(moment: Moment): Finding | null {
  const sentDay = noticeDay(moment);
  if (sentDay === null) return null;
  const { receiptDay, endDay } = validationPeriod(sentDay);
  return {
    details: { assumed_receipt: dateOfDay(receiptDay), validation_period_end: dateOfDay(endDay) },
  };
}

const FIVE_DAYS = 5;

function noticeDue(moment: Moment): Finding | null {
  if (moment.facts.consumer.initial_communication_made !== false) return null;
  const plan = moment.facts.proposed.voicemail_plan;
  if (plan && isLimitedContent(plan)) return null;
  const provided =
    moment.content?.validation_information === true ||
    SENDS_NOTICE.includes(moment.purpose) ||
    noticeDay(moment) !== null;
  return provided ? null : { details: { due: dateOfDay(dayAt(moment) + FIVE_DAYS) } };
}

function overshadows(moment: Moment): Finding | null {
  if (moment.content?.overshadows_rights !== true) return null;
  const sentDay = noticeDay(moment);
  if (sentDay !== null && dayAt(moment) > validationPeriod(sentDay).endDay) return null;
  return { releasing: ['content_corrected'] };
}

function delivery(moment: Moment): Finding | null {
  const electronic = ELECTRONIC.some((channel) => channel === moment.channel);
  if (!electronic) return null;
  const first = moment.facts.consumer.initial_communication_made === false;
  const agreed = first || standingConsents(moment, 'esign', 'e_sign').length > 0;
  const open = optOuts(moment).length === 0;
  return agreed && open ? null : { releasing: ['esign_consent', 'sent_by_mail'] };
}

/** 1006.30(a)(1)(ii): fourteen consecutive days without a returned letter are reasonable. */
const FURNISHING_DAYS = 14;

function beforeFurnishing(moment: Moment): Finding | null {
  if (moment.facts.proposed.already_furnished === true) return null;
  const spoke = logWhere(
    moment,
    (entry) =>
      entry.result === 'conversation' &&
      (entry.conversation_debts ?? entry.debts ?? []).some((id) =>
        moment.facts.proposed.debts.includes(id),
      ),
  );
  if (spoke.length > 0) return null;
  const zone = mainZone(moment);
  const releases = eventsOf(moment, 'letter_about_debt', 'validation_notice').flatMap((known) => {
    if (!touchesDebts(known.event.debts, moment)) return [];
    const free = instantOfLocal(zone, localDay(zone, known.ms) + FURNISHING_DAYS, 0);
    const returned = known.event.undelivered_notice_at;
    return returned && parseInstant(returned) < free && cameBack(known, moment) ? [] : [free];
  });
  if (releases.length === 0) return { releasing: ['letter_sent', 'conversation'] };
  const untilMs = Math.min(...releases);
  return untilMs > moment.ms ? { untilMs } : null;
}

function notOwed(moment: Moment): Finding | null {
  const gone = moment.debts.some((debt) => /paid|settled|discharged/.test(debt.status ?? ''));
  const told = eventsOf(moment, 'debt_paid', 'discharge').some(({ event }) =>
    touchesDebts(event.debts, moment),
  );
  const excepted = /to_owner|previous_owner|merger|securiti[sz]ation|secured/.test(moment.purpose);
  return (gone || told) && !excepted ? { final: true } : null;
}

const answersDispute = /verif|dispute|duplicative|judgment_copy/;

export const validation: readonly Rule[] = [
  regulationF({
    id: 'USF-34-VALIDATION-5D',
    title: 'Validation information is due within five days of the first communication',
    citation: '12 CFR 1006.34(a)(1)-(2)',
    section: '34',
    enforcement: 'duty',
    applies: { when: (moment) => isContact(moment) && isConsumer(moment) },
    check: noticeDue,
  }),
  regulationF({
    id: 'USF-34-VALIDATION-PERIOD',
    title: 'The validation period runs to thirty days after assumed receipt',
    citation: '12 CFR 1006.34(b)(5) and comment; 5 USC 6103(a)',
    section: '34',
    enforcement: 'duty',
    applies: { when: isContact },
    check: periodDuty,
  }),
  regulationF({
    id: 'USF-38-DISPUTE',
    title: 'A written dispute in the validation period has not been answered',
    citation: '12 CFR 1006.38(d); 15 USC 1692g(b)',
    section: '38',
    applies: { notChannels: NOT_CONTACT },
    check: hold({
      set: ['dispute'],
      released: ['dispute_answered'],
      releasing: ['verification_sent', 'judgment_copy_sent', 'duplicative_dispute_notice'],
      exceptPurposes: answersDispute,
      when: isTimelyWritten,
    }),
  }),
  regulationF({
    id: 'USF-38-ORIGCRED',
    title: 'The person asked in writing for the original creditor',
    citation: '12 CFR 1006.38(c)',
    section: '38',
    applies: { notChannels: NOT_CONTACT },
    check: hold({
      set: ['original_creditor_request'],
      released: ['original_creditor_answered'],
      releasing: ['original_creditor_sent'],
      exceptPurposes: /original_creditor/,
      when: isTimelyWritten,
    }),
  }),
  regulationF({
    id: 'MARK-DISPUTED',
    title: 'Disputed orally or late: report it as disputed and apply no payment to it',
    citation: '12 CFR 1006.18(c)(2), 1006.30(c); 15 USC 1692e(8)',
    section: '38',
    enforcement: 'advisory',
    check: (moment) => {
      const other = eventsOf(moment, 'dispute').some(
        (known) => touchesDebts(known.event.debts, moment) && !isTimelyWritten(known, moment),
      );
      return other ? {} : null;
    },
  }),
  regulationF({
    id: 'USF-38-OVERSHADOW',
    title: 'Nothing in the validation period may overshadow the rights in the notice',
    citation: '12 CFR 1006.38(b)',
    section: '38',
    check: overshadows,
  }),
  regulationF({
    id: 'USF-42-DELIVERY',
    title: 'A required notice goes electronically only with consent, never to a closed address',
    citation: '12 CFR 1006.42; 15 USC 7001(c)',
    section: '42',
    applies: { purposes: [...SENDS_NOTICE, 'dispute_response', 'send_verification'] },
    check: delivery,
  }),
  regulationF({
    id: 'USF-30A-FURNISH',
    title: 'Speak or write to the person, and wait, before reporting to a bureau',
    citation: '12 CFR 1006.30(a)(1) and comments',
    section: '30',
    applies: { channels: ['credit_reporting'] },
    check: beforeFurnishing,
  }),
  regulationF({
    id: 'USF-30B-TRANSFER',
    title: 'A paid, settled or discharged debt is not sold or placed',
    citation: '12 CFR 1006.30(b)',
    section: '30',
    applies: { channels: ['debt_transfer'] },
    check: notOwed,
  }),
];
