import type { Flag, Text, Texts } from './fact-values.ts';

/** One attempt or message of the raw log. */
export type LogEntry = {
  readonly id: string;
  readonly at: string;
  readonly dir: string;
  readonly channel: string;
  readonly to?: Text;
  readonly from?: Text;
  readonly person?: Text;
  readonly result: string;
  /** The debts to which the collector charged the attempt when it was made. */
  readonly debts?: Texts;
  readonly conversation_debts?: Texts;
  /** False when nothing in it was about a debt. */
  readonly about_debt?: Flag;
  /** The collector that placed it, when not the actor. */
  readonly by?: Text;
  readonly in_response_to?: Text;
  readonly mode?: Text;
  readonly purpose?: Text;
  readonly unsolicited?: Flag;
  /** Sent by a machine of itself, as an out-of-office note is. */
  readonly automated?: Flag;
  /** `line_drop`: what ended it. */
  readonly ended_by?: Text;
  /** `released_not_dialled`: the slot was given back and nothing was tried. */
  readonly reservation?: Text;
  /** A remark in words; kept, not judged. */
  readonly note?: Text;
};

/** A permission of the person, with what it is for. */
export type Consent = {
  readonly kind: string;
  readonly given_to?: Text;
  readonly received_at?: Text;
  readonly revoked_at?: Text;
  /** How it was given and how taken back, in words; any way counts. */
  readonly via?: Text;
  readonly revoked_via?: Text;
  /** Their own words; kept, what follows from them stands in the other fields. */
  readonly words?: Text;
  readonly address?: Text;
  readonly person?: Text;
  readonly channel?: Text;
  readonly debts?: Texts;
  readonly only_local_dates?: Texts;
  readonly weekdays?: Texts;
  readonly from?: Text;
  readonly to?: Text;
  readonly place?: Text;
  readonly valid_until?: Text;
  readonly during_compliant_communication?: Flag;
  /** False when the person did not say that the address is not their employer's (23 NYCRR 1.6). */
  readonly affirmed_not_employer?: Flag;
  /** Days of the checks, or true when one of today is known. */
  readonly reassigned_checks_ok?: Texts | boolean;
};

/** A notice, opt-out, dispute or hold, with the time of its receipt, sending or effect. */
export type CaseEvent = {
  readonly kind: string;
  readonly at?: Text;
  readonly received_at?: Text;
  readonly effective_at?: Text;
  readonly filed_at?: Text;
  readonly entered_at?: Text;
  readonly notice_at?: Text;
  readonly sent_at?: Text;
  readonly mailed_at?: Text;
  readonly ended_at?: Text;
  readonly undelivered_notice_at?: Text;
  readonly debts?: Texts;
  readonly address?: Text;
  /** The number a revocation is about (47 CFR 64.1200(a)(10)). */
  readonly number?: Text;
  readonly medium?: Text;
  readonly via?: Text;
  /** Their own words. */
  readonly words?: Text;
  /** What a revocation is for, in words, and what it answered. */
  readonly scope_text?: Text;
  readonly in_reply_to?: Text;
  readonly person?: Text;
  readonly place?: Text;
  readonly in_writing?: Flag;
  /** When an oral request was confirmed in writing (209 CMR 18.16(1)(c)). */
  readonly confirmed_at?: Text;
  /** False when a written electronic notice came by a channel the collector does not accept. */
  readonly accepted_channel?: Flag;
  /** Name and address of the attorney, in words. */
  readonly attorney?: Text;
  readonly attorney_known?: Flag;
  readonly readily_ascertainable?: Flag;
  /** What it is said on, in words; kept, not judged. */
  readonly basis?: Text;
  readonly reasonable_grounds?: Flag;
  /** The same dispute again without anything new; false when it is said not to be. */
  readonly duplicative?: Flag;
  readonly validation_period_end?: Text;
  readonly chapter?: number | null | undefined;
  /** Whose petition it is; absent means the consumer's. */
  readonly filer?: Text;
  readonly first_day?: Text;
  readonly last_day?: Text;
  readonly treatment_ended?: Text;
  readonly extended_until?: Text;
  readonly obtained_by?: Text;
  readonly under?: Text;
  readonly used_by?: Texts;
  readonly immediately_prior_collector?: Text;
  readonly opted_out?: Flag;
  readonly optout_deadline?: Text;
  /** Whether the address is at a provider open to all, and not an employer's. */
  readonly domain_public?: Flag;
  /** Whether the creditor's notice names the collector. */
  readonly names_collector?: Flag;
  /** False when a check found that a number now belongs to somebody else. */
  readonly check_ok?: Flag;
  /** The stated time of a request, as in `Inconvenience`; weekdays by number from Monday, 1. */
  readonly weekdays?: readonly (string | number)[] | null | undefined;
  readonly from?: Text;
  readonly to?: Text;
  readonly valid_until?: Text;
};
