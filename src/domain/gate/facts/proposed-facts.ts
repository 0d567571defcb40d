import type { Besides, Flag, Text, Texts } from './fact-values.ts';

/**
 * What the message or call would carry. Absent means not known, not absent from the message. What a
 * law forbids to say is one of few kinds, whatever the words: a threat, abuse, humiliation, the look
 * of a court's paper.
 */
export type Content = {
  /** Says simply how to stop messages to that address (12 CFR 1006.6(e)). */
  readonly optout_notice?: Flag;
  /** The words of that notice; kept, not judged. */
  readonly optout_text?: Text;
  /** What an opt-out has to give; more than the wish and the address is too much (1006.6(e)). */
  readonly optout_requires?: Texts | string;
  /** The message confirms an opt-out (1006.14(h)(2)(i)). */
  readonly confirms_optout?: Flag;
  /** `initial` or `subsequent`: the disclosure of 1006.18(e) that is given. */
  readonly debt_collector_disclosure?: string | boolean | null | undefined;
  readonly identifies_as_debt_collector?: Flag;
  /** Whoever calls gives their own name (1006.10(b)(1)). */
  readonly identifies_individual?: Flag;
  /** Whoever calls says for whom (1006.14(g), 47 CFR 64.1200(b)). */
  readonly identity_disclosed?: Flag;
  readonly mentions_debt?: Flag;
  /** Says that it confirms or corrects where the person is (1006.10(b)(1)). */
  readonly states_confirming_location?: Flag;
  /** Says that it looks for whoever acts for the estate (comment 10(a)-1). */
  readonly states_seeking_person_handling_estate?: Flag;
  /** Names the firm that asks (1006.10(b)(1): only when asked). */
  readonly names_employer?: Flag;
  /** Whoever is asked wanted to know which firm asks. */
  readonly employer_requested?: Flag;
  /** `private`, `contacts` or `public`: who can see it (1006.22(f)(4) and the rules on publicity). */
  readonly visibility?: Text;
  /** False when nobody made sure that the account is this person's (1006.22(f)(4), 1006.6(d)(1)). */
  readonly recipient_verified?: Flag;
  /** What is sent: `letter`, `postcard` (1006.22(f)(1)). */
  readonly format?: Text;
  /** What stands on the outside, in words (1006.22(f)(2)). */
  readonly envelope_text?: Text;
  /** The outside tells of the debt or the trade (1006.22(f)(2), CONC 7.9.6). */
  readonly envelope_reveals_debt?: Flag;
  /** A suit is announced or threatened (1006.26). */
  readonly threatens_suit?: Flag;
  /** Threatens violence, harm or another unlawful act. */
  readonly threatens_harm?: Flag;
  /** Abuses, insults or harasses, or is obscene. */
  readonly abusive?: Flag;
  /** Ridicules, shames or degrades. */
  readonly humiliates?: Flag;
  /** Looks like a paper of a court or an authority. */
  readonly resembles_court_document?: Flag;
  /** Asks why the debt is unpaid (Ley 2300 de 2023). */
  readonly asks_reason_unpaid?: Flag;
  /** Overshadows or contradicts the rights in the validation notice (1006.38(b)). */
  readonly overshadows_rights?: Flag;
  /** Demands payment now, whatever period still runs (1006.38(b)). */
  readonly demands_payment?: Flag;
  /** Languages of the message and of its disclosures, when they are known (1006.18(e)(4)). */
  readonly language?: Text;
  readonly disclosure_language?: Text;
  /** Carries the validation information (1006.34(c)). */
  readonly validation_information?: Flag;
  /** Tells of health or treatment (45 CFR 164.502). */
  readonly health_detail?: Flag;
  /** The agent goes by another name (1006.18(f)). */
  readonly uses_alias?: Flag;
  /** False when an estate is written to without naming who acts for it. */
  readonly names_representative?: Flag;
  /** A visit was announced beforehand (CONC 7.9.12R). */
  readonly notice_given?: Flag;
  /** Something beside what the purpose needs. */
  readonly other_content?: Besides;
  /** What that is, in words. */
  readonly other?: Text;
};

/** What would be said to a voicemail box (1006.2(j)). */
export type VoicemailPlan = {
  readonly business_name?: Text;
  readonly name_reveals_collector?: Flag;
  readonly requests_reply?: Flag;
  readonly contact_person_named?: Flag;
  readonly callback_number?: Flag;
  readonly other_content?: Besides;
  readonly debt_collector_disclosure?: string | boolean | null | undefined;
};

/** The attempt to be decided. */
export type Proposed = {
  readonly channel: string;
  readonly at: string;
  /** When it is thought to arrive; the hour of sending is what counts (comment 6(b)(1)(i)-1). */
  readonly expected_delivery_at?: Text;
  readonly to?: Text;
  readonly person?: Text;
  readonly debts: readonly string[];
  readonly mode?: Text;
  /** `ai_generated_conversational`: a synthetic voice is an artificial one. */
  readonly voice?: Text;
  readonly purpose?: Text;
  /** `earlier_response_believed_erroneous_now_correct` (12 CFR 1006.10(c)). */
  readonly reason?: Text;
  /** The law that asks for the contact, in words. */
  readonly legal_basis?: Text;
  readonly content?: Content | null | undefined;
  readonly voicemail_plan?: VoicemailPlan | null | undefined;
  readonly in_response_to?: Text;
  readonly in_live_session?: Flag;
  /** Sent by a machine of itself; an automatic reply uses up the one reply too. */
  readonly automated?: Flag;
  /** False for what the person asked for. */
  readonly unsolicited?: Flag;
  /** Debts the attempt is charged to when nobody answers; absent means `debts`. */
  readonly count_debts?: Texts;
  readonly already_furnished?: Flag;
  readonly caller_id?: Text;
  /** A third party asked to be called again (12 CFR 1006.10(c)). */
  readonly requested_by_third_party?: Flag;
  /** A supervisor's reason against the presumption of 12 CFR 1006.14(b)(2). */
  readonly rebuttal_factor?: Text;
  readonly team?: Text;
};
