/** SQL: what a posting `p` adds to the money that no debt has taken, in minor units. */
export const waits = (p: string) =>
  `case when ${p}.credit = 'unapplied' then ${p}.amount_minor else -${p}.amount_minor end`;

/** SQL: whether a posting `p` moves such money. */
export const isInHand = (p: string) => `(${p}.debit = 'unapplied' or ${p}.credit = 'unapplied')`;
