import { dayReader, instantOfLocal, localDay, parseInstant } from '#kernel/local-clock.ts';
import {
  dateZones,
  type EvaluationContext,
  type Known,
  touchesDebts,
} from '../evaluation-context.ts';
import type { EventWord } from '../facts/event-kinds.ts';
import type { CaseEvent } from '../facts/history-facts.ts';
import type { Finding } from '../pack.ts';

/** A notice that must have gone out so many local days before. */
export type Wait = {
  /** Kinds of event by which the notice is known to have been sent. */
  readonly notices: readonly EventWord[];
  /** Kinds of event by which it came back: it was never sent then. */
  readonly bounces?: readonly EventWord[];
  /** Which of these notices count, as where only paper does. */
  readonly counts?: (event: CaseEvent) => boolean;
  /** First open day: the day of sending plus so many. */
  readonly days: number;
  /** Facts that tell of no notice shut contact as well. */
  readonly always?: boolean;
};

const sentMs = ({ event, ms }: Known) =>
  event.sent_at || event.mailed_at ? parseInstant(event.mailed_at ?? event.sent_at ?? '') : ms;

function isUndone(notice: Known, bounces: readonly Known[]): boolean {
  if (notice.event.undelivered_notice_at) return true;
  const ms = sentMs(notice);
  return bounces.some(({ event, ms: bouncedMs }) => {
    const of = event.undelivered_notice_at;
    return of ? parseInstant(of) === ms : bouncedMs >= ms;
  });
}

/**
 * No contact before a notice was sent and so many days have passed (the day of sending is day nought).
 * Facts that tell neither of a notice nor that nothing was conveyed yet describe a file whose first
 * contact lies behind it: the wait is over.
 */
export function waitAfterNotice(of: Wait): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    const known = moment.events.filter(({ ms }) => ms <= moment.ms);
    const touching = known.filter(({ event }) => touchesDebts(event.debts, moment));
    const isOneOf = ({ word }: Known, kinds: readonly EventWord[] = []) =>
      word !== undefined && kinds.includes(word);
    const notices = touching.filter((each) => isOneOf(each, of.notices));
    const bounces = touching.filter((each) => isOneOf(each, of.bounces));
    const isFirst = moment.facts.consumer.initial_communication_made === false;
    if (notices.length === 0 && !isFirst && !of.always) return null;
    const sent = notices
      .filter((notice) => of.counts?.(notice.event) !== false && !isUndone(notice, bounces))
      .map(sentMs);
    if (sent.length === 0) return { releasing: ['notice_sent'] };
    const firstMs = Math.min(...sent);
    // A notice of unknown date is one of long ago, as everything without a time.
    if (!Number.isFinite(firstMs)) return null;
    let untilMs = Number.NEGATIVE_INFINITY;
    for (const zone of dateZones(moment)) {
      const open = dayReader(zone)(firstMs) + of.days;
      if (localDay(zone, moment.ms) >= open) continue;
      untilMs = Math.max(untilMs, instantOfLocal(zone, open, 0));
    }
    return untilMs > moment.ms ? { untilMs, details: { days: of.days } } : null;
  };
}
