/** An entry that may be the sum of a batch, as one message of the bank tells it. */
export type BatchTotal = {
  readonly account: string | null;
  readonly currency: string;
  /** The bank's reference of the entry, or of its batch. */
  readonly reference: string | null;
  /** How many payments it says that it holds. */
  readonly count: number | null;
  readonly payerName: string | null;
  readonly references: readonly string[];
};

/** A batch whose payments another message tells one by one, with the same sum on the same day. */
export type Batch = Pick<BatchTotal, 'account' | 'currency' | 'reference'> & {
  readonly count: number;
};

/**
 * Whether an entry is the sum of a batch whose payments came one by one, so that it is the same money.
 * The bank's reference decides, else the number of payments; an entry with a payer or a reference of its
 * own is a payment. One that says nothing could be either: `unsure`.
 */
export function isTotalOf(total: BatchTotal, batch: Batch): 'known' | 'unsure' | 'other' {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (total.currency !== batch.currency || differ(total.account, batch.account)) return 'other';
  if (differ(total.reference, batch.reference)) return 'other';
  if (total.reference !== null && total.reference === batch.reference) return 'known';
  if (total.payerName !== null || total.references.length > 0) return 'other';
  if (total.count === null) return 'unsure';
  return total.count === batch.count ? 'known' : 'other';
}
