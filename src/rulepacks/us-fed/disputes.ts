import { firstOf } from '#domain/gate/checks/hard-standards.ts';
import { givesWhatIsOwed, type Hold, hold } from '#domain/gate/checks/holds.ts';
import { isWrittenNotice } from '#domain/gate/checks/written-notices.ts';
import {
  dateZones,
  dayAt,
  type EvaluationContext,
  eventsOf,
  type Known,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { ANSWERS_DISPUTE, ANSWERS_ORIGINAL_CREDITOR } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { dayOf, localDay } from '#kernel/local-clock.ts';
import { regulationF } from './coverage.ts';
import { periodOfNotice } from './validation.ts';

/** Received on or before the last local day of the period, in any zone the person may be in. */
function isInTime({ event, ms }: Known, moment: EvaluationContext): boolean {
  const { validation_period_end: end } = event;
  return !end || dateZones(moment).some((zone) => localDay(zone, ms) <= dayOf(end));
}

const isTimelyWritten = (known: Known, moment: EvaluationContext) =>
  isWrittenNotice(known.event) && isInTime(known, moment);

/** Acts that collect nothing: reporting and selling have rules of their own; a suit does collect. */
const NOT_COLLECTING = ['credit_reporting', 'debt_transfer'];

/** Disputed outside the suspension of 1006.38(d), or told to a bureau, which must hear of it. */
function isToBeMarked(moment: EvaluationContext): boolean {
  return eventsOf(moment, 'dispute').some(
    (known) =>
      touchesDebts(known.event.debts, moment) &&
      (moment.channel === 'credit_reporting' || !isTimelyWritten(known, moment)),
  );
}

function overshadows(moment: EvaluationContext): Finding | null {
  const period = periodOfNotice(moment);
  const presses = moment.content?.demands_payment === true && period !== null;
  if (!presses && moment.content?.overshadows_rights !== true) return null;
  if (period && dayAt(moment) > period.endDay) return null;
  return { releasing: ['content_corrected'] };
}

const unanswered = {
  set: ['dispute'],
  releasing: ['verification_sent', 'judgment_copy_sent', 'duplicative_dispute_notice'],
  exceptPurposes: ANSWERS_DISPUTE,
  unless: givesWhatIsOwed,
} as const satisfies Partial<Hold>;

const citation = '12 CFR 1006.18(c)(2), 1006.30(c); 15 USC 1692e(8)';

export const disputes: readonly Rule[] = [
  regulationF({
    id: 'USF-38-DISPUTE',
    title: 'A written dispute in the validation period has not been answered',
    citation: '12 CFR 1006.38(d); 15 USC 1692g(b)',
    section: '38',
    applies: { notChannels: NOT_COLLECTING },
    check: firstOf(
      hold({
        ...unanswered,
        released: ['dispute_answered', 'duplicative_notice'],
        when: isTimelyWritten,
      }),
      // A notice that a dispute is the same again answers none that brought something new.
      hold({
        ...unanswered,
        released: ['dispute_answered'],
        when: (known, moment) =>
          known.event.duplicative === false && isTimelyWritten(known, moment),
      }),
    ),
  }),
  regulationF({
    id: 'USF-38-ORIGCRED',
    title: 'The person asked in writing for the original creditor',
    citation: '12 CFR 1006.38(c)',
    section: '38',
    applies: { notChannels: NOT_COLLECTING },
    check: hold({
      set: ['original_creditor_request'],
      released: ['original_creditor_answered'],
      releasing: ['original_creditor_sent'],
      exceptPurposes: ANSWERS_ORIGINAL_CREDITOR,
      unless: givesWhatIsOwed,
      when: isTimelyWritten,
    }),
  }),
  regulationF({
    id: 'MARK-DISPUTED',
    title: 'Disputed orally or late: report it as disputed and apply no payment to it',
    citation,
    section: '38',
    enforcement: 'advisory',
    check: (moment) => (isToBeMarked(moment) ? {} : null),
  }),
  regulationF({
    id: 'USF-38-ORAL',
    title: 'Keep a dispute that suspends nothing on the record of the debt',
    citation,
    section: '38',
    enforcement: 'duty',
    check: (moment) => (isToBeMarked(moment) ? {} : null),
  }),
  regulationF({
    id: 'USF-38-OVERSHADOW',
    title: 'Nothing in the validation period may overshadow the rights in the notice',
    citation: '12 CFR 1006.38(b)',
    section: '38',
    check: overshadows,
  }),
];
