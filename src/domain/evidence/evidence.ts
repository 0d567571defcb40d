import type { RuleExplanation } from '#domain/gate/explanations.ts';

/** A row of the record as it is stored, columns under their own names. */
export type EvidenceRow = Readonly<Record<string, unknown>>;

/** A name that a user had until an instant. */
export type FormerName = {
  readonly userId: string;
  readonly name: string;
  readonly until: string;
};

/** Whether a chain of hashes, computed anew, holds. */
export type EvidenceChain = {
  readonly of: 'case' | 'decisions';
  readonly id: string;
  readonly links: number;
  readonly lastHash: string | null;
  readonly holds: boolean;
};

/** All that is known of a person's contacts, as it is handed out: one JSON file. */
export type Evidence = {
  readonly format: 'dunlin-evidence/1';
  readonly madeAt: string;
  readonly madeBy: string;
  readonly customers: readonly EvidenceRow[];
  readonly links: readonly EvidenceRow[];
  /** Rows by table. */
  readonly tables: Readonly<Record<string, readonly EvidenceRow[]>>;
  readonly events: readonly EvidenceRow[];
  /** Ids of the documents whose files travel with it. */
  readonly enclosed: readonly string[];
  /** Names of the users whose ids stand in the rows. */
  readonly users: Readonly<Record<string, string>>;
  /** Names that they had before, each until it was changed, the oldest first. */
  readonly formerNames: readonly FormerName[];
  /** Every rule that a decision names, as the packs have it today. */
  readonly rules: readonly RuleExplanation[];
  readonly chains: readonly EvidenceChain[];
  /** Tables that hold more rows than were handed out. */
  readonly cut: readonly string[];
};
