import { parseInstant } from '#kernel/local-clock.ts';
import {
  debtsBeside,
  type EvaluationContext,
  eventsOf,
  type Known,
  touchesDebts,
} from '../evaluation-context.ts';
import type { EventWord } from '../facts/event-kinds.ts';
import { isOwed } from '../facts/purposes.ts';
import type { Finding } from '../pack.ts';

/** A state of a person or debt that shuts contact until something happens. */
export type Hold = {
  readonly set: readonly EventWord[];
  readonly released?: readonly EventWord[];
  /** Words for what would lift it, in the decision's `releasing`. */
  readonly releasing: readonly string[];
  /** Purposes that stay open. */
  readonly exceptPurposes?: readonly string[];
  /** Which of the events count. */
  readonly when?: (known: Known, moment: EvaluationContext) => boolean;
  /** Last instant of a hold with a known end; undefined means no known end. */
  readonly endMs?: (known: Known, moment: EvaluationContext) => number | undefined;
  /** What opens it for this attempt alone. */
  readonly unless?: (moment: EvaluationContext, standing: readonly Known[]) => boolean;
  readonly final?: boolean;
};

/** Whether a contact gives the person what they have a right to, and presses for nothing. */
export const givesWhatIsOwed = ({ purpose, content }: EvaluationContext) =>
  isOwed(purpose, content?.demands_payment === true);

/** What is said to have ended a hold, without saying when, has ended it. */
const isAfter = (end: Known, start: Known) =>
  end.ms >= start.ms || end.ms === Number.NEGATIVE_INFINITY;

/** The end of a hold told with its beginning; a plain date is over as it begins. */
function hasEnded({ event }: Known, ms: number): boolean {
  return Boolean(event.ended_at) && parseInstant(event.ended_at ?? '') <= ms;
}

/** A notice that came back was never sent. */
export function cameBack({ event }: Known, ms: number): boolean {
  const { undelivered_notice_at: returned } = event;
  return Boolean(returned) && parseInstant(returned ?? '') <= ms;
}

/**
 * Events of the hold that touch a debt of the attempt and were not released for it since: what was
 * said about two debts and answered for one stands for the other (12 CFR 1006.38(d)(2)).
 */
export function standing(
  moment: EvaluationContext,
  set: readonly EventWord[],
  released: readonly EventWord[] = [],
): Known[] {
  const starts = eventsOf(moment, ...set).filter(
    (known) => touchesDebts(known.event.debts, moment) && !hasEnded(known, moment.ms),
  );
  if (starts.length === 0) return starts;
  const ends = eventsOf(moment, ...released).filter((end) => !cameBack(end, moment.ms));
  return starts.filter((start) => {
    const { debts } = start.event;
    const over = ends.filter((end) => isAfter(end, start)).map(({ event }) => event.debts);
    return debtsBeside(over, moment).some((id) => id === null || (debts?.includes(id) ?? true));
  });
}

/** Whether anything tells when it began or ends; without, no end can be worked out. */
const isDated = ({ event, ms }: Known) =>
  Number.isFinite(ms) ||
  [event.first_day, event.last_day, event.treatment_ended, event.extended_until].some(Boolean);

/** A hold as a rule's check. */
export function hold(of: Hold): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    if (of.exceptPurposes?.includes(moment.purpose)) return null;
    let events = standing(moment, of.set, of.released);
    const { when, endMs } = of;
    if (when) events = events.filter((known) => when(known, moment));
    if (events.length === 0 || of.unless?.(moment, events)) return null;
    if (of.final) return { final: true };
    if (!endMs) return { releasing: of.releasing };
    let untilMs = Number.NEGATIVE_INFINITY;
    for (const known of events) {
      const end = isDated(known) ? endMs(known, moment) : undefined;
      if (end === undefined) return { releasing: of.releasing };
      untilMs = Math.max(untilMs, end);
    }
    return untilMs > moment.ms ? { untilMs } : null;
  };
}
