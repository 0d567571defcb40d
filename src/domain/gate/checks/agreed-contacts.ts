import { dateOfDay } from '#kernel/local-clock.ts';
import {
  dayAt,
  type EvaluationContext,
  standingConsents,
  touchesDebts,
} from '../evaluation-context.ts';
import { isAnswering } from '../facts/outcomes.ts';

/**
 * Whether the person began this contact or agreed to it: it answers their message, or a consent to
 * more contacts stands for this collector, this debt and this date.
 */
export function isAgreed(moment: EvaluationContext): boolean {
  if (isAnswering(moment) || moment.facts.proposed.unsolicited === false) return true;
  const today = dateOfDay(dayAt(moment));
  return standingConsents(moment, 'additional_calls').some(
    ({ consent }) =>
      consent.given_to === moment.facts.actor.id &&
      touchesDebts(consent.debts, moment) &&
      (!consent.only_local_dates || consent.only_local_dates.includes(today)) &&
      (!consent.valid_until || today <= consent.valid_until),
  );
}
