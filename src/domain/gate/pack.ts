import type { Details, Enforcement } from './decision.ts';
import type { Duty } from './duties.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { EventWord } from './facts/event-kinds.ts';
import type { Facts } from './facts/facts.ts';
import type { WeeklyWindows } from './facts/policy-facts.ts';
import type { CountsAsCustomer, LimitationPeriod, Majority } from './place-law.ts';
import type { Aspect, Statements } from './statements.ts';
import type { WordingLaw } from './wording-laws.ts';

/** The result of a check that does not pass. No finding means that the rule has no objection. */
export type Finding = {
  /**
   * Earliest instant at which this rule alone could pass, in milliseconds. Must never lie after an
   * instant at which it does pass: the search for the next permitted time jumps to it.
   */
  readonly untilMs?: number;
  /** Events that would lift it; given, the block has no known end. */
  readonly releasing?: readonly string[];
  /** Nothing ever lifts it. */
  readonly final?: boolean;
  /** What the rule would need to know and was not given: no law forbids, operations must fix it. */
  readonly missing?: 'holiday_calendar';
  readonly details?: Details;
};

/** To which attempts a rule applies. An absent list means every one. */
export type Applies = {
  readonly channels?: readonly string[];
  readonly notChannels?: readonly string[];
  readonly persons?: readonly string[];
  readonly purposes?: readonly string[];
  readonly modes?: readonly string[];
  readonly when?: (moment: EvaluationContext) => boolean;
  /** Whoever owes, although its pack covers only some. */
  readonly anyDebtor?: true;
};

/** How sure we are that number and scope are right. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Where our knowledge of a rule comes from: its own text, somebody's account of it, or memory. A rule
 * of unread source speaks as well, but does not count as an answer to whether a law says anything of a
 * channel; two people who have read the law confirm it or switch it off.
 */
export type Basis = 'primary' | 'secondary' | 'unread';

/** What the gate asks whether the law of a place settles it. */
export type Topic = 'hours';

/**
 * What the operator sets of a rule where the law leaves it open: its weekly hours, with those that a
 * portfolio starts with, or whether it speaks at all.
 */
export type RuleSetting =
  | { readonly kind: 'hours'; readonly initial: OperatorWeek | null }
  | { readonly kind: 'switch' };

/** Weekly hours of an operator under one rule. */
export type OperatorWeek = {
  readonly week: WeeklyWindows;
  /** Shut on the public holidays of the place too. */
  readonly shutOnHolidays: boolean;
};

export type Rule = {
  readonly id: string;
  readonly title: string;
  /** Law, section and comment, as one would cite it. */
  readonly citation: string;
  /** Where the text can be read. */
  readonly source: string;
  /** First local date in force. */
  readonly since: string;
  /** Last local date in force. */
  readonly until?: string;
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly enforcement: Enforcement;
  readonly applies?: Applies;
  /** Questions of `Pack.statements` that the rule answers. */
  readonly about?: readonly Aspect[];
  /** Parts of the territory in which alone it is the law of a channel (`BR-SP`); absent: all of it. */
  readonly territory?: (channel: string) => readonly string[];
  /** What the rule settles for the attempts it speaks to; where none settles the hours, the house's apply. */
  readonly topics?: readonly Topic[];
  /** Where an exemption of its own lifts the rule it settles nothing: when it does; absent: always. */
  readonly settles?: (moment: EvaluationContext) => boolean;
  /** Speaks only where no other rule settles this topic. */
  readonly standsInFor?: Topic;
  /**
   * Its very name tells something private: of health, need, death, or who speaks for the person. Only
   * those who may open decisions read it.
   */
  readonly discreet?: true;
  /** Speaks only as the operator sets it. */
  readonly setting?: RuleSetting;
  /** Disclosures the attempt must carry; reported to the caller whether or not the check fails. */
  readonly requires?: (moment: EvaluationContext) => readonly string[];
  /** A rule without a check only lends its meaning (enforcement `definition`). */
  readonly check?: (moment: EvaluationContext) => Finding | null;
};

