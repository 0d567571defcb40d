import { cameBack } from '#domain/gate/checks/holds.ts';
import { isLimitedContent } from '#domain/gate/checks/limited-content.ts';
import { optOuts } from '#domain/gate/checks/opt-outs.ts';
import { mayBeAddress } from '#domain/gate/checks/unnamed-address.ts';
import {
  coversDebts,
  dayAt,
  debtsBeside,
  type EvaluationContext,
  eventsOf,
  isContact,
  type Known,
  mainZone,
  standingConsents,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { ELECTRONIC } from '#domain/gate/facts/channels.ts';
import { ANSWERS_DISPUTE, ANSWERS_ORIGINAL_CREDITOR } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { isConsumer, regulationF } from './coverage.ts';
import { validationPeriod, validationPeriodFrom } from './legal-holidays.ts';
import { requiredNoticeFields } from './validation-notice.ts';

const SENDS_NOTICE = ['send_validation_notice'];
const ANSWERS = [...ANSWERS_DISPUTE, ...ANSWERS_ORIGINAL_CREDITOR];

const sendsNotice = (moment: EvaluationContext) => SENDS_NOTICE.includes(moment.purpose);
const isElectronic = (moment: EvaluationContext) =>
  ELECTRONIC.some((channel) => channel === moment.channel);

/** Returned by the post or the mail server, on the notice itself or as an event of its own. */
function wasReturned(notice: Known, moment: EvaluationContext): boolean {
  if (cameBack(notice, moment.ms)) return true;
  return eventsOf(moment, 'notice_returned').some(
    ({ event, ms }) => ms >= notice.ms && touchesDebts(event.debts, moment),
  );
}

/** What is said is received at once; so is what is known to have arrived (1006.34(b)(5)). */
const SPOKEN = ['phone_call', 'visit'];
const isReceipt = ({ event }: Known) => Boolean(event.received_at) || event.medium === 'oral';

/** Notices about a debt of the attempt that did not come back. */
function noticesSent(moment: EvaluationContext): Known[] {
  // Nobody can say when the period of a notice without a date ends.
  return eventsOf(moment, 'validation_notice').filter(
    (known) =>
      Number.isFinite(known.ms) &&
      !wasReturned(known, moment) &&
      touchesDebts(known.event.debts, moment),
  );
}

/** The notice that counts: the one being given now, else the last that did not come back. */
function noticeGiven(moment: EvaluationContext): { day: number; received: boolean } | null {
  if (sendsNotice(moment)) {
    return { day: dayAt(moment), received: SPOKEN.includes(moment.channel) };
  }
  const last = noticesSent(moment)
    .toSorted((a, b) => a.ms - b.ms)
    .at(-1);
  return last ? { day: localDay(mainZone(moment), last.ms), received: isReceipt(last) } : null;
}

/** The period of the notice that counts, in days since 1970; null when none was given. */
export function periodOfNotice(
  moment: EvaluationContext,
): ReturnType<typeof validationPeriod> | null {
  const given = noticeGiven(moment);
  if (!given) return null;
  return given.received ? validationPeriodFrom(given.day) : validationPeriod(given.day);
}

function periodDuty(moment: EvaluationContext): Finding | null {
  const period = periodOfNotice(moment);
  if (!period) return null;
  const { receiptDay, endDay } = period;
  return {
    details: { assumed_receipt: dateOfDay(receiptDay), validation_period_end: dateOfDay(endDay) },
  };
}

/** Calendar days from the first communication (1006.34(a)(1)(i)(B)). */
const NOTICE_DAYS = 5;

/** 1006.34(a)(2): nothing is owed any more when the notice would be due. */
function isPaid(moment: EvaluationContext): boolean {
  const paid = moment.debts.filter(({ status }) => status === 'paid').map(({ id }) => id);
  const told = eventsOf(moment, 'debt_paid').map(({ event }) => event.debts);
  return debtsBeside(paid.length > 0 ? [paid, ...told] : told, moment).length === 0;
}

function noticeDue(moment: EvaluationContext): Finding | null {
  if (moment.facts.consumer.initial_communication_made !== false || isPaid(moment)) return null;
  const plan = moment.facts.proposed.voicemail_plan;
  if (plan && isLimitedContent(plan)) return null;
  if (moment.purpose === 'pleading') return null;
  const provided =
    moment.content?.validation_information === true ||
    sendsNotice(moment) ||
    coversDebts(noticesSent(moment), moment);
  return provided ? null : { details: { due: dateOfDay(dayAt(moment) + NOTICE_DAYS) } };
}

/** Kinds of debt from a consumer financial product or service. */
const FINANCIAL = [
  'credit_card',
  'personal_loan',
  'student_loan',
  'auto_loan',
  'mortgage',
  'microcredit',
  'overdraft',
  'payday_loan',
  'retail_credit',
  'deferred_payment_credit',
];

/** Whether a debt may be from a financial product or service; one not told may be. */
export function mayBeFinancial(type: string | null | undefined): boolean {
  return !type || FINANCIAL.includes(type);
}

function noticeParts(moment: EvaluationContext): Finding {
  const fields = requiredNoticeFields({
    consumerFinancialProduct: moment.debts.some(({ type }) => mayBeFinancial(type)),
    sentElectronically: isElectronic(moment),
  });
  return { details: { fields: fields.join(', ') } };
}

const isFirst = (moment: EvaluationContext) =>
  moment.facts.consumer.initial_communication_made === false;

/** Consent under 15 USC 7001(c), given to this collector. */
const electronicConsents = (moment: EvaluationContext) =>
  standingConsents(moment, 'esign').filter(
    ({ consent }) => !consent.given_to || consent.given_to === moment.facts.actor.id,
  );

/** The address is known not to work: what goes there is not sent. */
const isKnownDead = (moment: EvaluationContext) =>
  eventsOf(moment, 'undeliverable', 'notice_returned').some(({ event }) =>
    mayBeAddress(moment, event.address),
  );

function delivery(moment: EvaluationContext): Finding | null {
  if (isKnownDead(moment)) return { releasing: ['another_address'] };
  if (!isElectronic(moment)) return null;
  const agreed = isFirst(moment) || electronicConsents(moment).length > 0;
  const open = optOuts(moment).length === 0;
  return agreed && open ? null : { releasing: ['esign_consent', 'sent_by_mail'] };
}

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
    id: 'USF-34-CONTENT',
    title: 'What a validation notice holds',
    citation: '12 CFR 1006.34(c), (d) and Appendix B, model form B-1',
    section: '34',
    enforcement: 'duty',
    applies: { purposes: SENDS_NOTICE },
    check: noticeParts,
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
    id: 'USF-42-DELIVERY',
    title: 'A required notice goes electronically only with consent, never to a closed address',
    citation: '12 CFR 1006.42; 15 USC 7001(c)',
    section: '42',
    applies: { purposes: [...SENDS_NOTICE, ...ANSWERS] },
    check: delivery,
  }),
  {
    id: 'ESIGN',
    title: 'Consent to electronic notices: informed, shown to work, and open to be taken back',
    citation: '15 USC 7001(c)',
    source: 'https://www.law.cornell.edu/uscode/text/15/7001',
    since: '2000-10-01',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'duty',
    applies: { channels: ELECTRONIC, purposes: [...SENDS_NOTICE, ...ANSWERS] },
    check: (moment) => (isFirst(moment) ? null : {}),
  },
];
