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
  readonly proposed: Proposed;
};

type Text = string | null | undefined;
type Flag = boolean | null | undefined;
type Texts = readonly string[] | null | undefined;
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
  readonly location_signals: readonly LocationSignal[];
  /** What of the person's addresses nobody could read although the law depends on it. */
  readonly unread_places?: Texts;
  /** Where the person is known to be; overrides every signal. */
  readonly confirmed_tz?: KnownZones;
  readonly inconvenient?: readonly Inconvenience[] | null | undefined;
  readonly inconvenient_places?: Texts;
  /** Where the collector knows the person to be at this moment. */
  readonly current_place?: Text;
  readonly employer_prohibits?: Flag;
  readonly status?: PersonStatus | null | undefined;
  /** False when nothing about the debt has been conveyed yet; absent means that it has. */
  readonly initial_communication_made?: Flag;
  readonly authorised_channels?: Texts;
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
  /** Set when the point is somebody else's. */
  readonly owner?: Text;
  readonly employer_provided?: Flag;
};

export type Debt = {
  readonly id: string;
  readonly type?: Text;
  readonly creditor?: Text;
  readonly student_account_group?: Text;
  readonly time_barred?: Flag;
  readonly days_past_due?: number | null | undefined;
  /** `paid`, `settled` or `discharged` when the debt is no longer owed. */
  readonly status?: Text;
  readonly incurred_at?: Text;
};

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
  /** The collector that placed it, when not the actor. */
  readonly by?: Text;
  readonly in_response_to?: Text;
  readonly mode?: Text;
  readonly purpose?: Text;
  readonly unsolicited?: Flag;
};

export type Consent = {
  readonly kind: string;
  readonly given_to?: Text;
  readonly received_at?: Text;
  readonly revoked_at?: Text;
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
  readonly medium?: Text;
  readonly via?: Text;
  readonly person?: Text;
  readonly place?: Text;
  readonly in_writing?: Flag;
  /** False when a written electronic notice came by a channel the collector does not accept. */
  readonly accepted_channel?: Flag;
  readonly attorney_known?: Flag;
  readonly readily_ascertainable?: Flag;
  readonly reasonable_grounds?: Flag;
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
  readonly public_domain?: Flag;
};

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
  /** Rules of unread source are silent, save those named in `confirmed_rules`. */
  readonly only_verified?: Flag;
  readonly confirmed_rules?: Texts;
  /** Guidance and industry codes that this operator takes as advice, by rule id. */
  readonly warn_only?: Texts;
};

/** What the message or call would carry. Absent means not known, not absent from the message. */
export type Content = {
  readonly optout_notice?: Flag;
  readonly debt_collector_disclosure?: string | boolean | null | undefined;
  readonly mentions_debt?: Flag;
  readonly confirms_optout?: Flag;
  readonly other_content?: Texts | string | boolean;
  readonly visibility?: Text;
  readonly identifies_as_debt_collector?: Flag;
  readonly identity_disclosed?: Flag;
  readonly threatens_suit?: Flag;
  readonly overshadows_rights?: Flag;
  /** Languages of the message and of its disclosures, when they are known. */
  readonly language?: Text;
  readonly disclosure_language?: Text;
  readonly validation_information?: Flag;
  readonly health_detail?: Flag;
  readonly postcard?: Flag;
  readonly envelope_reveals_debt?: Flag;
  readonly contacts_chain_of_command?: Flag;
  readonly caller_id?: Text;
  readonly takes_payment?: Flag;
  readonly notice_given?: Flag;
};

/** What would be said to a voicemail box. */
export type VoicemailPlan = {
  readonly business_name?: Text;
  readonly name_reveals_collector?: Flag;
  readonly requests_reply?: Flag;
  readonly contact_person_named?: Flag;
  readonly callback_number?: Flag;
  readonly other_content?: Texts | string | boolean;
  readonly debt_collector_disclosure?: string | boolean | null | undefined;
};

/** The attempt to be decided. */
export type Proposed = {
  readonly channel: string;
  readonly at: string;
  readonly to?: Text;
  readonly person?: Text;
  readonly debts: readonly string[];
  readonly mode?: Text;
  readonly purpose?: Text;
  readonly content?: Content | null | undefined;
  readonly voicemail_plan?: VoicemailPlan | null | undefined;
  readonly in_response_to?: Text;
  readonly in_live_session?: Flag;
  /** Debts the attempt is charged to when nobody answers; absent means `debts`. */
  readonly count_debts?: Texts;
  readonly already_furnished?: Flag;
  readonly caller_id?: Text;
  /** A third party asked to be called again (12 CFR 1006.10(c)). */
  readonly requested_by_third_party?: Flag;
  /** The earlier answer of a third party is reasonably thought wrong or incomplete. */
  readonly earlier_answer_believed_wrong?: Flag;
  /** A supervisor's reason against the presumption of 12 CFR 1006.14(b)(2). */
  readonly rebuttal_factor?: Text;
  readonly team?: Text;
};
