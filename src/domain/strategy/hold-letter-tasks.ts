/** Tasks of a hold that end with a letter. */
export const holdLetterTasks = [
  'write-letter',
  'write-to-adviser',
  'answer-complaint',
  'answer-dispute',
  'review-hardship',
  'review-coerced-debt',
  'check-identity-theft',
  'check-debt',
] as const;

/** One of `holdLetterTasks`. */
export type HoldLetterTask = (typeof holdLetterTasks)[number];
