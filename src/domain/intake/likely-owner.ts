/** Days after its booking for which a payment that waits for a person keeps its likely owner unasked. */
export const likelyDays = 14;

/** What makes an owner less than likely: only the amount fits, or something speaks against it. */
const doubtful: ReadonlySet<string> = new Set([
  'amount-alone',
  'name-differs',
  'name-of-another',
  'references-differ',
  'other-item-named',
  'currency-differs',
  'may-be-same',
  'recorded-by-hand',
  'batch-of-several',
]);

/**
 * Whose a payment that waits for a person probably is: the one customer of all that it could be for,
 * where nothing speaks against it and more than the amount speaks for it. Null when nobody is likely.
 */
export function likelyOwner(
  amountMinor: bigint,
  reasons: readonly { readonly code: string }[],
  candidates: readonly { readonly customerId: string }[],
): string | null {
  if (amountMinor <= 0n || reasons.some(({ code }) => doubtful.has(code))) return null;
  const [owner, ...others] = new Set(candidates.map(({ customerId }) => customerId));
  return others.length > 0 ? null : (owner ?? null);
}
