import type { Flag, Texts } from './fact-values.ts';

/**
 * Weekly opening hours by three-letter day, `{ mon: [['08:00', '21:00']] }`; a day left out is
 * shut.
 */
export type WeeklyWindows = {
  readonly [Day in DayName]?: readonly (readonly [string, string])[] | undefined;
};
export type DayName = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The operator's own limits; every one of them is off until it is set here. */
export type Policy = {
  readonly require_safe_harbors?: Flag;
  /** A STOP to one kind of message shuts all automatic calls and texts, before a law says so. */
  readonly stop_means_everything?: Flag;
  /** Days an attorney has to answer before the person may be contacted again; 30 when not set. */
  readonly attorney_response_days?: number | null | undefined;
  readonly unknown_location_zone_set?: Texts;
  /** The operator's own weekly hours where no rule of the place settles any. */
  readonly house_hours?: WeeklyWindows | null | undefined;
  /** Contact hours where the law names none, by the id of the rule that leaves room: `DE-GENERAL`. */
  readonly rule_hours?: { readonly [rule: string]: WeeklyWindows } | null | undefined;
  /** Rules of `rule_hours` that shut on public holidays too. */
  readonly rule_hours_shut_on_holidays?: Texts;
  /** Rules that speak only where the operator switches them on. */
  readonly rules_on?: Texts;
  /** Kinds of hold of `domain/gate/operator-holds.ts` that block under every pack. */
  readonly holds?: Texts;
  /** A channel of which no law that was read says anything is refused until two people confirm it. */
  readonly silence_refuses?: Flag;
  /** Rules of unread source that two people have read since, and channels confirmed to have no rule. */
  readonly confirmed_rules?: Texts;
  /** Rules of unread source that two people found not to be the law. */
  readonly silenced_rules?: Texts;
  /** Guidance and industry codes that this operator takes as advice, by rule id. */
  readonly warn_only?: Texts;
};
