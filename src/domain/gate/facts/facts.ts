import type { Flag, Text, Texts } from './fact-values.ts';
import type { CaseEvent, Consent, LogEntry } from './history-facts.ts';
import type { Policy } from './policy-facts.ts';
import type { Proposed } from './proposed-facts.ts';

/**
 * What the gate is told about one intended attempt. The field names are those of the JSON lines that
 * `npm run decide` reads, so a stored decision can be replayed from its own text.
 * Instants are ISO 8601 with an offset; dates (`2026-11-21`) are the consumer's local dates.
 */
export type Facts = {
  /** Jurisdictions whose rules are to be asked, `US-FED`, `GB`. */
  readonly packs: readonly string[];
  readonly actor: Collector;
  readonly consumer: Consumer;
  readonly contact_points: readonly ContactPoint[];
  readonly debts: readonly Debt[];
  /** The raw log; each rule makes its own count from it. Order does not matter. */
  readonly contact_log: readonly LogEntry[];
  readonly consents: readonly Consent[];
  readonly events: readonly CaseEvent[];
  readonly policy?: Policy | null | undefined;
  /** What of all this could not be read: `contact_log`. Nothing is permitted then. */
  readonly incomplete?: Texts;
  /** Words and fields in it that nobody knows: `events.kind foo`. Nothing is permitted then. */
  readonly unread_words?: Texts;
  readonly proposed: Proposed;
};

type KnownZones = string | readonly string[] | null | undefined;

/** Who is collecting and in what legal role. An unknown role is read as a third-party collector. */
export type Collector = {
  readonly type?: Text;
  readonly id: string;
  /** A creditor that collects under a name suggesting somebody else (15 USC 1692a(6)). */
  readonly uses_third_party_name?: Flag;
  /** A health-care provider's business associate (45 CFR 160.103). */
  readonly business_associate?: Flag;
  /** The type of those it is the agent of, when the law of their kind binds it too: `bank`. */
  readonly acts_for?: Text;
};

/** One hint of where the person is. Several zones mean that the hint is ambiguous, none no hint. */
export type LocationSignal = {
  readonly kind: string;
  readonly region?: Text;
  readonly value?: Text;
  readonly tz: readonly string[];
  /** Knowledge in place of a hint: the zone itself, or true for the zones of this signal. */
  readonly confirmed_tz?: KnownZones | boolean;
};

/** A period the person called inconvenient: weekdays (absent = all), clock times `[from, to)`. */
export type Inconvenience = {
  readonly weekdays?: Texts;
  readonly from?: Text;
  readonly to?: Text;
  readonly source?: Text;
  /** Last local date in force. */
  readonly valid_until?: Text;
};

export type Consumer = {
  readonly id: string;
  /** Whether the customer is a human being, a sole trader too; absent means one. */
  readonly kind?: 'person' | 'company' | null | undefined;
  /** The language that the person prefers; null where it is known that nobody recorded one. */
  readonly language?: Text;
  readonly location_signals: readonly LocationSignal[];
  /** What of the person's addresses nobody could read although the law depends on it. */
  readonly unread_places?: Texts;
  /** Where the person is known to be; overrides every signal. */
  readonly confirmed_tz?: KnownZones;
  /** How that is known, in words; kept, not judged. */
  readonly confirmed_tz_source?: Text;
  readonly inconvenient?: readonly Inconvenience[] | null | undefined;
  readonly inconvenient_places?: Texts;
  /** Where the collector knows the person to be at this moment. */
  readonly current_place?: Text;
  /** Until when that is known; absent: while the facts stand. */
  readonly current_place_until?: Text;
  readonly employer_prohibits?: Flag;
  /** The person asked not to be called at work (209 CMR 18.16(1)(c)). */
  readonly work_request?: WorkRequest | string | boolean | null | undefined;
  readonly status?: PersonStatus | null | undefined;
  /** False when nothing about the debt has been conveyed yet; absent means that it has. */
  readonly initial_communication_made?: Flag;
  readonly authorised_channels?: Texts;
};

/** A request not to be called at work: an oral one lasts less than a written one. */
export type WorkRequest = {
  readonly at?: Text;
  readonly received_at?: Text;
  readonly in_writing?: Flag;
  readonly medium?: Text;
  readonly via?: Text;
  readonly confirmed_at?: Text;
};

export type PersonStatus = {
  readonly deceased?: Flag;
  readonly minor?: Flag;
  readonly active_duty?: Flag;
  readonly vulnerable?: Flag;
  readonly lacks_capacity?: Flag;
};

export type ContactPoint = {
  readonly id: string;
  readonly kind: string;
  readonly number?: Text;
  readonly address?: Text;
  readonly place?: Text;
  /** Whose it is when it is not the consumer's own: `spouse`, `attorney`, `third_party:neighbour`. */
  readonly owner?: Text;
  /** Known to be provided by the employer (12 CFR 1006.22(f)(3)); a guess from a domain is not. */
  readonly employer_provided_known?: Flag;
};

export type Debt = {
  readonly id: string;
  readonly type?: Text;
  readonly creditor?: Text;
  readonly student_account_group?: Text;
  /** Null: nobody knows whether it may still be sued for; absent means that it may. */
  readonly time_barred?: Flag;
  /** False for a debt of a company or of a business; absent means a consumer's. */
  readonly consumer_purpose?: Flag;
  readonly days_past_due?: number | null | undefined;
  /** `paid`, `settled` or `discharged` when the debt is no longer owed. */
  readonly status?: Text;
  readonly incurred_at?: Text;
  /** The last local day it was entered into, renewed, sold or assigned; null: nobody knows. */
  readonly renewed_on?: Text;
  /** What was lent or sold on credit at the start, in whole units of `currency`; null: nobody knows. */
  readonly original_amount?: number | null | undefined;
  /** ISO 4217. */
  readonly currency?: Text;
  /** Taken over before it was in default (12 CFR 1006.2(i)(2)(iii)). */
  readonly obtained_before_default?: Flag;
};
