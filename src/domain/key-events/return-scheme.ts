/**
 * When a refused payment may be presented again: not before so many business days, near the
 * customer's pay day when one is known, at most so many times after the first refusal, and no later
 * than so many calendar days after it. `onlyAfterCorrection` waits for the back office.
 */
export type Representing = {
  readonly afterBusinessDays: number;
  readonly nearPayDay: boolean;
  readonly maxTimes: number;
  readonly withinDays: number;
  readonly onlyAfterCorrection: boolean;
};

/** Whose list a reason code is on. */
export type ReturnScheme = 'sepa' | 'nacha' | 'bacs' | 'card';
