/** `true` go, `false` do not, `presumed_violation` only with a supervisor's recorded reason. */
export type Verdict = true | false | 'presumed_violation';

/**
 * How hard a rule is. `hard`, `policy`, `guidance` and `code` block; `presumption` makes a presumed
 * violation; `safe_harbour` blocks only when the operator asks for it; `duty` creates an
 * obligation; `advisory` remarks; `definition` only lends its meaning and citation to other rules.
 */
export type Enforcement =
  | 'hard'
  | 'presumption'
  | 'safe_harbour'
  | 'guidance'
  | 'code'
  | 'policy'
  | 'duty'
  | 'advisory'
  | 'definition';

/** Values a rule used, shown in the record: counts, dates, names of zones. */
export type Details = { readonly [name: string]: string | number | boolean };

/** What one rule found against the attempt. */
export type RuleResult = {
  readonly rule: string;
  readonly pack: string;
  readonly enforcement: Enforcement;
  /** `time` ends by itself, `event` needs something to happen, `final` never ends. */
  readonly bound: 'time' | 'event' | 'final';
  readonly releasing: readonly string[];
  readonly details: Details;
  /** The rule's very name tells of somebody's health or need. */
  readonly discreet?: true;
};

/** A disclosure the attempt has to carry. */
export type ContentRequirement = { readonly rule: string; readonly content: string };

/** Something that must be sent, said or kept; dates are the consumer's local dates. */
export type RuleObligation = { readonly rule: string } & Details;

export type NextKind = 'now' | 'at' | 'on_condition' | 'never';

/** The gate's whole answer about one attempt. */
export type Decision = {
  readonly permitted: Verdict;
  /** Every rule that fails, never only the first. */
  readonly reasons: readonly RuleResult[];
  readonly advisories: readonly RuleResult[];
  readonly requiredContent: readonly ContentRequirement[];
  readonly obligations: readonly RuleObligation[];
  /** ISO 8601 with the offset valid at the consumer's place on that date; null unless `at`. */
  readonly nextPermittedAt: string | null;
  readonly nextKind: NextKind;
  /** Events that would lift the blocks that do not end by themselves. */
  readonly releasing: readonly string[];
  readonly packVersions: { readonly [pack: string]: string };
  readonly evaluatedZones: readonly { readonly tz: string; readonly local: string }[];
};

/** A verdict in the words of the record. */
export type VerdictWord = 'permitted' | 'refused' | 'presumed_violation';

/** The verdict of a decision in the words of the record. */
export function verdictWord({ permitted }: Pick<Decision, 'permitted'>): VerdictWord {
  if (permitted === true) return 'permitted';
  return permitted === false ? 'refused' : 'presumed_violation';
}