/** Regulator's ceilings for a dialling campaign, read by the dialler and not by `decide`. */
export type DiallerLimits = {
  readonly rule: string;
  readonly abandonRateMaxBps: number;
  readonly overHours: number;
  readonly answerWithinMs: number;
  readonly noRecallHours: number;
};

/** One part of a notice that a law prescribes. */
export type PackNoticeField = {
  /** Name of the value or sentence. */
  readonly key: string;
  /** Where on the form it stands. */
  readonly place: string;
  readonly citation: string;
  /** May be left out. */
  readonly optional: boolean;
  /** Asked for in some cases only, as a code. */
  readonly when?: string;
  /** A sentence that the operator words, and no value of the book. */
  readonly worded?: boolean;
};

/** A notice that a law prescribes, part by part in the order of its form. */
export type PackNotice = {
  /** The kind of obligation that asks for it. */
  readonly kind: 'validation_notice';
  readonly rule: string;
  readonly fields: readonly PackNoticeField[];
  /** Keys of the parts without which it is no such notice, for these kinds of debt and this way. */
  readonly required: (of: {
    readonly debtTypes: readonly (string | null)[];
    readonly sentElectronically: boolean;
  }) => readonly string[];
  /** Last day of the period it opens when it is sent on a day; days since 1970. */
  readonly periodEndDay?: (sentDay: number) => number;
};

/** The law of one place as data: a version, a territory and dated rules with their sources. */
export type Pack = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** The date up to which the law was read. */
  readonly asOf: string;
  /** Region prefixes it covers, `US`, `GB-SCT`; a resident of `US-OH` is covered by `US`. */
  readonly territory: readonly string[];
  /** Names of places inside it under which facts may ask for it, `GB-EAW` for `GB`. */
  readonly alsoCalled?: readonly string[];
  /**
   * Whom its rules protect: `consumers` who owe for themselves and their households, `individuals`,
   * sole traders too, or whoever owes, when left out.
   */
  readonly covers?: 'consumers' | 'individuals';
  /** A pack whose rules always apply with this one. */
  readonly parent?: string;
  /** What the pack says of hours, days, frequency, channels and third parties; every law has it. */
  readonly statements?: Statements;
  readonly dialler?: readonly DiallerLimits[];
  readonly notices?: readonly PackNotice[];
  /** What happenings oblige to here; the operator's own duties hold for the other kinds. */
  readonly duties?: readonly Duty[];
  /** What the script of a call and the letters say here, or leave out. */
  readonly wording?: readonly WordingLaw[];
  /** What a hold of ours is in the law of the place, where it has its own word for it. */
  readonly holds?: Readonly<Record<string, EventWord>>;
  /** Within which time money may be sued for, by place of the territory. */
  readonly limitation?: readonly LimitationPeriod[];
  /** When people are of age, by place of the territory; eighteen where it says nothing. */
  readonly majority?: readonly Majority[];
  /** Whom the law counts as the customer, beside those who act for them. */
  readonly countsAsCustomer?: readonly CountsAsCustomer[];
  readonly rules: readonly Rule[];
};

/** A case a pack brings to prove a rule: what it shows, on which side, the facts, what must fail. */
export type Example = {
  readonly rule: string;
  /** `worked`: an example of the official comment itself, beside the three that prove the rule. */
  readonly side: 'inside' | 'edge' | 'outside' | 'worked';
  /** Number of the official comment a worked example comes from, `14(b)(2)(ii)-1.ii`. */
  readonly comment?: string;
  readonly shows: string;
  readonly facts: Facts;
  /** Reasons, or for advisories and obligations their ids. */
  readonly expect: readonly string[];
  /** The promised instant, when the example is about it. */
  readonly nextPermittedAt?: string;
};

/** The packs that cover any of the regions (`US-OH`, `GB-SCT`); none means no attempt. */
export function packsCovering(packs: readonly Pack[], regions: readonly string[]): Pack[] {
  const covers = (territory: string) =>
    regions.some((region) => region === territory || region.startsWith(`${territory}-`));
  return packs.filter((pack) => pack.territory.some(covers));
}
