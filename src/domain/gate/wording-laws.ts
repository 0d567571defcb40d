/** Parts of the product's own words that a law has said or left out. */
export const wordingParts = ['debt_collector_disclosure', 'reason_unpaid'] as const;

/** What our words say: that a debt is being collected; or ask: why nothing was paid. */
export type WordingPart = (typeof wordingParts)[number];

/** What the law of a place has the script of a call and the letters say, or leave out. */
export type WordingLaw = {
  /** The rule of the pack that it comes from. */
  readonly rule: string;
  readonly part: WordingPart;
  readonly must: 'say' | 'leave-out';
  /** Legal roles of the collectors whom it binds; every one when left out. */
  readonly collectors?: readonly string[];
  /** Kind of the customers whom it protects; everybody when left out. */
  readonly customers?: 'person';
};
