import { DAY_MS } from '#kernel/local-clock.ts';
import { coversDebts, type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import type { CaseEvent } from '../facts/history-facts.ts';

/** Whether name and address of the attorney are known, or easily found (12 CFR 1006.6(b)(2)): what stands of them in words does not say so. */
export function isKnownAttorney(event: CaseEvent): boolean {
  return event.attorney_known !== false || event.readily_ascertainable === true;
}

/** What comment 6(b)(2)-1 calls a reasonable period for the attorney to answer, in days, unless set. */
const ATTORNEY_DAYS = 30;

/**
 * Whether the attorney was asked about each debt of the attempt and is silent for longer than the
 * operator waits (12 CFR 1006.6(b)(2), 15 USC 1692c(a)(2)).
 */
export function attorneySilent(moment: EvaluationContext): boolean {
  const days = moment.facts.policy?.attorney_response_days ?? ATTORNEY_DAYS;
  const answers = eventsOf(moment, 'attorney_answered');
  const silent = eventsOf(moment, 'attorney_asked').filter(
    (asked) => moment.ms - asked.ms >= days * DAY_MS && !answers.some(({ ms }) => ms >= asked.ms),
  );
  return coversDebts(silent, moment);
}
